import { beforeAll, expect, test } from "vitest";
import { deaData } from "../../../bench/dea-data.ts";
import { deaFamily, modelKinds } from "../../../bench/dea-families.ts";
import type { LpFamily } from "../../../compiler/lp/lp-family.ts";
import { counter } from "../../../runtime/shared-tasks.ts";
import { type SharedWork, sharedAnswer, shareOut, takePart } from "../../../runtime/solve/shared-work.ts";
import { loadSolvers, type SolverPool, solveFamily } from "../../../runtime/solve/solve-family.ts";
import { blockSize } from "../../../runtime/solve/task-solver.ts";

beforeAll(() => loadSolvers());

/** Does the work up to some tasks, one thread after another, each with nothing behind it. */
function threads(work: SharedWork, ...stops: readonly number[]): void {
  for (const tasks of stops) {
    takePart({ ...work, tasks: Math.min(tasks, work.tasks) });
    const done = Atomics.load(work.counters, counter.done);
    Atomics.store(work.counters, counter.next, Math.ceil(done / blockSize));
  }
}

const answers = (work: SharedWork) =>
  Array.from({ length: work.tasks }, (_, task) => sharedAnswer(work, task));

for (const kind of ["logn", "degenerate", "badly-scaled"] as const) {
  test(`${kind}: threads change no bit of any answer`, () => {
    for (const model of modelKinds) {
      const family = deaFamily(model, deaData(kind, 100, 5));
      const slackWeights = new Float64Array(family.rows.length).fill(1);
      const work = shareOut(family, { solver: "kernel", crossCheck: 0, slackWeights });
      threads(work, 64, 100);
      expect(answers(work), model).toEqual(solveFamily(family, { slackWeights }));
    }
  });
}

test.each(["highs", "javascript-lp-solver"] as const)("%s: threads change no bit either", (solver) => {
  for (const model of ["vrs-super", "nddf"] as const) {
    const family = deaFamily(model, deaData("logn", 100, 5));
    const work = shareOut(family, { solver, crossCheck: 0.1, slackWeights: null });
    threads(work, 64, 100);
    expect(answers(work), model).toEqual(solveFamily(family, { solver, crossCheck: 0.1 }));
  }
});

test("long work is shared out, little is not, and what threads leave undone is done here", () => {
  const much = deaFamily("vrs-super", deaData("logn", 500, 10));
  const some: LpFamily = { ...much, tasks: much.tasks.slice(0, 400) };
  const repeated: LpFamily = { ...much, tasks: Array.from({ length: 16 }, () => some.tasks).flat() };
  let runs = 0;
  const lazy: SolverPool = {
    run(work) {
      runs++;
      takePart({ ...work, tasks: 128 });
    },
  };
  const alone = solveFamily(some, { pool: lazy });
  expect(runs).toBe(0);
  const shared = solveFamily(repeated, { pool: lazy });
  expect(runs).toBe(1);
  expect(shared.slice(0, 400)).toEqual(alone);
  expect(shared.slice(-400)).toEqual(alone);
});
