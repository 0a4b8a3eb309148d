/** What every solver of linear-program families offers, and what it answers. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";

export type LpStatus = "optimal" | "infeasible" | "unbounded" | "failed";

export interface LpSolution {
  readonly status: LpStatus;
  /** In the family's sense; NaN unless optimal. */
  readonly objective: number;
  /** Own variables z; empty unless optimal. */
  readonly own: Float64Array;
  /** Non-zero intensities, by column; sorted by column index. */
  readonly lambda: readonly { readonly column: number; readonly value: number }[];
  /**
   * Duals π by row, with the sign ∂objective/∂rhs of the family's own sense and rows as given (unscaled):
   * for `min`, π ≤ 0 on `<=` rows and π ≥ 0 on `>=` rows; the other way round for `max`. Of several optimal ones
   * `solveFamily` always gives the same (kernel/kernel.ts says which).
   */
  readonly dual: Float64Array;
  /**
   * Infeasible only: a Farkas ray ρ by row with ρ ≤ 0 on `<=` rows, ρ ≥ 0 on `>=` rows, ρ·a_j ≤ 0 for every
   * allowed column j, ρ·own_k ≤ 0 for every own variable (= 0 for free ones), and ρ·rhs > 0.
   */
  readonly ray: Float64Array;
}

/** A solver prepared for one family; keeps what it can from one task to the next. */
export interface FamilySolver {
  solve(task: number): LpSolution;
  /** The next answer depends on its task alone; for solvers whose answers otherwise depend on those before. */
  forget(): void;
  /** Frees what the garbage collector cannot. */
  dispose(): void;
}

export interface Solver {
  readonly name: "kernel" | "highs" | "javascript-lp-solver";
  open(family: LpFamily): FamilySolver;
}

/** A solver is asked before it is loaded: whoever can begin anew loads it first (`withSolvers`). */
export class SolverNotLoaded extends Error {
  readonly load: () => Promise<void>;

  constructor(name: Solver["name"], load: () => Promise<void>) {
    super(`${name} is asked before it is loaded`);
    this.load = load;
  }
}
