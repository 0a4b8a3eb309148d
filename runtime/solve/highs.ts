/**
 * HiGHS (WebAssembly) as a solver of families: one persistent model, changed from task to task and solved from
 * the last basis. The robust second opinion: fallback, cross-check, and the solver of what the kernel gives up.
 */
import type { Highs, Model } from "highs";
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

let loaded: Highs | null = null;
let loading: Promise<Highs> | null = null;
let place: { locateFile?: (file: string) => string } = {};

/** Where `highs.wasm` is loaded from if it does not lie beside the package's script: in a bundled page. */
export function locateHighs(url: string): void {
  place = { locateFile: () => url };
}

/** Loads the package and its WebAssembly once. */
export async function loadHighs(): Promise<void> {
  loading ??= import("highs").then(({ default: library }) => {
    // The package's ES module exports the loader itself; its types, read as CommonJS, put it one level deeper.
    return (library as unknown as typeof library.default)(place);
  });
  loaded = await loading;
}

export const highs: Solver = {
  name: "highs",
  open(family: LpFamily): FamilySolver {
    if (!loaded) throw new SolverNotLoaded("highs", loadHighs);
    return new HighsFamily(loaded, family);
  },
};

class HighsFamily implements FamilySolver {
  private readonly highs: Highs;
  private readonly family: LpFamily;
  private readonly standard: StandardFamily;
  private readonly tasks: StandardTasks;
  private model: Model;
  private readonly rhs: Float64Array;
  private readonly own: Float64Array;
  private readonly costs: Float64Array;
  private excluded: readonly number[] = [];

  constructor(library: Highs, family: LpFamily) {
    this.highs = library;
    this.family = family;
    this.standard = standardFamily(family);
    this.tasks = new StandardTasks(family, this.standard);
    const { rows, own } = this.standard;
    this.rhs = new Float64Array(rows);
    this.own = new Float64Array(own * rows);
    this.costs = new Float64Array(own);
    this.model = this.open();
  }

  solve(index: number): LpSolution {
    const task = this.tasks.read(index);
    this.load(task);
    const status = this.highs.constants.modelStatus;
    let outcome = this.run();
    if (outcome !== status.optimal && outcome !== status.infeasible && outcome !== status.unbounded) {
      this.model.clearSolver();
      outcome = this.run();
    }
    if (outcome === status.unbounded) return nothing("unbounded");
    if (outcome === status.infeasible) return infeasible(this.standard, this.ray(task));
    if (outcome !== status.optimal) return nothing("failed");
    const solution = this.model.getSolution();
    const n = this.standard.columns;
    const lambda: { column: number; value: number }[] = [];
    for (let j = 0; j < n; j++) {
      const value = solution.colValue[j]!;
      if (value > 0) lambda.push({ column: j, value });
    }
    const own = solution.colValue.subarray(n);
    return optimal(this.family, this.standard, task, index, lambda, own, solution.rowDual);
  }

  /** HiGHS's own `clearSolver` leaves something behind that shows in last digits. */
  forget(): void {
    this.model.dispose();
    this.model = this.open();
    for (const sent of [this.rhs, this.own, this.costs]) sent.fill(0);
    this.excluded = [];
  }

  dispose(): void {
    this.model.dispose();
  }

  /** The family without a task. Tolerances lie below the certificate's, because a small unit's rows are small. */
  private open(): Model {
    const model = this.highs.createModel(modelData(this.highs, this.standard));
    model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      primal_feasibility_tolerance: 1e-10,
      dual_feasibility_tolerance: 1e-10,
      time_limit: 60,
    });
    return model;
  }

  private run(): number {
    this.model.zeroAllClocks();
    this.model.run();
    return this.model.getModelStatus();
  }

  /** Sends only what differs from the last task, so that the basis stays worth something. */
  private load(task: StandardTask): void {
    const { rows, columns, own, equation } = this.standard;
    const infinity = this.highs.infinity;
    for (let i = 0; i < rows; i++) {
      if (this.rhs[i] !== task.rhs[i]) {
        this.rhs[i] = task.rhs[i]!;
        this.model.changeRowBounds(i, task.rhs[i]!, equation[i] ? task.rhs[i]! : infinity);
      }
    }
    for (let k = 0; k < own; k++) {
      for (let i = 0; i < rows; i++) {
        const value = task.own[k * rows + i]!;
        if (this.own[k * rows + i] !== value) {
          this.own[k * rows + i] = value;
          this.model.changeCoefficient(i, columns + k, value);
        }
      }
      if (this.costs[k] !== task.costs[k]) {
        this.costs[k] = task.costs[k]!;
        this.model.changeColCost(columns + k, task.costs[k]!);
      }
    }
    for (const column of this.excluded) this.model.changeColBounds(column, 0, infinity);
    for (const column of task.excluded) this.model.changeColBounds(column, 0, 0);
    this.excluded = task.excluded;
  }

  /** HiGHS leaves the sign of a dual ray open; ρ·r must be positive. */
  private ray(task: StandardTask): Float64Array {
    const ray = this.model.getDualRay()?.values;
    if (!ray) return new Float64Array(0);
    let product = 0;
    for (let i = 0; i < task.rhs.length; i++) product += ray[i]! * task.rhs[i]!;
    return ray.map((value) => (product < 0 ? -value : value));
  }
}

/** The family without a task: all own coefficients, costs and right-hand sides 0. */
function modelData(library: Highs, standard: StandardFamily): Parameters<Highs["createModel"]>[0] {
  const { rows, columns, own, matrix } = standard;
  const total = columns + own;
  const starts = new Int32Array(total + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) {
      const value = matrix[i * columns + j]!;
      if (value !== 0) {
        indices.push(i);
        values.push(value);
      }
    }
    starts[j + 1] = indices.length;
  }
  starts.fill(indices.length, columns + 1);
  const colLower = new Float64Array(total);
  for (let k = 0; k < own; k++) if (standard.free[k]) colLower[columns + k] = -library.infinity;
  const rowUpper = new Float64Array(rows);
  for (let i = 0; i < rows; i++) rowUpper[i] = standard.equation[i] ? 0 : library.infinity;
  return {
    numCols: total,
    numRows: rows,
    sense: library.constants.objectiveSense.minimize,
    colCost: new Float64Array(total),
    colLower,
    colUpper: new Float64Array(total).fill(library.infinity),
    rowLower: new Float64Array(rows),
    rowUpper,
    matrix: {
      format: "csc",
      numRows: rows,
      numCols: total,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
