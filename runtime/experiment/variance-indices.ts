import { mean, variance } from "./sample-statistics.ts";

/** How much of an output's variance a parameter explains: alone, and with all its interactions. */
export interface VarianceIndex {
  readonly first: number;
  readonly firstError: number;
  readonly total: number;
  readonly totalError: number;
}

/**
 * Sobol's first-order and total indices of one parameter from two independent samples A and B and from A with that parameter's
 * values taken from B (ABᵢ): with the outputs less their mean,
 *
 *     first = (1/N) Σ f(B) (f(ABᵢ) − f(A)) / V     Saltelli et al. (2010), table 2 (b)
 *     total = (1/2N) Σ (f(A) − f(ABᵢ))² / V        Jansen (1999)
 *
 * and V the variance of f(A) and f(B) together. The errors are standard errors of these means as for independent draws, V taken as
 * known. NaN where the output does not vary.
 */
export function varianceIndex(a: Float64Array, b: Float64Array, ab: Float64Array): VarianceIndex {
  const both = Float64Array.of(...a, ...b);
  const center = mean(both);
  const v = variance(both);
  const n = a.length;
  if (n < 2 || !(v > 1e-24 * center * center)) {
    return { first: Number.NaN, firstError: Number.NaN, total: Number.NaN, totalError: Number.NaN };
  }
  const first = Float64Array.from(a, (fa, j) => ((b[j] - center) * (ab[j] - fa)) / v);
  const total = Float64Array.from(a, (fa, j) => (fa - ab[j]) ** 2 / (2 * v));
  return {
    first: mean(first),
    firstError: Math.sqrt(variance(first) / n),
    total: mean(total),
    totalError: Math.sqrt(variance(total) / n),
  };
}
