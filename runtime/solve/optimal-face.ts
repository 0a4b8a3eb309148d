/**
 * The optimal face of a solved program, by complementary slackness: with any one optimal dual π, a feasible point
 * is optimal exactly if it uses only columns with π·a_j = 0 and leaves no slack in rows with π_i ≠ 0. So which
 * solver found π, and which of several optimal duals it is, makes no difference.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { FaceSimplex } from "./face-simplex.ts";
import { facetsOf } from "./facets.ts";
import type { LpSolution } from "./solver.ts";
import { rowMagnitudes } from "./standard-form.ts";

/** A dual, reduced cost or slack counts as 0 below this share of what it is weighed against. */
const zero = 1e-9;

export class OptimalFace {
  /** Columns that may be positive, in the family's order. */
  readonly columns: readonly number[];
  /** Own variables that may move: all of them, or none when they are held. */
  readonly own: readonly number[];
  /** Rows that may have slack. */
  readonly loose: readonly number[];
  private readonly family: LpFamily;
  private readonly task: number;
  private readonly solution: LpSolution;

  constructor(family: LpFamily, task: number, solution: LpSolution, moveOwn: boolean) {
    this.family = family;
    this.task = task;
    this.solution = solution;
    const magnitudes = rowMagnitudes(family);
    let weight = 0;
    for (const [i, magnitude] of magnitudes.entries()) weight += Math.abs(solution.dual[i]) * magnitude;
    const loose: number[] = [];
    for (const [i, { relation }] of family.rows.entries()) {
      if (relation === "=") continue;
      if (Math.abs(solution.dual[i]) * magnitudes[i] <= zero * weight) loose.push(i);
    }
    this.loose = loose;
    this.columns = this.unpriced();
    this.own = moveOwn ? this.movable() : [];
  }

  /**
   * Whether the solution is all there is of the face (false also where that takes a simplex to know); its slacks by
   * row then. A vertex's positive variables are independent, so it is alone if no other may be positive.
   */
  isPoint(slacks: Float64Array): boolean {
    const { rows, matrix, own } = this.family;
    const { lambda, own: values } = this.solution;
    if (this.own.length > 0 || this.columns.length > lambda.length) return false;
    const m = rows.length;
    const n = this.family.columns.length;
    const task = this.family.tasks[this.task]!;
    for (const i of this.loose) {
      let activity = 0;
      let size = Math.abs(task.rhs[i]!);
      const add = (term: number) => {
        activity += term;
        size += Math.abs(term);
      };
      for (const { column, value } of lambda) add(matrix[i * n + column]! * value);
      for (let k = 0; k < own.length; k++) add(task.own[k * m + i]! * values[k]!);
      const slack = rows[i]!.relation === "<=" ? task.rhs[i]! - activity : activity - task.rhs[i]!;
      if (!(slack > zero * size)) return false;
      slacks[i] = slack;
    }
    return true;
  }

  /** Row-major program over [columns, own (free ones twice: plus, minus), loose rows' slacks], started. */
  simplex(): { simplex: FaceSimplex; ownAt: number; slackAt: number } | null {
    const { rows, matrix } = this.family;
    const task = this.family.tasks[this.task]!;
    const m = rows.length;
    const n = this.family.columns.length;
    const ownAt = this.columns.length;
    const free = this.own.filter((k) => this.family.own[k]!.free);
    const slackAt = ownAt + this.own.length + free.length;
    const width = slackAt + this.loose.length;
    const face = new Float64Array(m * width);
    const rhs = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const at = i * width;
      for (const [c, j] of this.columns.entries()) face[at + c] = matrix[i * n + j]!;
      for (const [c, k] of this.own.entries()) face[at + ownAt + c] = task.own[k * m + i]!;
      for (const [c, k] of free.entries()) face[at + ownAt + this.own.length + c] = -task.own[k * m + i]!;
      rhs[i] = this.rightHandSide(i);
    }
    for (const [c, i] of this.loose.entries()) {
      face[i * width + slackAt + c] = rows[i]!.relation === "<=" ? 1 : -1;
    }
    const simplex = new FaceSimplex(face, rhs, m, width);
    return simplex.start() ? { simplex, ownAt, slackAt } : null;
  }

  /** Sets the cost of a moving own variable. */
  setOwn(costs: Float64Array, at: number, cost: number, ownAt: number): void {
    costs[ownAt + at] = cost;
    const minus = this.minusOf(at);
    if (minus >= 0) costs[ownAt + minus] = -cost;
  }

  /** The value of a moving own variable in a vertex of `simplex()`. */
  ownValue(values: Float64Array, at: number, ownAt: number): number {
    const minus = this.minusOf(at);
    return values[ownAt + at] - (minus >= 0 ? values[ownAt + minus] : 0);
  }

  /** Where the negative part of a free own variable stands, after the own variables; −1 for a bounded one. */
  private minusOf(at: number): number {
    if (!this.family.own[this.own[at]].free) return -1;
    return this.own.length + this.own.slice(0, at).filter((k) => this.family.own[k].free).length;
  }

  /**
   * The right-hand side less what held own variables take. Moved within rounding to where the solver's own point
   * satisfies the row exactly, so that the face is not empty.
   */
  private rightHandSide(i: number): number {
    const { rows, matrix } = this.family;
    const task = this.family.tasks[this.task]!;
    const m = rows.length;
    const n = this.family.columns.length;
    let held = 0;
    let moving = 0;
    for (let k = 0; k < this.solution.own.length; k++) {
      const term = task.own[k * m + i]! * this.solution.own[k]!;
      if (this.own.includes(k)) moving += term;
      else held += term;
    }
    for (const { column, value } of this.solution.lambda) moving += matrix[i * n + column]! * value;
    const wanted = task.rhs[i]! - held;
    if (!this.loose.includes(i)) return moving;
    return rows[i]!.relation === "<=" ? Math.max(wanted, moving) : Math.min(wanted, moving);
  }

  /** Those the prices leave at 0, and those the solution uses anyhow, but none that is excluded. */
  private unpriced(): readonly number[] {
    const { dual, lambda } = this.solution;
    const sign = this.family.sense === "min" ? 1 : -1;
    const { tight } = facetsOf(this.family).of(dual.map((price) => sign * price));
    const { excluded } = this.family.tasks[this.task];
    const columns: number[] = [];
    let next = 0;
    // Both lists are in order.
    for (const { column } of lambda) {
      for (; next < tight.length && tight[next] < column; next++) columns.push(tight[next]);
      if (tight[next] === column) next++;
      columns.push(column);
    }
    for (; next < tight.length; next++) columns.push(tight[next]);
    return excluded.length === 0 ? columns : columns.filter((j) => !excluded.includes(j));
  }

  /** Free own variables, and those bounded by 0 whose reduced cost is 0 or that are positive. */
  private movable(): number[] {
    const task = this.family.tasks[this.task]!;
    const { dual, own } = this.solution;
    const m = dual.length;
    return this.family.own.flatMap((variable, k) => {
      let reduced = task.costs[k]!;
      let size = Math.abs(reduced);
      for (let i = 0; i < m; i++) {
        const term = dual[i]! * task.own[k * m + i]!;
        reduced -= term;
        size += Math.abs(term);
      }
      return variable.free || own[k]! > 0 || Math.abs(reduced) <= zero * size ? [k] : [];
    });
  }
}
