import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { certify } from "../../../runtime/solve/certificate.ts";
import { kernel } from "../../../runtime/solve/kernel/kernel.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";

beforeAll(() => loadSolvers());

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  for (const model of modelKinds) {
    for (const [units, variables] of [
      [31, 5],
      [70, 10],
    ] as const) {
      test(`${kind} ${model} ${units}×${variables}: the kernel agrees with HiGHS, certified`, () => {
        const family = deaFamily(model, deaData(kind, units, variables));
        const truth = solveFamily(family, { solver: "highs" });
        const solver = kernel.open(family);
        const wrong: unknown[] = [];
        for (const [task, { solution }] of truth.entries()) {
          const mine = solver.solve(task);
          const certificate = certify(family, task, mine);
          const off =
            Math.abs(mine.objective - solution.objective) / Math.max(1e-3, Math.abs(solution.objective));
          const right = solution.status === mine.status && (mine.status !== "optimal" || off < 1e-7);
          if (!right || !certificate.holds)
            wrong.push([task, solution.status, mine.status, off, certificate]);
        }
        expect(wrong).toEqual([]);
      });
    }
  }
}
