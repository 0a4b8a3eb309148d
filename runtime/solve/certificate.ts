/**
 * Proof that an answer is right, whoever found it, from the family's original unscaled numbers alone: feasible
 * primal, feasible dual over every allowed column, equal objectives (strong duality); or a Farkas ray.
 *
 * Every figure is relative to the sum of absolute terms it was added up from, so none depends on the unit of a
 * row, the size of a unit of observation or the scale of the costs: a row's violation to Σ|a_ij λ_j| + Σ|own_ik z_k|
 * + |rhs_i|, a reduced cost's to Σ|π_i a_ij|, the gap's to Σ|π_i rhs_i|. Where those terms themselves should all be 0
 * (a unit that uses none of an input) they are rounding, and a millionth of the row's mean coefficient times Σλ, of the
 * column's size times Σ|π|, stands in for them.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { breach, type Facets, facetsOf } from "./facets.ts";
import type { LpSolution } from "./solver.ts";
import { rowMagnitudes } from "./standard-form.ts";

export interface Certificate {
  readonly kind: "optimal" | "infeasible" | "unbounded" | "none";
  /** Largest violation of a row or sign by the intensities and own variables; 0 for a ray. */
  readonly primal: number;
  /** Largest violation of a reduced cost or sign by the duals, or by the ray. */
  readonly dual: number;
  /** |primal − dual objective|. For a ray its margin ρ·rhs, which must stay clear of 0. */
  readonly gap: number;
  readonly holds: boolean;
}

/** Largest relative violation that a certificate may show. */
export const certificateTolerance = breach;
/** The least size that a sum of terms is taken to have, relative to the size of its row or column. */
const floor = 1e-6;
/** A ray's margin must exceed this and a hundred times the ray's own violation. */
const rayMargin = 1e-9;

const none: Certificate = {
  kind: "none",
  primal: Number.NaN,
  dual: Number.NaN,
  gap: Number.NaN,
  holds: false,
};

export function certify(family: LpFamily, task: number, solution: LpSolution): Certificate {
  return new Certifier(family).certify(task, solution);
}

/** Certifies many answers to one family; keeps row magnitudes. */
export class Certifier {
  private readonly family: LpFamily;
  private readonly magnitudes: Float64Array;
  private readonly facets: Facets;
  private readonly pi: Float64Array;

  constructor(family: LpFamily) {
    this.family = family;
    this.magnitudes = rowMagnitudes(family);
    this.facets = facetsOf(family);
    this.pi = new Float64Array(family.rows.length);
  }

  certify(task: number, solution: LpSolution): Certificate {
    const m = this.family.rows.length;
    if (solution.status === "optimal") {
      if (solution.own.length !== this.family.own.length || solution.dual.length !== m) return none;
      return this.optimal(task, solution);
    }
    if (solution.status === "infeasible" && solution.ray.length === m) return this.infeasible(task, solution);
    return none;
  }

  private optimal(index: number, solution: LpSolution): Certificate {
    const task = this.family.tasks[index]!;
    const sign = this.family.sense === "min" ? 1 : -1;
    const { pi } = this;
    for (let i = 0; i < pi.length; i++) pi[i] = sign * solution.dual[i]!;
    const primal = primalViolation(this.family, index, solution.lambda, solution.own);
    let dual = Math.max(this.signs(pi), this.columns(index, pi));
    for (let k = 0; k < this.family.own.length; k++) {
      const cost = sign * task.costs[k]!;
      dual = Math.max(dual, this.ownColumn(index, k, pi, cost));
    }
    let bound = 0;
    let size = 0;
    for (let i = 0; i < pi.length; i++) {
      bound += pi[i]! * task.rhs[i]!;
      size += Math.abs(pi[i]! * task.rhs[i]!);
    }
    size = Math.max(size, floor * this.weight(pi) * this.mass(task.rhs));
    let cost = 0;
    for (let k = 0; k < solution.own.length; k++) cost += task.costs[k]! * solution.own[k]!;
    const off = Math.max(Math.abs(cost - solution.objective), Math.abs(sign * bound - solution.objective));
    const gap = relative(off, Math.max(size, Math.abs(solution.objective)));
    const holds =
      primal <= certificateTolerance && dual <= certificateTolerance && gap <= certificateTolerance;
    return { kind: "optimal", primal, dual, gap, holds };
  }

