/** The standard normal distribution between two bounds. */
import { normalQuantile } from "../experiment/quantiles.ts";
import { millsRatio, normalDensity, upperTail } from "./probabilities.ts";

/** The logarithm of the probability between the bounds, and the first four moments there. */
export interface TruncatedMoments {
  readonly logProbability: number;
  readonly m1: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/**
 * Moments by integration by parts: mₖ = (k − 1) mₖ₋₂ + (α^(k−1) φ(α) − β^(k−1) φ(β))/Z. Bounds in one tail are taken relative to φ at
 * the inner one, so that nothing vanishes.
 *
 * @param low may be −∞
 * @param high may be ∞
 */
export function truncatedMoments(low: number, high: number): TruncatedMoments {
  if (high < 0) {
    const { logProbability, m1, m2, m3, m4 } = truncatedMoments(-high, -low);
    return { logProbability, m1: -m1, m2, m3: -m3, m4 };
  }
  let atLow: number;
  let atHigh: number;
  let logProbability: number;
  if (low > 0) {
    const ratio = Math.exp((low * low - high * high) / 2);
    const inside = millsRatio(low) - (ratio === 0 ? 0 : ratio * millsRatio(high));
    atLow = 1 / inside;
    atHigh = ratio / inside;
    logProbability = Math.log(inside) - (low * low + Math.log(2 * Math.PI)) / 2;
  } else {
    const inside = 1 - upperTail(-low) - upperTail(high);
    atLow = normalDensity(low) / inside;
    atHigh = normalDensity(high) / inside;
    logProbability = Math.log(inside);
  }
  const edge = (power: number) => weighted(low, power, atLow) - weighted(high, power, atHigh);
  const m1 = edge(0);
  const m2 = 1 + edge(1);
  return { logProbability, m1, m2, m3: 2 * m1 + edge(2), m4: 3 * m2 + edge(3) };
}

function weighted(bound: number, power: number, density: number): number {
  return density === 0 ? 0 : bound ** power * density;
}

/** The number below which a share p lies. */
export function truncatedQuantile(p: number, low: number, high: number): number {
  // Φ is told apart from its neighbours in the lower tail alone.
  if (low > 0) return -truncatedQuantile(1 - p, -high, -low);
  // Beyond that the distance from the bound is exponential to all digits that matter.
  if (high < -30) return Math.max(low, high - Math.log(p) / high);
  const below = upperTail(-low);
  const above = upperTail(-high);
  return Math.min(high, Math.max(low, normalQuantile(below + p * (above - below))));
}
