/**
 * The kernel: a simplex method for families whose programs have few rows and many columns, most of which no
 * optimum uses.
 *
 * 1. It starts from a basis that another task ended with: for programs with one own variable from the best facet
 *    found so far (facet-pool.ts), otherwise from the last one.
 * 2. Dual simplex from feasible duals, primal simplex (two phases) from anything else, over the candidate columns.
 * 3. All columns are priced with the duals found (or with the ray, for an infeasible program); breaches become
 *    candidates and the work goes on. Nothing is claimed that was not proved against every column.
 *
 * Duals of degenerate optima are not unique. The kernel gives those that are optimal for the right-hand side
 * r + ε Σ_j w_j a_j with an arbitrarily small ε: among all optimal price vectors the one under which the reference
 * units together look best (a benevolent secondary goal in the sense of Doyle & Green 1994, taken over the whole
 * reference set). It depends on neither units of measurement, nor the order of the tasks, nor a warm start;
 * w_j = 1 + 1/(10 (j + 1)) lets the order of the columns decide what symmetry would leave open, and a millionth less
 * asked of each inequality what rows that say the same would.
 *
 * All numbers of an answer follow from its basis, inverted anew in the order of its variables, and where several bases
 * are optimal tie-break.ts says which; so no bit of it depends on what was solved before.
 */
import type { LpFamily } from "../../../compiler/lp/lp-family.ts";
import type { FamilySolver, LpSolution, Solver } from "../solver.ts";
import {
  infeasible,
  inversePowerOfTwo,
  nothing,
  optimal,
  type StandardFamily,
  type StandardTask,
  StandardTasks,
  standardFamily,
} from "../standard-form.ts";
import { Basis, fixed, free, nonnegative } from "./basis.ts";
import { Candidates } from "./candidates.ts";
import { DualSimplex } from "./dual-simplex.ts";
import { FacetPool } from "./facet-pool.ts";
import { PrimalSimplex, zeroValue } from "./primal-simplex.ts";
import { TieBreak, tied } from "./tie-break.ts";

const rounds = 400;
/** Reduced costs this far beyond 0 still count as feasible for the dual simplex. */
const dualSlack = 1e-9;
/** After so many rounds only breaches above `dualSlack` keep the work going. */
const patience = 60;
/** How much less r̄ asks of an inequality, as a share of the row's mean coefficient; twice as much of the last row. */
const relaxed = 1e-6;

export const kernel: Solver = { name: "kernel", open: (family) => new KernelFamily(family) };

class KernelFamily implements FamilySolver {
  private readonly family: LpFamily;
  private readonly standard: StandardFamily;
  private readonly tasks: StandardTasks;
  private readonly basis: Basis;
  private readonly candidates: Candidates;
  private readonly dual: DualSimplex;
  private readonly primal: PrimalSimplex;
  private readonly tieBreak: TieBreak;
  private readonly pool: FacetPool | null;
  private readonly columnScale: Float64Array;
  /** r̄: the mean of w_j a_j over all columns, relaxed. */
  private readonly nudge: Float64Array;
  private last: Int32Array | null = null;
  private excluded: readonly number[] = [];

  constructor(family: LpFamily) {
    this.family = family;
    this.standard = standardFamily(family);
    this.tasks = new StandardTasks(family, this.standard);
    const { rows, columns, own, matrix, equation } = this.standard;
    this.columnScale = new Float64Array(columns);
    this.nudge = new Float64Array(rows);
    const byColumn = new Float64Array(rows * columns);
    for (let j = 0; j < columns; j++) {
      let top = 0;
      for (let i = 0; i < rows; i++) top = Math.max(top, Math.abs(matrix[i * columns + j]));
      const scale = inversePowerOfTwo(top);
      this.columnScale[j] = scale;
      const weight = nudgeWeight(j) / columns;
      for (let i = 0; i < rows; i++) {
        byColumn[j * rows + i] = scale * matrix[i * columns + j];
        this.nudge[i] += weight * matrix[i * columns + j];
      }
    }
    for (let i = 0; i < rows; i++) {
      if (equation[i]) continue;
      let size = 0;
      for (let j = 0; j < columns; j++) size += Math.abs(matrix[i * columns + j]) / columns;
      this.nudge[i] -= relaxed * (1 + i / rows) * size;
    }
    this.basis = new Basis(rows, columns, own, byColumn);
    for (let i = 0; i < rows; i++) if (equation[i]) this.basis.kind[columns + own + i] = fixed;
    this.candidates = new Candidates(this.basis);
    this.dual = new DualSimplex(this.basis, this.candidates);
    this.primal = new PrimalSimplex(this.basis, this.candidates);
    this.tieBreak = new TieBreak(this.basis, this.candidates, this.primal);
    this.pool = own === 1 ? new FacetPool(rows) : null;
  }

