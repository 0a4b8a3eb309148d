import { describe, expect, it } from "vitest";
import { cells, numberAt, numbersIn, tablesOf } from "../../helpers/experiments.ts";
import { pipeline } from "../../helpers/pipeline.ts";

/** Data by formulas: a row for each year. */
function history(years: readonly number[], columns: Readonly<Record<string, (t: number) => number>>): string {
  const names = Object.keys(columns);
  const rows = years.map(
    (year) => `  | ${year} | ${names.map((n) => columns[n](year - 2000)).join(" | ")} |`,
  );
  return `data history {
  period year
  | year | ${names.map((n) => `${n} [${n === "co2" ? "t" : "CNY"}]`).join(" | ")} |
${rows.join("\n")}
}
`;
}
const economy = `system economy {
  time [year] = 2000 .. 2020 step 1/8 save every 1
  param growth [1/year] = annual(5%)
  param decline [1/year] = 1%
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  aux co2 [t] = gdp * exp(0 - decline * (time - 2000 [year])) * 1 [t/CNY]
}
`;
const years = Array.from({ length: 12 }, (_, i) => 2000 + i);
const exact = history(years, {
  gdp: (t) => 100 * Math.exp(0.07 * t),
  co2: (t) => 100 * Math.exp(0.04 * t),
});

