/** HiGHS is not loaded at first here: every test file has modules of its own. */
import { expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { run } from "../../../runtime/run.ts";
import { highs } from "../../../runtime/solve/highs.ts";
import { small } from "../solve/small-families.ts";

const family = small({ relations: [">="], columns: [[0]], tasks: [{ rhs: [2], own: [[1]] }] });
const text = `data d { dmu u
  | u | x [t] | y [t] | b [t] |
  | A | 1 | 1 | 2 |
  | B | 1 | 2 | 1 |
}
technology t on d { input x; good y; bad b }
direction g { good +observed; bad -observed }
measure m = ddf(t, along: g)`;

it("loads a solver in the midst of a run that needs it", async () => {
  const { model } = check("m.gtfp", () => text);
  const kernel = await run(model!, { read: () => null });
  expect(kernel.programs[0]).toMatchObject({ optimal: 2, certified: 2 });
  expect(() => highs.open(family)).toThrow("before it is loaded");
  const other = await run(model!, { read: () => null }, { solver: "highs" });
  expect(other.programs).toEqual(kernel.programs);
  expect(other.tables.map((t) => t.name)).toEqual(kernel.tables.map((t) => t.name));
});
