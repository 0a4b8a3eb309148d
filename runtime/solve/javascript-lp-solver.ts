/**
 * javascript-lp-solver as a solver of families: the small general-purpose solver that readers may know, for teaching
 * and for a third opinion. It has no duals in its result, so they are read from its final tableau, unrounded.
 *
 * Not to be trusted alone on frontier programs: their starting point is totally degenerate, and version 1.0.3
 * reports a point where it stalled as optimal and may pivot without end. So its pivots are counted and its
 * answers, like everybody's, count only with a certificate.
 */
import type libraryPackage from "javascript-lp-solver";
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { type FamilySolver, type LpSolution, type Solver, SolverNotLoaded } from "./solver.ts";
import {
  infeasible,
  nothing,
  optimal,
  type StandardFamily,
  type StandardTask,
  StandardTasks,
  standardFamily,
} from "./standard-form.ts";

// The package's ES module exports the solver itself; its types, read as CommonJS, put it one level deeper.
type Library = typeof libraryPackage.default;
type Model = InstanceType<Library["Model"]>;
type Tableau = Model["tableau"];
type Constraint = ReturnType<Model["greaterThan"]>;
type Variable = ReturnType<Model["addVariable"]>;

/** Programs that it solves take a few dozen. */
const pivotLimit = 1000;
/** Tableau entries below this count as 0 (the library's own precision). */
const zero = 1e-8;

/** Where the library's own loops have no end. */
class PivotLimit extends Error {}

let library: Library | null = null;

/** Loads the package once. */
export async function loadJavascriptLpSolver(): Promise<void> {
  library ??= (await import("javascript-lp-solver")).default as unknown as Library;
}

export const javascriptLpSolver: Solver = {
  name: "javascript-lp-solver",
  open(family) {
    if (library === null) throw new SolverNotLoaded("javascript-lp-solver", loadJavascriptLpSolver);
    return new TeachingFamily(library, family);
  },
};

class TeachingFamily implements FamilySolver {
  private readonly library: Library;
  private readonly family: LpFamily;
  private readonly standard: StandardFamily;
  private readonly tasks: StandardTasks;

  constructor(library: Library, family: LpFamily) {
    this.library = library;
    this.family = family;
    this.standard = standardFamily(family);
    this.tasks = new StandardTasks(family, this.standard);
  }

  forget(): void {}

  dispose(): void {}

  solve(index: number): LpSolution {
    const task = this.tasks.read(index);
    const program = new Program(this.library, this.standard, task);
    let feasible: boolean;
    try {
      feasible = program.run();
    } catch (error) {
      if (error instanceof PivotLimit) return nothing("failed");
      throw error;
    }
    if (!feasible) return infeasible(this.standard, program.ray());
    if (!program.bounded()) return nothing("unbounded");
    const { lambda, own } = program.values();
    return optimal(this.family, this.standard, task, index, lambda, own, program.duals());
  }
}

/** One model of the library. Free variables are a difference, equations two inequalities, as the library has it. */
class Program {
  private readonly library: Library;
  private readonly model: Model;
  private readonly standard: StandardFamily;
  private readonly lambda: { readonly column: number; readonly variable: Variable }[] = [];
  private readonly own: { readonly at: number; readonly sign: number; readonly variable: Variable }[] = [];
  private readonly rows: { readonly row: number; readonly sign: number; readonly constraint: Constraint }[];

  constructor(library: Library, standard: StandardFamily, task: StandardTask) {
    this.library = library;
    this.standard = standard;
    const { rows, columns, matrix } = standard;
    this.model = new library.Model().minimize();
    this.model.usePresolve = false;
    this.rows = standard.equation.flatMap((equation, row) => {
      const least = { row, sign: 1, constraint: this.model.greaterThan(task.rhs[row]) };
      if (!equation) return [least];
      return [least, { row, sign: -1, constraint: this.model.smallerThan(task.rhs[row]) }];
    });
    const excluded = new Set(task.excluded);
    for (let column = 0; column < columns; column++) {
      if (excluded.has(column)) continue;
      const variable = this.model.addVariable(0);
      this.addTerms(variable, (row) => matrix[row * columns + column]);
      this.lambda.push({ column, variable });
    }
    for (let at = 0; at < standard.own; at++) {
      for (const sign of standard.free[at] ? [1, -1] : [1]) {
        const variable = this.model.addVariable(sign * task.costs[at]);
        this.addTerms(variable, (row) => sign * task.own[at * rows + row]);
        this.own.push({ at, sign, variable });
      }
    }
  }

  /** False if it found the program infeasible. */
  run(): boolean {
    const { library } = this;
    const { tableau } = this.model;
    let pivots = 0;
    tableau.pivot = function (this: Tableau, row: number, column: number) {
      if (++pivots > pivotLimit) throw new PivotLimit();
      library.Tableau.prototype.pivot.call(this, row, column);
    };
    this.model.solve();
    return tableau.feasible;
  }

  bounded(): boolean {
    return this.model.tableau.bounded;
  }

  values(): { lambda: { column: number; value: number }[]; own: Float64Array } {
    const own = new Float64Array(this.standard.own);
    for (const { at, sign, variable } of this.own) own[at] += sign * this.value(variable.index);
    const lambda = this.lambda.map(({ column, variable }) => ({ column, value: this.value(variable.index) }));
    return { lambda: lambda.filter((entry) => entry.value > 0), own };
  }

  /** The cost row holds −π under the slacks that are not basic. */
  duals(): Float64Array {
    const { matrix, colByVarIndex } = this.model.tableau;
    const pi = new Float64Array(this.standard.rows);
    for (const { row, sign, constraint } of this.rows) {
      const column = colByVarIndex[constraint.index];
      if (column > 0) pi[row] -= sign * matrix[column];
    }
    return pi;
  }

  /**
   * A row that says: nothing negative adds up to something negative. Its entries under the slacks are the weights
   * of the constraints it was combined from, a Farkas ray. Empty if there is no such row.
   */
  ray(): Float64Array {
    const { matrix, width, height, rhsColumn, colByVarIndex, rowByVarIndex } = this.model.tableau;
    for (let r = 1; r < height; r++) {
      const line = matrix.subarray(r * width, (r + 1) * width);
      if (line[rhsColumn] > -zero || line.some((entry, c) => c !== rhsColumn && entry < -zero)) continue;
      const ray = new Float64Array(this.standard.rows);
      for (const { row, sign, constraint } of this.rows) {
        const column = colByVarIndex[constraint.index];
        if (column > 0) ray[row] += sign * line[column];
        else if (rowByVarIndex[constraint.index] === r) ray[row] += sign;
      }
      return ray;
    }
    return new Float64Array(0);
  }

  private addTerms(variable: Variable, coefficient: (row: number) => number): void {
    for (const { row, constraint } of this.rows) {
      const value = coefficient(row);
      if (value !== 0) constraint.addTerm(value, variable);
    }
  }

  private value(index: number): number {
    const { matrix, width, rhsColumn, rowByVarIndex } = this.model.tableau;
    const row = rowByVarIndex[index];
    return row > 0 ? matrix[row * width + rhsColumn] : 0;
  }
}
