import { describe, expect, it } from "vitest";
import { imported, mdl, run, runText } from "./imported.ts";

describe("a Vensim model", () => {
  it("becomes stocks joined by pipes where its rates are flows", async () => {
    const { model, end } = await run(
      mdl(`
        Wolves = INTEG(births - deaths - leaving, 100)
        Forest wolves = INTEG(leaving, 0)
        births = 0.3 * Wolves
        deaths = 0.1 * Wolves
        leaving = 0.2 * Wolves
      `),
    );
    expect(model).toContain("flow births: cloud -> Wolves = 0.3 * Wolves");
    expect(model).toContain("flow deaths: Wolves -> cloud");
    expect(model).toContain("flow leaving: Wolves -> Forest_wolves");
    // Births make up for what dies and leaves.
    expect(end("Wolves")).toBeCloseTo(100, 12);
    expect(end("Forest_wolves")).toBeCloseTo(200, 10);
  });

  it("gets one net flow where a rate is anything else", async () => {
    const { model, end } = await run(mdl("Herd = INTEG(Herd * rate - 1, 100)\nrate = 0.05"));
    expect(model).toContain("flow net_Herd: cloud -> Herd = Herd * rate - 1");
    expect(end("Herd")).toBeCloseTo(20 + 80 * (1 + 0.05 / 8) ** 80, 9);
  });

  it("leaves a constant a parameter, which scenarios may change", async () => {
    const { model, end } = await run(mdl("a = INTEG(x, 0)\nx = 2"));
    expect(model).toContain("param x = 2");
    expect(model).toContain("flow net_a: cloud -> a = x");
    expect(end("a")).toBe(20);
  });

  it("keeps a flow that two stocks take at the same end in one of them", async () => {
    const { model, end } = await run(mdl("a = INTEG(x, 0)\nb = INTEG(x, 5)\nx = 2 + 0 * Time"));
    expect(model).toContain("flow x: cloud -> a = 2 + 0 * time");
    expect(model).toContain("flow net_b: cloud -> b = x");
    expect([end("a"), end("b")]).toEqual([20, 25]);
  });

  it("reads names with blanks, quotes and other capitals, broken lines, comments and groups", async () => {
    const text = mdl(`
      birth   rate = 0.1
      "CO2 (Mt)" = Birth_Rate * 10
      if = 2
      总量 = "co2 (mt)" + if
    `);
    const group =
      "********************************************************\n\t.Control\n********************************************************~\n\t\tSimulation Control Parameters\n\t|\n";
    const broken =
      'long name = {a comment | with ~ signs} birth \\\n\t\trate + \\\n\t\t1\n\t~\tDmnl\n\t~\tSays "it" ~ :SUPPLEMENTARY\n\t|\n';
    const sketch =
      "\\\\\\---/// Sketch information - do not modify anything except names\nV300 Do not put anything below this | = ~";
    const { model, end } = await run(`${text}${group}${broken}${sketch}`);
    expect(end("总量")).toBe(3);
    expect(end("CO2 (Mt)")).toBe(1);
    expect(end("long_name")).toBeCloseTo(1.1, 15);
    expect(model).toContain('/// Says "it"');
    expect(model).toContain("param `if` = 2");
  });

  it("has Vensim's time in exact fractions", async () => {
    const { model, series } = await run(
      mdl("x = Time + TIME STEP + INITIAL TIME + FINAL TIME", { step: "0.0625", stop: "2" }),
    );
    expect(model).toContain("time [1] = 0 .. 2 step 1/16 using euler save every 1");
    expect(series("x")).toEqual([2.0625, 3.0625, 4.0625]);
    const same = imported(
      "x = 1~~|INITIAL TIME = 0~~|FINAL TIME = 1~~|TIME STEP = 0.1~~|SAVEPER = TIME STEP~~|",
    );
    expect(same.model).toContain("= 0 .. 1 step 1/10 using euler\n");
  });
});

