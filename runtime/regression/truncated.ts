/** A regression of a dependent that is observed between limits alone, by maximum likelihood. */
import type { Regression } from "../../language/model.ts";
import { inverseDefinite } from "../definite-systems.ts";
import { type Design, designOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { criteria, jointTest } from "./fit-statistics.ts";
import { likelihoodCovariance, namedInverse } from "./likelihood.ts";
import { type Local, maximum } from "./newton.ts";
import { dot, norm } from "./orthogonal-basis.ts";
import type { Sample } from "./sample.ts";
import type { NoMaximum } from "./tobit.ts";
import { truncatedMoments } from "./truncated-normal.ts";

export type Limits = NonNullable<Regression["limits"]>;

/** Whether a value is strictly between the limits. */
export function isInside(value: number, { low, high }: Limits): boolean {
  return (low === undefined || value > low) && (high === undefined || value < high);
}

/**
 * The likelihood of a truncated dependent over an orthonormal design. In δ = γ/σ² and τ = 1/σ² the rows are of an exponential family,
 * ln f = yη − τy²/2 − A(η, τ) with η = qδ, so that the sum is concave; its derivatives are moments of the truncated distribution.
 */
export class TruncatedLikelihood {
  readonly design: Design;
  readonly #low: number;
  readonly #high: number;
  /** z = (y − center)/scale. */
  readonly center: number;
  readonly scale: number;
  /** The rows of R⁻¹ of the named columns, and the coordinates of the constant 1. */
  readonly #rows: readonly Float64Array[];
  readonly #ones: Float64Array;

  constructor(design: Design, y: Float64Array, limits: Limits) {
    this.design = design;
    this.center = y.reduce((sum, value) => sum + value, 0) / y.length;
    const spread = norm(y.map((value) => value - this.center)) / Math.sqrt(y.length);
    this.scale = spread > 0 ? spread : 1;
    this.#low = limits.low === undefined ? Number.NEGATIVE_INFINITY : (limits.low - this.center) / this.scale;
    this.#high =
      limits.high === undefined ? Number.POSITIVE_INFINITY : (limits.high - this.center) / this.scale;
    this.#rows = namedInverse(design);
    this.#ones = design.basis.project(new Float64Array(y.length).fill(1)).coordinates;
  }

  /** The maximum for some values of the dependent; null where there is none. */
  fit(y: Float64Array, from?: Float64Array): { readonly point: Float64Array; readonly local: Local } | null {
    const z = y.map((value) => (value - this.center) / this.scale);
    return maximum(from ?? this.#start(z), (point) => this.#at(point, z));
  }

  /** xβ in the coordinates of the basis. */
  coordinates(point: Float64Array): Float64Array {
    const tau = point[this.#ones.length];
    return this.#ones.map((one, k) => this.center * one + (this.scale * point[k]) / tau);
  }
  /** β of the named columns. */
  coefficients(point: Float64Array): number[] {
    const coordinates = this.coordinates(point);
    return this.#rows.map((row) => dot(row, coordinates));
  }
  sigma(point: Float64Array): number {
    return this.scale / Math.sqrt(point[this.#ones.length]);
  }
  /** xβ of each row. */
  means(point: Float64Array): Float64Array {
    const { basis, rows } = this.design;
    const means = new Float64Array(rows);
    this.coordinates(point).forEach((along, k) => {
      const vector = basis.vectors[k];
      for (let i = 0; i < rows; i++) means[i] += along * vector[i];
    });
    return means;
  }

  /** The derivatives of β and σ by (δ, τ). */
  jacobian(point: Float64Array): number[][] {
    const k = this.#ones.length;
    const tau = point[k];
    const delta = point.subarray(0, k);
    const { scale } = this;
    return [
      ...this.#rows.map((row) => [
        ...row.map((value) => (scale * value) / tau),
        (-scale * dot(row, delta)) / tau ** 2,
      ]),
      [...new Array<number>(k).fill(0), (-scale / 2) * tau ** -1.5],
    ];
  }

  /** For each parameter the derivative of each row's log-likelihood. */
  scores(point: Float64Array, y: Float64Array): Float64Array[] {
    const { vectors } = this.design.basis;
    const z = y.map((value) => (value - this.center) / this.scale);
    const means = new Float64Array(z.length);
    const squares = new Float64Array(z.length);
    for (let i = 0; i < z.length; i++) {
      const { mean, square } = this.#moments(this.#eta(point, i), point[vectors.length]);
      means[i] = z[i] - mean;
      squares[i] = -(z[i] * z[i] - square) / 2;
    }
    return [...vectors.map((q) => q.map((value, i) => value * means[i])), squares];
  }

  #start(z: Float64Array): Float64Array {
    const { rest, coordinates } = this.design.basis.project(z);
    const tau = z.length / norm(rest) ** 2;
    return Float64Array.of(...coordinates.map((value) => value * tau), tau);
  }

  #eta(point: Float64Array, row: number): number {
    const { vectors } = this.design.basis;
    let eta = 0;
    for (let k = 0; k < vectors.length; k++) eta += point[k] * vectors[k][row];
    return eta;
  }

  /** Of z in the exponential family: A, means of z and z², their variances and covariance. */
  #moments(eta: number, tau: number) {
    const sigma = 1 / Math.sqrt(tau);
    const mu = eta / tau;
    const u = truncatedMoments((this.#low - mu) / sigma, (this.#high - mu) / sigma);
    const variance = u.m2 - u.m1 ** 2;
    const skew = u.m3 - u.m1 * u.m2;
    const flat = u.m4 - u.m2 ** 2;
    return {
      partition: Math.log(sigma) + Math.log(2 * Math.PI) / 2 + (mu * eta) / 2 + u.logProbability,
      mean: mu + sigma * u.m1,
      square: mu ** 2 + 2 * mu * sigma * u.m1 + sigma ** 2 * u.m2,
      variance: sigma ** 2 * variance,
      covariance: sigma ** 2 * (2 * mu * variance + sigma * skew),
      ofSquare: sigma ** 2 * (4 * mu ** 2 * variance + 4 * mu * sigma * skew + sigma ** 2 * flat),
    };
  }

  #at(point: Float64Array, z: Float64Array): Local {
    const { vectors } = this.design.basis;
    const k = vectors.length;
    const tau = point[k];
    const gradient = new Float64Array(k + 1);
    const information = Array.from({ length: k + 1 }, () => new Float64Array(k + 1));
    if (!(tau > 0)) return { value: Number.NaN, gradient, information };
    let value = 0;
    for (let i = 0; i < z.length; i++) {
      const eta = this.#eta(point, i);
      const m = this.#moments(eta, tau);
      value += z[i] * eta - (tau * z[i] * z[i]) / 2 - m.partition;
      const first = z[i] - m.mean;
      for (let j = 0; j < k; j++) {
        const q = vectors[j][i];
        gradient[j] += first * q;
        for (let l = 0; l <= j; l++) information[j][l] += m.variance * q * vectors[l][i];
        information[k][j] -= (m.covariance * q) / 2;
      }
      gradient[k] -= (z[i] * z[i] - m.square) / 2;
      information[k][k] += m.ofSquare / 4;
    }
    for (let j = 0; j <= k; j++) for (let l = 0; l < j; l++) information[l][j] = information[j][l];
    return { value, gradient, information };
  }
}

export const gathers =
  "the dependent gathers at its limit as if its mean lay infinitely far beyond, or the terms tell too little of it";

/** Rows at or beyond the limits must have been left out. */
export function truncatedRegression(
  sample: Sample,
  limits: Limits,
  errors: Regression["errors"],
): Estimate | NoMaximum {
  const { y, clusters } = sample;
  const design = designOf(sample, false);
  const likelihood = new TruncatedLikelihood(design, y, limits);
  const found = likelihood.fit(y);
  const inverse = found === null ? null : inverseDefinite(found.local.information);
  if (found === null || inverse === null) return { why: gathers };
  const { point, local } = found;
  const coefficients = likelihood.coefficients(point);
  const covariance = likelihoodCovariance(
    { inverse, scores: likelihood.scores(point, y), jacobian: likelihood.jacobian(point) },
    errors,
    clusters,
  );
  const means = likelihood.means(point);
  const last = coefficients.length;
  return {
    design,
    coefficients,
    covariance,
    freedom: Number.POSITIVE_INFINITY,
    residuals: y.map((value, i) => value - means[i]),
    scale: { label: "sigma", value: likelihood.sigma(point), error: Math.sqrt(covariance[last][last]) },
    statistics: {
      ...Object.fromEntries(sample.fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...(clusters === null ? {} : { clusters: clusters.count }),
      ...jointTest(design, coefficients, covariance, Number.POSITIVE_INFINITY),
      ...criteria(local.value - y.length * Math.log(likelihood.scale), y.length, design.basis.rank + 1),
    },
  };
}
