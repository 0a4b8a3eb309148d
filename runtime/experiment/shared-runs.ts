/**
 * Many runs that threads share: the compiled system, what is set in each run, and room for what each run gives. A run that a
 * thread cannot finish, as an output has no value there, is left for the thread that asked.
 */
import type { Output } from "../../language/model.ts";
import { PreparedRuns, type RunPlan } from "../dynamics/prepare-runs.ts";
import type { Run } from "../dynamics/run.ts";
import { newCounters, type SharedTasks, takeBlocks } from "../shared-tasks.ts";
import { environmentOf, type Reads } from "./environment-reads.ts";
import { RunEvents } from "./run-events.ts";
import { RunOutputs } from "./run-outputs.ts";

/** Threads that take part in runs (`takeRuns`). */
export interface RunsPool {
  /** Returns when all runs are done, and says now and then how many are; earlier if a thread fails. */
  run(work: SharedRuns, progress: (done: number) => void): void;
}

/** What all runs have in common. */
interface Common {
  readonly kind: "runs";
  readonly plan: RunPlan;
  readonly outputs: readonly Output[];
  readonly system: string;
  /** A run from which the layout of the outputs is read. */
  readonly sample: Run;
  readonly reads: Reads;
}

/** Plain data and shared buffers, so it can be sent to a thread. */
export interface SharedRuns extends SharedTasks, Common {
  readonly kind: "runs";
  /** The place of the first shared run among all. */
  readonly first: number;
  /** By shared run, one number for each target. */
  readonly points: Float64Array;
  /** The length of each output column, and by run the numbers of all columns. */
  readonly lengths: readonly number[];
  readonly numbers: Float64Array;
  /** By run, and within by event: 1 where it happened. */
  readonly events: Uint8Array;
  readonly states: Uint8Array;
}

/** What has become of a run. */
const state = { undone: 0, ended: 1, broken: 2 } as const;
/** So many runs are taken at once. */
const blockSize = 8;

/**
 * @param points of all runs
 * @param first the place of the first run that is shared; those before it are done
 * @param columns what a run gives
 * @param events how many kinds of events a run may have
 */
export function shareRuns(
  common: Common,
  points: readonly ArrayLike<number>[],
  first: number,
  columns: readonly Float64Array[],
  events: number,
): SharedRuns {
  const tasks = points.length - first;
  const width = common.plan.targets.length;
  const lengths = columns.map((column) => column.length);
  const each = sum(lengths);
  const shared = new Float64Array(new SharedArrayBuffer(8 * tasks * width));
  for (let task = 0; task < tasks; task++) shared.set(points[first + task], task * width);
  return {
    ...common,
    tasks,
    first,
    points: shared,
    lengths,
    numbers: new Float64Array(new SharedArrayBuffer(8 * tasks * each)),
    events: new Uint8Array(new SharedArrayBuffer(tasks * events)),
    states: new Uint8Array(new SharedArrayBuffer(tasks)),
    counters: newCounters(),
  };
}

/** What a thread does: takes blocks of runs and writes what they give. */
export function takeRuns(work: SharedRuns): void {
  const { plan, points, states } = work;
  const runs = new PreparedRuns(plan);
  const events = new RunEvents(plan.ode);
  const reader = new RunOutputs(work.outputs, work.system, plan.ode, work.sample, environmentOf(work.reads));
  const width = plan.targets.length;
  const each = sum(work.lengths);
  const kinds = events.sentences.length;
  const take = (task: number): number => {
    const outcome = runs.run(points.subarray(task * width, (task + 1) * width));
    if ("failure" in outcome) return state.broken;
    let next = task * each;
    for (const column of reader.read(outcome.run)) {
      work.numbers.set(column, next);
      next += column.length;
    }
    for (const event of events.of(outcome.run)) work.events[task * kinds + event] = 1;
    return state.ended;
  };
  takeBlocks(work, blockSize, (from, to) => {
    for (let task = from; task < to; task++) {
      try {
        // Last, so that a thread that is cut off leaves no half answer.
        Atomics.store(states, task, take(task));
      } catch {
        // It shows again, with its place, where the run is done once more.
      }
    }
  });
}

/** What a run gave, by its place among all. */
export type SharedRun =
  | { readonly ended: true; readonly values: readonly Float64Array[]; readonly events: readonly number[] }
  | { readonly ended: false };

/** What threads have written of a run; null where none has done it. */
export function sharedRun(work: SharedRuns, place: number): SharedRun | null {
  const task = place - work.first;
  const found = Atomics.load(work.states, task);
  if (found === state.undone) return null;
  if (found === state.broken) return { ended: false };
  let next = task * sum(work.lengths);
  const values = work.lengths.map((length) => {
    next += length;
    return work.numbers.subarray(next - length, next);
  });
  const kinds = work.events.length / work.tasks;
  const happened = work.events.subarray(task * kinds, (task + 1) * kinds);
  return { ended: true, values, events: Array.from(happened.keys()).filter((event) => happened[event] > 0) };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0);
}
