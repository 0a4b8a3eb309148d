/**
 * Primal simplex over the candidates. Phase one minimises the sum of infeasibilities from any basis; phase two the
 * costs. Where several variables would leave at once, the change by ε decides (see basis.ts); Bland's rule takes
 * over when pivots stay without effect, so that it always ends.
 */
import { type Basis, fixed, free, nonnegative } from "./basis.ts";
import type { Candidates } from "./candidates.ts";
import { dot } from "./dual-simplex.ts";

export type PrimalOutcome =
  /** Phase one: a feasible point. Phase two: optimal over the candidates. */
  | "done"
  /** Phase one: `ray` proves that the candidates alone cannot satisfy r. Phase two: costs fall without end. */
  | "ray"
  | "unbounded"
  | "stuck";

const zeroPivot = 1e-9;
const refactorAfter = 24;
/** A reduced cost counts below this share of Σ|π|; columns are scaled to 1. */
export const zeroValue = 1e-11;

export class PrimalSimplex {
  readonly ray: Float64Array;
  private readonly basis: Basis;
  private readonly candidates: Candidates;

  constructor(basis: Basis, candidates: Candidates) {
    this.basis = basis;
    this.candidates = candidates;
    this.ray = new Float64Array(basis.rows);
  }

  /** Needs `solveValues` done; leaves values up to date, duals not. */
  run(phaseOne: boolean): PrimalOutcome {
    const { basis, candidates, ray } = this;
    const m = basis.rows;
    const limit = 500 + 50 * m;
    let stalled = 0;
    for (let pivots = 1; pivots <= limit; pivots++) {
      const bland = stalled > 20 + 2 * m;
      if (phaseOne) {
        if (!this.infeasibilityDuals()) return "done";
      } else {
        basis.solveDuals();
      }
      const weights = phaseOne ? ray : basis.pi;
      candidates.priceValue(weights);
      const entering = this.entering(weights, phaseOne, bland);
      if (entering < 0) return phaseOne ? "ray" : "done";
      basis.solveColumn(entering);
      const p = this.leaving(phaseOne, bland);
      if (p < 0) return phaseOne ? "stuck" : "unbounded";
      stalled = basis.x[p] === 0 ? stalled + 1 : 0;
      basis.pivot(p, entering);
      if (pivots % refactorAfter === 0 && !basis.factor()) return "stuck";
      basis.solveValues();
    }
    return "stuck";
  }

  /** Duals of the sum of infeasibilities into `ray`; false if there is none. */
  private infeasibilityDuals(): boolean {
    const { basis, ray } = this;
    const m = basis.rows;
    let any = false;
    ray.fill(0);
    for (let p = 0; p < m; p++) {
      const sign = this.off(p);
      if (sign === 0) continue;
      any = true;
      for (let i = 0; i < m; i++) ray[i] += sign * basis.inverse[p * m + i];
    }
    return any;
  }

  /** The sign of an infeasible value, 0 for a feasible one; the change by ε is not looked at. */
  private off(p: number): number {
    const { basis } = this;
    const kind = basis.kind[basis.basic[p]];
    const value = basis.x[p];
    if (kind === free || value === 0) return 0;
    return value < 0 ? -1 : kind === fixed ? 1 : 0;
  }

  private entering(weights: Float64Array, phaseOne: boolean, bland: boolean): number {
    const { basis, candidates } = this;
    const { kind, place, ownColumns, costs } = basis;
    const m = basis.rows;
    const n = basis.columns;
    const first = n + basis.own;
    const { ids, value, count } = candidates;
    let weight = 0;
    for (let i = 0; i < m; i++) weight += Math.abs(weights[i]);
    let most = zeroValue * weight;
    let best = -1;
    const consider = (id: number, gain: number) => {
      if (bland ? best < 0 || id < best : gain > most) {
        best = id;
        if (!bland) most = gain;
      }
    };
    for (let c = 0; c < count; c++) {
      if (value[c] > most && place[ids[c]] < 0 && kind[ids[c]] === nonnegative) consider(ids[c], value[c]);
    }
    for (let k = 0; k < basis.own; k++) {
      if (place[n + k] >= 0 || kind[n + k] !== nonnegative) continue;
      const cost = phaseOne ? 0 : costs[k];
      const gain = dot(weights, ownColumns, k * m, m) - cost;
      if (gain > most && gain > zeroValue * Math.abs(cost)) consider(n + k, gain);
    }
    for (let i = 0; i < m; i++) {
      const gain = -weights[i];
      if (gain > most && place[first + i] < 0 && kind[first + i] === nonnegative) consider(first + i, gain);
    }
    return best;
  }

  /** Where the variable of the last `solveColumn` would enter; −1 if nothing stops it. */
  leaving(phaseOne: boolean, bland: boolean): number {
    const { basis } = this;
    const { x, nudged, alpha, basic, kind } = basis;
    let top = 0;
    for (let p = 0; p < basis.rows; p++) top = Math.max(top, Math.abs(alpha[p]));
    const least = zeroPivot * Math.max(1, top);
    let best = -1;
    let ratio = 0;
    let nudgeRatio = 0;
    for (let p = 0; p < basis.rows; p++) {
      const a = alpha[p];
      if (Math.abs(a) <= least || kind[basic[p]] === free) continue;
      const off = phaseOne ? this.off(p) : 0;
      // An infeasible value blocks where it becomes feasible, a feasible one where it stops being so.
      const blocks = off !== 0 ? a * off > 0 : a > 0 || kind[basic[p]] === fixed;
      if (!blocks) continue;
      const mine = x[p] / a;
      const mineNudged = kind[basic[p]] === fixed && x[p] === 0 ? Number.NEGATIVE_INFINITY : nudged[p] / a;
      const near = best >= 0 && Math.abs(mine - ratio) <= 1e-12 * (Math.abs(mine) + Math.abs(ratio));
      let better = best < 0 || mine < ratio;
      if (near) {
        const same =
          mineNudged === nudgeRatio || Math.abs(mineNudged - nudgeRatio) <= 1e-9 * Math.abs(nudgeRatio);
        better = bland
          ? basic[p] < basic[best]
          : same
            ? Math.abs(a) > Math.abs(alpha[best])
            : mineNudged < nudgeRatio;
      }
      if (better) {
        best = p;
        ratio = mine;
        nudgeRatio = mineNudged;
      }
    }
    return best;
  }
}