  forget(): void {}

  dispose(): void {}

  solve(index: number): LpSolution {
    const task = this.tasks.read(index);
    this.load(task);
    const outcome = this.attempt(task, index, true);
    if (outcome.status === "optimal" || outcome.status === "unbounded") return outcome;
    // Once more from nothing: a ray then depends on the task alone, and after bad luck with a warm start both phases
    // are sure to end.
    const known = this.candidates.clear();
    this.load(task);
    const again = this.attempt(task, index, false);
    for (const column of known) this.candidates.add(column);
    return again;
  }

  private load(task: StandardTask): void {
    const { basis } = this;
    const { rows, columns, own } = this.standard;
    basis.rhs = task.rhs;
    basis.ownColumns = task.own;
    basis.costs = task.costs;
    for (const column of this.excluded) basis.kind[column] = nonnegative;
    for (const column of task.excluded) basis.kind[column] = fixed;
    this.excluded = task.excluded;
    for (let k = 0; k < own; k++) basis.kind[columns + k] = this.standard.free[k] ? free : nonnegative;
    basis.nudge.set(this.nudge);
    for (const column of task.excluded) {
      const weight = nudgeWeight(column) / columns / this.columnScale[column];
      for (let i = 0; i < rows; i++) basis.nudge[i] -= weight * basis.byColumn[column * rows + i];
    }
  }

  private attempt(task: StandardTask, index: number, warm: boolean): LpSolution {
    const { basis, candidates, dual, primal } = this;
    const facet = warm && this.pool?.start(basis) === true;
    if (!facet && !(warm && this.last && basis.set(this.last))) basis.setLogical();
    const idle = this.enterFree();
    basis.solveValues();
    if (facet && !this.breached()) {
      // The task lies on a facet that was proved before.
      basis.solveDuals();
      return this.answer(task, index);
    }
    for (let round = 0; round < rounds; round++) {
      basis.solveDuals();
      candidates.priceValue(basis.pi);
      const tolerance = (round < patience ? zeroValue : dualSlack) * weightOf(basis.pi);
      if (this.dualFeasible(Math.max(tolerance, dualSlack * weightOf(basis.pi)))) {
        const outcome = dual.run();
        if (outcome === "stuck") return nothing("failed");
        if (outcome === "feasible") {
          if (!this.arrange()) return nothing("failed");
          if (round < patience && this.breached()) continue;
          if (candidates.addBreaches(basis.pi, tolerance, Math.max(tolerance, tied * weightOf(basis.pi)))) {
            continue;
          }
          if (idle) return nothing("unbounded");
          return this.choose() ? this.answer(task, index) : nothing("failed");
        }
        if (candidates.addBreaches(dual.ray, zeroValue * weightOf(dual.ray))) continue;
        if (outcome === "ray") return this.infeasible(dual.ray);
        // r̄ is a sum of columns and cannot make a program infeasible: rounding did, so do without it.
        basis.nudge.fill(0);
        basis.solveValues();
        continue;
      }
      const outcome = primal.run(!this.primalFeasible());
      if (outcome === "stuck") return nothing("failed");
      if (outcome === "unbounded") return nothing("unbounded");
      if (outcome === "ray" && !candidates.addBreaches(primal.ray, zeroValue * weightOf(primal.ray))) {
        return this.infeasible(primal.ray);
      }
    }
    return nothing("failed");
  }

