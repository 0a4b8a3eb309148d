import { beforeAll, expect, test } from "vitest";
import { deaData, uniform } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import { slackPhase } from "../../../runtime/solve/slack-phase.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { rowMagnitudes } from "../../../runtime/solve/standard-form.ts";

beforeAll(() => loadSolvers());

const kinds = ["logn", "degenerate", "badly-scaled"] as const;

// Not one bit: this is what lets tasks be shared out among threads.
for (const [units, variables] of [
  [31, 5],
  [50, 10],
] as const) {
  for (const kind of kinds) {
    test(`${kind} ${units}×${variables}: an answer is the same whatever was solved before it`, () => {
      const next = uniform(7);
      for (const model of modelKinds) {
        const family = deaFamily(model, deaData(kind, units, variables));
        const order = family.tasks.map((_, task) => task).sort(() => next() - 0.5);
        const solved = solveFamily(family);
        const again = solveFamily({ ...family, tasks: order.map((task) => family.tasks[task]!) });
        const weights = new Float64Array(family.rows.length).fill(1);
        for (const [at, task] of order.entries()) {
          expect(again[at], `${model} ${task}`).toEqual(solved[task]);
          const { solution } = solved[task]!;
          if (solution.status !== "optimal") continue;
          const phases = [solution, again[at]!.solution].map((one) => slackPhase(family, task, one, weights));
          expect(phases[1]).toEqual(phases[0]);
        }
      }
    });
  }
}

for (const kind of kinds) {
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
