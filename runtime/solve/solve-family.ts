/** Solves every task of a family, on this thread or, where there is enough to do, on several. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { loadHighs } from "./highs.ts";
import { loadJavascriptLpSolver } from "./javascript-lp-solver.ts";
import { programSeconds } from "./program-seconds.ts";
import { type SharedWork, sharedAnswer, shareOut } from "./shared-work.ts";
import { type Solver, SolverNotLoaded } from "./solver.ts";
import { type Solved, type TaskSettings, TaskSolver } from "./task-solver.ts";

export type { Solved };

/** Threads that take part in work (`takePart` in shared-work.ts); the host has them, the core knows none. */
export interface SolverPool {
  /** Returns when all tasks are done, and says now and then how many are; earlier if a thread fails. */
  run(work: SharedWork, progress: (done: number) => void): void;
}

export interface SolveOptions {
  /** The solver that is asked first. */
  readonly solver?: Solver["name"];
  /** Share of the tasks (0..1) that HiGHS solves again; an answer that differs counts as failed. */
  readonly crossCheck?: number;
  /** Asks for the second phase of each optimal answer: by row what a unit of its slack counts. */
  readonly slackWeights?: Float64Array;
  readonly progress?: (done: number, total: number) => void;
  /** No answer depends on it. */
  readonly pool?: SolverPool;
}

/** Less work than this, in seconds of one thread, is not worth starting others. */
const worthSharing = 0.1;

/** Loads all solvers, for whoever cannot begin anew: see `withSolvers`. */
export async function loadSolvers(): Promise<void> {
  await Promise.all([loadHighs(), loadJavascriptLpSolver()]);
}

/**
 * Does work that may solve programs. Another solver than the kernel is loaded only once it is asked, because the reader wants it or the
 * kernel cannot prove an answer, which is rare: the work is then thrown away and done anew, so it must leave nothing behind but what it
 * returns.
 */
export async function withSolvers<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SolverNotLoaded)) throw error;
      await error.load();
    }
  }
}

/** One answer for each task, in the order of `family.tasks`. */
export function solveFamily(family: LpFamily, options: SolveOptions = {}): Solved[] {
  const solved: Solved[] = [];
  solveEach(family, options, (answer) => solved.push(answer));
  return solved;
}

/** Hands out the answers one after another, in the order of `family.tasks`, and keeps none. */
export function solveEach(
  family: LpFamily,
  options: SolveOptions,
  use: (solved: Solved, task: number) => void,
): void {
  const { solver = "kernel", crossCheck = 0, slackWeights = null, progress, pool } = options;
  const settings: TaskSettings = { solver, crossCheck, slackWeights };
  const total = family.tasks.length;
  const tasks = new TaskSolver(family, settings);
  try {
    if (pool && expectedSeconds(family, settings) > worthSharing) {
      const work = shareOut(family, settings);
      pool.run(work, (done) => progress?.(done, total));
      for (let task = 0; task < total; task++) use(sharedAnswer(work, task) ?? tasks.solve(task), task);
      return;
    }
    for (let task = 0; task < total; task++) {
      use(tasks.solve(task), task);
      progress?.(task + 1, total);
    }
  } finally {
    tasks.dispose();
  }
}

/** Roughly; the other solvers are a hundred times slower than the kernel. */
function expectedSeconds({ rows, columns, own, tasks }: LpFamily, { solver }: TaskSettings): number {
  const each = programSeconds({ rows: rows.length, columns: columns.length, own: own.length });
  return tasks.length * each * (solver === "kernel" ? 1 : 100);
}
