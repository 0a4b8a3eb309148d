/**
 * The kernel's working state for one task: which variable is basic in which row, the basis inverse, and what
 * follows from it. Small (a row for each variable of the technology), dense, rebuilt often.
 *
 * Variables are numbered: columns 0..n−1, own variables n..n+K−1, then one logical for each row, with the column
 * −e_i: the surplus of a `≥` row, or for an equation a variable that must be 0. So the program is
 *     min c·z : A λ + G z − s = r.
 *
 * Right-hand sides come in pairs (r, r̄): the program is solved for r + ε r̄ with a positive ε smaller than any
 * number. r̄ is the sum of all allowed columns, which keeps every feasible program feasible. It decides ties
 * between vertices, and makes the dual unique: see `nudge`.
 */

export const nonnegative = 0;
export const free = 1;
/** Must be 0: logicals of equations, excluded columns. */
export const fixed = 2;

/** A basic value is 0 below this share of the terms that it is the sum of, … */
const zeroValue = 1e-11;
const zeroNudge = 1e-9;
/** … and where most of those are 0, below what the rounding of the inverse alone can make of it. */
const inverseRounding = 1e-13;

export class Basis {
  readonly rows: number;
  readonly columns: number;
  readonly own: number;
  /** Columns one after the other, each with its `rows` coefficients. */
  readonly byColumn: Float64Array;
  readonly kind: Uint8Array;
  readonly basic: Int32Array;
  /** Where a variable is basic, or −1. */
  readonly place: Int32Array;
  readonly inverse: Float64Array;
  /** Values of the basic variables; exactly 0 where they are 0 but for rounding. */
  readonly x: Float64Array;
  /** Their change with ε. */
  readonly nudged: Float64Array;
  /** Duals of the costs. */
  readonly pi: Float64Array;
  readonly alpha: Float64Array;
  rhs: Float64Array;
  /** r̄ = Σ_j w_j a_j over the allowed columns. */
  readonly nudge: Float64Array;
  ownColumns: Float64Array;
  costs: Float64Array;
  private readonly swaps: Int32Array;

  constructor(rows: number, columns: number, own: number, byColumn: Float64Array) {
    this.rows = rows;
    this.columns = columns;
    this.own = own;
    this.byColumn = byColumn;
    const total = columns + own + rows;
    this.kind = new Uint8Array(total);
    this.basic = new Int32Array(rows);
    this.place = new Int32Array(total).fill(-1);
    this.inverse = new Float64Array(rows * rows);
    this.swaps = new Int32Array(rows);
    this.x = new Float64Array(rows);
    this.nudged = new Float64Array(rows);
    this.pi = new Float64Array(rows);
    this.alpha = new Float64Array(rows);
    this.rhs = new Float64Array(rows);
    this.nudge = new Float64Array(rows);
    this.ownColumns = new Float64Array(own * rows);
    this.costs = new Float64Array(own);
    this.setLogical();
  }

  /** All logicals basic. */
  setLogical(): void {
    const first = this.columns + this.own;
    this.place.fill(-1);
    this.inverse.fill(0);
    for (let i = 0; i < this.rows; i++) {
      this.basic[i] = first + i;
      this.place[first + i] = i;
      this.inverse[i * this.rows + i] = -1;
    }
  }

  /** Takes over the basic variables of another task and inverts their matrix; false if it is singular. */
  set(basic: ArrayLike<number>, offset = 0): boolean {
    for (let i = 0; i < this.rows; i++) this.place[this.basic[i]] = -1;
    for (let i = 0; i < this.rows; i++) {
      this.basic[i] = basic[offset + i];
      this.place[basic[offset + i]] = i;
    }
    return this.factor();
  }

  /**
   * The same basis with its variables in order and the inverse from scratch, so that all that follows from it depends
   * on nothing else; false if it is singular. Own variables come last: what is eliminated before them is the same for
   * every task, so tasks on one facet have the same prices but for a factor, to the last bit or two.
   */
  arrange(): boolean {
    const { basic, columns, own, rows } = this;
    const total = columns + own + rows;
    const rank = (id: number) => (id >= columns && id < columns + own ? id + total : id);
    for (let i = 1; i < rows; i++) {
      const id = basic[i];
      let at = i;
      for (; at > 0 && rank(basic[at - 1]) > rank(id); at--) basic[at] = basic[at - 1];
      basic[at] = id;
    }
    for (let i = 0; i < rows; i++) this.place[basic[i]] = i;
    return this.factor();
  }

