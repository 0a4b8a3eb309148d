/**
 * Facets of the frontier found so far, for programs with one own variable (θ, φ, β). The cone {π : π·a_j ≤ 0} is the
 * same for every task and the task's own coefficients only scale a ray of it, so the optimal basis of one task is
 * dual feasible for all others: the best of them is where the dual simplex starts.
 */

import { price } from "../pricing.ts";
import type { Basis } from "./basis.ts";

const capacity = 512;
const stride = capacity + 8;
/** How much the bound for r̄ counts beside the bound for r when a facet is picked: only among equals. */
const nudgeShare = 1e-9;

export class FacetPool {
  private readonly rows: number;
  private count = 0;
  private next = 0;
  /** Duals, row-major. */
  private readonly duals: Float64Array;
  private readonly bases: Int32Array;
  private readonly keys = new Float64Array(capacity);
  private readonly known = new Set<number>();
  private readonly rhsValue = new Float64Array(capacity);
  private readonly ownValue = new Float64Array(capacity);
  private readonly nudgeValue = new Float64Array(capacity);

  constructor(rows: number) {
    this.rows = rows;
    this.duals = new Float64Array(rows * stride);
    this.bases = new Int32Array(capacity * rows);
  }

  /** Takes in an optimal basis, chosen among its ties, whose duals are proved against every column. */
  add(basis: Basis): void {
    const key = keyOf(basis.basic);
    if (this.known.has(key)) return;
    const slot = this.next;
    this.next = (slot + 1) % capacity;
    if (this.count < capacity) this.count++;
    else this.known.delete(this.keys[slot]);
    this.keys[slot] = key;
    this.known.add(key);
    let nudged = 0;
    for (let i = 0; i < this.rows; i++) {
      this.duals[i * stride + slot] = basis.pi[i];
      this.bases[slot * this.rows + i] = basis.basic[i];
      nudged += basis.pi[i] * basis.nudge[i];
    }
    this.nudgeValue[slot] = nudged;
  }

  /** Makes the facet with the greatest dual bound for the loaded task the basis; false if none fits. */
  start(basis: Basis): boolean {
    const { rhsValue, ownValue, nudgeValue } = this;
    price(this.duals, stride, basis.rhs, this.rows, rhsValue, 0, this.count);
    price(this.duals, stride, basis.ownColumns, this.rows, ownValue, 0, this.count);
    const cost = basis.costs[0];
    let best = -1;
    let bound = Number.NEGATIVE_INFINITY;
    for (let f = 0; f < this.count; f++) {
      const scale = cost / ownValue[f];
      if (!(scale > 0 && scale < 1e12)) continue;
      const value = scale * (rhsValue[f] + nudgeShare * nudgeValue[f]);
      if (value > bound) {
        bound = value;
        best = f;
      }
    }
    return best >= 0 && basis.set(this.bases, best * this.rows);
  }
}

/** The same for the same set of variables in any order. */
function keyOf(basic: Int32Array): number {
  let a = 0;
  let b = 0;
  for (let i = 0; i < basic.length; i++) {
    const mixed = Math.imul(basic[i] + 1, 0x9e3779b1);
    a = (a + Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)) | 0;
    b = (b ^ Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)) | 0;
  }
  return (a >>> 0) * 2 ** 20 + (b >>> 12);
}
