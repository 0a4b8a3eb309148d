import { beforeAll, expect, test } from "vitest";
import { deaData, uniform } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import type { LpFamily } from "../../../compiler/lp/lp-family.ts";
import { type SlackPhase, slackPhase } from "../../../runtime/solve/slack-phase.ts";
import { loadSolvers, solveFamily } from "../../../runtime/solve/solve-family.ts";

beforeAll(() => loadSolvers());

const plain = (rows: number) => new Float64Array(rows).fill(1);

test("by hand: the slack that an input-oriented score of 1 hides", () => {
  // A = (2, 1), B = (2, 3), C = (1, 4), D = (1, 6): two inputs for one output each.
  const family = deaFamily("crs-input", {
    inputs: 2,
    goods: 1,
    bads: 0,
    rows: [
      [2, 1, 1],
      [2, 3, 1],
      [1, 4, 1],
      [1, 6, 1],
    ],
  });
  const solved = solveFamily(family);
  // D = (1, 6) cannot shrink (C has x1 = 1 too) but wastes 2 of x2.
  expect(solved[3]!.solution.objective).toBeCloseTo(1, 12);
  const phase = slackPhase(family, 3, solved[3]!.solution, plain(3));
  expect(phase.ok).toBe(true);
  expect(phase.lambda).toEqual([{ column: 2, value: 1 }]);
  expect([...phase.slacks]).toEqual([0, 2, 0]);
  // B: on the segment A–C: θ(2, 3) = (2 − t, 1 + 3t), so 3(2 − t) = 2(1 + 3t), t = 4/9, θ = 7/9.
  expect(solved[1]!.solution.objective).toBeCloseTo(7 / 9, 12);
  const inner = slackPhase(family, 1, solved[1]!.solution, plain(3));
  expect(inner.lambda.map((entry) => entry.column)).toEqual([0, 2]);
  expect(inner.lambda[0]!.value).toBeCloseTo(5 / 9, 12);
  expect(inner.lambda[1]!.value).toBeCloseTo(4 / 9, 12);
});

/** The value of a variable that a row is about, whichever side it stands on. */
function sizes(family: LpFamily, task: number): number[] {
  const { rhs, own } = family.tasks[task]!;
  const m = rhs.length;
  return family.rows.map((_, i) =>
    Math.max(Math.abs(rhs[i]!), ...family.own.map((_, k) => Math.abs(own[k * m + i]!))),
  );
}

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  for (const model of modelKinds) {
    test(`${kind} ${model}: the slack sum does not depend on the order of the units`, () => {
      const data = deaData(kind, 31, 5);
      const family = deaFamily(model, data);
      const next = uniform(7);
      const order = data.rows.map((_, j) => j).sort(() => next() - 0.5);
      const shuffled = deaFamily(model, { ...data, rows: order.map((j) => data.rows[j]!) });
      const solved = solveFamily(family);
      const again = solveFamily(shuffled);
      for (const [at, task] of order.entries()) {
        expect(again[at]!.solution.status).toBe(solved[task]!.solution.status);
        if (solved[task]!.solution.status !== "optimal") continue;
        // Weights that make the rows comparable, so that no row drowns the others.
        const weights = Float64Array.from(sizes(family, task), (size) => 1 / Math.max(size, 1e-12));
        const total = (phase: SlackPhase) =>
          phase.slacks.reduce((sum, slack, i) => sum + slack * weights[i]!, 0);
        const here = slackPhase(family, task, solved[task]!.solution, weights);
        const there = slackPhase(shuffled, at, again[at]!.solution, weights);
        expect([here.ok, there.ok]).toEqual([true, true]);
        if (family.own.length > 1) continue;
        expect(Math.abs(total(here) - total(there))).toBeLessThan(1e-7 * (1 + total(here)));
      }
    });

    test(`${kind} ${model}: peers do not depend on the order of the solving`, () => {
      const family = deaFamily(model, deaData(kind, 31, 5));
      const backwards = { ...family, tasks: [...family.tasks].reverse() };
      const solved = solveFamily(family);
      const again = solveFamily(backwards).reverse();
      for (const [task, { solution }] of solved.entries()) {
        const other = again[task]!.solution;
        expect(other.status).toBe(solution.status);
        if (solution.status !== "optimal") continue;
        const here = slackPhase(family, task, solution, plain(family.rows.length));
        const there = slackPhase(family, task, other, plain(family.rows.length));
        expect(there.lambda.map((entry) => entry.column)).toEqual(here.lambda.map((entry) => entry.column));
        for (const [at, { value }] of here.lambda.entries()) {
          expect(Math.abs(there.lambda[at]!.value - value)).toBeLessThan(1e-8 * (1 + value));
        }
      }
    });
  }
}
