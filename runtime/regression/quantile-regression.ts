/** The quantile of the dependent as a linear function of the terms (Koenker & Bassett 1978). */
import type { Regression } from "../../language/model.ts";
import { counterRandom } from "../counter-random.ts";
import { solveDefinite } from "../definite-systems.ts";
import { sd } from "../evaluate/statistics.ts";
import { normalQuantile } from "../experiment/quantiles.ts";
import { quantile } from "../experiment/sample-statistics.ts";
import type { Matrix } from "./covariance.ts";
import { type Design, designOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { jointTest } from "./fit-statistics.ts";
import { namedInverse } from "./likelihood.ts";
import { dot, norm } from "./orthogonal-basis.ts";
import { normalDensity } from "./probabilities.ts";
import { quantileVertex } from "./quantile-vertex.ts";
import type { Sample } from "./sample.ts";

/** Ties are broken by moving each value by up to this share of the spread; the solution's vertex is then that of the values. */
const tieBreak = 1e-9;

export function quantileRegression(sample: Sample, at: number, errors: Regression["errors"]): Estimate {
  const { y, clusters } = sample;
  const n = y.length;
  const design = designOf(sample, false);
  const { vectors, rank } = design.basis;
  const gamma = coordinatesOf(y, vectors, at);
  const fitted = Float64Array.from({ length: n }, (_, i) => fittedAt(gamma, vectors, i));
  const residuals = y.map((value, i) => value - fitted[i]);
  const rows = namedInverse(design);
  const coefficients = rows.map((row) => dot(row, gamma));
  const width = bandwidth(residuals, at);
  const inner = covarianceOf(design, residuals, at, width, errors.kind, clusters);
  const covariance = rows.map((a) => rows.map((b) => form(a, inner, b)));
  const objective = loss(residuals, at);
  const flat = designOf({ ...sample, terms: [], fixed: [] }, false).basis.vectors;
  const center = coordinatesOf(y, flat, at);
  const alone = loss(
    y.map((value, i) => value - fittedAt(center, flat, i)),
    at,
  );
  const freedom = clusters === null ? n - rank : clusters.count - 1;
  return {
    design,
    coefficients,
    covariance,
    freedom,
    residuals,
    statistics: {
      ...Object.fromEntries(sample.fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...(clusters === null ? {} : { clusters: clusters.count }),
      df: n - rank,
      objective,
      pseudo_r2: 1 - objective / alone,
      bandwidth: width,
      ...jointTest(design, coefficients, covariance, freedom),
    },
  };
}

function coordinatesOf(y: Float64Array, vectors: readonly Float64Array[], at: number): Float64Array {
  const spread = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const moved = y.map((value, i) => value + tieBreak * spread * (counterRandom(1, 1, 0, i) - 0.5));
  return quantileVertex(y, moved, vectors, at);
}

function fittedAt(coordinates: Float64Array, vectors: readonly Float64Array[], row: number): number {
  let sum = 0;
  for (let k = 0; k < vectors.length; k++) sum += coordinates[k] * vectors[k][row];
  return sum;
}

function loss(residuals: Float64Array, at: number): number {
  return residuals.reduce((sum, e) => sum + e * (e < 0 ? at - 1 : at), 0);
}

/**
 * The width of the window about 0 in units of residuals: κ (Φ⁻¹(τ + h) − Φ⁻¹(τ − h)) with h = n^(−1/3) z^(2/3) (1.5 φ²/(2x² + 1))^(1/3)
 * (Hall & Sheather 1988), x = Φ⁻¹(τ), φ = φ(x), z = Φ⁻¹(0.975), and κ = min(s, iqr/1.34).
 */
function bandwidth(residuals: Float64Array, at: number): number {
  const n = residuals.length;
  const x = normalQuantile(at);
  let h =
    n ** (-1 / 3) *
    normalQuantile(0.975) ** (2 / 3) *
    ((1.5 * normalDensity(x) ** 2) / (2 * x * x + 1)) ** (1 / 3);
  while (at - h <= 0 || at + h >= 1) h /= 2;
  const sorted = residuals.slice().sort();
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  const deviation = sd(Array.from(residuals));
  const kappa = range > 0 ? Math.min(deviation, range) : deviation;
  return kappa * (normalQuantile(at + h) - normalQuantile(at - h));
}

/**
 * In the orthonormal columns. Classical: τ(1 − τ)/f² I, f the density of errors at 0 by a normal kernel (Koenker & Bassett 1978).
 * Robust: H⁻¹ τ(1 − τ) I H⁻¹ with H = Σ φ(e/c)/c qq' (Powell 1991). Clusters: the outer products of Σ q (τ − [e < 0]) over each
 * (Parente & Santos Silva 2016), times G/(G − 1).
 */
function covarianceOf(
  { basis: { vectors }, rows }: Design,
  residuals: Float64Array,
  at: number,
  width: number,
  kind: Regression["errors"]["kind"],
  clusters: Sample["clusters"],
): Matrix {
  const density = residuals.map((e) => normalDensity(e / width) / width);
  const spread = at * (1 - at);
  const identity = (value: number) => vectors.map((_, i) => vectors.map((_, j) => (i === j ? value : 0)));
  if (kind === "classical") {
    const mean = density.reduce((sum, f) => sum + f, 0) / rows;
    return identity(spread / mean ** 2);
  }
  const middle = kind === "cluster" ? clusterMiddle(vectors, residuals, at, clusters!) : identity(spread);
  const hessian = vectors.map((a) =>
    vectors.map((b) => a.reduce((sum, q, i) => sum + q * b[i] * density[i], 0)),
  );
  const half = middle.map((column) => solveDefinite(hessian, column) ?? column.map(() => Number.NaN));
  const turned = vectors.map((_, i) => half.map((column) => column[i]));
  return turned.map((row) => solveDefinite(hessian, row) ?? row.map(() => Number.NaN));
}

function clusterMiddle(
  vectors: readonly Float64Array[],
  residuals: Float64Array,
  at: number,
  { codes, count }: NonNullable<Sample["clusters"]>,
): number[][] {
  const zero = 1e-9 * norm(residuals);
  const sums = vectors.map((q) => {
    const sum = new Float64Array(count);
    for (let i = 0; i < q.length; i++) sum[codes[i]] += q[i] * (residuals[i] < -zero ? at - 1 : at);
    return sum;
  });
  return sums.map((a) => sums.map((b) => (count / (count - 1)) * dot(a, b)));
}

function form(a: Float64Array, matrix: Matrix, b: Float64Array): number {
  return matrix.reduce(
    (sum, row, i) => sum + a[i] * row.reduce((part, value, j) => part + value * b[j], 0),
    0,
  );
}
