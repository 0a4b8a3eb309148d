/** Covariances of coefficients out of the weights that they give the rows. */
import { dot } from "./orthogonal-basis.ts";
import type { Partition } from "./sample.ts";

export type Matrix = readonly (readonly number[])[];

/** s² B Bᵀ: errors of one variance, independent of each other. */
export function classicalCovariance(weights: readonly Float64Array[], variance: number): Matrix {
  return weights.map((a) => weights.map((b) => variance * dot(a, b)));
}

/** Σ (B_i e_i)(B_i e_i)ᵀ, times a factor: errors of unlike variances (White 1980). */
export function sandwich(weights: readonly Float64Array[], errors: Float64Array, factor: number): Matrix {
  const scores = weights.map((row) => row.map((weight, i) => weight * errors[i]));
  return scores.map((a) => scores.map((b) => factor * dot(a, b)));
}

/** Σ over clusters of the outer products of Σ B_i e_i, times a factor: errors correlated within clusters (Liang & Zeger 1986). */
export function clusterSandwich(
  weights: readonly Float64Array[],
  errors: Float64Array,
  { codes, count }: Partition,
  factor: number,
): Matrix {
  const sums = weights.map((row) => {
    const sum = new Float64Array(count);
    for (let i = 0; i < codes.length; i++) sum[codes[i]] += row[i] * errors[i];
    return sum;
  });
  return sums.map((a) => sums.map((b) => factor * dot(a, b)));
}

/** CR1: G/(G − 1) · (n − 1)/(n − k). */
export function clusterFactor(count: number, rows: number, coefficients: number): number {
  return (count / (count - 1)) * ((rows - 1) / (rows - coefficients));
}
