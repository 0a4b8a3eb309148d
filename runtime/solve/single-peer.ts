/**
 * Programs in which one unit alone may be the peer (free disposal hull; Deprins, Simar & Tulkens 1984; Tulkens 1993). There is no
 * linear program to solve: with a unit j chosen each movement is bounded by rows alone, so what is best with j stands in closed form,
 * and every unit is tried. That is exact, and its own proof: the winner meets every row, and no unit does better.
 *
 * Ties go to the lexicographically largest movements (as in canonical.ts), then to the first column.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { type Certificate, certificateTolerance, primalViolation } from "./certificate.ts";
import type { SlackPhase } from "./slack-phase.ts";
import type { LpSolution } from "./solver.ts";

export interface Enumerated {
  readonly solution: LpSolution;
  readonly certificate: Certificate;
  readonly solver: "enumeration";
  readonly retried: false;
  readonly slackPhase: SlackPhase | null;
}

/** What is best with one unit as the peer. */
interface Trial {
  readonly column: number;
  readonly intensity: number;
  readonly own: Float64Array;
  readonly objective: number;
}

/** Objectives within this of each other, relative to their size, are one. */
const tied = 1e-12;
const nothing = new Float64Array(0);

/**
 * One answer for each task, in their order; prices there are none.
 * @param weights by row, asks for the second phase
 */
export function enumerateFamily(family: LpFamily, weights: Float64Array | null): Enumerated[] {
  return family.tasks.map((_, task) => {
    const answer = new Enumeration(family, task).answer();
    if (weights === null || answer.solution.status !== "optimal") return answer;
    return { ...answer, slackPhase: singlePeerPhase(family, task, answer.solution, weights) };
  });
}

/** Among the peers that allow the same movements the one with the greatest weighted slack; the first of several. */
export function singlePeerPhase(
  family: LpFamily,
  task: number,
  { lambda: [first], own }: LpSolution,
  weights: Float64Array,
): SlackPhase {
  const { columns, rows } = family;
  const { excluded } = family.tasks[task]!;
  let most = Number.NEGATIVE_INFINITY;
  let chosen: SlackPhase = { ok: false, lambda: [], slacks: new Float64Array(rows.length) };
  for (let column = 0; column < columns.length; column++) {
    const lambda = [{ column, value: first!.value }];
    if (column !== first!.column) {
      if (excluded.includes(column) || primalViolation(family, task, lambda, own) > tied) continue;
    }
    const slacks = Float64Array.from(rows, (_, i) => slackOf(family, task, i, lambda[0]!, own));
    const sum = slacks.reduce((total, slack, i) => total + weights[i]! * slack, 0);
    if (sum <= most) continue;
    most = sum;
    chosen = { ok: true, lambda, slacks };
  }
  return chosen;
}

function slackOf(
  { rows, columns, matrix, tasks }: LpFamily,
  task: number,
  i: number,
  peer: { readonly column: number; readonly value: number },
  own: Float64Array,
): number {
  if (rows[i]!.relation === "=") return 0;
  const { rhs, own: coefficients } = tasks[task]!;
  let left = rhs[i]! - matrix[i * columns.length + peer.column]! * peer.value;
  let size = Math.abs(rhs[i]!);
  for (let k = 0; k < own.length; k++) {
    const term = coefficients[k * rows.length + i]! * own[k]!;
    left -= term;
    size = Math.max(size, Math.abs(term));
  }
  return Math.abs(left) <= tied * size ? 0 : Math.abs(left);
}

class Enumeration {
  readonly #family: LpFamily;
  readonly #task: number;
  /** By row the own variable that stands in it (−1: none) and its coefficient; t of a fractional program aside. */
  readonly #mover: Int32Array;
  readonly #by: Float64Array;
  readonly #fractional: boolean;
  readonly #normalization: number;

  constructor(family: LpFamily, task: number) {
    this.#family = family;
    this.#task = task;
    const m = family.rows.length;
    const { own } = family.tasks[task]!;
    this.#fractional = family.own[0]?.name === "t";
    this.#normalization = family.rows.findIndex((row) => row.kind === "normalization");
    this.#mover = new Int32Array(m).fill(-1);
    this.#by = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      if (i === this.#normalization) continue;
      for (let k = this.#fractional ? 1 : 0; k < family.own.length; k++) {
        if (own[k * m + i] === 0) continue;
        if (this.#mover[i]! >= 0) throw new Error("two movements in one row of a single-peer program");
        this.#mover[i] = k;
        this.#by[i] = own[k * m + i]!;
      }
    }
  }

