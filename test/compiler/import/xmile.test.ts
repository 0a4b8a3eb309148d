import { describe, expect, it } from "vitest";
import { importMdl } from "../../../compiler/import/vensim/read-mdl.ts";
import { importXmile } from "../../../compiler/import/xmile/read-xmile.ts";
import { mdl, runText } from "./imported.ts";

function document(
  variables: string,
  around: { specs?: string; dimensions?: string; more?: string } = {},
): string {
  const specs =
    around.specs ??
    '<sim_specs method="Euler"><start>0</start><stop>10</stop><dt reciprocal="true">8</dt></sim_specs>';
  return `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>Own</vendor><name>test</name></header>
${specs}
${around.dimensions ?? ""}
<model><variables>${variables}</variables><views><view><stock name="x" x="1"/></view></views></model>
${around.more ?? ""}
</xmile>`;
}

function imported(text: string) {
  const { text: model, diagnostics } = importXmile({ path: "model.xmile", text }, "model");
  return { model, diagnostics, codes: diagnostics.map((d) => d.code) };
}

async function run(text: string) {
  const { model, diagnostics } = imported(text);
  expect(diagnostics.map((d) => d.message)).toEqual([]);
  return runText(model!);
}

/** The last value of one auxiliary. */
async function value(eqn: string): Promise<number> {
  const escaped = eqn.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return (await run(document(`<aux name="x"><eqn>${escaped}</eqn></aux>`))).end("x");
}

