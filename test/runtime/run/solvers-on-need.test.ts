/** HiGHS is not loaded at first here: every test file has modules of its own. */
import { expect, it } from "vitest";
import { check } from "../../../language/check/check.ts";
import { run } from "../../../runtime/run.ts";
import { highs } from "../../../runtime/solve/highs.ts";
import { small } from "../solve/small-families.ts";

const family = small({ relations: [">="], columns: [[0]], tasks: [{ rhs: [2], own: [[1]] }] });

it("loads a solver in the midst of a run that needs it, and tells once what the part then reports twice", async () => {
  const text = `data d { dmu u
  | u | x [t] | y [t] | b [t] |
  | A | 1 | 1 | 0 |
  | B | 1 | 2 | 1 |
}
technology t on d { input x; good y; bad b }
direction g { good +observed; bad -observed }
measure m = ddf(t, along: g)`;
  const { model } = check("m.gtfp", () => text);
  const kernel = await run(model!, { read: () => null });
  const highs = await run(model!, { read: () => null }, { solver: "highs" });
  expect(kernel.diagnostics.length).toBeGreaterThan(0);
  expect(() => highs.open(family)).toThrow("before it is loaded");
  expect(highs.diagnostics).toEqual(kernel.diagnostics);
  expect(highs.tables.map((t) => t.name)).toEqual(kernel.tables.map((t) => t.name));
});