describe("an expression of Vensim", () => {
  const cases: readonly (readonly [expression: string, value: number])[] = [
    ["-2^2", -4],
    ["2^-1", 0.5],
    ["(2^3)^2", 64],
    ["10 - 4 - 3", 3],
    ["10 - (4 - 3)", 9],
    ["12 / 3 / 2", 2],
    ["12 / (3 / 2)", 8],
    ["2 * -3", -6],
    ["3 - -2", 5],
    [".5 + 2.", 2.5],
    ["1e-3 * 1E3", 1],
    ["MAX(1, 2) + MIN(1, 2) + ABS(-3)", 6],
    ["EXP(LN(5))", 5],
    ["LOG(100, 10)", 2],
    ["SQRT(16) + SIN(0) + COS(0)", 5],
    ["INTEGER(-1.5)", -1],
    ["QUANTUM(7.5, 2)", 6],
    ["POWER(2, 10)", 1024],
    ["IF THEN ELSE(1 > 2, 10, 20)", 20],
    ["IF THEN ELSE(1 > 2 :OR: 3 >= 3 :AND: :NOT: 4 <> 4, 10, 20)", 10],
    ["IF THEN ELSE(:NOT: (1 > 2), 10, 20)", 10],
    ["(3 > 2) + (2 = 2) * 10", 11],
    ["IF THEN ELSE(0.5, 1, 2)", 1],
    ["ZIDZ(1, 0) + XIDZ(1, 0, 5) + ZIDZ(6, 3)", 7],
    ["STEP(3, 5) + STEP(100, 20)", 3],
    ["RAMP(2, 3, 6)", 6],
    ["PULSE(9.5, 2) + PULSE(1, 1)", 1],
    ["PULSE TRAIN(0, 1, 2, 20)", 1],
    ["INITIAL(Time + 4)", 4],
    ["DELAY FIXED(Time, 2, 7)", 8],
    ["SAMPLE IF TRUE(Time = 3, Time * 2, 1)", 6],
    ["SMOOTH(5, 2) + SMOOTH3(5, 2) + DELAY1(5, 2) + DELAY3(5, 2)", 20],
    ["TREND(5, 2, 0) + FORECAST(5, 2, 3)", 5],
    ["GAME(4) * 2", 8],
    ["WITH LOOKUP(1.5, ([(0,0)-(10,10)],(1,10),(2,20)))", 15],
    ["WITH LOOKUP(Time, ((0,0),(20,40)))", 20],
  ];
  it.each(cases)("%s", async (expression, value) => {
    const { end } = await run(mdl(`x = ${expression}`));
    expect(end("x")).toBeCloseTo(value, 12);
  });

  it("delays and averages from the initial value that it is given", async () => {
    const { end, series } = await run(
      mdl(`
        s = SMOOTHI(10, 2, 4)
        s3 = SMOOTH3I(10, 2, 4)
        sn = SMOOTH N(10, 2, 4, 3)
        d = DELAY1I(10, 2, 4)
        d3 = DELAY3I(10, 2, 4)
        dn = DELAY N(10, 2, 4, 3)
        a = ACTIVE INITIAL(6, 3)
        stock = INTEG(0, a)
      `),
    );
    expect(series("s")[0]).toBe(4);
    expect(end("s")).toBeCloseTo(10 - 6 * (1 - 1 / 16) ** 80, 10);
    expect(end("d")).toBeCloseTo(end("s"), 10);
    expect(end("sn")).toBeCloseTo(end("s3"), 10);
    expect(end("dn")).toBeCloseTo(end("d3"), 10);
    expect(end("d3")).toBeCloseTo(end("s3"), 10);
    expect([end("a"), end("stock")]).toEqual([6, 3]);
  });

  it("reads lookups at their ends, between, and beyond", async () => {
    const { end } = await run(
      mdl(`
        f([(0,0)-(10,10)],(0,1),(2,5),(4,5))
        g(0,2,4, 1,5,5)
        at the middle = f(1)
        beyond = f(9)
        same = g(1)
        straight on = LOOKUP EXTRAPOLATE(h, 4)
        h((0,0),(2,1))
      `),
    );
    expect([end("at_the_middle"), end("beyond"), end("same"), end("straight_on")]).toEqual([3, 5, 3, 2]);
  });

  it("notes what differs: random numbers, the sign of a remainder, chains of powers", () => {
    const told = (expression: string) => imported(mdl(`x = ${expression}`)).codes;
    expect(told("RANDOM UNIFORM(0, 1, 3)")).toEqual(["GTFP8910"]);
    expect(told("RANDOM NORMAL(0, 1, 0.5, 0.1, 3)")).toEqual(["GTFP8910"]);
    expect(told("RANDOM 0 1()")).toEqual(["GTFP8910"]);
    expect(told("MODULO(Time, 3)")).toEqual(["GTFP8910"]);
    expect(told("2^3^2")).toEqual(["GTFP8910"]);
  });
});