describe("an XMILE document", () => {
  it("becomes stocks, flows, auxiliaries and lookups", async () => {
    const { model, end } = await run(
      document(`
        <stock name="Deer population"><doc>Counted in spring</doc><eqn>100</eqn><inflow>births</inflow><outflow>Hunting Out</outflow></stock>
        <stock name="Hunted"><eqn>0</eqn><inflow>hunting_out</inflow></stock>
        <flow name="births"><eqn>deer_population * rate</eqn><non_negative/></flow>
        <flow name="hunting out"><eqn>"Deer population" * 0.05 {a share}</eqn></flow>
        <aux name="rate"><eqn>effect(3)</eqn></aux>
        <gf name="effect"><xscale min="0" max="10"/><ypts>0, 1</ypts></gf>
        <aux name="read"><eqn>TIME</eqn><gf type="extrapolate"><xpts>0,5</xpts><ypts>0,10</ypts></gf></aux>
        <aux name="held"><eqn>TIME</eqn><gf type="discrete"><xpts>0,4,20</xpts><ypts>1,2,3</ypts></gf></aux>
      `),
    );
    expect(model).toContain("/// Counted in spring\n");
    expect(model).toContain("flow hunting_out: Deer_population -> Hunted");
    expect(model).toContain("flow births: cloud -> Deer_population = max(0, Deer_population * rate)");
    expect(end("Deer_population")).toBeCloseTo(100 * (1 + 0.25 / 8) ** 80, 6);
    expect([end("read"), end("held")]).toEqual([20, 2]);
  });

  it("keeps arrays, elements of their own, and sums", async () => {
    const { model, end } = await run(
      document(
        `<stock name="s"><dimensions><dim name="Place"/></dimensions><eqn>1</eqn><inflow>in</inflow></stock>
         <flow name="in"><dimensions><dim name="Place"/></dimensions><element subscript="north"><eqn>s[north] * 0 + 2</eqn></element><element subscript="south"><eqn>share[south, 1] + 3</eqn></element></flow>
         <aux name="share"><dimensions><dim name="Place"/><dim name="Class"/></dimensions><eqn>4</eqn></aux>
         <aux name="double"><dimensions><dim name="Place"/></dimensions><eqn>2 * s</eqn></aux>
         <aux name="all"><eqn>SUM(s) + SUM(share[north, *]) + MEAN(share) + MAX(s[*])</eqn></aux>
         <aux name="each"><dimensions><dim name="Place"/></dimensions><eqn>SUM(share[Place, *]) + SIZE(share)</eqn></aux>`,
        {
          dimensions:
            '<dimensions><dim name="Place"><elem name="north"/><elem name="south"/></dim><dim name="Class" size="3"/></dimensions>',
        },
      ),
    );
    expect(model).toContain("dimension Class = `1`, `2`, `3`");
    expect([end("s[north]"), end("s[south]"), end("double[south]")]).toEqual([21, 71, 142]);
    expect(end("all")).toBe(92 + 12 + 4 + 71);
    expect(end("each[south]")).toBe(12 + 6);
  });

  it("limits non-negative stocks, and notes where the order of outflows counts", async () => {
    const stock = (outflows: string) =>
      `<stock name="water"><eqn>10</eqn>${outflows}<non_negative/></stock><flow name="a"><eqn>3</eqn></flow><flow name="b"><eqn>1</eqn></flow>`;
    const { model, end } = await run(document(stock("<outflow>a</outflow>")));
    expect(model).toContain("stock nonnegative water = 10");
    expect(end("water")).toBe(0);
    expect(imported(document(stock("<outflow>a</outflow><outflow>b</outflow>"))).codes).toEqual(["GTFP8910"]);
  });

  it("has time in exact fractions, other methods and fewer saves", () => {
    const specs =
      '<sim_specs method="rk4" isee:save_interval="0.5" time_units="Months"><start>-1</start><stop>2</stop><dt>0.25</dt></sim_specs>';
    const { model } = imported(
      document('<aux name="x"><eqn>STARTTIME + STOPTIME + DT</eqn></aux>', { specs }),
    );
    expect(model).toContain("time [month] = -1 .. 2 step 1/4 using rk4 save every 1/2");
    expect(model).toContain("(-1 [month]) + (2 [month]) + dt");
  });

  it("renames what means something else in GTFP", async () => {
    const gf = (name: string) => `<gf name="${name}"><xpts>0,9</xpts><ypts>5,5</ypts></gf>`;
    const { end } = await run(
      document(
        `${gf("floor")}<aux name="sum"><eqn>7</eqn></aux><aux name="x"><eqn>floor(2.5) + INT(2.5) + sum</eqn></aux>`,
      ),
    );
    expect(end("x")).toBe(5 + 2 + 7);
    const vensim = importMdl({ path: "m.mdl", text: mdl("dt = 7\nx = dt + TIME STEP") }, "m");
    expect((await runText(vensim.text!)).end("x")).toBe(7.125);
  });

  it("reads the equation of the start beside the running one", async () => {
    const { series } = await run(
      document('<aux name="a"><eqn>6</eqn><init_eqn>3</init_eqn></aux><stock name="s"><eqn>a</eqn></stock>'),
    );
    expect(series("s")[0]).toBe(3);
  });
});

describe("an equation of XMILE", () => {
  const cases: readonly (readonly [string, number])[] = [
    ["-2^2", -4],
    ["7 MOD 4 * 2", 6],
    ["INT(-1.5)", -2],
    ["IF TIME > 5 AND NOT (1 = 2) OR 1 <> 1 THEN 3 ELSE 4", 3],
    ["if 0 then 1 else if 1 then 2 else 3", 2],
    ["(3 > 2) + 1", 2],
    ["SAFEDIV(1, 0) + SAFEDIV(1, 0, 5) + SAFEDIV(6, 2)", 8],
    ["LOG10(1000) + LN(EXP(1)) + SQRT(4) + ABS(-1) + MAX(1, 2) + MIN(1, 2)", 10],
    ["STEP(3, 5) + RAMP(1, 4, 6) + RAMP(1, 8)", 7],
    ["SMTH1(5, 2) + SMTH3(5, 2) + SMTHN(5, 2, 4) + DELAY1(5, 2) + DELAY3(5, 2) + DELAYN(5, 2, 4)", 30],
    ["DELAY(TIME, 2, 1) + PREVIOUS(TIME, 0)", 17.875],
    ["INIT(TIME + 4) + TREND(5, 2) + FORCST(5, 2, 3)", 9],
    ["COS(PI)", -1],
  ];
  it.each(cases)("%s", async (eqn, expected) => {
    expect(await value(eqn)).toBeCloseTo(expected, 10);
  });

  it("may pulse: an amount within one step", async () => {
    const { model, codes } = imported(
      document(
        '<stock name="s"><eqn>0</eqn><inflow>p</inflow></stock><flow name="p"><eqn>PULSE(5, 2)</eqn></flow>',
      ),
    );
    expect(codes).toEqual(["GTFP8910"]);
    expect((await runText(model!)).end("s")).toBe(5);
    const again = (interval: number) =>
      document(
        `<stock name="s"><eqn>0</eqn><inflow>p</inflow></stock><flow name="p"><eqn>PULSE(5, 2, ${interval})</eqn></flow>`,
      );
    expect((await runText(imported(again(4)).model!)).end("s")).toBe(10);
    expect((await runText(imported(again(0)).model!)).end("s")).toBe(5);
  });
});

