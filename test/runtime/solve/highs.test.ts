import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";

beforeAll(() => loadSolvers());

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  for (const model of modelKinds) {
    test(`${kind} ${model}: HiGHS's answers carry certificates`, () => {
      const family = deaFamily(model, deaData(kind, 31, 5));
      const solved = solveFamily(family, { solver: "highs" });
      const bad = solved
        .filter((s) => !s.certificate.holds)
        .map((s) => [s.solution.status, s.certificate, s.solver]);
      expect(bad).toEqual([]);
    });
  }
}
