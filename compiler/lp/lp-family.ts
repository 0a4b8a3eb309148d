/**
 * A family of linear programs that share one matrix: one program for each observation that is scored.
 *
 *     optimise  costs · z
 *     subject to  Σ_j columns[j].row_i λ_j + Σ_k own_ik z_k  (≤ | = | ≥)  rhs_i     for every row i
 *                 λ ≥ 0;  z_k ≥ 0 or free
 *
 * λ are the intensities of the reference units (and Kuosmanen's μ); z are the program's own few variables
 * (θ, β, …). Only right-hand side, own coefficients, costs and excluded columns differ between tasks. The
 * family is plain data and knows where each row and column came from, so that infeasibility, duals and
 * explanations can be told in the user's words.
 */
import type { Role } from "../../language/ast.ts";
import type { Span } from "../../language/source.ts";

export interface LpFamily {
  readonly name: string;
  readonly rows: readonly LpRow[];
  readonly columns: readonly LpColumn[];
  /** Row-major `rows.length × columns.length`: the coefficient of λ_j in row i at `i * columns.length + j`. */
  readonly matrix: Float64Array;
  readonly own: readonly OwnVariable[];
  readonly sense: "min" | "max";
  /** Only one intensity may differ from zero (free disposal hull): no linear program, but one for each unit. */
  readonly single?: true;
  readonly tasks: readonly LpTask[];
}

export interface LpRow {
  readonly relation: "<=" | "=" | ">=";
  readonly kind: Role | "convexity" | "bound" | "normalization" | "link";
  /** The technology's variable for role rows. */
  readonly variable?: string;
  /** For people: `labor`, `Σλ`. */
  readonly label: string;
  /** Where the variable or the returns entry stands in the source. */
  readonly span?: Span;
}

export interface LpColumn {
  /**
   * `lambda`; `mu` for Kuosmanen's abated intensity, `nu` for that of an emission set (by-production.ts), `limit` for the trade that
   * a limit on prices allows (price-limits.ts).
   */
  readonly kind: "lambda" | "mu" | "nu" | "limit";
  /** The row of the reference panel's table that this intensity belongs to; −1 for a trade. */
  readonly observation: number;
  /** The stage of a network whose intensity it is. */
  readonly stage?: string;
}

export interface OwnVariable {
  readonly name: string;
  /** The technology's variable that it moves alone: its slack, its β, its amount. */
  readonly variable?: string;
  /** Lower bound 0, or none. */
  readonly free: boolean;
}

export interface LpTask {
  /** The row of the scored panel's table. */
  readonly observation: number;
  readonly rhs: Float64Array;
  /** `own.length × rows.length`: the coefficient of z_k in row i at `k * rows.length + i`. */
  readonly own: Float64Array;
  /** One cost for each own variable. */
  readonly costs: Float64Array;
  /** Columns that must stay zero (super-efficiency). */
  readonly excluded: readonly number[];
}
