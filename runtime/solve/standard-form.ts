/**
 * The one form that every solver sees: minimise, every row `≥` or `=`, rows and own variables scaled.
 *
 *     min c·z   subject to   A λ + G z  (≥ | =)  r,   λ ≥ 0,  z_k ≥ 0 or free
 *
 * A row is multiplied by a power of two near the inverse of its mean absolute coefficient (an exact operation),
 * an own variable by one near the inverse of its largest scaled coefficient, and a task is divided by one near
 * its largest scaled right-hand side. Panels mix units that lie 1e9 apart; solvers' tolerances are absolute.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { LpSolution } from "./solver.ts";
import { empty, Vectors } from "./vectors.ts";

export interface StandardFamily {
  readonly rows: number;
  readonly columns: number;
  readonly own: number;
  /** Row-major `rows × columns`. */
  readonly matrix: Float64Array;
  /** The row is an equation. */
  readonly equation: readonly boolean[];
  readonly free: readonly boolean[];
  /** Row i of the standard form is `rowFactor[i]` times the family's row (negative for `<=` rows). */
  readonly rowFactor: Float64Array;
}

export interface StandardTask {
  readonly rhs: Float64Array;
  /** The coefficient of z_k in row i at `k * rows + i`. */
  readonly own: Float64Array;
  readonly costs: Float64Array;
  readonly excluded: readonly number[];
  /** λ of the family = `size` × λ here. */
  readonly size: number;
  /** z_k of the family = `size` × `ownFactor[k]` × z_k here. */
  readonly ownFactor: Float64Array;
  /** Costs here = `costFactor` × the family's (negative for `max`) × `ownFactor`. */
  readonly costFactor: number;
}

/** The power of two nearest to 1/value on a logarithmic scale; 1 for what has no size. */
export function inversePowerOfTwo(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  return 2 ** -Math.max(-500, Math.min(500, Math.round(Math.log2(value))));
}

export function standardFamily(family: LpFamily): StandardFamily {
  const m = family.rows.length;
  const n = family.columns.length;
  const matrix = new Float64Array(m * n);
  const rowFactor = new Float64Array(m);
  const magnitudes = rowMagnitudes(family);
  for (let i = 0; i < m; i++) {
    const factor = inversePowerOfTwo(magnitudes[i]!) * (family.rows[i]!.relation === "<=" ? -1 : 1);
    rowFactor[i] = factor;
    for (let j = 0; j < n; j++) matrix[i * n + j] = factor * family.matrix[i * n + j]!;
  }
  return {
    rows: m,
    columns: n,
    own: family.own.length,
    matrix,
    equation: family.rows.map((row) => row.relation === "="),
    free: family.own.map((own) => own.free),
    rowFactor,
  };
}

const known = new WeakMap<LpFamily, Float64Array>();
const knownColumns = new WeakMap<LpFamily, Float64Array>();

/** Mean of the absolute non-zero coefficients of each row; of the tasks' own coefficients where it has none. */
export function rowMagnitudes(family: LpFamily): Float64Array {
  let magnitudes = known.get(family);
  if (!magnitudes) {
    magnitudes = Float64Array.from(family.rows, (_, i) => rowMagnitude(family, i));
    known.set(family, magnitudes);
  }
  return magnitudes;
}

/** Tells the magnitudes of a family that has not all of its tasks at hand. */
export function setRowMagnitudes(family: LpFamily, magnitudes: Float64Array): void {
  known.set(family, magnitudes);
}

/** Of each column the largest coefficient, in mean units of its row. */
export function columnMagnitudes(family: LpFamily): Float64Array {
  let tops = knownColumns.get(family);
  if (!tops) {
    const n = family.columns.length;
    tops = new Float64Array(n);
    for (const [i, magnitude] of rowMagnitudes(family).entries()) {
      for (let j = 0; j < n; j++) {
        tops[j] = Math.max(tops[j], Math.abs(family.matrix[i * n + j]) / magnitude);
      }
    }
    knownColumns.set(family, tops);
  }
  return tops;
}

