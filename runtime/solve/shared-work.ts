/**
 * A family in memory that threads share: its numbers and room for the answers. Only what solving needs is shared; where rows and
 * columns came from is not.
 */
import type { LpFamily, LpRow, LpTask } from "../../compiler/lp/lp-family.ts";
import { newCounters, type SharedTasks, takeBlocks } from "../shared-tasks.ts";
import type { Certificate } from "./certificate.ts";
import type { LpSolution, LpStatus, Solver } from "./solver.ts";
import { rowMagnitudes, setRowMagnitudes } from "./standard-form.ts";
import { blockSize, type Solved, type TaskSettings, TaskSolver } from "./task-solver.ts";
import { empty, Vectors } from "./vectors.ts";

/** Plain data and shared buffers, so it can be sent to a thread. */
export interface SharedWork extends SharedTasks {
  readonly kind: "programs";
  readonly relations: readonly LpRow["relation"][];
  readonly free: readonly boolean[];
  readonly sense: LpFamily["sense"];
  readonly columns: number;
  readonly settings: TaskSettings;
  /** matrix, magnitudes of the rows, then for each task right-hand side, own coefficients and costs. */
  readonly numbers: Float64Array;
  /** Where each task's excluded columns begin, by task and one more, then those columns. */
  readonly excluded: Int32Array;
  readonly answers: Float64Array;
}

const statuses: readonly LpStatus[] = ["optimal", "infeasible", "unbounded", "failed"];
const kinds: readonly Certificate["kind"][] = ["optimal", "infeasible", "unbounded", "none"];
const names: readonly Solver["name"][] = ["kernel", "highs", "javascript-lp-solver"];
/** Numbers of fixed meaning at the beginning of an answer; see `write`. */
const head = 12;
const vectors = new Vectors();

export function shareOut(family: LpFamily, settings: TaskSettings): SharedWork {
  const m = family.rows.length;
  const own = family.own.length;
  const count = family.tasks.length;
  const each = m + own * m + own;
  const first = family.matrix.length + m;
  const numbers = new Float64Array(new SharedArrayBuffer(8 * (first + count * each)));
  numbers.set(family.matrix);
  numbers.set(rowMagnitudes(family), family.matrix.length);
  let outside = 0;
  for (const task of family.tasks) outside += task.excluded.length;
  const excluded = new Int32Array(new SharedArrayBuffer(4 * (count + 1 + outside)));
  excluded[0] = count + 1;
  for (const [t, task] of family.tasks.entries()) {
    const at = first + t * each;
    numbers.set(task.rhs, at);
    numbers.set(task.own, at + m);
    numbers.set(task.costs, at + m + own * m);
    excluded.set(task.excluded, excluded[t]!);
    excluded[t + 1] = excluded[t]! + task.excluded.length;
  }
  return {
    kind: "programs",
    relations: family.rows.map((row) => row.relation),
    free: family.own.map((variable) => variable.free),
    sense: family.sense,
    columns: family.columns.length,
    tasks: count,
    settings,
    numbers,
    excluded,
    answers: new Float64Array(new SharedArrayBuffer(8 * count * answerSize(m, own))),
    counters: newCounters(),
  };
}

/** What a thread does: takes blocks and writes their answers. `loadSolvers` must have been awaited there. */
export function takePart(work: SharedWork): void {
  const tasks = new Array<LpTask>(work.tasks);
  const family = sharedFamily(work, tasks);
  const solver = new TaskSolver(family, work.settings);
  try {
    takeBlocks(work, blockSize, (from, to) => {
      for (let t = from; t < to; t++) tasks[t] = sharedTask(work, t);
      for (let t = from; t < to; t++) {
        write(work, t, solver.solve(t));
        // A view for each of a hundred thousand tasks would cost more memory than all their numbers.
        delete tasks[t];
      }
    });
  } finally {
    solver.dispose();
  }
}

