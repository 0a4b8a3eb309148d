/** What maximum-likelihood estimates share: from the maximum over an orthonormal basis to coefficients and their errors. */
import type { Regression } from "../../language/model.ts";
import type { Matrix } from "./covariance.ts";
import { type Design, inverseRows } from "./design.ts";
import { dot } from "./orthogonal-basis.ts";
import type { Partition } from "./sample.ts";

/** A maximum in parameters of which β and σ are functions. */
interface Maximum {
  /** The inverse of the negative Hessian. */
  readonly inverse: Matrix;
  /** For each parameter the derivative of each row's log-likelihood. */
  readonly scores: readonly Float64Array[];
  /** The derivatives of β by named column, then of σ, by parameter. */
  readonly jacobian: Matrix;
}

/**
 * The covariance of the named coefficients and σ by the delta method: J H⁻¹ Jᵀ, or with the outer products of scores (of sums over
 * clusters) between two H⁻¹, times n/(n − 1) or G/(G − 1).
 */
export function likelihoodCovariance(
  { inverse, scores, jacobian }: Maximum,
  errors: Regression["errors"],
  clusters: Partition | null,
): Matrix {
  const middle =
    errors.kind === "classical" ? null : outerProducts(scores, errors.kind === "cluster" ? clusters : null);
  const inner = middle === null ? inverse : product(product(inverse, middle), inverse);
  return product(product(jacobian, inner), transposed(jacobian));
}

function outerProducts(scores: readonly Float64Array[], clusters: Partition | null): Matrix {
  const sums = clusters === null ? scores : scores.map((row) => sumsBy(row, clusters));
  const count = sums[0]?.length ?? 0;
  return sums.map((a) => sums.map((b) => (count / (count - 1)) * dot(a, b)));
}

function sumsBy(values: Float64Array, { codes, count }: Partition): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) sums[codes[i]] += values[i];
  return sums;
}

/** The rows of R⁻¹ of the named columns: β = R⁻¹ times the coordinates. */
export function namedInverse({ triangle, named }: Design): Float64Array[] {
  const rows = inverseRows(triangle);
  return named.map(({ vector }) => rows[vector]);
}

function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) =>
    transposed(b).map((column) => row.reduce((sum, value, i) => sum + value * column[i], 0)),
  );
}

function transposed(a: Matrix): number[][] {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j]));
}