describe("subscripts of Vensim", () => {
  it("are dimensions, ranges, labels and sums", async () => {
    const { model, end } = await run(
      mdl(`
        Province: (P1-P3), West
        Coast: P1, P2
        Sector: PS, MF
        size[Province] = 1, 2, 3, 4
        share[Province, Sector] = 1, 2; 3, 4; 5, 6; 7, 8;
        all = SUM(size[Province!])
        weighted[Sector] = SUM(size[Province!] * share[Province!, Sector])
        coast = SUM(size[Coast!])
        west of[Sector] = share[West, Sector] + size[P2]
        extremes = VMAX(size[Province!]) - VMIN(size[Province!])
        product = PROD(size[Coast!]) * 10
        parts[Province] = size[Province] / SUM(size[Province!])
        own share[Province] = SUM(size[Province!] * 0 + size[Province])
        count = ELMCOUNT(Province)
      `),
    );
    expect(model).toContain("dimension Coast in Province = P1, P2");
    expect(model).toContain("param size by Province = {P1: 1, P2: 2, P3: 3, West: 4}");
    expect([end("all"), end("coast"), end("extremes"), end("product"), end("count")]).toEqual([
      10, 3, 3, 20, 4,
    ]);
    expect([end("weighted[PS]"), end("weighted[MF]")]).toEqual([50, 60]);
    expect([end("west_of[PS]"), end("west_of[MF]")]).toEqual([9, 10]);
    expect(end("parts[P3]")).toBeCloseTo(0.3, 15);
    expect(end("own_share[West]")).toBe(16);
  });

  it("may give elements and ranges equations of their own, and except some", async () => {
    const { end } = await run(
      mdl(`
        Province: P1, P2, P3
        Coast: P1, P2
        Sector: PS, MF
        x[P1] = 1
        x[P2] = 2
        x[P3] = x[P1] + 10
        y[Coast] = x[Coast] * 2
        y[P3] = 100
        z[Province] :EXCEPT: [P2] = 5
        z[P2] = 6
        w[Province, PS] = x[Province]
        w[Province, MF] = y[Province]
        Stock[P1] = INTEG(1, 0)
        Stock[P2] = INTEG(2, 0)
        Stock[P3] = INTEG(3, 0)
      `),
    );
    expect([end("x[P3]"), end("y[P2]"), end("y[P3]"), end("z[P1]"), end("z[P2]"), end("z[P3]")]).toEqual([
      11, 4, 100, 5, 6, 5,
    ]);
    expect([end("w[P2, PS]"), end("w[P2, MF]"), end("w[P3, MF]")]).toEqual([2, 4, 100]);
    expect([end("Stock[P1]"), end("Stock[P2]"), end("Stock[P3]")]).toEqual([10, 20, 30]);
  });

  it("are written out where two dimensions share labels, so that each keeps its place", async () => {
    const { end } = await run(
      mdl(`
        From: N, S, W
        To: N, S, W
        a[From] = 1, 2, 3
        trade[From, To] = 1, 2, 3; 4, 5, 6; 7, 8, 9;
        w[From, To] = a[From] * 100 + a[To]
        imports[To] = SUM(trade[From!, To])
        weighted[From] = SUM(a[To!] * trade[From, To!])
        column[From] = trade[From, N]
        row[To] = trade[N, To]
        copy[To] = a[To]
        squares = SUM(a[From!] * a[To!])
        Near: N, S
        part[From] = SUM(a[Near!] * a[From])
        Stock[From, To] = INTEG(flow[From, To], a[To])
        flow[From, To] = a[From]
      `),
    );
    expect([end("w[N, S]"), end("w[S, N]"), end("imports[N]"), end("imports[S]")]).toEqual([
      102, 201, 12, 15,
    ]);
    expect([end("weighted[N]"), end("weighted[S]"), end("column[S]"), end("row[S]")]).toEqual([14, 32, 4, 2]);
    expect([end("copy[W]"), end("squares"), end("part[W]")]).toEqual([3, 36, 9]);
    expect([end("Stock[N, W]"), end("Stock[W, N]")]).toEqual([13, 31]);
  });

  it("are told where they go from one dimension to another, or lack elements", () => {
    const dims = "A: a1, a2\nB: b1, b2\n";
    expect(imported(mdl(`${dims}x[A] = 1\ny[B] = x[A]`)).codes).toEqual(["GTFP8905"]);
    expect(imported(mdl(`${dims}x[A] = 1\ny = x[b1]`)).codes).toEqual(["GTFP8905"]);
    expect(imported(mdl(`${dims}x[A] = 1\ny = x[c]`)).codes).toEqual(["GTFP8903"]);
    expect(imported(mdl(`${dims}x[A] = 1, 2, 3`)).codes).toEqual(["GTFP8905"]);
    expect(imported(mdl(`${dims}x[a1] = 1\nx[a2] = 2\ny[A] :EXCEPT: [a1] = 3`)).codes).toEqual(["GTFP8905"]);
    expect(imported(mdl(`${dims}C: a1, a2, a3\nx[a1] = 1\nx[a3] = 1`)).codes).toContain("GTFP8908");
  });
});

