/** A regression of a censored dependent by maximum likelihood. */
import type { Regression } from "../../language/model.ts";
import { inverseDefinite } from "../definite-systems.ts";
import { designOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { criteria, jointTest } from "./fit-statistics.ts";
import { likelihoodCovariance, namedInverse } from "./likelihood.ts";
import { type Local, maximum } from "./newton.ts";
import { dot, norm } from "./orthogonal-basis.ts";
import { logUpperTail, millsRatio } from "./probabilities.ts";
import type { Sample } from "./sample.ts";

/** Why the likelihood has no maximum. */
export interface NoMaximum {
  readonly why: string;
}

/** A variance of γ this large, where each column has length 1, is that of a parameter which grows without end. */
const undetermined = 1e8;

/** Which limit a row is at: −1 the lower one, 1 the upper one, 0 none. */
type Side = -1 | 0 | 1;

/**
 * Rows between the limits give ln h + ln φ(h y − xγ), those at the lower one ln Φ(h a − xγ), those at the upper one ln Φ(xγ − h b),
 * with γ = β/σ and h = 1/σ, in which the sum is concave (Olsen 1978). The columns are orthonormal, so that no scale of the data
 * matters.
 */
export function tobit(
  sample: Sample,
  limits: NonNullable<Regression["limits"]>,
  errors: Regression["errors"],
): Estimate | NoMaximum {
  const { y, clusters } = sample;
  const design = designOf(sample, false);
  const n = y.length;
  const sides = Array.from(y, (value): Side => (value === limits.low ? -1 : value === limits.high ? 1 : 0));
  const between = sides.filter((side) => side === 0).length;
  const { rank, vectors } = design.basis;
  if (between === 0) return { why: "all rows are at a limit" };
  const scale = norm(y) / Math.sqrt(n);
  const z = y.map((value) => value / scale);
  const { rest, coordinates } = design.basis.project(z);
  const h = Math.sqrt(n) / norm(rest);
  const start = Float64Array.of(...coordinates.map((value) => value * h), h);
  const found = maximum(start, (point) => logLikelihood(point, z, sides, vectors));
  const inverse = found === null ? null : inverseDefinite(found.local.information);
  if (found === null || inverse === null || inverse.some((row, k) => row[k] > undetermined)) {
    return { why: "the terms separate the rows at a limit from the others" };
  }
  const { point, local } = found;
  const sigma = 1 / point[rank];
  const rows = namedInverse(design);
  const gamma = point.subarray(0, rank);
  const coefficients = rows.map((row) => scale * sigma * dot(row, gamma));
  // β = s R⁻¹ γ/h, σ = s/h.
  const jacobian = [
    ...rows.map((row, j) => [...row.map((value) => scale * sigma * value), -coefficients[j] * sigma]),
    [...new Array<number>(rank).fill(0), -scale * sigma * sigma],
  ];
  const scores = rowScores(point, z, sides, vectors);
  const covariance = likelihoodCovariance({ inverse, scores, jacobian }, errors, clusters);
  const fitted = Float64Array.from({ length: n }, (_, i) =>
    vectors.reduce((sum, vector, k) => sum + scale * sigma * gamma[k] * vector[i], 0),
  );
  const value = local.value - between * Math.log(scale);
  return {
    design,
    coefficients,
    covariance,
    freedom: Number.POSITIVE_INFINITY,
    residuals: y.map((one, i) => one - fitted[i]),
    scale: { label: "sigma", value: scale * sigma, error: Math.sqrt(covariance[rows.length][rows.length]) },
    statistics: {
      ...Object.fromEntries(sample.fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...(clusters === null ? {} : { clusters: clusters.count }),
      at_low: sides.filter((side) => side < 0).length,
      at_high: sides.filter((side) => side > 0).length,
      ...jointTest(design, coefficients, covariance, Number.POSITIVE_INFINITY),
      ...criteria(value, n, rank + 1),
    },
  };
}

/** How a row's log-likelihood depends on w = h y − xγ: its value and two derivatives, without ln h. */
function rowAt(w: number, side: Side): { value: number; first: number; second: number } {
  if (side === 0) return { value: -(w * w + Math.log(2 * Math.PI)) / 2, first: -w, second: -1 };
  // ln Φ(±w): λ = φ/Φ, λ' = −λ(λ + u).
  const u = side < 0 ? w : -w;
  const ratio = 1 / millsRatio(-u);
  return { value: logUpperTail(-u), first: side < 0 ? ratio : -ratio, second: -ratio * (ratio + u) };
}

function logLikelihood(
  point: Float64Array,
  y: Float64Array,
  sides: readonly Side[],
  vectors: readonly Float64Array[],
): Local {
  const k = vectors.length;
  const h = point[k];
  const gradient = new Float64Array(k + 1);
  const information = Array.from({ length: k + 1 }, () => new Float64Array(k + 1));
  if (!(h > 0)) return { value: Number.NaN, gradient, information };
  let value = 0;
  const by = new Float64Array(k + 1);
  for (let i = 0; i < y.length; i++) {
    // w = h y − qγ, so ∂w/∂γ = −q and ∂w/∂h = y.
    by[k] = y[i];
    let w = h * y[i];
    for (let j = 0; j < k; j++) {
      by[j] = -vectors[j][i];
      w += point[j] * by[j];
    }
    const row = rowAt(w, sides[i]);
    value += row.value;
    for (let j = 0; j <= k; j++) {
      gradient[j] += row.first * by[j];
      for (let l = 0; l <= j; l++) information[j][l] -= row.second * by[j] * by[l];
    }
    if (sides[i] !== 0) continue;
    value += Math.log(h);
    gradient[k] += 1 / h;
    information[k][k] += 1 / (h * h);
  }
  for (let j = 0; j <= k; j++) for (let l = 0; l < j; l++) information[l][j] = information[j][l];
  return { value, gradient, information };
}

function rowScores(
  point: Float64Array,
  y: Float64Array,
  sides: readonly Side[],
  vectors: readonly Float64Array[],
): Float64Array[] {
  const k = vectors.length;
  const h = point[k];
  const first = y.map((value, i) => {
    const w = vectors.reduce((sum, vector, j) => sum - point[j] * vector[i], h * value);
    return rowAt(w, sides[i]).first;
  });
  return [
    ...vectors.map((vector) => vector.map((q, i) => -first[i] * q)),
    y.map((value, i) => first[i] * value + (sides[i] === 0 ? 1 / h : 0)),
  ];
}
