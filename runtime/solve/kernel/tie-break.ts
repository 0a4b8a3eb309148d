/**
 * One basis out of many: where several are optimal, which one the simplex ends with depends on where it started.
 * Among the optima the one with the least Σ w_v v is taken, over all variables v but free ones, with weights that
 * have no pattern. What follows (Dantzig's lexicographic method) is a primal simplex over the variables whose reduced
 * cost is 0.
 *
 * A basis that was chosen so is the one for every right-hand side that it is feasible for: its duals π, and those of the
 * sum, σ, do not depend on r, and σ·a of a column with π·a = 0 does not depend on a task's own column either, because
 * another one changes σ by a multiple of π.
 */
import { type Basis, nonnegative } from "./basis.ts";
import type { Candidates } from "./candidates.ts";
import type { PrimalSimplex } from "./primal-simplex.ts";

/** Reduced costs this far from 0, as a share of Σ|π|, are 0: more than the kernel lets pass as optimal. */
export const tied = 3e-11;
/** The same for the sum that is minimised; its weights differ by far more. */
const zeroGain = 1e-9;
const refactorAfter = 24;
/** So many columns are looked at one by one; from more on it is quicker to price all there are. */
const few = 32;
const mostWinners = 64;

export class TieBreak {
  private readonly basis: Basis;
  private readonly candidates: Candidates;
  private readonly primal: PrimalSimplex;
  private readonly sigma: Float64Array;
  /** Columns that entered for some task, the first candidates of the next. */
  private readonly winners: number[] = [];
  /** Where the search for the variable that enters stands. */
  private best = -1;
  private most = 0;

  constructor(basis: Basis, candidates: Candidates, primal: PrimalSimplex) {
    this.basis = basis;
    this.candidates = candidates;
    this.primal = primal;
    this.sigma = new Float64Array(basis.rows);
  }

  /**
   * Needs an optimal basis with values and duals up to date, and the columns outside it with a reduced cost of 0.
   * Says how many pivots it took; −1 if it did not end. Leaves values up to date unless it took none.
   */
  run(columns: readonly number[]): number {
    const { basis, primal } = this;
    const others = this.tiedOthers();
    if (columns.length === 0 && others.length === 0) return 0;
    // What leaves may come back.
    others.push(...basis.basic);
    const limit = 100 + 20 * basis.rows;
    for (let pivots = 0; pivots < limit; pivots++) {
      const bland = pivots > limit / 2;
      this.solveSigma();
      const entering = this.entering(columns, others, bland);
      if (entering < 0) return pivots;
      basis.solveColumn(entering);
      const p = primal.leaving(false, bland);
      if (p < 0) return -1;
      basis.pivot(p, entering);
      if ((pivots + 1) % refactorAfter === 0 && !basis.factor()) return -1;
      basis.solveValues();
    }
    return -1;
  }

  /** The variable whose entering lowers the sum fastest, or by Bland's rule the first one; −1 if none does. */
  private entering(columns: readonly number[], others: readonly number[], bland: boolean): number {
    this.best = -1;
    this.most = 0;
    if (columns.length <= few) {
      for (const id of columns) this.consider(id, bland);
      for (const id of others) this.consider(id, bland);
      return this.best;
    }
    if (!bland) {
      for (const id of this.winners) if (this.isTied(id)) this.consider(id, bland);
      if (this.best >= 0) return this.best;
    }
    const priced = this.candidates.priceAll(this.sigma);
    for (const id of columns) if (priced[id] > weightOf(id)) this.consider(id, bland);
    for (const id of others) this.consider(id, bland);
    const { best } = this;
    if (best >= 0 && best < this.basis.columns && !this.winners.includes(best)) {
      if (this.winners.length === mostWinners) this.winners.shift();
      this.winners.push(best);
    }
    return best;
  }

  private isTied(column: number): boolean {
    const { pi, byColumn, rows } = this.basis;
    let value = 0;
    let weight = 0;
    for (let i = 0; i < rows; i++) {
      value += pi[i] * byColumn[column * rows + i];
      weight += Math.abs(pi[i]);
    }
    return Math.abs(value) <= tied * weight;
  }

  private consider(id: number, bland: boolean): void {
    const { basis } = this;
    if (basis.place[id] >= 0 || basis.kind[id] !== nonnegative) return;
    const gain = this.gain(id);
    if (gain <= 0 || (bland ? this.best >= 0 && id > this.best : gain <= this.most)) return;
    this.best = id;
    this.most = gain;
  }

  /** Own variables and logicals outside the basis whose reduced cost is 0. */
  private tiedOthers(): number[] {
    const { basis } = this;
    const { pi, rows, columns, own, kind, place, costs, ownColumns } = basis;
    let weight = 0;
    for (let i = 0; i < rows; i++) weight += Math.abs(pi[i]);
    const found: number[] = [];
    for (let k = 0; k < own; k++) {
      const id = columns + k;
      if (place[id] >= 0 || kind[id] !== nonnegative) continue;
      let reduced = costs[k];
      for (let i = 0; i < rows; i++) reduced -= pi[i] * ownColumns[k * rows + i];
      if (Math.abs(reduced) <= tied * (weight + Math.abs(costs[k]))) found.push(id);
    }
    for (let i = 0; i < rows; i++) {
      const id = columns + own + i;
      if (place[id] < 0 && kind[id] === nonnegative && Math.abs(pi[i]) <= tied * weight) found.push(id);
    }
    return found;
  }

  /** Duals of Σ w_v v. */
  private solveSigma(): void {
    const { basis, sigma } = this;
    const m = basis.rows;
    sigma.fill(0);
    for (let p = 0; p < m; p++) {
      if (basis.kind[basis.basic[p]] !== nonnegative) continue;
      const cost = weightOf(basis.basic[p]);
      for (let i = 0; i < m; i++) sigma[i] += cost * basis.inverse[p * m + i];
    }
  }

  /** How fast the sum falls when a variable enters; 0 if it does not. */
  private gain(id: number): number {
    const { basis, sigma } = this;
    const m = basis.rows;
    const cost = weightOf(id);
    let sum = -cost;
    let size = cost;
    if (id >= basis.columns + basis.own) {
      sum -= sigma[id - basis.columns - basis.own];
      size += Math.abs(sigma[id - basis.columns - basis.own]);
    } else {
      const source = id < basis.columns ? basis.byColumn : basis.ownColumns;
      const from = (id < basis.columns ? id : id - basis.columns) * m;
      for (let i = 0; i < m; i++) {
        const term = sigma[i] * source[from + i];
        sum += term;
        size += Math.abs(term);
      }
    }
    return sum > zeroGain * size ? sum : 0;
  }
}

/** Between 1 and 2; not linear in the number, or λ_i + μ_j and λ_j + μ_i would weigh the same. */
function weightOf(id: number): number {
  let mixed = Math.imul(id + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return 1 + ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
