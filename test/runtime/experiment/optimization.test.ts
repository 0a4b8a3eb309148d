import { describe, expect, it } from "vitest";
import { cells, numberAt, numbersIn, tablesOf } from "../../helpers/experiments.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const economy = `system economy {
  time [year] = 2020 .. 2040 step 1/8 save every 1
  param growth [1/year] = 5%
  param turn [year] = 15
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  // A parabola with its peak \`turn\` years after the start.
  aux co2 [t] = (100 - ((time - 2020 [year] - turn) / 1 [year]) ^ 2 / 10) * 1 [t]
}
`;

describe("optimization", () => {
  it("goes to the bound where nothing keeps it", async () => {
    const all = await tablesOf(
      `${economy}optimization best of economy { growth in 4% .. 9%; maximize gdp at 2030 }`,
    );
    const best = all.get("best");
    expect(numberAt(best, "value", { item: "growth" })).toBeCloseTo(0.09, 9);
    expect(numberAt(best, "value", { item: "gdp at 2030" })).toBeCloseTo(100 * Math.exp(0.9), 3);
    expect(cells(best, "at_bound")).toEqual(["high", null]);
  });

  it("stops at a constraint, and tells its slack", async () => {
    const all = await tablesOf(
      `${economy}optimization best of economy { growth in 0% .. 9%; maximize gdp at 2030; subject to gdp <= 200 [CNY]; subject to gdp at 2030 < 1000 [CNY] }`,
    );
    const best = all.get("best");
    // gdp ≤ 200 at every saved time binds at the end: 100 exp(20 g) = 200.
    expect(numberAt(best, "value", { item: "growth" })).toBeCloseTo(Math.log(2) / 20, 7);
    expect(cells(best, "met")).toEqual([null, null, "yes", "yes"]);
    const slack = numbersIn(best, "slack");
    expect(slack[2]).toBeGreaterThanOrEqual(0);
    expect(slack[2]).toBeLessThan(1e-4);
    expect(slack[3]).toBeCloseTo(1000 - 100 * Math.SQRT2, 3);
  });

  it("keeps a peak before a year, though most points have none", async () => {
    const all = await tablesOf(
      `${economy}optimization best of economy { growth in 0% .. 9%; turn in 0 .. 200; maximize turn at 2020; subject to peak_time(co2) < 2030 }`,
    );
    const best = all.get("best");
    // Saved every year: the peak is seen in 2029 while the turn is before 9.5.
    expect(numberAt(best, "value", { item: "turn" })).toBeCloseTo(9.5, 4);
    expect(numberAt(best, "slack", { kind: "constraint" })).toBe(1);
  });

  it("minimises, and takes conditions joined by `and`, ranges and `or`", async () => {
    const all = await tablesOf(
      `${economy}optimization one of economy { growth in 0% .. 9%; minimize gdp at 2030; subject to gdp at 2030 in 120 [CNY] .. 150 [CNY] and growth at 2020 > 0 }
optimization two of economy { growth in 0% .. 9%; minimize gdp at 2030; subject to gdp at 2030 > 200 [CNY] or gdp at 2030 < 50 [CNY] }`.replace(
        "in 120 .. 150",
        "in 120 [CNY] .. 150 [CNY]",
      ),
    );
    expect(numberAt(all.get("one"), "value", { item: "growth" })).toBeCloseTo(Math.log(1.2) / 10, 7);
    expect(numberAt(all.get("two"), "value", { item: "growth" })).toBeCloseTo(Math.log(2) / 10, 7);
  });

  it("says plainly that no point satisfies the constraints, and lends its result to no scenario", async () => {
    const text = `${economy}optimization best of economy { growth in 4% .. 9%; maximize gdp at 2030; subject to peak_time(gdp) < 2030 }`;
    const { results, diagnostics } = await pipeline(text);
    expect(diagnostics.map((d) => `${d.severity} ${d.code}`)).toContain("warning GTFP8204");
    const best = results!.tables.find((t) => t.name === "best")!;
    expect(cells(best, "met")).toEqual([null, null, "no"]);
    expect(best.notes!.join(" ")).toMatch(/No point among .* still rising at 2040/);
    const used = await pipeline(`${text}\nscenario policy of economy using best`);
    expect(used.results).toBeNull();
    expect(used.diagnostics.map((d) => d.code)).toContain("GTFP8205");
  });

  it("warns of an equality without a tolerance, and refuses a goal without a value", async () => {
    const { diagnostics } = await pipeline(
      `${economy}optimization best of economy { growth in 4% .. 9%; maximize gdp at 2030; subject to gdp at 2030 == 200 [CNY] }`,
    );
    expect(diagnostics.filter((d) => d.severity === "warning").map((d) => d.code)).toEqual([
      "GTFP2075",
      "GTFP8204",
    ]);
    const empty = await pipeline(
      `${economy}optimization best of economy { growth in 4% .. 9%; minimize peak_time(gdp) }`,
    );
    expect(empty.diagnostics.map((d) => d.code)).toContain("GTFP8207");
  });

  it("lends its parameters to a scenario", async () => {
    const all = await tablesOf(
      `${economy}optimization best of economy { growth in 4% .. 9%; maximize gdp at 2030 }\nscenario policy of economy using best`,
    );
    expect(numberAt(all.get("economy"), "gdp", { scenario: "policy", time: 2030 })).toBeCloseTo(
      100 * Math.exp(0.9),
      3,
    );
  });
});
