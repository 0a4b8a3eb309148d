import type { Sampling } from "../../language/model.ts";
import { counterRandom } from "../counter-random.ts";
import { sobolPoints } from "./sobol.ts";

/**
 * Points in (0, 1)^d. `sobol` fills the space evenly; `latin` has one point in each of `count` equal intervals of each dimension
 * (McKay, Beckman and Conover 1979), at random within it; `random` are independent. All depend on the seed alone.
 */
export function samplePoints(
  sampling: Sampling,
  count: number,
  dimensions: number,
  seed: number,
): Float64Array[] {
  if (sampling === "sobol") return sobolPoints(count, dimensions, seed);
  const random = (i: number, d: number) => counterRandom(0x5a3b1e, seed, d, i);
  if (sampling === "random") {
    return Array.from({ length: count }, (_, i) =>
      Float64Array.from({ length: dimensions }, (_, d) => random(i, d)),
    );
  }
  const intervals = Array.from({ length: dimensions }, (_, d) => shuffled(count, seed, d));
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from(intervals, (interval, d) => (interval[i] + random(i, d)) / count),
  );
}

/** 0 … n − 1 in an order by chance (Fisher and Yates). */
function shuffled(count: number, seed: number, dimension: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(counterRandom(0x1a71, seed, dimension, i) * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
