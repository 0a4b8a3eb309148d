import { expect, it } from "vitest";
import { isOf, tableRows } from "../../../editor/playground/editor/table-rows.ts";
import type { PanelOutline } from "../../../editor/playground/workers/outline.ts";

const panel = (name: string, dmu: readonly string[], period?: string): PanelOutline => ({
  name,
  dmu,
  columns: [],
  ...(period === undefined ? {} : { period }),
});

const text = `data mills {
  dmu mill
  | mill | labor [person] |
  |------|---------------:|
  | A    |            120 |
  | B \\| C |          80 | // late
}

data farms {
  dmu \`the farm\`, crop; period year
  | year [year] | crop | \`the farm\` | land |
  | 2019 | rice | X | 1 |
}`;

it("finds the unit of each row, by the panel whose keys the header has", () => {
  const panels = [panel("mills", ["mill"]), panel("farms", ["the farm", "crop"], "year")];
  expect(tableRows(text, panels)).toEqual([
    { line: 5, dmu: "A" },
    { line: 6, dmu: "B | C" },
    { line: 12, dmu: "X, rice", period: "2019" },
  ]);
});

it("finds none where no panel has such keys", () => {
  expect(tableRows(text, [panel("others", ["name"]), panel("time", [], "year")])).toEqual([]);
});

it("takes a unit without a period for all of its rows", () => {
  const row = { line: 1, dmu: "X", period: "2019" };
  expect(isOf(row, { dmu: "X" })).toBe(true);
  expect(isOf(row, { dmu: "X", period: "2019" })).toBe(true);
  expect(isOf(row, { dmu: "X", period: "2020" })).toBe(false);
  expect(isOf(row, { dmu: "Y" })).toBe(false);
});