  private infeasible(index: number, solution: LpSolution): Certificate {
    const rho = solution.ray;
    const rhs = this.family.tasks[index]!.rhs;
    let dual = Math.max(this.signs(rho), this.columns(index, rho));
    for (let k = 0; k < this.family.own.length; k++) {
      dual = Math.max(dual, this.ownColumn(index, k, rho, 0));
    }
    let product = 0;
    let size = 0;
    for (let i = 0; i < rho.length; i++) {
      product += rho[i]! * rhs[i]!;
      size += Math.abs(rho[i]! * rhs[i]!);
    }
    // Where rhs is mostly 0, what little ρ·rhs is must also stand out against ρ·a for intensities of the task's size.
    size = Math.max(size, this.weight(rho) * this.mass(rhs));
    const gap = size > 0 ? product / size : 0;
    const holds = dual <= certificateTolerance && gap > rayMargin && dual <= gap / 100;
    return { kind: "infeasible", primal: 0, dual, gap, holds };
  }

  /** π ≥ 0 on `>=` rows and π ≤ 0 on `<=` rows, each weighed by its row's magnitude. */
  private signs(pi: Float64Array): number {
    const { rows } = this.family;
    const size = this.weight(pi);
    let worst = 0;
    for (let i = 0; i < rows.length; i++) {
      const relation = rows[i]!.relation;
      if (relation === "=") continue;
      const off = relation === ">=" ? -pi[i]! : pi[i]!;
      worst = Math.max(worst, relative(off * this.magnitudes[i]!, size));
    }
    return worst;
  }

  /** How many mean units the largest right-hand side is worth. */
  private mass(rhs: Float64Array): number {
    let top = 0;
    for (let i = 0; i < rhs.length; i++) top = Math.max(top, Math.abs(rhs[i]) / this.magnitudes[i]);
    return top;
  }

  /** What the prices of a mean unit's variables add up to. */
  private weight(pi: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < pi.length; i++) sum += Math.abs(pi[i]!) * this.magnitudes[i]!;
    return sum;
  }

  /** π·a_j ≤ 0 for every column that is not excluded. */
  private columns(index: number, pi: Float64Array): number {
    const { excluded } = this.family.tasks[index]!;
    const facet = this.facets.of(pi);
    let worst = facet.violation;
    for (const { column, violation } of facet.breaches) {
      if (!excluded.includes(column)) worst = Math.max(worst, violation);
    }
    return worst;
  }

  /** cost − π·own_k = 0 for a free own variable, ≥ 0 for one that is bounded by 0. */
  private ownColumn(index: number, k: number, pi: Float64Array, cost: number): number {
    const task = this.family.tasks[index]!;
    let reduced = cost;
    let size = Math.abs(cost);
    let top = 0;
    for (let i = 0; i < pi.length; i++) {
      const value = task.own[k * pi.length + i]!;
      reduced -= pi[i]! * value;
      size += Math.abs(pi[i]! * value);
      top = Math.max(top, Math.abs(value) / this.magnitudes[i]!);
    }
    size = Math.max(size, floor * top * this.weight(pi));
    return relative(this.family.own[k]!.free ? Math.abs(reduced) : -reduced, size);
  }
}

/** Largest relative violation of a row, of λ ≥ 0, of z ≥ 0, or of an excluded column staying 0 (then infinite). */
export function primalViolation(
  family: LpFamily,
  index: number,
  lambda: LpSolution["lambda"],
  values: Float64Array,
): number {
  const { rows, columns, matrix, own } = family;
  const magnitudes = rowMagnitudes(family);
  const task = family.tasks[index]!;
  const m = rows.length;
  const n = columns.length;
  let worst = 0;
  let mass = 0;
  for (const { value } of lambda) mass += Math.abs(value);
  for (let i = 0; i < m; i++) {
    let activity = 0;
    let size = Math.abs(task.rhs[i]!);
    let negative = 0;
    for (const { column, value } of lambda) {
      const term = matrix[i * n + column]! * value;
      activity += term;
      size += Math.abs(term);
      if (value < 0) negative = Math.max(negative, Math.abs(term));
    }
    for (let k = 0; k < own.length; k++) {
      const term = task.own[k * m + i]! * values[k]!;
      activity += term;
      size += Math.abs(term);
      if (!own[k]!.free && values[k]! < 0) negative = Math.max(negative, Math.abs(term));
    }
    size = Math.max(size, floor * mass * magnitudes[i]!);
    const over = activity - task.rhs[i]!;
    const relation = rows[i]!.relation;
    const off = relation === "=" ? Math.abs(over) : relation === "<=" ? over : -over;
    worst = Math.max(worst, relative(off, size), relative(negative, size));
  }
  for (const { column } of lambda) {
    if (!(column >= 0 && column < n) || task.excluded.includes(column)) return Number.POSITIVE_INFINITY;
  }
  return worst;
}

/** A violation against its size: 0 when there is none, never hides a NaN. */
function relative(violation: number, size: number): number {
  if (violation <= 0) return 0;
  return size > 0 ? violation / size : violation;
}
