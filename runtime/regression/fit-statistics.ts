/** How well a regression fits, in the numbers that are reported. */
import { solveDefinite } from "../definite-systems.ts";
import type { Matrix } from "./covariance.ts";
import type { Design } from "./design.ts";
import { norm } from "./orthogonal-basis.ts";
import { fisherTail } from "./probabilities.ts";

/** ln L of normal errors at σ̂² = RSS/n, and the criteria of Akaike (1974) and Schwarz (1978); σ counts as a parameter. */
export function gaussianFit(rss: number, n: number, rank: number): Record<string, number> {
  return criteria((-n / 2) * (Math.log((2 * Math.PI * rss) / n) + 1), n, rank + 1);
}

export function criteria(logLikelihood: number, n: number, parameters: number): Record<string, number> {
  return {
    log_likelihood: logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: parameters * Math.log(n) - 2 * logLikelihood,
  };
}

/**
 * Wald's test that all coefficients but the constant are 0: b'V⁻¹b over their number q as F(q, df), or b'V⁻¹b as χ²(q) where df is
 * infinite. Empty where V, such as that of fewer clusters than coefficients, has no inverse.
 */
export function jointTest(
  { named }: Pick<Design, "named">,
  coefficients: readonly number[],
  covariance: Matrix,
  freedom: number,
): Record<string, number> {
  const slopes = named.flatMap(({ isConstant }, j) => (isConstant ? [] : [j]));
  const wald = waldOf(
    slopes.map((j) => coefficients[j]),
    slopes.map((i) => slopes.map((j) => covariance[i][j])),
  );
  const q = slopes.length;
  const p = fisherTail(wald / q, q, freedom);
  return freedom === Number.POSITIVE_INFINITY ? { wald, wald_p: p } : { F: wald / q, F_p: p };
}

/** Whether residuals are what rounding leaves of a fit without errors. */
export function isExact(residuals: Float64Array, y: Float64Array): boolean {
  return norm(residuals) <= 1e-12 * norm(y);
}

/** b'V⁻¹b; missing where V is not positive definite. */
export function waldOf(b: readonly number[], covariance: Matrix): number {
  const solved = b.length === 0 ? null : solveDefinite(covariance, b);
  return solved === null ? Number.NaN : b.reduce((sum, value, i) => sum + value * solved[i], 0);
}
