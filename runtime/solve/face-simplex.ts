/**
 * A small dense simplex for second thoughts on an optimal face: first one objective, then the next among the
 * optima of the first, and so on, over {x ≥ 0 : A x = b} with few rows and columns.
 *
 * Exact in the sense that matters: an objective is never mixed with another by a small number; after each stage
 * every column with a non-zero reduced cost is closed, so that later stages cannot leave the face (Dantzig's
 * lexicographic method). Bland's rule takes over when the simplex stalls, so it always ends.
 */

/** A reduced cost counts as zero below this share of the terms it is the sum of. */
const zeroCost = 1e-11;
/** A tableau entry is no pivot below this; columns and rows are scaled to 1. */
const zeroPivot = 1e-9;
/** A basic value below this is 0; right-hand sides are scaled to 1. */
const zeroValue = 1e-12;
/** The infeasibility that rounding may leave. */
const feasibilityTolerance = 1e-8;

export class FaceSimplex {
  private readonly columns: number;
  private readonly width: number;
  private readonly tableau: Float64Array;
  private readonly basis: Int32Array;
  private readonly open: Uint8Array;
  private readonly columnScale: Float64Array;
  private readonly size: number;
  private rows: number;

  /** `matrix` is row-major `rows × columns`. */
  constructor(matrix: Float64Array, rhs: Float64Array, rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.width = columns + 1;
    this.basis = new Int32Array(rows).fill(-1);
    this.open = new Uint8Array(columns).fill(1);
    this.columnScale = new Float64Array(columns).fill(1);
    this.tableau = new Float64Array(rows * this.width);
    this.size = this.fill(matrix, rhs);
  }

  /**
   * Finds a basis; false if there is no point. Rows whose artificial variable cannot leave are redundant and
   * dropped.
   */
  start(): boolean {
    const costs = new Float64Array(this.columns);
    // Artificial variables are the basic ones marked −1; minimising their sum = maximising its negative.
    if (!this.climb(costs, true)) return false;
    for (let row = this.rows - 1; row >= 0; row--) {
      if (this.basis[row] !== -1) continue;
      if (this.value(row) > feasibilityTolerance) return false;
      this.tableau[row * this.width + this.columns] = 0;
      this.expel(row);
    }
    return true;
  }

  /** Moves to a maximum of costs·x on the current face and makes its optima the new face; false if unbounded. */
  maximize(costs: Float64Array): boolean {
    const scaled = costs.map((cost, j) => cost * this.columnScale[j]!);
    if (!this.climb(scaled, false)) return false;
    const basic = new Set(this.basis.subarray(0, this.rows));
    for (let j = 0; j < this.columns; j++) {
      if (this.open[j] && !basic.has(j) && this.reducedCost(scaled, j, false) < 0) this.open[j] = 0;
    }
    return true;
  }

  /** True when no column is left that could move. */
  settled(): boolean {
    let left = 0;
    for (let j = 0; j < this.columns; j++) left += this.open[j]!;
    for (let row = 0; row < this.rows; row++) if (this.basis[row]! >= 0) left -= this.open[this.basis[row]!]!;
    return left === 0;
  }

  values(): Float64Array {
    const x = new Float64Array(this.columns);
    for (let row = 0; row < this.rows; row++) {
      const j = this.basis[row]!;
      const value = this.value(row);
      if (j >= 0 && value > zeroValue) x[j] = value * this.columnScale[j]! * this.size;
    }
    return x;
  }

  private value(row: number): number {
    return this.tableau[row * this.width + this.columns]!;
  }