describe("calibration", () => {
  it("finds the parameters that made the data", async () => {
    const all = await tablesOf(
      `${exact}${economy}calibration fit of economy { growth in 1% .. 12%; decline in 0 .. 10%; match gdp, co2 to history in 2000 .. 2008; test in 2009 .. 2011 }`,
    );
    const fit = all.get("fit");
    expect(cells(fit, "parameter")).toEqual(["growth", "decline"]);
    const [growth, decline] = numbersIn(fit, "value");
    expect(growth).toBeCloseTo(0.07, 7);
    expect(decline).toBeCloseTo(0.03, 7);
    expect(cells(fit, "at_bound")).toEqual([null, null]);
    expect(fit!.notes![0]).toMatch(/\(18 data\).*4 of 4 searches ended there/);
    const table = all.get("fit.fit");
    expect(cells(table, "variable")).toEqual(["gdp", "co2", "gdp", "co2"]);
    expect(cells(table, "span")).toEqual(["match", "match", "test", "test"]);
    expect(numbersIn(table, "n")).toEqual([9, 9, 3, 3]);
    for (const mape of numbersIn(table, "mape")) expect(mape).toBeLessThan(1e-4);
    expect(all.get("fit.residuals")!.rows).toBe(24);
  });

  it("is weighted least squares of relative errors, with their standard errors", async () => {
    // A straight line, whose fit is known: weights 1/d².
    const data = [10, 12, 11, 15, 17, 16, 20];
    const ts = data.map((_, t) => t);
    const all = await tablesOf(`${history(
      ts.map((t) => 2000 + t),
      { gdp: (t) => data[t] },
    )}
system line {
  time [year] = 2000 .. 2010
  param a [CNY] = 1
  param b [CNY/year] = 1
  aux gdp = a + b * (time - 2000 [year])
}
calibration fit of line { a in 0 .. 50; b in 0 .. 5; match gdp to history }`);
    const w = data.map((d) => 1 / d ** 2);
    const sum = (f: (t: number) => number) => ts.reduce((total, t) => total + w[t] * f(t), 0);
    const [s0, s1, s2] = [sum(() => 1), sum((t) => t), sum((t) => t * t)];
    const [y0, y1] = [sum((t) => data[t]), sum((t) => t * data[t])];
    const determinant = s0 * s2 - s1 * s1;
    const [a, b] = [(s2 * y0 - s1 * y1) / determinant, (s0 * y1 - s1 * y0) / determinant];
    const [fittedA, fittedB] = numbersIn(all.get("fit"), "value");
    expect(fittedA).toBeCloseTo(a, 6);
    expect(fittedB).toBeCloseTo(b, 6);
    const s = sum((t) => (a + b * t - data[t]) ** 2) / 5;
    const [errorA, errorB] = numbersIn(all.get("fit"), "standard_error");
    expect(errorA).toBeCloseTo(Math.sqrt((s * s2) / determinant), 5);
    expect(errorB).toBeCloseTo(Math.sqrt((s * s0) / determinant), 5);
  });

  it("stays within bounds and says so", async () => {
    const all = await tablesOf(
      `${exact}${economy}calibration fit of economy { growth in 1% .. 5%; match gdp to history }`,
    );
    const fit = all.get("fit");
    expect(numbersIn(fit, "value")).toEqual([0.05]);
    expect(cells(fit, "at_bound")).toEqual(["high"]);
    expect(numbersIn(fit, "standard_error")).toEqual([Number.NaN]);
    expect(fit!.notes!.join(" ")).toContain("growth stands at its upper bound");
  });

  it("weighs what is matched, in any of its forms", async () => {
    // gdp grows by 7, co2 by 4 per cent: with one rate for both the weights decide.
    const text = (weights: string) =>
      `${exact}${economy}calibration fit of economy { growth in 1% .. 12%; match gdp to history; match co2 * exp(decline * (2010 - 2000) * 1 [year]) / 1 to history.co2 in 2010 .. 2010; ${weights} }`;
    const rate = async (weights: string) => numbersIn((await tablesOf(text(weights))).get("fit"), "value")[0];
    const [light, even] = [await rate("weights {gdp: 100}"), await rate("weights {gdp: 1}")];
    expect(light).toBeGreaterThan(even);
    expect(light).toBeCloseTo(0.07, 2);
  });

  it("matches elements by label and converts units", async () => {
    const all = await tablesOf(`data history {
  dmu industry
  period year
  | industry | year | output [kt] |
  | services | 2000 |       0.002 |
  | steel    | 2000 |       0.001 |
  | services | 2004 |       0.010 |
  | steel    | 2004 |       0.005 |
}
dimension industry = steel, services
system economy {
  time [year] = 2000 .. 2010
  param rate by industry [t/year] = {steel: 5, services: 5}
  stock output by industry [t] = {steel: 1, services: 2}
  flow make by industry: cloud -> output = rate
}
calibration fit of economy { rate[steel] in 0 .. 4; rate[services] in 0 .. 4; match output to history }`);
    expect(cells(all.get("fit"), "parameter")).toEqual(["rate[steel]", "rate[services]"]);
    const [steel, services] = numbersIn(all.get("fit"), "value");
    expect(steel).toBeCloseTo(1, 6);
    expect(services).toBeCloseTo(2, 6);
    expect(cells(all.get("fit.fit"), "variable")).toEqual(["output[steel]", "output[services]"]);
  });

  it("gives its parameters to scenarios, whose own changes come after, and to experiments of these", async () => {
    const all = await tablesOf(`scenario quick from fitted { decline = 0 }
sweep rates of fitted { decline in 0 .. 1% step 1%; outputs co2 at 2010 }
scenario fitted of economy using fit
${exact}${economy}calibration fit of economy { growth in 1% .. 12%; decline in 0 .. 10%; match gdp, co2 to history }`);
    const runs = all.get("economy");
    expect(numberAt(runs, "co2", { scenario: "fitted", time: 2010 })).toBeCloseTo(100 * Math.exp(0.4), 3);
    expect(numberAt(runs, "co2", { scenario: "quick", time: 2010 })).toBeCloseTo(100 * Math.exp(0.7), 3);
    expect(numbersIn(all.get("rates"), "co2 at 2010")[1]).toBeCloseTo(100 * Math.exp(0.6), 3);
  });

  it("tells parameters that do nothing, and a test without data", async () => {
    const all = await tablesOf(
      `${exact}${economy}calibration fit of economy { growth in 1% .. 12%; decline in 0 .. 10%; match gdp to history; test in 2015 .. 2017 }`,
    );
    const fit = all.get("fit")!;
    expect(numbersIn(fit, "value")[0]).toBeCloseTo(0.07, 7);
    expect(numbersIn(fit, "standard_error")[0]).toBeGreaterThan(0);
    expect(fit.notes!.join(" ")).toMatch(
      /4 of 4 searches.*Nothing that is matched depends on decline.*from 2015 to 2017: the fit is not tested/,
    );
  });

  it.each([
    ["test 2015", "`test` needs two years after `in`, such as `2015 .. 2017`."],
    ["weights {gdp: 0}", "`weights` needs a weight above 0 for something that is matched."],
  ])("refuses %s", async (setting, message) => {
    const { diagnostics } = await pipeline(
      `${exact}${economy}calibration fit of economy { growth in 1% .. 12%; match gdp to history; ${setting} }`,
    );
    expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([message]);
  });

  it("refuses a circle: a calibration that needs the runs which use it", async () => {
    const { diagnostics } = await pipeline(`${economy}data runs from economy { dmu scenario; period time }
calibration fit of economy { growth in 1% .. 12%; match gdp to runs.gdp["fitted"] }
scenario fitted of economy using fit`);
    expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.code)).toEqual(["GTFP2006"]);
  });
});