  /** The inverse from scratch, by Gauss–Jordan elimination with row pivoting; false if it is singular. */
  factor(): boolean {
    const m = this.rows;
    const { inverse, swaps } = this;
    this.gather();
    for (let c = 0; c < m; c++) {
      let best = c;
      let strength = Math.abs(inverse[c * m + c]);
      for (let i = c + 1; i < m; i++) {
        const value = Math.abs(inverse[i * m + c]);
        if (value > strength) {
          strength = value;
          best = i;
        }
      }
      if (!(strength > 1e-13)) return false;
      swaps[c] = best;
      const at = c * m;
      if (best !== c) {
        const other = best * m;
        for (let j = 0; j < m; j++) {
          const a = inverse[at + j];
          inverse[at + j] = inverse[other + j];
          inverse[other + j] = a;
        }
      }
      // The column that is done makes room for one of the inverse.
      const scale = 1 / inverse[at + c];
      inverse[at + c] = 1;
      for (let j = 0; j < m; j++) inverse[at + j] *= scale;
      for (let row = 0; row < m * m; row += m) {
        if (row === at) continue;
        const factor = inverse[row + c];
        if (factor === 0) continue;
        inverse[row + c] = 0;
        for (let j = 0; j < m; j++) inverse[row + j] -= factor * inverse[at + j];
      }
    }
    for (let c = m - 1; c >= 0; c--) {
      const other = swaps[c];
      if (other === c) continue;
      for (let row = 0; row < m * m; row += m) {
        const a = inverse[row + c];
        inverse[row + c] = inverse[row + other];
        inverse[row + other] = a;
      }
    }
    return true;
  }

  /** The basic variables' columns, where the inverse will stand. */
  private gather(): void {
    const m = this.rows;
    const { inverse, basic, byColumn, ownColumns, columns } = this;
    const first = columns + this.own;
    for (let p = 0; p < m; p++) {
      const id = basic[p];
      if (id >= first) {
        for (let i = 0; i < m; i++) inverse[i * m + p] = 0;
        inverse[(id - first) * m + p] = -1;
      } else {
        const source = id < columns ? byColumn : ownColumns;
        const from = (id < columns ? id : id - columns) * m;
        for (let i = 0; i < m; i++) inverse[i * m + p] = source[from + i];
      }
    }
  }

  /** x = B⁻¹ r and its change with ε, rounding cleaned away. */
  solveValues(): void {
    const m = this.rows;
    const { inverse, rhs, nudge, x, nudged } = this;
    let rhsTop = 0;
    let nudgeTop = 0;
    for (let i = 0; i < m; i++) {
      rhsTop = Math.max(rhsTop, Math.abs(rhs[i]));
      nudgeTop = Math.max(nudgeTop, Math.abs(nudge[i]));
    }
    for (let p = 0; p < m; p++) {
      let weight = 0;
      let sum = 0;
      let size = 0;
      let nudgeSum = 0;
      let nudgeSize = 0;
      for (let i = 0; i < m; i++) {
        const entry = inverse[p * m + i];
        const term = entry * rhs[i];
        sum += term;
        size += Math.abs(term);
        const nudgeTerm = entry * nudge[i];
        nudgeSum += nudgeTerm;
        nudgeSize += Math.abs(nudgeTerm);
        weight += Math.abs(entry);
      }
      weight *= inverseRounding;
      x[p] = Math.abs(sum) <= zeroValue * size + weight * rhsTop ? 0 : sum;
      nudged[p] = Math.abs(nudgeSum) <= zeroNudge * nudgeSize + weight * nudgeTop ? 0 : nudgeSum;
    }
  }

  /** π = c_B B⁻¹. */
  solveDuals(): void {
    const m = this.rows;
    const { inverse, pi, costs } = this;
    pi.fill(0);
    for (let k = 0; k < this.own; k++) {
      const p = this.place[this.columns + k];
      if (p < 0 || costs[k] === 0) continue;
      for (let i = 0; i < m; i++) pi[i] += costs[k] * inverse[p * m + i];
    }
  }

  /** α = B⁻¹ a for a variable. */
  solveColumn(id: number): Float64Array {
    const m = this.rows;
    const { inverse, alpha } = this;
    if (id >= this.columns + this.own) {
      const i = id - this.columns - this.own;
      for (let p = 0; p < m; p++) alpha[p] = -inverse[p * m + i];
      return alpha;
    }
    const source = id < this.columns ? this.byColumn : this.ownColumns;
    const from = (id < this.columns ? id : id - this.columns) * m;
    for (let p = 0; p < m; p++) {
      let sum = 0;
      for (let i = 0; i < m; i++) sum += inverse[p * m + i] * source[from + i];
      alpha[p] = sum;
    }
    return alpha;
  }

  /** Makes a variable basic at a place, after `solveColumn(id)`; updates the inverse only. */
  pivot(p: number, id: number): void {
    const m = this.rows;
    const { inverse, alpha } = this;
    const scale = 1 / alpha[p];
    for (let i = 0; i < m; i++) inverse[p * m + i] *= scale;
    for (let q = 0; q < m; q++) {
      const factor = alpha[q];
      if (q === p || factor === 0) continue;
      for (let i = 0; i < m; i++) inverse[q * m + i] -= factor * inverse[p * m + i];
    }
    this.place[this.basic[p]] = -1;
    this.basic[p] = id;
    this.place[id] = p;
  }

  /** −1: below its bound, 1: above (a variable that must be 0), 0: fine; ε decides where x is 0. */
  breach(p: number): number {
    const kind = this.kind[this.basic[p]];
    if (kind === free) return 0;
    const value = this.x[p] !== 0 ? this.x[p] : this.nudged[p];
    if (value < 0) return -1;
    return value > 0 && kind === fixed ? 1 : 0;
  }
}