  /** Scales columns and rows to a largest entry of 1, the right-hand side likewise, and makes it non-negative. */
  private fill(matrix: Float64Array, rhs: Float64Array): number {
    const { rows, columns, width, tableau } = this;
    const rowScale = new Float64Array(rows).fill(1);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < rows; i++) {
        let top = 0;
        for (let j = 0; j < columns; j++) {
          top = Math.max(top, Math.abs(matrix[i * columns + j]!) * this.columnScale[j]!);
        }
        rowScale[i] = top > 0 ? 1 / top : 1;
      }
      for (let j = 0; j < columns; j++) {
        let top = 0;
        for (let i = 0; i < rows; i++) top = Math.max(top, Math.abs(matrix[i * columns + j]!) * rowScale[i]!);
        this.columnScale[j] = top > 0 ? 1 / top : 1;
      }
    }
    let size = 0;
    for (let i = 0; i < rows; i++) size = Math.max(size, Math.abs(rhs[i]! * rowScale[i]!));
    if (size === 0) size = 1;
    for (let i = 0; i < rows; i++) {
      const sign = rhs[i]! < 0 ? -1 : 1;
      for (let j = 0; j < columns; j++) {
        tableau[i * width + j] = sign * matrix[i * columns + j]! * rowScale[i]! * this.columnScale[j]!;
      }
      tableau[i * width + columns] = Math.abs(rhs[i]! * rowScale[i]!) / size;
    }
    return size;
  }

  /** Primal simplex; with `phaseOne` the artificial variables cost −1 each and all else nothing. */
  private climb(costs: Float64Array, phaseOne: boolean): boolean {
    let stalled = 0;
    for (;;) {
      const entering = this.entering(costs, phaseOne, stalled > 20 + this.rows);
      if (entering < 0) return true;
      const row = this.leaving(entering, stalled > 20 + this.rows);
      if (row < 0) return false;
      stalled = this.value(row) > zeroValue ? 0 : stalled + 1;
      this.pivot(row, entering);
    }
  }

  private entering(costs: Float64Array, phaseOne: boolean, bland: boolean): number {
    let best = -1;
    let most = 0;
    for (let j = 0; j < this.columns; j++) {
      if (!this.open[j]) continue;
      const gain = this.reducedCost(costs, j, phaseOne);
      if (gain > most && !this.isBasic(j)) {
        if (bland) return j;
        most = gain;
        best = j;
      }
    }
    return best;
  }

  private isBasic(column: number): boolean {
    for (let row = 0; row < this.rows; row++) if (this.basis[row] === column) return true;
    return false;
  }

  /** c_j − c_B·B⁻¹a_j, or 0 when it is small against its terms. */
  private reducedCost(costs: Float64Array, j: number, phaseOne: boolean): number {
    const own = phaseOne ? 0 : costs[j]!;
    let sum = own;
    let size = Math.abs(own);
    for (let row = 0; row < this.rows; row++) {
      const basic = this.basis[row]!;
      const cost = phaseOne ? (basic < 0 ? -1 : 0) : basic < 0 ? 0 : costs[basic]!;
      if (cost === 0) continue;
      const term = cost * this.tableau[row * this.width + j]!;
      sum -= term;
      size += Math.abs(term);
    }
    return Math.abs(sum) > zeroCost * size && Math.abs(sum) > 1e-300 ? sum : 0;
  }

  /** Smallest ratio; among equal ones the largest pivot, or by Bland's rule the smallest column. */
  private leaving(column: number, bland: boolean): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    let strength = 0;
    for (let row = 0; row < this.rows; row++) {
      const entry = this.tableau[row * this.width + column]!;
      if (entry <= zeroPivot) continue;
      const ratio = this.value(row) / entry;
      const tie = Math.abs(ratio - least) <= zeroValue;
      const wins = bland ? best >= 0 && this.basis[row]! < this.basis[best]! : entry > strength;
      if (tie ? wins : ratio < least) {
        best = row;
        least = Math.min(least, ratio);
        strength = entry;
      }
    }
    return best;
  }

  /** Gets an artificial variable out of the basis, or drops its row. */
  private expel(row: number): void {
    let best = -1;
    let strength = zeroPivot;
    for (let j = 0; j < this.columns; j++) {
      const entry = Math.abs(this.tableau[row * this.width + j]!);
      if (entry > strength) {
        strength = entry;
        best = j;
      }
    }
    if (best >= 0) {
      this.pivot(row, best);
      return;
    }
    const last = --this.rows;
    this.tableau.copyWithin(row * this.width, last * this.width, (last + 1) * this.width);
    this.basis[row] = this.basis[last]!;
  }

  private pivot(row: number, column: number): void {
    const { tableau, width } = this;
    const start = row * width;
    const inverse = 1 / tableau[start + column]!;
    for (let j = 0; j < width; j++) tableau[start + j]! *= inverse;
    tableau[start + column] = 1;
    for (let other = 0; other < this.rows; other++) {
      if (other === row) continue;
      const from = other * width;
      const factor = tableau[from + column]!;
      if (factor === 0) continue;
      for (let j = 0; j < width; j++) tableau[from + j]! -= factor * tableau[start + j]!;
      tableau[from + column] = 0;
      // Ties are only equal up to rounding, so the losers of a ratio test may end a little below 0.
      const left = tableau[from + this.columns]!;
      if (Math.abs(left) < zeroValue || (left < 0 && left > -1e-9)) tableau[from + this.columns] = 0;
    }
    this.basis[row] = column;
  }
}
