import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { rowMagnitudes } from "../../../runtime/solve/standard-form.ts";

beforeAll(() => loadSolvers());

// Measures whose scores do not depend on units; cost's prices would have to change too.
for (const model of modelKinds.filter((kind) => kind !== "cost")) {
  for (const kind of ["logn", "degenerate"] as const) {
    test(`${kind} ${model}: another unit changes no score, and prices only by the factor`, () => {
      const data = deaData(kind, 31, 5);
      const factors = [1e-6, 3e12, 0.7, 1e3, 4.1e-5];
      const rescaled = { ...data, rows: data.rows.map((row) => row.map((v, i) => v * factors[i]!)) };
      const family = deaFamily(model, data);
      const magnitudes = rowMagnitudes(family);
      const other = solveFamily(deaFamily(model, rescaled));
      for (const [task, { solution }] of solveFamily(family).entries()) {
        const twin = other[task]!.solution;
        expect(twin.status).toBe(solution.status);
        if (solution.status !== "optimal") continue;
        expect(Math.abs(twin.objective - solution.objective)).toBeLessThan(1e-9);
        const weight = solution.dual.reduce((sum, price, i) => sum + Math.abs(price) * magnitudes[i]!, 0);
        for (let i = 0; i < factors.length; i++) {
          const off = Math.abs(twin.dual[i]! * factors[i]! - solution.dual[i]!) * magnitudes[i]!;
          expect(off).toBeLessThan(1e-7 * weight);
        }
      }
    });
  }
}