  answer(): Enumerated {
    const { columns, rows, sense } = this.#family;
    const out = new Set(this.#family.tasks[this.#task]!.excluded);
    const ray = new Float64Array(rows.length);
    let best: Trial | null = null;
    for (let column = 0; column < columns.length; column++) {
      if (out.has(column)) continue;
      const trial = this.#try(column);
      if (typeof trial === "number") ray[trial] = rows[trial]!.relation === "<=" ? -1 : 1;
      else if (!Number.isFinite(trial.objective)) return this.#without("unbounded", nothing);
      else if (best === null || better(trial, best, sense)) best = trial;
    }
    if (best === null) return this.#without("infeasible", this.#alone(out) ?? ray);
    const { own, objective, column, intensity } = best;
    const lambda = [{ column, value: intensity }];
    const primal = primalViolation(this.#family, this.#task, lambda, own);
    const holds = primal <= certificateTolerance;
    return {
      solution: { status: "optimal", objective, own, lambda, dual: nothing, ray: nothing },
      certificate: { kind: "optimal", primal, dual: 0, gap: 0, holds },
      solver: "enumeration",
      retried: false,
      slackPhase: null,
    };
  }

  #without(status: "infeasible" | "unbounded", ray: Float64Array): Enumerated {
    return {
      solution: { status, objective: Number.NaN, own: nothing, lambda: [], dual: nothing, ray },
      certificate: { kind: status, primal: 0, dual: 0, gap: 0, holds: true },
      solver: "enumeration",
      retried: false,
      slackPhase: null,
    };
  }

  /** A ray of the rows that no unit meets, if there is one; otherwise each unit fails for a reason of its own. */
  #alone(out: ReadonlySet<number>): Float64Array | null {
    const { columns, rows } = this.#family;
    const failed = rows.map(({ relation }, i) => {
      if (i === this.#normalization || this.#mover[i]! >= 0) return false;
      return columns.every((_, column) => out.has(column) || breaks(this.#left(i, column), relation));
    });
    if (!failed.includes(true)) return null;
    return Float64Array.from(rows, ({ relation }, i) => (failed[i] ? (relation === "<=" ? -1 : 1) : 0));
  }

  /** What the peer and, in a fractional program, t leave of a row for its movement. */
  #left(row: number, column: number): number {
    const { columns, matrix, tasks } = this.#family;
    const { rhs, own } = tasks[this.#task]!;
    const used = matrix[row * columns.length + column]!;
    // Of a fractional program every other row is homogeneous in t, the peer's intensity; divided by it, t's part is the right side.
    return this.#fractional ? -own[row]! - used : rhs[row]! - used;
  }

  /** The best movements with this peer, or the row that it cannot meet. */
  #try(column: number): Trial | number {
    const { rows, own: variables, tasks, sense } = this.#family;
    const { costs } = tasks[this.#task]!;
    const low = Float64Array.from(variables, (one) => (one.free ? Number.NEGATIVE_INFINITY : 0));
    const high = new Float64Array(variables.length).fill(Number.POSITIVE_INFINITY);
    for (const [i, { relation }] of rows.entries()) {
      if (i === this.#normalization) continue;
      const left = this.#left(i, column);
      const k = this.#mover[i]!;
      if (k < 0) {
        if (breaks(left, relation)) return i;
        continue;
      }
      const bound = left / this.#by[i]!;
      const above = relation === "=" || (relation === "<=") === this.#by[i]! > 0;
      if (above && bound < high[k]!) high[k] = bound;
      if ((relation === "=" || !above) && bound > low[k]!) low[k] = bound;
      if (low[k]! > high[k]!) return i;
    }
    const own = Float64Array.from(variables, (_, k) => {
      const cost = sense === "max" ? -costs[k]! : costs[k]!;
      // Excess is never worth having in a fractional program, and slack is given by its row.
      if (this.#fractional || cost > 0) return low[k]! + 0;
      return cost < 0 ? high[k]! : Number.isFinite(high[k]!) ? high[k]! : Math.max(0, low[k]!);
    });
    return this.#fractional ? this.#scaled(column, own) : this.#trial(column, 1, own);
  }

  /** A fractional program's movements times t, which its normalization gives. */
  #scaled(column: number, own: Float64Array): Trial | number {
    const m = this.#family.rows.length;
    const { own: coefficients } = this.#family.tasks[this.#task]!;
    let sum = 1;
    for (let k = 1; k < own.length; k++) sum += coefficients[k * m + this.#normalization]! * own[k]!;
    if (!(sum > 0)) return this.#normalization;
    own[0] = 1;
    return this.#trial(
      column,
      1 / sum,
      own.map((value) => value / sum),
    );
  }

  #trial(column: number, intensity: number, own: Float64Array): Trial {
    const { costs } = this.#family.tasks[this.#task]!;
    const objective = own.reduce((sum, value, k) => (costs[k] === 0 ? sum : sum + costs[k]! * value), 0);
    return { column, intensity, own, objective };
  }
}

/** Whether a row that no movement enters is broken by what the peer leaves of it. */
function breaks(left: number, relation: "<=" | "=" | ">="): boolean {
  return relation === "<=" ? left < 0 : relation === ">=" ? left > 0 : left !== 0;
}

/** Whether a trial beats the best one so far. */
function better(trial: Trial, best: Trial, sense: "min" | "max"): boolean {
  const gain = sense === "min" ? best.objective - trial.objective : trial.objective - best.objective;
  const size = tied * Math.max(1, Math.abs(best.objective));
  if (Math.abs(gain) > size) return gain > 0;
  for (const [k, value] of trial.own.entries()) {
    const more = value - best.own[k]!;
    if (Math.abs(more) > tied * Math.max(1, Math.abs(value))) return more > 0;
  }
  return false;
}