function sharedFamily(work: SharedWork, tasks: readonly LpTask[]): LpFamily {
  const m = work.relations.length;
  const family: LpFamily = {
    name: "",
    rows: work.relations.map((relation) => ({ relation, kind: "bound", label: "" })),
    columns: new Array(work.columns).fill({ kind: "lambda", observation: -1 }),
    matrix: work.numbers.subarray(0, m * work.columns),
    own: work.free.map((free) => ({ name: "", free })),
    sense: work.sense,
    tasks,
  };
  setRowMagnitudes(family, work.numbers.slice(m * work.columns, m * work.columns + m));
  return family;
}

function sharedTask(work: SharedWork, t: number): LpTask {
  const m = work.relations.length;
  const own = work.free.length;
  const at = m * work.columns + m + t * (m + own * m + own);
  return {
    observation: -1,
    rhs: work.numbers.subarray(at, at + m),
    own: work.numbers.subarray(at + m, at + m + own * m),
    costs: work.numbers.subarray(at + m + own * m, at + m + own * m + own),
    excluded: Array.from(work.excluded.subarray(work.excluded[t], work.excluded[t + 1])),
  };
}

type Entries = LpSolution["lambda"];

/** own, dual, ray, slacks; column and value of at most m intensities, twice. */
function answerSize(m: number, own: number): number {
  return head + own + 7 * m;
}

function write(work: SharedWork, t: number, solved: Solved): void {
  const m = work.relations.length;
  const own = work.free.length;
  const { solution, certificate, slackPhase } = solved;
  const second: Entries = slackPhase?.lambda ?? [];
  // A vertex has no more than m; without room the answer's status stays 0.
  if (solution.lambda.length > m || second.length > m) return;
  const at = t * answerSize(m, own);
  const { answers } = work;
  const { kind, primal, dual, gap, holds } = certificate;
  answers.set(
    [
      0,
      solution.objective,
      kinds.indexOf(kind),
      primal,
      dual,
      gap,
      holds ? 1 : 0,
      names.indexOf(solved.solver),
      solved.retried ? 1 : 0,
      solution.lambda.length,
      slackPhase === null ? 0 : slackPhase.ok ? 2 : 1,
      second.length,
    ],
    at,
  );
  let next = at + head;
  const put = (values: Float64Array, room: number) => {
    answers.set(values, next);
    next += room;
  };
  put(solution.own, own);
  put(solution.dual, m);
  put(solution.ray, m);
  put(slackPhase?.slacks ?? empty, m);
  for (const list of [solution.lambda, second]) {
    for (const [k, { column, value }] of list.entries()) {
      answers[next + 2 * k] = column;
      answers[next + 2 * k + 1] = value;
    }
    next += 2 * m;
  }
  // Last, so that a thread that is cut off leaves no half answer.
  answers[at] = 1 + statuses.indexOf(solution.status);
}

/** The answer that a thread has written; null where there is none (it had no room, or its thread failed). */
export function sharedAnswer(work: SharedWork, t: number): Solved | null {
  const m = work.relations.length;
  const own = work.free.length;
  const at = t * answerSize(m, own);
  const { answers } = work;
  const [code, objective, kind, primal, dual, gap, holds, name, retried, used, phase, peers] =
    answers.subarray(at, at + head);
  if (code === 0) return null;
  const status = statuses[code! - 1]!;
  let next = at + head;
  const take = (size: number, has: boolean) => {
    const values = has ? vectors.take(size) : empty;
    if (has) values.set(answers.subarray(next, next + size));
    next += size;
    return values;
  };
  const entries = (count: number): Entries => {
    const list = Array.from({ length: count }, (_, k) => ({
      column: answers[next + 2 * k]!,
      value: answers[next + 2 * k + 1]!,
    }));
    next += 2 * m;
    return list;
  };
  const optimal = status === "optimal";
  const z = take(own, optimal);
  const pi = take(m, optimal);
  const ray = take(m, status === "infeasible");
  const slacks = take(m, phase !== 0);
  const lambda = entries(used!);
  const second = entries(peers!);
  return {
    solution: { status, objective: objective!, own: z, lambda, dual: pi, ray },
    certificate: { kind: kinds[kind!]!, primal: primal!, dual: dual!, gap: gap!, holds: holds === 1 },
    solver: names[name!]!,
    retried: retried === 1,
    slackPhase: phase === 0 ? null : { ok: phase === 2, lambda: second, slacks },
  };
}
