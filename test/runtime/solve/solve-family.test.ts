import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { rowMagnitudes } from "../../../runtime/solve/standard-form.ts";

beforeAll(() => loadSolvers());

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  for (const model of modelKinds) {
    test(`${kind} ${model}: prices and own variables depend on neither order nor solver`, () => {
      const family = deaFamily(model, deaData(kind, 31, 5));
      const magnitudes = rowMagnitudes(family);
      const solved = solveFamily(family);
      const others = [
        solveFamily({ ...family, tasks: [...family.tasks].reverse() }).reverse(),
        solveFamily(family, { solver: "highs" }),
      ];
      const different: unknown[] = [];
      for (const [task, { solution, certificate }] of solved.entries()) {
        expect(certificate.holds).toBe(true);
        const weight = solution.dual.reduce((sum, price, i) => sum + Math.abs(price) * magnitudes[i]!, 0);
        for (const other of others) {
          const { dual, own } = other[task]!.solution;
          const priceOff = Math.max(
            0,
            ...solution.dual.map((v, i) => Math.abs(v - dual[i]!) * magnitudes[i]!),
          );
          const ownOff = Math.max(
            0,
            ...solution.own.map((v, k) => Math.abs(v - own[k]!) / Math.max(Math.abs(v), 1e-4)),
          );
          if (!(priceOff <= 1e-8 * weight && ownOff <= 1e-7))
            different.push([task, solution, other[task]!.solution]);
        }
      }
      expect(different.slice(0, 1)).toEqual([]);
    });
  }
}
