import { describe, expect, it } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";

const model = `system lake {
  time [year] = 2020 .. 2030 step 1/4 save every 1
  param drain [1/year] = 0.2
  param rise [t/year^2] = 2
  stock water [t] = 80
  stock vapour [t] = 20
  flow evaporation: water -> vapour = drain * water
  aux hill [t] = rise * (time - 2020 [year]) * (2024 [year] - time)
  aux slope [t] = rise * (time - 2020 [year]) * 1 [year]
  aux dry = if water < 1 [t] then 1 else 0
}
scenario s1 of lake
/// Nothing drains
scenario still of lake { drain = 0 }
`;

async function claims(text: string) {
  const { results, diagnostics } = await pipeline(model + text);
  const errors = diagnostics.filter((d) => d.severity === "error");
  expect(errors.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  return results!.expectations;
}

describe("expectations over time", () => {
  it("hold at every saved time of every scenario, or of one", async () => {
    const all = await claims(`expect always lake.water >= 0
expect always s1.water < 80 [t]
expect always lake.water > 79 [t]`);
    expect(all.map((e) => e.pass)).toEqual([true, false, false]);
    expect(all[1].reason).toBe("1 of 11 rows break it: 2020: 80");
    expect(all[2].reason).toMatch(/^10 of 22 rows break it: s1, 2021: 65/);
  });

  it("find what must be conserved", async () => {
    const all = await claims(`expect always lake.water + lake.vapour == 100 [t] within 0.000001%
expect always s1.water + s1.vapour == s1.water at 2020 + s1.vapour at 2020 within 0.000001 [t]
expect always s1.water == 80 [t] within 1%`);
    expect(all.map((e) => e.pass)).toEqual([true, true, false]);
  });

  it("find what must rise or fall all the way", async () => {
    const all = await claims(`expect always s1.water < lag(s1.water)
expect always growth(s1.vapour) > 0
expect always s1.hill >= lag(s1.hill)`);
    expect(all.map((e) => e.pass)).toEqual([true, true, false]);
    expect(all[2].reason).toMatch(/2023: 6, against 8/);
  });

  it("tell a peak from the end of the run", async () => {
    const all = await claims(`expect peak_time(s1.hill) < 2031
expect peak_time(s1.slope) < 2031
expect peak_time(lake.slope) < 2031
expect peak_value(s1.hill) == 8 [t] within 0.1%`);
    expect(all.map((e) => e.pass)).toEqual([true, false, false, true]);
    expect(all[0].actual).toBe(2022);
    expect(all[1].reason).toBe("the value is empty: still rising at 2030");
    expect(all[2].reason).toBe("all 2 rows are empty: still rising at 2030");
  });

  it("test extreme conditions by scenarios of their own", async () => {
    const all = await claims(`/// Without a drain the water stays
expect always still.water == 80 [t] within 0.000001%
expect sum(s1.dry) == 0`);
    expect(all.map((e) => [e.title, e.pass])).toEqual([
      ["Without a drain the water stays", true],
      ["sum(s1.dry) == 0", true],
    ]);
  });

  it("have a validation beside data, with sentences on its errors", async () => {
    const { results } = await pipeline(`data seen {
  period year
  | year | water [kg] | vapour [t] |
  | 2020 |      80000 |         20 |
  | 2021 |      65000 |         36 |
  | 2022 |      54000 |         47 |
  | 2040 |          1 |          1 |
}
${model}
report r { validate s1 against seen: water, vapour digits 2 }`);
    const item = results!.reports[0].items[0];
    const table = item.kind === "table" ? item.table : undefined;
    const column = (name: string) =>
      Array.from<unknown>(table!.columns.find((c) => c.name === name)!.cells.values);
    expect(column("variable")).toEqual(["water", "water", "water", "vapour", "vapour", "vapour"]);
    expect(column("time")).toEqual([2020, 2021, 2022, 2020, 2021, 2022]);
    expect(column("data")).toEqual([80, 65, 54, 20, 36, 47]);
    expect(column("simulated")[1]).toBeCloseTo(80 * Math.exp(-0.2), 3);
    expect(column("relative")[2]).toBeCloseTo(100 * ((80 * Math.exp(-0.4)) / 54 - 1), 2);
    expect(table!.notes![0]).toMatch(
      /^water, 3 data: mean error 0\.\d+ %, RMSE 0\.\d+ t\. Of the squared error/,
    );
  });
});
