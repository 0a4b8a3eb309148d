import { expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { tablesOf } from "../../helpers/experiments.ts";
import { pipeline } from "../../helpers/pipeline.ts";

const model = `data history {
  period year
  | year | gdp [CNY] |
  | 2020 |       100 |
  | 2021 |       105 |
  | 2022 |       111 |
}
dimension industry = steel, services
system economy {
  time [year] = 2020 .. 2025 step 1/4 save every 1
  param growth [1/year] = 5%
  param decline [1/year] = 2%
  stock gdp [CNY] = 100
  flow gain: cloud -> gdp = growth * gdp
  aux part by industry [CNY] = {steel: 0.3, services: 0.7} * gdp
  aux co2 [t] = gdp * exp(-decline * (time - 2020 [year])) * 1 [t/CNY]
}
sweep rates of economy { growth in 4% .. 6% step 1%; outputs part, co2, peak_time(co2) }
sweep ends of economy { growth in 4% .. 6% step 1%; outputs gdp at 2025 }
sensitivity doubt of economy { growth ~ normal(5%, 1%); decline ~ uniform(0, 10%); samples 64; outputs part, peak_time(co2); bands 90 }
calibration fit of economy { growth in 1% .. 9%; match gdp to history }
optimization best of economy { growth in 1% .. 9%; maximize gdp at 2025; subject to co2 < 120 [t] }
`;

it("the checker knows the columns that the tables of experiments have", async () => {
  const { shapes } = check("model.gtfp", () => model);
  const tables = await tablesOf(model);
  const names =
    "rates rates.outcomes ends doubt doubt.bands doubt.indices doubt.tornado fit fit.fit fit.residuals best";
  for (const name of names.split(" ")) {
    const [shape, table] = [shapes.get(name), tables.get(name)];
    const columns = table!.columns.map((column) => column.name);
    expect(shape, name).toBeDefined();
    for (const key of shape!.keys) {
      expect(columns, name).toContain(key.name);
      expect(table!.columns.find((c) => c.name === key.name)?.role, `${name}.${key.name}`).toBe(key.role);
    }
    for (const [column, { of }] of shape!.columns) {
      expect(columns, name).toContain(column);
      expect(table!.columns.find((c) => c.name === column)?.cells.of, `${name}.${column}`).toBe(of);
    }
    // All that is in the table can be named, but units and other words beside numbers.
    const words = ["unit", "parameter_unit", "at_bound", "met", "from", "to"];
    const known = new Set([...shape!.keys.map((key) => key.name), ...shape!.columns.keys(), ...words]);
    expect(
      columns.filter((column) => !known.has(column)),
      name,
    ).toEqual([]);
  }
});

it("their tables serve expressions and reports, those beside them too", async () => {
  const { results, diagnostics } = await pipeline(`${model}
expect doubt.bands.median["part[steel]"] at 2025 == 38.52 [CNY] within 1%
expect fit.fit.r_squared["gdp", "match"] > 0.99
expect fit.value["growth"] in 5% .. 5.5%
expect sum(doubt.indices.total["part[steel] at 2025"]) in 0.9 .. 1.1
expect best.slack["co2 < 120 [t]"] >= 0
expect count(rates.outcomes.\`peak_time(co2)\`) == 0
report r { table doubt.bands.p5["part[steel]"], doubt.bands.p95["part[steel]"] at 2025 }`);
  expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
  expect(results!.expectations.filter((e) => !e.pass).map((e) => [e.text, e.actual])).toEqual([]);
  expect(results!.reports[0].items[0]).toMatchObject({ kind: "table", table: { rows: 1 } });
});
