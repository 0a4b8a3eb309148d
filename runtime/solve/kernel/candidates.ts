/**
 * The columns that pivots look at: those that once mattered to some task. A verdict on them alone proves nothing;
 * the full scan does (column generation). They end up about as many as the frontier has units.
 */

import { price } from "../pricing.ts";
import { type Basis, nonnegative } from "./basis.ts";

/** The full scan takes the worst column of each of so many segments. */
const segments = 8;

export class Candidates {
  count = 0;
  ids = new Int32Array(64);
  /** Weights · column by candidate, as last priced with the duals. */
  value = new Float64Array(64);
  /** The same for a row of the basis inverse. */
  alpha = new Float64Array(64);
  readonly ties: number[] = [];
  private readonly basis: Basis;
  private readonly member: Uint8Array;
  /** Row-major, `stride` columns apart. */
  private matrix: Float64Array;
  private stride = 64;
  private readonly all: Float64Array;
  private readonly allStride: number;
  private readonly scan: Float64Array;

  constructor(basis: Basis) {
    this.basis = basis;
    const { rows, columns, byColumn } = basis;
    this.member = new Uint8Array(columns);
    this.matrix = new Float64Array(rows * this.stride);
    // A stride that is an odd number of cache lines keeps the rows out of each other's cache sets.
    this.allStride = (Math.ceil(columns / 8) | 1) * 8;
    this.all = new Float64Array(rows * this.allStride);
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < rows; i++) this.all[i * this.allStride + j] = byColumn[j * rows + i];
    }
    this.scan = new Float64Array(columns);
  }

  priceValue(weights: Float64Array): void {
    price(this.matrix, this.stride, weights, this.basis.rows, this.value, 0, this.count);
  }

  priceAlpha(weights: Float64Array): void {
    price(this.matrix, this.stride, weights, this.basis.rows, this.alpha, 0, this.count);
  }

  add(column: number): void {
    if (this.member[column]) return;
    this.member[column] = 1;
    if (this.count === this.stride) this.grow();
    const { rows, byColumn } = this.basis;
    for (let i = 0; i < rows; i++) this.matrix[i * this.stride + this.count] = byColumn[column * rows + i];
    this.ids[this.count++] = column;
  }

  /** Weights · column for all columns; overwritten by the next call. */
  priceAll(weights: Float64Array): Float64Array {
    price(this.all, this.allStride, weights, this.basis.rows, this.scan, 0, this.basis.columns);
    return this.scan;
  }

  /**
   * Prices every column; adds the worst breach of weights · column ≤ 0 of each segment. True if there was one. `ties`
   * then holds the columns outside the basis, excluded ones too, whose product lies within `tie` of 0.
   */
  addBreaches(weights: Float64Array, tolerance: number, tie = 0): boolean {
    const n = this.basis.columns;
    const { ties } = this;
    const { kind, place } = this.basis;
    const scan = this.priceAll(weights);
    ties.length = 0;
    let found = false;
    for (let s = 0; s < segments; s++) {
      const to = Math.floor(((s + 1) * n) / segments);
      let worst = tolerance;
      let at = -1;
      for (let j = Math.floor((s * n) / segments); j < to; j++) {
        const value = scan[j];
        if (value < -tie || place[j] >= 0) continue;
        if (value <= tie) ties.push(j);
        if (value > worst && kind[j] === nonnegative) {
          worst = value;
          at = j;
        }
      }
      if (at >= 0) {
        this.add(at);
        found = true;
      }
    }
    return found;
  }

  /** Takes all candidates out, to be put back. */
  clear(): Int32Array {
    const taken = this.ids.slice(0, this.count);
    for (const column of taken) this.member[column] = 0;
    this.count = 0;
    return taken;
  }

  private grow(): void {
    const { rows } = this.basis;
    const stride = this.stride * 2 + 8;
    const matrix = new Float64Array(rows * stride);
    for (let i = 0; i < rows; i++) {
      matrix.set(this.matrix.subarray(i * this.stride, (i + 1) * this.stride), i * stride);
    }
    this.matrix = matrix;
    this.stride = stride;
    const ids = new Int32Array(stride);
    ids.set(this.ids);
    this.ids = ids;
    this.value = new Float64Array(stride);
    this.alpha = new Float64Array(stride);
  }
}
