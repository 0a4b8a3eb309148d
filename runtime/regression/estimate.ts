/** What every estimator gives. */
import type { Matrix } from "./covariance.ts";
import type { Design } from "./design.ts";

export interface Estimate {
  readonly design: Design;
  /** One for each named column of the design. */
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  /** Of the t distribution that statistics are compared with; infinite for the normal one. */
  readonly freedom: number;
  readonly residuals: Float64Array;
  /** The row of `NAME.fit` by column. */
  readonly statistics: Readonly<Record<string, number>>;
  /** A scale that is estimated beside the coefficients, with its standard error. */
  readonly scale?: { readonly label: string; readonly value: number; readonly error: number };
  /** Intervals that are not coefficient ± critical value × standard error, by column and then the scale's. */
  readonly intervals?: readonly { readonly lower: number; readonly upper: number }[];
  readonly notes?: readonly string[];
}