describe("what is refused of XMILE", () => {
  const aux = '<aux name="x"><eqn>1</eqn></aux>';
  const cases: readonly (readonly [what: string, text: string, code: string])[] = [
    ["no XML", "herd = 3", "GTFP8901"],
    ["another document", "<html></html>", "GTFP8901"],
    ["tags that do not close", document("<aux>"), "GTFP8901"],
    ["an equation that breaks off", document('<aux name="x"><eqn>1 + </eqn></aux>'), "GTFP8901"],
    ["no equation", document('<aux name="x"></aux>'), "GTFP8901"],
    [
      "points without as many values",
      document('<gf name="f"><xpts>1,2</xpts><ypts>1</ypts></gf>'),
      "GTFP8901",
    ],
    ["a module", document('<module name="m"/>'), "GTFP8904"],
    ["a second model", document(aux, { more: '<model name="m"></model>' }), "GTFP8904"],
    ["a macro", document(aux, { more: '<macro name="m"><eqn>1</eqn></macro>' }), "GTFP8904"],
    [
      "a conveyor",
      document('<stock name="s"><eqn>1</eqn><conveyor><len>2</len></conveyor></stock>'),
      "GTFP8904",
    ],
    ["an unknown function", document('<aux name="x"><eqn>MONTECARLO(1)</eqn></aux>'), "GTFP8902"],
    ["an unknown name", document('<aux name="x"><eqn>y</eqn></aux>'), "GTFP8903"],
    ["an unknown flow", document('<stock name="s"><eqn>1</eqn><inflow>f</inflow></stock>'), "GTFP8903"],
    ["two of one name", document(`${aux}<aux name="X"><eqn>1</eqn></aux>`), "GTFP8906"],
    ["no time", document(aux, { specs: "<sim_specs/>" }), "GTFP8907"],
    [
      "an unknown method",
      document(aux, { specs: '<sim_specs method="adams"><start>0</start><stop>1</stop></sim_specs>' }),
      "GTFP8904",
    ],
    [
      "a step that does not divide",
      document(aux, { specs: "<sim_specs><start>0</start><stop>1</stop><dt>0.3</dt></sim_specs>" }),
      "GTFP8908",
    ],
  ];
  it.each(cases)("%s", (_, text, code) => {
    const { model, codes } = imported(text);
    expect(model).toBeNull();
    expect(codes).toContain(code);
  });

  it("is told at its place, entities before it or not", () => {
    const text = document('<aux name="x"><eqn>1 &lt; hert</eqn></aux>');
    const { diagnostics } = imported(text);
    const { start, end } = diagnostics[0]!.span;
    expect(start).toBeGreaterThanOrEqual(text.indexOf("<eqn>"));
    expect(end).toBeLessThanOrEqual(text.indexOf("</eqn>") + 6);
  });
});