function rowMagnitude(family: LpFamily, row: number): number {
  const m = family.rows.length;
  const n = family.columns.length;
  let sum = 0;
  let count = 0;
  for (let j = 0; j < n; j++) {
    const value = Math.abs(family.matrix[row * n + j]!);
    if (value > 0) {
      sum += value;
      count++;
    }
  }
  if (count === 0) {
    for (const task of family.tasks) {
      for (let k = 0; k < family.own.length; k++) {
        const value = Math.abs(task.own[k * m + row]!);
        if (value > 0) {
          sum += value;
          count++;
        }
      }
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** Reads one task after another; each overwrites the one before. */
export class StandardTasks {
  private readonly family: LpFamily;
  private readonly standard: StandardFamily;
  private readonly rhs: Float64Array;
  private readonly own: Float64Array;
  private readonly costs: Float64Array;
  private readonly ownFactor: Float64Array;

  constructor(family: LpFamily, standard: StandardFamily) {
    const { rows, own } = standard;
    this.family = family;
    this.standard = standard;
    this.rhs = new Float64Array(rows);
    this.own = new Float64Array(own * rows);
    this.costs = new Float64Array(own);
    this.ownFactor = new Float64Array(own);
  }

  read(index: number): StandardTask {
    const task = this.family.tasks[index]!;
    const { rhs, own, costs, ownFactor } = this;
    const { rowFactor } = this.standard;
    const m = rhs.length;
    let largest = 0;
    for (let i = 0; i < m; i++) {
      rhs[i] = rowFactor[i]! * task.rhs[i]!;
      largest = Math.max(largest, Math.abs(rhs[i]!));
    }
    const shrink = inversePowerOfTwo(largest);
    for (let i = 0; i < m; i++) rhs[i] = rhs[i]! * shrink;
    let largestCost = 0;
    for (let k = 0; k < costs.length; k++) {
      let top = 0;
      for (let i = 0; i < m; i++) {
        own[k * m + i] = rowFactor[i]! * task.own[k * m + i]!;
        top = Math.max(top, Math.abs(own[k * m + i]!));
      }
      const factor = inversePowerOfTwo(top);
      ownFactor[k] = factor;
      for (let i = 0; i < m; i++) own[k * m + i] = factor * own[k * m + i]!;
      costs[k] = factor * task.costs[k]!;
      largestCost = Math.max(largestCost, Math.abs(costs[k]!));
    }
    const costFactor = inversePowerOfTwo(largestCost) * (this.family.sense === "max" ? -1 : 1);
    for (let k = 0; k < costs.length; k++) costs[k] = costFactor * costs[k]!;
    return { rhs, own, costs, excluded: task.excluded, size: 1 / shrink, ownFactor, costFactor };
  }
}

const vectors = new Vectors();

/** An optimal answer in the family's own units; λ and z that rounding made negative become 0. */
export function optimal(
  family: LpFamily,
  standard: StandardFamily,
  task: StandardTask,
  index: number,
  lambda: readonly { column: number; value: number }[],
  own: ArrayLike<number>,
  dual: ArrayLike<number>,
): LpSolution {
  const z = vectors.take(standard.own);
  let objective = 0;
  for (let k = 0; k < standard.own; k++) {
    const value = standard.free[k] ? own[k]! : Math.max(0, own[k]!);
    z[k] = settled(value * task.size * task.ownFactor[k]!);
    const cost = family.tasks[index]!.costs[k]!;
    if (cost !== 0) objective += cost * z[k]!;
  }
  const pi = vectors.take(standard.rows);
  for (let i = 0; i < standard.rows; i++) {
    const value = standard.equation[i] ? dual[i]! : Math.max(0, dual[i]!);
    pi[i] = (value * standard.rowFactor[i]!) / task.costFactor + 0;
  }
  const kept = lambda.filter((entry) => entry.value > 0);
  for (const entry of kept) entry.value = settled(entry.value * task.size);
  return { status: "optimal", objective, own: z, lambda: kept, dual: pi, ray: empty };
}

/** A whole number where only rounding is missing: a unit on the frontier scores 1, not 1.0000000000000002. */
export function settled(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= 1e-13 * Math.abs(whole) ? whole : value;
}

/** An infeasible answer; `ray` in standard form (ρ ≥ 0 on inequalities), empty when there is none. */
export function infeasible(standard: StandardFamily, ray: ArrayLike<number>): LpSolution {
  const rho = new Float64Array(ray.length);
  for (let i = 0; i < ray.length; i++) {
    const value = standard.equation[i] ? ray[i]! : Math.max(0, ray[i]!);
    rho[i] = value * standard.rowFactor[i]! + 0;
  }
  return { ...nothing("infeasible"), ray: rho };
}

/** An answer without numbers. */
export function nothing(status: "infeasible" | "unbounded" | "failed"): LpSolution {
  return { status, objective: Number.NaN, own: empty, lambda: [], dual: empty, ray: empty };
}