describe("units of Vensim", () => {
  const time =
    "INITIAL TIME = 0 ~ Year ~|FINAL TIME = 10 ~ Year ~|TIME STEP = 1 ~ Year ~|SAVEPER = 1 ~ Year ~|";

  it("stand in the model where they agree, and those that GTFP does not know are declared", async () => {
    const { model, end } = await run(
      `Herd = INTEG(births - sales, 100) ~ cow ~ All of them.|births = Herd * rate ~ cow/Year ~|
       rate = 0.1 ~ 1/Year [0,1] ~|sales = Herd / (stay * 2) ~ cow/(Year*Dmnl) ~|stay = 20 ~ Years ~|
       price((0,1),(10,2)) ~ $/cow ~|income = sales * price(Time) ~ $/Year ~|
       late = IF THEN ELSE(Time > 5, 1, 0) ~ Dmnl ~|${time}`,
    );
    expect(model).toContain("unit cow\n");
    expect(model).toContain("time [year]");
    expect(model).toContain("stock Herd [cow] = 100");
    expect(model).toContain("param rate [1/year] = 0.1");
    expect(model).toContain("lookup price(input [year]) [dollar/cow]");
    expect(model).toContain("time > 5 [year]");
    expect(end("Herd")).toBeCloseTo(100 * 1.075 ** 10, 9);
    expect(end("late")).toBe(1);
  });

  it("are left out, and that is told, where they disagree or would convert numbers", async () => {
    const wrong = imported(`x = 1 ~ cow ~|y = x + z ~ cow ~|z = 3 ~ goat ~|${time}`);
    expect(wrong.codes).toEqual(["GTFP8909"]);
    // In Vensim 1000 stands for kilograms in a tonne and nothing converts.
    const scaled = imported(`big = 2 ~ t ~|small = big * 1000 ~ kg ~|${time}`);
    expect(scaled.codes).toEqual(["GTFP8909"]);
    expect((await runText(scaled.model!)).end("small")).toBe(2000);
    expect(scaled.model).toContain("time [1]");
  });
});

describe("what cannot be translated", () => {
  const cases: readonly (readonly [what: string, equations: string, code: string])[] = [
    ["a macro", ":MACRO: DOUBLE(x)\nDOUBLE = 2 * x\n:END OF MACRO:\ny = 1", "GTFP8904"],
    ["a data variable", "measured", "GTFP8904"],
    ["a data equation", "measured := 3", "GTFP8904"],
    ["data with interpolation", "measured :RAW:", "GTFP8904"],
    ["a spreadsheet", "x = GET XLS DATA('a.xls', 'one', 'A', 'B2')", "GTFP8902"],
    ["a text", "name :IS: 'north'", "GTFP8904"],
    ["a function of another arity", "x = MAX(1)", "GTFP8902"],
    ["a name that is not there", "x = y", "GTFP8903"],
    ["a lookup as a value", "f((0,1),(1,2))\nx = f", "GTFP8904"],
    ["a missing parenthesis", "x = (1 + 2", "GTFP8901"],
    ["two names that are one", "x y = 1\nX_Y = 2", "GTFP8906"],
    ["a loop of equations", "x = y + 1\ny = x", "GTFP8908"],
    ["points that do not rise", "f((1,1),(0,2))\nx = f(1)", "GTFP8908"],
    ["missing values", "x = :NA:", "GTFP8901"],
  ];
  it.each(cases)("%s", (_, equations, code) => {
    const { model, codes } = imported(mdl(equations));
    expect(model).toBeNull();
    expect(codes).toContain(code);
  });

  it("is told at its place", () => {
    const text = mdl("fine = 1\nx = fine + hert * 2");
    const { diagnostics } = imported(text);
    expect(diagnostics).toHaveLength(1);
    const { start, end } = diagnostics[0]!.span;
    expect(text.slice(start, end)).toBe("hert");
  });
});
