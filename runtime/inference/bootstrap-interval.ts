/** From what was drawn for one unit to its bias and interval. */
import { quantile } from "./smoothed-distances.ts";

export interface Interval {
  /** score − corrected. */
  readonly bias: number;
  readonly corrected: number;
  readonly lower: number;
  readonly upper: number;
  /** Samples in which the program had a solution. */
  readonly replications: number;
}

/**
 * The basic interval (Simar & Wilson 2000): what δ̂ is to δ, δ̂* is to δ̂, so δ lies in [δ̂ − q(1−α/2), δ̂ − q(α/2)] of δ̂* − δ̂ and
 * is corrected to 2δ̂ − mean δ̂*. Distances are at least 1, whence efficiencies 1/δ stay between 0 and 1.
 *
 * @param drawn scores θ̂* or φ̂*, NaN where a sample gave none
 */
export function radialInterval(score: number, drawn: Float64Array, output: boolean, alpha: number): Interval {
  const toDistance = (value: number) => (output ? value : 1 / value);
  const distance = toDistance(score);
  const errors = drawn
    .filter((value) => !Number.isNaN(value))
    .map((value) => toDistance(value) - distance)
    .sort();
  const corrected = toDistance(distance - mean(errors));
  const near = toDistance(distance - quantile(errors, 1 - alpha / 2));
  const far = toDistance(distance - quantile(errors, alpha / 2));
  return {
    bias: score - corrected,
    corrected,
    lower: output ? near : far,
    upper: output ? far : near,
    replications: errors.length,
  };
}

/**
 * Subsampling (Politis & Romano 1994; for DEA Kneip, Simar & Wilson 2008): n^κ (β̂ − β) is distributed like m^κ (β̂*_m − β̂), so the
 * errors of subsamples count (m/n)^κ. A subsample whose frontier the unit cannot reach at all counts as farthest below in
 * the interval and not in the bias.
 *
 * @param scale (m/n)^κ
 */
export function subsampleInterval(
  score: number,
  drawn: Float64Array,
  scale: number,
  alpha: number,
): Interval {
  const known = drawn.filter((value) => !Number.isNaN(value));
  const errors = drawn
    .map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : scale * (value - score)))
    .sort();
  const bias = mean(known.map((value) => scale * (value - score)));
  const finite = (value: number) => (Number.isFinite(value) ? value : Number.NaN);
  return {
    bias,
    corrected: score - bias,
    lower: finite(score - quantile(errors, 1 - alpha / 2)),
    upper: finite(score - quantile(errors, alpha / 2)),
    replications: known.length,
  };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? Number.NaN : sum / values.length;
}
