import { describe, expect, it } from "vitest";
import { cells, numberAt, numbersIn, tablesOf } from "../../helpers/experiments.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const economy = (experiment: string) => `system economy {
  time [year] = 2020 .. 2030 step 1/8 save every 5
  param growth [1/year] = 5%
  param level [CNY] = 100
  stock gdp [CNY] = level
  flow gain: cloud -> gdp = growth * gdp
}
${experiment}
`;
/** Standard normal quantiles. */
const z = { 75: 0.6744897501960817, 95: 1.6448536269514722, 97.5: 1.959963984540054 };

describe("sensitivity", () => {
  it("has the bands of the closed form", async () => {
    const all = await tablesOf(
      economy(
        "sensitivity doubt of economy { growth ~ normal(5%, 1%); samples 1024; seed 3; outputs gdp; bands 50, 90, 95 }",
      ),
    );
    const bands = all.get("doubt.bands");
    expect(bands!.columns.map((c) => c.name)).toEqual(
      "output unit time n mean p2.5 p5 p25 median p75 p95 p97.5".split(" "),
    );
    // A quantile goes through a rising function: 100 exp((μ + σ z) t).
    for (const [share, score] of Object.entries(z)) {
      const at = { output: "gdp", time: 2030 };
      const high = numberAt(bands, `p${share}`, at);
      expect(high / (100 * Math.exp(10 * (0.05 + 0.01 * score)))).toBeCloseTo(1, 2);
      const low = numberAt(bands, `p${100 - Number(share)}`, at);
      expect(low / (100 * Math.exp(10 * (0.05 - 0.01 * score)))).toBeCloseTo(1, 2);
    }
    // The mean of a lognormal.
    expect(numberAt(bands, "mean", { time: 2030 }) / (100 * Math.exp(0.5 + 0.005))).toBeCloseTo(1, 3);
    expect(numbersIn(bands, "p95")[0]).toBe(100);
  });

  it("shows each sample with its parameters and outputs, the same for the same seed", async () => {
    const text = (seed: number, sampling: string) =>
      economy(
        `sensitivity doubt of economy { growth ~ uniform(4%, 6%); level ~ triangular(50, 100, 200); samples 64; sampling ${sampling}; seed ${seed}; outputs gdp, peak_time(gdp) }`,
      );
    for (const sampling of ["sobol", "latin", "random"]) {
      const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => tablesOf(text(seed, sampling))));
      const doubt = one.get("doubt")!;
      expect(doubt.columns.map((c) => c.name)).toEqual([
        "sample",
        "growth",
        "level",
        "gdp at 2030",
        "peak_time(gdp)",
      ]);
      expect(doubt.columns.map((c) => c.cells)).toEqual(again.get("doubt")!.columns.map((c) => c.cells));
      expect(numbersIn(doubt, "growth")).not.toEqual(numbersIn(other.get("doubt"), "growth"));
      numbersIn(doubt, "gdp at 2030").forEach((gdp, row) => {
        const [growth, level] = ["growth", "level"].map((name) => numbersIn(doubt, name)[row]);
        expect(gdp / (level * Math.exp(10 * growth))).toBeCloseTo(1, 7);
        expect(growth > 0.04 && growth < 0.06 && level > 50 && level < 200).toBe(true);
      });
      expect(doubt.notes).toContain("peak_time(gdp) is empty in 64 of 64 runs: still rising at 2030.");
      expect(one.has("doubt.indices")).toBe(sampling !== "latin");
    }
  });

  it("finds the indices of Ishigami and Homma's function (1990)", async () => {
    const pi = Math.PI;
    const all = await tablesOf(`system ishigami {
  time [year] = 2020 .. 2021
  param a = 0
  param b = 0
  param c = 0
  aux y = sin(a) + 7 * sin(b) ^ 2 + 0.1 * c ^ 4 * sin(a)
}
sensitivity doubt of ishigami {
  a ~ uniform(-${pi}, ${pi}); b ~ uniform(-${pi}, ${pi}); c ~ uniform(-${pi}, ${pi})
  samples 4096; outputs y
}`);
    const indices = all.get("doubt.indices");
    // V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2 with a = 7, b = 0.1.
    const v = 49 / 8 + (0.1 * pi ** 4) / 5 + (0.01 * pi ** 8) / 18 + 0.5;
    const first = [(1 + (0.1 * pi ** 4) / 5) ** 2 / 2 / v, 49 / 8 / v, 0];
    const crossed = (8 * 0.01 * pi ** 8) / 225 / v;
    const total = [first[0] + crossed, first[1], crossed];
    numbersIn(indices, "first_order").forEach((s, i) => {
      expect(Math.abs(s - first[i])).toBeLessThan(0.02);
    });
    numbersIn(indices, "total").forEach((s, i) => {
      expect(Math.abs(s - total[i])).toBeLessThan(0.02);
    });
    expect(cells(indices, "parameter")).toEqual(["a", "b", "c"]);
    expect(indices!.notes![0]).toMatch(
      /^20,480 runs: two samples A and B of 4,096 points .* Jansen \(1999\)/,
    );
  });

  it("explains a sum of normals by their variances, with errors that hold", async () => {
    const all = await tablesOf(`system sum {
  time [year] = 2020 .. 2021
  param a = 0
  param b = 0
  aux y = a + 2 * b
}
sensitivity doubt of sum { a ~ normal(0, 1); b ~ normal(0, 1); samples 1000; sampling random; outputs y }`);
    const indices = all.get("doubt.indices");
    for (const [parameter, share] of [["a", 0.2] as const, ["b", 0.8] as const]) {
      for (const index of ["first_order", "total"]) {
        const error = Math.abs(numberAt(indices, index, { parameter }) - share);
        expect(error).toBeLessThan(4 * numberAt(indices, `${index}_error`, { parameter }));
        expect(error).toBeGreaterThan(0);
      }
    }
  });

  it("draws a tornado: one parameter at a time, greatest first, the others as in the base run", async () => {
    const all = await tablesOf(
      economy(
        "sensitivity doubt of economy { growth ~ normal(5%, 1%); level ~ uniform(99, 101); samples 16; outputs gdp; bands 90 }",
      ),
    );
    const tornado = all.get("doubt.tornado");
    expect(cells(tornado, "parameter")).toEqual(["growth", "level"]);
    const at = (parameter: string, column: string) => numberAt(tornado, column, { parameter });
    expect(at("growth", "low")).toBeCloseTo(0.05 - 0.01 * z[95], 10);
    expect(at("growth", "at_high")).toBeCloseTo(100 * Math.exp(10 * (0.05 + 0.01 * z[95])), 4);
    expect(at("level", "low")).toBeCloseTo(99.1, 10);
    expect(at("level", "swing")).toBeCloseTo(1.8 * Math.exp(0.5), 5);
    expect(at("level", "base")).toBeCloseTo(100 * Math.exp(0.5), 5);
  });

  it.each([
    ["normal(10, 2)", 10, 2],
    ["normal(10, 2, low: 10)", 10 + 2 * Math.sqrt(2 / Math.PI), 2 * Math.sqrt(1 - 2 / Math.PI)],
    ["uniform(9, 11)", 10, 2 / Math.sqrt(12)],
    [
      "loguniform(1, 100)",
      99 / Math.log(100),
      Math.sqrt(9999 / (2 * Math.log(100)) - (99 / Math.log(100)) ** 2),
    ],
    ["triangular(0, 5, 10)", 5, 10 / Math.sqrt(24)],
    ["pert(0, 5, 10)", 5, 10 / Math.sqrt(28)],
    ["beta(2, 3, 0, 10)", 4, 2],
    ["lognormal(1, 0.5)", Math.exp(1.125), Math.exp(1.125) * Math.sqrt(Math.exp(0.25) - 1)],
    ["exponential(4)", 4, 4],
    ["10 + 2 * exponential(3)", 16, 6],
    // Half of it lies at the mean, half is the upper half of a normal.
    ["max(normal(10, 2), 10)", 10 + 2 / Math.sqrt(2 * Math.PI), 2 * Math.sqrt(0.5 - 1 / (2 * Math.PI))],
  ])("%s has mean %d and standard deviation %d", async (distribution, mean, sd) => {
    const all = await tablesOf(`system one {
  time [year] = 2020 .. 2021
  param x [t] = 10
}
sensitivity doubt of one { x ~ ${distribution.replace("10 + 2", "10 [t] + 2")}; samples 4096; outputs x }`);
    const values = numbersIn(all.get("doubt"), "x");
    const average = values.reduce((sum, v) => sum + v, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - average) ** 2, 0) / values.length);
    expect(average / mean).toBeCloseTo(1, 2);
    expect(Math.abs(spread / sd - 1)).toBeLessThan(0.02);
  });

  it("takes arguments from data, and a function around the distribution", async () => {
    const all = await tablesOf(`data figures {
  dmu country
  | country | growth | spread |
  | A       |   0.06 |   0.01 |
}
${economy("")}
sensitivity doubt of economy { growth ~ annual(normal(sum(figures.growth), sum(figures.spread))); samples 256; outputs gdp at 2030 }`);
    const growth = numbersIn(all.get("doubt"), "growth").map((g) => Math.exp(g) - 1);
    expect(growth.reduce((sum, g) => sum + g, 0) / 256).toBeCloseTo(0.06, 4);
  });

  it("refuses what makes no distribution, naming why", async () => {
    const { diagnostics } = await pipeline(
      economy("sensitivity doubt of economy { growth ~ uniform(6%, 4%); samples 16 }"),
    );
    expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([
      "`uniform` of `growth` needs `low` below `high`.",
    ]);
  });

  it("serves expectations about probabilities", async () => {
    const { results } = await pipeline(
      `${economy("sensitivity doubt of economy { growth ~ normal(5%, 1%); samples 1024; outputs gdp }")}
expect share(doubt.\`gdp at 2030\` > 164.872 [CNY]) == 0.5 within 1%`,
    );
    expect(results?.expectations.map((e) => e.pass)).toEqual([true]);
  });
});
