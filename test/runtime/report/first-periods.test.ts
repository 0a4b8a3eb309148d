import { expect, test } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";

/** B lacks 2002, so that its change of 2003 is missing; the first period's rows are not. */
const model = `
data mills {
  dmu mill
  period year
  group region
  | mill | year | region | x [h] | y [t] |
  | A    | 2001 | east   |     1 |     2 |
  | B    | 2001 | east   |     1 |     1 |
  | A    | 2002 | east   |     1 |     4 |
  | A    | 2003 | east   |     1 |     5 |
  | B    | 2003 | east   |     2 |     2 |
}
technology t on mills { input x; good y }
index i = malmquist(t, orientation: output)
report r {
  table i.change, ln(i.change), i.efficiency_change * 2 by region
  table i.change by region at 2002, 2003
  table i.change by region at 2001, 2002
}
`;

test("an index's first period is no missing value", async () => {
  const { results } = await pipeline(model);
  const notes = results!.reports[0]!.items.map((item) => (item.kind === "table" ? item.table.notes : []));
  expect(notes[0]!.at(-1)).toMatch(/^Missing values left out: (.* 1 of 3,? ?){3}\.$/);
  expect(notes[1]!.at(-1)).toBe("Missing values left out: i.change 1 of 3.");
  expect(notes[2]!.join()).not.toContain("Missing");
});
