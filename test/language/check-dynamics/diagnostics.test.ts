import { describe, expect, it } from "vitest";
import { dynamics } from "../../../language/diagnostics/dynamics.ts";
import { codes, tryRun } from "../../helpers/systems.ts";

const rows = Object.entries(dynamics);

describe("the catalogue of dynamics", () => {
  it("has one code for each row", () => {
    expect(new Set(rows.map(([, row]) => row.code)).size).toBe(rows.length);
    for (const [, row] of rows) expect(row.code).toMatch(/^GTFP6\d{3}$/);
  });
  for (const [name, row] of rows) {
    const { failing, mended } = row;
    // Examples that read data need the panel builder: the test of the pages runs those.
    if (typeof failing !== "string" || typeof mended !== "string" || failing.startsWith("data")) continue;
    it(`${row.code} ${name}: the example fails with it alone, the mended one runs`, () => {
      expect([...new Set(codes(tryRun(failing).sink))]).toEqual([row.code]);
      const run = tryRun(mended);
      expect(codes(run.sink)).toEqual([]);
      expect(run.table).not.toBeNull();
    });
  }
});

const messages = (text: string) => tryRun(text).sink.list.map((d) => d.message);

describe("messages", () => {
  it("a step that does not divide the span names the nearest that fit", () => {
    const { sink } = tryRun("system a { time [year] = 2017 .. 2030 step 0.3\n stock x = 1 }");
    expect(sink.list[0].message).toBe(
      "A step of 0.3 does not divide the time from 2017 to 2030: that would be 43.333 steps.",
    );
    expect(sink.list[0].help).toBe(
      "the nearest that fit: `step 13/44` or `step 13/43`, or an end at 2029.9 or 2030.2",
    );
  });

  it("a loop is shown as a path with a span for each member", () => {
    const { sink } = tryRun(`system a {
      time [year] = 0 .. 1
      stock x = 1
      aux demand = supply + x
      aux supply = price * 2
      aux price = demand / 3
    }`);
    expect(sink.list[0].message).toBe(
      "These equations need each other at the same instant: `demand` → `supply` → `price` → `demand`.",
    );
    expect(sink.list[0].related.map((r) => r.message)).toEqual([
      "`demand` needs `supply`",
      "`supply` needs `price`",
    ]);
  });

  it("a loop of elements names the elements", () => {
    expect(
      messages(`dimension industry = a, b
      system s {
        time [year] = 0 .. 1
        stock x = 1
        aux level by industry = 5
        aux level[a] = level[b] * x
        aux level[b] = level[a]
      }`),
    ).toEqual(["These equations need each other at the same instant: `level[a]` → `level[b]` → `level[a]`."]);
  });

  it("a delay in a loop is no loop, but its initial value may be one", () => {
    expect(messages("system s { time [year] = 0 .. 9\n stock y = 1\n aux x = smooth(x + y, 2, 0) }")).toEqual(
      [],
    );
    const [message] = messages("system s { time [year] = 0 .. 9\n stock y = 1\n aux x = smooth(x + y, 2) }");
    expect(message).toContain("initial value of `x` needs itself");
  });

  it("a diverging run names the variable and the instant", () => {
    const [message] = messages(`system s {
      time [year] = 0 .. 1000 step 1 using euler save every 100
      stock small = 1
      stock big = 1
      flow a: cloud -> big = 100 * big / 1 [year]
    }`);
    expect(message).toMatch(/^`big` grows beyond all numbers by \d+\.$/);
  });

  it("an equation without a value is told where it arises, not where it ends up", () => {
    const [message] = messages(`system s {
      time [year] = 0 .. 5 step 1 using rk4
      stock left [t] = 3
      stock gathered = 0
      flow use [t/year]: left -> cloud = 1
      aux scarcity = 1 / left
      flow gain: cloud -> gathered = scarcity * 1 [t/year]
    }`);
    expect(message).toBe("`scarcity` has no value at 3.");
  });

  it("the note on a bare per cent rate has both figures", () => {
    const { sink, table } = tryRun(`system s {
      time [year] = 2017 .. 2030 step 1/8
      param growth [1/year] = 6%
      stock gdp [CNY] = 100
      flow gain: cloud -> gdp = growth * gdp
    }`);
    expect(table).not.toBeNull();
    expect(sink.list.map((d) => [d.severity, d.message, d.help])).toEqual([
      [
        "note",
        "`growth` of 6 % a year, applied at every instant, makes `gdp` grow by 6.18 % a year.",
        "`annual(6%)` makes it grow by 6 % from one year to the next",
      ],
    ]);
  });
});

describe("units", () => {
  const system = (entries: string) => `system s {
    time [year] = 2017 .. 2018
    ${entries}
  }`;
  const check = (entries: string) => tryRun(system(entries));

  it("are inferred through equations in any order", () => {
    const { table } = check(`aux c = b / 2
    aux b = a * 3
    stock a [10k t] = 5
    flow f: a -> cloud = c / 1 [year]`);
    const unit = (name: string) => table?.columns.find((c) => c.name === name)?.unit?.text;
    expect([unit("b"), unit("c"), unit("f")]).toEqual(["10k t", "10k t", "10k t/year"]);
  });

  it("convert where scales differ", () => {
    const { table } = check(`stock stone [t] = 0
    flow dug: cloud -> stone = 5 [kt/year]
    aux in_kilotonnes [kt] = stone`);
    const cells = (name: string) => {
      const column = table?.columns.find((c) => c.name === name)?.cells;
      return column?.of === "number" ? [...column.values] : [];
    };
    expect(cells("dug")[0]).toBeCloseTo(5000, 9);
    expect(cells("in_kilotonnes")[1]).toBeCloseTo(5, 9);
  });

  it("one message at the root of a contradiction, not one for each equation that follows", () => {
    const { sink } = check(`stock energy [GJ] = 5
    stock money [CNY] = 3
    aux sum_of_both = energy + money
    aux twice = 2 * sum_of_both
    aux thrice = 3 * twice`);
    expect(sink.list).toHaveLength(1);
    expect(sink.list[0].code).toMatch(/^GTFP3/);
  });

  it("a growth rate per year fits a run in months", () => {
    const { table } = tryRun(`system s {
      time [month] = 0 .. 12 step 1/4 using rk4 save every 12
      param growth [1/year] = annual(6%)
      stock gdp [CNY] = 100
      flow gain: cloud -> gdp = growth * gdp
    }`);
    const cells = table?.columns.find((c) => c.name === "gdp")?.cells;
    expect(cells?.of === "number" && cells.values[1]).toBeCloseTo(106, 6);
  });
});
