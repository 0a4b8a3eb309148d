import { expect, it } from "vitest";
import { edited } from "./edit.ts";

const mills = `data mills {
  dmu mill
  // as told by the owners
  | mill | labor [person] | paper [t] |
  |------|---------------:|----------:|
  | A    |            120 |      1000 |
  | B \\| C |          80 |       900 | // stopped in May
  staff [person] = labor
}
`;
const cell = (row: number, column: string, value: number) =>
  ({ of: "cell", panel: "mills", row, column, value }) as const;

it("sets a number and puts the table in order, comments and all", () => {
  expect(edited(mills, cell(0, "paper", 12_345.678))).toBe(`data mills {
  dmu mill
  // as told by the owners
  | mill   | labor [person] | paper [t] |
  |--------|---------------:|----------:|
  | A      |            120 |     12350 |
  | B \\| C |             80 |       900 | // stopped in May
  staff [person] = labor
}
`);
});

it("finds the header that a column of another name reads", () => {
  expect(edited(mills, cell(1, "staff", 81))).toContain("| B \\| C |             81 |       900 |");
});

it("writes the decimal sign of the panel", () => {
  const text = mills.replace("dmu mill", 'dmu mill\n  decimal ","');
  expect(edited(text, cell(0, "labor", 120.5))).toContain("| A      |          120,5 |");
});

it("edits what can be read of a text with mistakes of syntax, and leaves its layout", () => {
  const text = `${mills}measure = \n`;
  expect(edited(text, cell(0, "labor", 7))).toBe(text.replace("120", "7"));
});

it("says what is not there", () => {
  expect(edited(mills, cell(2, "labor", 1))).toBe("wrong: the table of `mills` has no row 3");
  expect(edited(mills, cell(0, "energy", 1))).toBe("wrong: the table of `mills` has no column `energy`");
  expect(edited(mills, { ...cell(0, "labor", 1), panel: "farms" })).toBe(
    "wrong: the model has no data `farms`",
  );
  expect(edited('data d from "d.csv" { dmu u; x }', { ...cell(0, "x", 1), panel: "d" })).toBe(
    "wrong: `d` has no table in the model's text",
  );
  expect(edited(mills, cell(0, "labor", Number.NaN))).toBe(
    "wrong: only a number can be written into the model",
  );
});

it("names the file of an imported table", () => {
  expect(edited('import "mills.gtfp"\n', cell(0, "labor", 1), { "mills.gtfp": mills })).toBe(
    "wrong: `mills` stands in `mills.gtfp`: open that file to change it",
  );
});
