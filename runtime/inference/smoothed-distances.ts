/**
 * Samples of distances from a smooth density (Simar & Wilson 1998), in distances δ ≥ 1 (1/θ or φ) as in Simar & Wilson (2000),
 * so that no corrected efficiency can fall below 0.
 */
import type { Draws } from "./draws.ts";

/** A distance this near to 1 is that of a frontier unit, which says nothing about the density's width. */
const atBound = 1e-7;

/** Units whose observations are drawn together: one of a cross-section, all periods of a DMU in a pooled frontier. */
export interface Cluster {
  /** Places in the list of distances. */
  readonly members: readonly number[];
  /** The period of each. */
  readonly periods: readonly number[];
}

/**
 * The width h of the normal kernel. On the 2k numbers δ, 2 − δ of the k units off the frontier h₂ₖ = 0.9 min(s, iqr/1.34)
 * (2k)^(−1/5) (Silverman 1986, eq. 3.31); from these to the n distances h = h₂ₖ (2k/n)^(1/5) s_n / s₂ₖ (Daraio & Simar 2007,
 * eq. 3.26). 0 where fewer than two units are off the frontier.
 */
export function bandwidth(distances: Float64Array): number {
  const off = distances.filter((d) => d > 1 + atBound);
  if (off.length < 2) return 0;
  const reflected = new Float64Array(2 * off.length);
  for (let i = 0; i < off.length; i++) {
    reflected[i] = off[i]!;
    reflected[off.length + i] = 2 - off[i]!;
  }
  const deviation = standardDeviation(reflected);
  const sorted = reflected.slice().sort();
  const range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
  const width = 0.9 * (range > 0 ? Math.min(deviation, range) : deviation) * reflected.length ** -0.2;
  const sizes = (reflected.length / distances.length) ** 0.2;
  return (width * sizes * standardDeviation(distances)) / deviation;
}

/**
 * One sample of n distances, in place of the n observed ones. Of the 2n numbers δ, 2 − δ, whose density is symmetric about 1, n are
 * drawn; h times a normal number is added; they are drawn towards their mean so that their variance stays; what falls below 1
 * is reflected (Simar & Wilson 1998, 2000; Daraio & Simar 2007, pp. 61-62). Reflected first and drawn towards the mean
 * afterwards, as the steps of 1998 are often read, no sampled unit comes near the frontier once h is not small, and
 * intervals miss it. A cluster takes all its distances from one donor cluster, period by period where that has them.
 */
export class SmoothedDistances {
  readonly h: number;
  private readonly distances: Float64Array;
  private readonly clusters: readonly Cluster[];
  private readonly draws: Draws;
  private readonly shrink: number;
  private readonly sample: Float64Array;

  constructor(distances: Float64Array, clusters: readonly Cluster[], draws: Draws) {
    this.distances = distances;
    this.clusters = clusters;
    this.draws = draws;
    this.h = bandwidth(distances);
    // Of the symmetric 2n numbers, about their mean 1.
    const variance = distances.reduce((sum, d) => sum + (d - 1) ** 2, 0) / distances.length;
    this.shrink = variance > 0 ? 1 / Math.sqrt(1 + this.h ** 2 / variance) : 1;
    this.sample = new Float64Array(distances.length);
  }

  /** By place; the same array each time. */
  next(replication: number): Float64Array {
    const { distances, draws, sample } = this;
    const donors = this.donors(replication);
    let mean = 0;
    for (const [place, donor] of donors.entries()) {
      const distance = distances[donor]!;
      sample[place] = draws.uniform("side", replication, place) < 0.5 ? distance : 2 - distance;
      mean += sample[place]! / sample.length;
    }
    for (let place = 0; place < sample.length; place++) {
      const smooth = sample[place]! + this.h * draws.normal(replication, place);
      const drawn = mean + this.shrink * (smooth - mean);
      sample[place] = drawn >= 1 ? drawn : 2 - drawn;
    }
    return sample;
  }

  /** By place, whose distance it takes. */
  donors(replication: number): Int32Array {
    const { clusters, draws } = this;
    const donors = new Int32Array(this.distances.length);
    for (const [c, { members, periods }] of clusters.entries()) {
      const from = clusters[draws.below(clusters.length, "donor", replication, c)]!;
      for (const [k, place] of members.entries()) {
        const at = from.periods.indexOf(periods[k]!);
        donors[place] = from.members[at >= 0 ? at : k % from.members.length]!;
      }
    }
    return donors;
  }
}

/** With n − 1. */
export function standardDeviation(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return values.length > 1 ? Math.sqrt(sum / (values.length - 1)) : 0;
}

/** Of ascending numbers, between neighbours in proportion (Hyndman & Fan 1996, type 7). */
export function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  // Not even a share of 0 may meet an infinity.
  if (at === low || sorted[low] === sorted[high]) return sorted[low]!;
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