  /**
   * Free own variables are basic from the start and stay so. One that only repeats others (or has no coefficient at
   * all) cannot be; true if it also costs something that they do not: then any feasible point makes the program
   * unbounded.
   */
  private enterFree(): boolean {
    const { basis } = this;
    let idle = false;
    for (let k = 0; k < basis.own; k++) {
      const id = basis.columns + k;
      if (basis.kind[id] !== free || basis.place[id] >= 0) continue;
      const alpha = basis.solveColumn(id);
      let best = -1;
      let strength = 1e-9;
      let cost = basis.costs[k];
      let size = Math.abs(cost);
      for (let p = 0; p < basis.rows; p++) {
        const other = basis.basic[p] - basis.columns;
        if (other >= 0 && other < basis.own) {
          cost -= basis.costs[other] * alpha[p];
          size += Math.abs(basis.costs[other] * alpha[p]);
        }
        if (Math.abs(alpha[p]) > strength && basis.kind[basis.basic[p]] !== free) {
          strength = Math.abs(alpha[p]);
          best = p;
        }
      }
      if (best >= 0) basis.pivot(best, id);
      else {
        basis.kind[id] = fixed;
        idle ||= Math.abs(cost) > zeroValue * size;
      }
    }
    return idle;
  }

  /** No candidate, own variable or logical could improve the costs. */
  private dualFeasible(tolerance: number): boolean {
    const { basis, candidates } = this;
    const { kind, place, pi, ownColumns, costs, rows, columns, own } = basis;
    const { ids, value, count } = candidates;
    for (let c = 0; c < count; c++) {
      if (value[c] > tolerance && place[ids[c]] < 0 && kind[ids[c]] === nonnegative) return false;
    }
    for (let i = 0; i < rows; i++) {
      const id = columns + own + i;
      if (-pi[i] > tolerance && place[id] < 0 && kind[id] === nonnegative) return false;
    }
    for (let k = 0; k < own; k++) {
      const id = columns + k;
      if (place[id] >= 0 || kind[id] !== nonnegative) continue;
      let gain = -costs[k];
      for (let i = 0; i < rows; i++) gain += pi[i] * ownColumns[k * rows + i];
      if (gain > Math.max(tolerance, dualSlack * Math.abs(costs[k]))) return false;
    }
    return true;
  }

  private primalFeasible(): boolean {
    const { x, basic, kind } = this.basis;
    for (let p = 0; p < x.length; p++) {
      const type = kind[basic[p]];
      if (type !== free && (x[p] < 0 || (x[p] > 0 && type === fixed))) return false;
    }
    return true;
  }

  private arrange(): boolean {
    if (!this.basis.arrange()) return false;
    this.basis.solveValues();
    this.basis.solveDuals();
    return true;
  }

  /** The new inverse shows a breach that the old one's rounding hid. */
  private breached(): boolean {
    for (let p = 0; p < this.basis.rows; p++) if (this.basis.breach(p) !== 0) return true;
    return false;
  }

  /** Makes an optimal basis, just arranged and proved, the chosen one among its ties; keeps it for later tasks. */
  private choose(): boolean {
    const pivots = this.tieBreak.run(this.candidates.ties);
    if (pivots < 0 || (pivots > 0 && !this.arrange())) return false;
    this.keep();
    return true;
  }

  /** The answer of an arranged basis with values and duals up to date. */
  private answer(task: StandardTask, index: number): LpSolution {
    const { basis } = this;
    const { columns, own } = this.standard;
    const lambda: { column: number; value: number }[] = [];
    const z = new Float64Array(own);
    for (let p = 0; p < basis.rows; p++) {
      const id = basis.basic[p];
      if (id < columns) {
        if (basis.x[p] > 0) lambda.push({ column: id, value: basis.x[p] * this.columnScale[id] });
      } else if (id < columns + own) z[id - columns] = basis.x[p];
    }
    return optimal(this.family, this.standard, task, index, lambda, z, basis.pi);
  }

  /** Remembers the basis for later tasks: as a facet if it would also stand were nothing excluded. */
  private keep(): void {
    const { basis } = this;
    this.last = basis.basic.slice();
    if (!this.pool || basis.place[basis.columns] < 0 || basis.costs[0] === 0) return;
    const least = -tied * weightOf(basis.pi);
    for (const column of this.excluded) {
      let value = 0;
      for (let i = 0; i < basis.rows; i++) value += basis.pi[i] * basis.byColumn[column * basis.rows + i];
      if (value > least) return;
    }
    this.pool.add(basis);
  }

  private infeasible(ray: Float64Array): LpSolution {
    return infeasible(this.standard, ray);
  }
}

function nudgeWeight(column: number): number {
  return 1 + 0.1 / (column + 1);
}

function weightOf(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += Math.abs(weights[i]);
  return sum;
}
