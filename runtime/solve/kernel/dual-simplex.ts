/**
 * Dual simplex over the candidates: from duals that are feasible to values that are, for r + ε r̄. Exact steepest
 * edge for the row that leaves, Harris's ratio test (1973) with the largest pivot for the variable that enters.
 */
import { type Basis, nonnegative } from "./basis.ts";
import type { Candidates } from "./candidates.ts";

export type DualOutcome =
  | "feasible"
  /** `ray` proves that the candidates alone cannot satisfy r. */
  | "ray"
  /** The same, but only for the change by ε. */
  | "nudge ray"
  | "stuck";

const zeroPivot = 1e-9;
const refactorAfter = 24;

export class DualSimplex {
  readonly ray: Float64Array;
  pivots = 0;
  private readonly basis: Basis;
  private readonly candidates: Candidates;
  private readonly row: Float64Array;

  constructor(basis: Basis, candidates: Candidates) {
    this.basis = basis;
    this.candidates = candidates;
    this.ray = new Float64Array(basis.rows);
    this.row = new Float64Array(basis.rows);
  }

  /** Needs `solveValues`, `solveDuals` and `priceValue` done; leaves the basis with those of its last state. */
  run(): DualOutcome {
    const { basis, candidates, row } = this;
    const m = basis.rows;
    const limit = 100 + 20 * m;
    this.pivots = 0;
    let stalled = 0;
    for (;;) {
      const bland = stalled > 20 + 2 * m;
      const p = this.leaving(bland);
      if (p < 0) return "feasible";
      if (this.pivots >= limit) return "stuck";
      const sign = basis.breach(p);
      for (let i = 0; i < m; i++) row[i] = basis.inverse[p * m + i];
      candidates.priceAlpha(row);
      const entering = this.entering(sign, bland);
      if (entering < 0) {
        for (let i = 0; i < m; i++) this.ray[i] = sign * row[i];
        return basis.x[p] !== 0 ? "ray" : "nudge ray";
      }
      const alpha = basis.solveColumn(entering);
      if (!(Math.abs(alpha[p]) > zeroPivot)) return "stuck";
      const step = this.valueOf(entering) / alpha[p];
      stalled = Math.abs(step) < 1e-14 ? stalled + 1 : 0;
      basis.pivot(p, entering);
      this.pivots++;
      if (this.pivots % refactorAfter === 0) {
        if (!basis.factor()) return "stuck";
        basis.solveDuals();
        candidates.priceValue(basis.pi);
      } else {
        for (let i = 0; i < m; i++) basis.pi[i] -= step * row[i];
        const { value, alpha: change, count } = candidates;
        for (let c = 0; c < count; c++) value[c] -= step * change[c];
      }
      basis.solveValues();
    }
  }

  /** The breach that is farthest off; breaches by ε only after all others. */
  private leaving(bland: boolean): number {
    const { basis } = this;
    const m = basis.rows;
    let best = -1;
    let most = 0;
    let real = false;
    for (let p = 0; p < m; p++) {
      if (basis.breach(p) === 0) continue;
      const isReal = basis.x[p] !== 0;
      if (real && !isReal) continue;
      const off = isReal ? basis.x[p] : basis.nudged[p];
      let norm = 0;
      for (let i = p * m; i < (p + 1) * m; i++) norm += basis.inverse[i] * basis.inverse[i];
      const score = (off * off) / norm;
      const better = bland ? best < 0 || basis.basic[p] < basis.basic[best] : score > most;
      if ((isReal && !real) || better) {
        best = p;
        most = score;
        real = isReal;
      }
    }
    return best;
  }

  /** π·a − c of a variable that is not basic: never positive while the duals are feasible. */
  private valueOf(id: number): number {
    const { basis } = this;
    const n = basis.columns;
    if (id >= n + basis.own) return -basis.pi[id - n - basis.own];
    const m = basis.rows;
    const source = id < n ? basis.byColumn : basis.ownColumns;
    const from = (id < n ? id : id - n) * m;
    let sum = id < n ? 0 : -basis.costs[id - n];
    for (let i = 0; i < m; i++) sum += basis.pi[i] * source[from + i];
    return Math.min(sum, 0);
  }

  private entering(sign: number, bland: boolean): number {
    const { basis, candidates, row } = this;
    const { kind, place, pi, ownColumns, costs } = basis;
    const m = basis.rows;
    const n = basis.columns;
    const { ids, value, alpha, count } = candidates;
    let weight = 0;
    for (let i = 0; i < m; i++) weight += Math.abs(pi[i]);
    const slack = 1e-12 * weight;
    let bound = Number.POSITIVE_INFINITY;
    for (let c = 0; c < count; c++) {
      const a = sign * alpha[c];
      if (a > zeroPivot) {
        const v = value[c];
        const ratio = ((v < 0 ? -v : 0) + slack) / a;
        if (ratio < bound && place[ids[c]] < 0 && kind[ids[c]] === nonnegative) bound = ratio;
      }
    }
    const first = n + basis.own;
    for (let i = 0; i < m; i++) {
      const a = -sign * row[i];
      if (a > zeroPivot && place[first + i] < 0 && kind[first + i] === nonnegative) {
        bound = Math.min(bound, (Math.max(pi[i], 0) + slack) / a);
      }
    }
    for (let k = 0; k < basis.own; k++) {
      if (place[n + k] >= 0 || kind[n + k] !== nonnegative) continue;
      const a = sign * dot(row, ownColumns, k * m, m);
      if (a > zeroPivot)
        bound = Math.min(bound, (Math.max(0, costs[k] - dot(pi, ownColumns, k * m, m)) + slack) / a);
    }
    if (bound === Number.POSITIVE_INFINITY) return -1;
    // What set the bound must pass it again below, whatever the rounding of a quotient times its divisor.
    bound *= 1 + 1e-12;
    let best = -1;
    let strength = 0;
    const consider = (id: number, a: number, d: number) => {
      if (d > bound * a) return;
      if (bland ? best < 0 || id < best : a > strength) {
        best = id;
        strength = a;
      }
    };
    for (let c = 0; c < count; c++) {
      const a = sign * alpha[c];
      if (a > zeroPivot && (bland || a > strength) && -value[c] <= bound * a) {
        if (place[ids[c]] < 0 && kind[ids[c]] === nonnegative) consider(ids[c], a, Math.max(0, -value[c]));
      }
    }
    for (let i = 0; i < m; i++) {
      const a = -sign * row[i];
      if (a > zeroPivot && place[first + i] < 0 && kind[first + i] === nonnegative) {
        consider(first + i, a, Math.max(0, pi[i]));
      }
    }
    for (let k = 0; k < basis.own; k++) {
      if (place[n + k] >= 0 || kind[n + k] !== nonnegative) continue;
      const a = sign * dot(row, ownColumns, k * m, m);
      if (a > zeroPivot) consider(n + k, a, Math.max(0, costs[k] - dot(pi, ownColumns, k * m, m)));
    }
    return best;
  }
}

export function dot(weights: Float64Array, vector: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += weights[i] * vector[from + i];
  return sum;
}
