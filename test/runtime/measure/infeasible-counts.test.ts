import { expect, test } from "vitest";
import { pipeline } from "../../helpers/pipeline.ts";
import { cells } from "../panel/panels.ts";

const model = `
data mills {
  dmu mill
  period year
  group region
  | mill | year | region | x [h] | y [t] | b [t] |
  | A    | 2001 | east   |     1 |     2 |     1 |
  | B    | 2001 | east   |     1 |     1 |     3 |
  | C    | 2001 | west   |     2 |     2 |     2 |
  | A    | 2002 | east   |     1 |     4 |     1 |
  | B    | 2002 | east   |     1 |     2 |     3 |
  | C    | 2002 | west   |     2 |     2 |     2 |
}
technology t on mills by region { input x; good y; bad b }
direction win_win { good +observed; bad -observed }
measure inside = ddf(t, along: win_win)
measure alone = ddf(t, along: win_win, super: true)
index i = malmquist_luenberger(t, along: win_win)
`;

test("infeasible programs are counted in a row for each period and group, zeros included", async () => {
  const { results, diagnostics } = await pipeline(model);
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  const table = (name: string) => results!.tables.find((t) => t.name === name)!;
  const inside = table("inside.infeasible");
  expect(cells(inside, "year")).toEqual([2001, 2001, 2002, 2002]);
  expect(cells(inside, "region")).toEqual(["east", "west", "east", "west"]);
  expect(cells(inside, "infeasible")).toEqual([0, 0, 0, 0]);
  expect(cells(inside, "programs")).toEqual([2, 1, 2, 1]);
  expect(cells(inside, "reason")).toEqual([null, null, null, null]);
  const alone = table("alone.infeasible");
  // C is the only unit of its group, so that nothing is left to compare it with.
  expect(cells(alone, "units")).toEqual([null, "C 2001", null, "C 2002"]);
  expect(cells(alone, "infeasible")).toEqual([0, 1, 0, 1]);
  expect(cells(alone, "reason").map((reason) => typeof reason === "string")).toEqual([
    false,
    true,
    false,
    true,
  ]);
  const index = table("i.infeasible");
  expect(cells(index, "year")).toEqual([2002, 2002]);
  expect(cells(index, "region")).toEqual(["east", "west"]);
  const distances = table("i.distances");
  const failed = cells(distances, "status").filter((status) => status === "infeasible").length;
  expect(cells(index, "infeasible").reduce((sum: number, n) => sum + Number(n), 0)).toBe(failed);
});
