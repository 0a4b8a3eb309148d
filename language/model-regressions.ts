/** What the checker makes of `regression`. */
import type { Expr } from "./model.ts";
import type { Span } from "./source.ts";

export type Estimator = "ols" | "random" | "tobit" | "truncated" | "quantile";

export interface Regression {
  readonly kind: "regression";
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
  /** The panel whose rows are used. */
  readonly panel: string;
  readonly estimator: Estimator;
  /** What is explained. */
  readonly dependent: RegressionTerm;
  readonly terms: readonly RegressionTerm[];
  /** Keys or groups whose labels have effects of their own, in place of the constant. */
  readonly fixed: readonly string[];
  readonly errors: {
    readonly kind: "classical" | "robust" | "hc3" | "cluster";
    /** The key or group within which errors are correlated. */
    readonly by?: string;
  };
  /** The keys that name a DMU, for `random`. */
  readonly units?: readonly string[];
  /** Where the dependent is censored or truncated; a side that is not is absent. */
  readonly limits?: { readonly low?: number; readonly high?: number };
  /** The share that lies below, for `quantile`. */
  readonly at?: number;
  /** For `truncated`. */
  readonly bootstrap?: RegressionBootstrap;
}
export interface RegressionTerm {
  /** As the model writes it. */
  readonly label: string;
  readonly expr: Expr;
  readonly span: Span;
}
/** Of Simar & Wilson (2007). */
export interface RegressionBootstrap {
  readonly algorithm: 1 | 2;
  readonly replications: number;
  readonly seed: number;
  /** The radial measure that is explained, for algorithm 2. */
  readonly measure?: string;
  /** Whether the dependent is a distance (at least 1) or an efficiency (at most 1). */
  readonly form?: "distance" | "efficiency";
}
