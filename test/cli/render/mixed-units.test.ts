import { expect, it } from "vitest";
import { displayTable, everyRow } from "../../../runtime/tables/display-table.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";

it("gives each quantity decimals of its own where a column tells the units of rows", () => {
  const mixed = table("fit", [
    labels("parameter", "dimension", ["rate", "life"]),
    labels("unit", "label", ["1/year", "year"]),
    numbers("value", [0.0123456, 12345.678]),
    numbers("share", [0.5, 0.25], { unit: unit("1") }),
  ]);
  const shown = displayTable(mixed, everyRow);
  expect(shown.columns.map((c) => c.cells)).toEqual([
    ["rate", "life"],
    ["1/year", "year"],
    ["0.0123", "12,346     "],
    ["0.50", "0.25"],
  ]);
});

it("takes all times of one quantity together", () => {
  const bands = table("bands", [
    labels("output", "dimension", ["co2", "co2", "share", "share"]),
    labels("unit", "label", ["t", "t", "1", "1"]),
    labels("time", "time", [2020, 2021, 2020, 2021]),
    numbers("mean", [1000.4, 950, 0.123, 0.5]),
  ]);
  const [, , , mean] = displayTable(bands, everyRow).columns;
  expect(mean!.cells.map((cell) => cell.trim())).toEqual(["1,000.4", "950.0", "0.123", "0.500"]);
});
