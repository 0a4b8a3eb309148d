/**
 * What a price vector says about every column of a family: which columns breach π·a_j ≤ 0 and which meet it exactly.
 * Neither changes when π is multiplied by a positive number, and many programs end on the same facet of the frontier,
 * so one look at all columns serves them all.
 *
 * Only directions rounded to 40 bits are looked at. That can move a relative reduced cost by no more than `rounding`,
 * and it makes what is found depend on the prices alone, not on which task came first.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { price } from "./pricing.ts";
import { columnMagnitudes, rowMagnitudes } from "./standard-form.ts";

export interface Facet {
  /** Largest relative breach by the columns that stay within `breach`. */
  readonly violation: number;
  /** The columns beyond that. */
  readonly breaches: readonly { readonly column: number; readonly violation: number }[];
  /** The columns whose product is 0, in order. */
  readonly tight: readonly number[];
}

/** Largest relative reduced cost that counts as no breach. */
export const breach = 1e-7;
/** A product is 0 below this share of the terms it is the sum of, … */
const zero = 1e-9;
/** … or where all terms should be 0, below this share of what they could be; … */
const zeroTerms = 1e-13;
/** … and a violation is relative to at least this share of that. */
const floor = 1e-6;
const rounding = 1e-12;
/** Multiplying by 2¹³ + 1 splits 13 bits off a number (Dekker 1971). */
const splitter = 8193;
const capacity = 4096;
const mostBreaches = 64;

const known = new WeakMap<LpFamily, Facets>();

/** The facets of a family, shared by all that ask. */
export function facetsOf(family: LpFamily): Facets {
  let facets = known.get(family);
  if (!facets) {
    facets = new Facets(family);
    known.set(family, facets);
  }
  return facets;
}

export class Facets {
  private readonly family: LpFamily;
  private readonly found = new Map<number, { readonly direction: Float64Array; readonly facet: Facet }>();
  private readonly direction: Float64Array;
  private readonly reduced: Float64Array;

  constructor(family: LpFamily) {
    this.family = family;
    this.direction = new Float64Array(family.rows.length);
    this.reduced = new Float64Array(family.columns.length);
  }

  /** Of prices with the signs of a minimum: π·a_j ≤ 0 is right. */
  of(pi: Float64Array): Facet {
    const key = this.round(pi);
    const before = this.found.get(key);
    if (before && same(before.direction, this.direction)) return before.facet;
    const facet = this.look();
    if (facet.breaches.length <= mostBreaches) {
      if (this.found.size >= capacity) this.found.clear();
      this.found.set(key, { direction: this.direction.slice(), facet });
    }
    return facet;
  }

  /** Sets the rounded direction; a number that differs for most others. */
  private round(pi: Float64Array): number {
    const { direction } = this;
    let top = 0;
    for (let i = 0; i < pi.length; i++) top = Math.max(top, Math.abs(pi[i]));
    let key = 0;
    for (let i = 0; i < pi.length; i++) {
      const value = top > 0 ? pi[i] / top : pi[i];
      const split = splitter * value;
      direction[i] = split - (split - value);
      key = key * 1.618033988749895 + direction[i];
    }
    return key;
  }

  private look(): Facet {
    const { direction, reduced } = this;
    const { matrix, columns } = this.family;
    const m = direction.length;
    const n = columns.length;
    const tops = columnMagnitudes(this.family);
    const magnitudes = rowMagnitudes(this.family);
    price(matrix, n, direction, m, reduced, 0, n);
    let weight = 0;
    for (let i = 0; i < m; i++) weight += Math.abs(direction[i]) * magnitudes[i];
    let violation = 0;
    const breaches: { column: number; violation: number }[] = [];
    const tight: number[] = [];
    for (let j = 0; j < n; j++) {
      // No sum of terms can be larger than weight · tops, so most columns need no closer look.
      const most = weight * tops[j];
      const off = reduced[j];
      if (off < -zero * most) continue;
      let size = 0;
      for (let i = 0; i < m; i++) size += Math.abs(direction[i] * matrix[i * n + j]);
      if (Math.abs(off) <= Math.max(zero * size, zeroTerms * most)) tight.push(j);
      if (off <= 0) continue;
      size = Math.max(size, floor * most);
      const mine = size > 0 ? off / size : off;
      // Not `mine > breach`: what is no number is no proof.
      if (mine <= breach) violation = Math.max(violation, mine);
      else breaches.push({ column: j, violation: mine });
    }
    return { violation: violation + rounding, breaches, tight };
  }
}

function same(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
