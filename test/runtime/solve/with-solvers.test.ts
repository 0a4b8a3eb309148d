/** HiGHS is not loaded at first here: every test file has modules of its own. */
import { expect, it } from "vitest";
import { solveFamily, withSolvers } from "../../../runtime/solve/solve-family.ts";
import { small } from "./small-families.ts";

// min z : z ≥ 2
const family = small({ relations: [">="], columns: [[0]], tasks: [{ rhs: [2], own: [[1]] }] });

it("is not loaded for what the kernel proves, and loaded in the midst of what it does not", async () => {
  let times = 0;
  const work = (solver: "kernel" | "highs") => () => {
    times++;
    return solveFamily(family, { solver })[0]!;
  };
  expect((await withSolvers(work("kernel"))).solver).toBe("kernel");
  expect(times).toBe(1);
  expect(() => work("highs")()).toThrow("before it is loaded");
  times = 0;
  const solved = await withSolvers(work("highs"));
  expect(solved).toMatchObject({ solver: "highs", solution: { status: "optimal", objective: 2 } });
  expect(times).toBe(2);
});

it("passes other errors on", async () => {
  const broken = () => {
    throw new RangeError("other");
  };
  await expect(withSolvers(broken)).rejects.toThrow("other");
});
