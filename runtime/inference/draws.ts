/**
 * Random numbers of inference. Each depends on seed, purpose, replication and place alone (counter-random.ts), so a result is
 * the same whatever the order or number of threads in which replications run.
 */
import { counterRandom } from "../counter-random.ts";

/** What a number is drawn for; different purposes are independent. */
export type Purpose = "donor" | "side" | "radius" | "angle" | "subsample";
const purposes: readonly Purpose[] = ["donor", "side", "radius", "angle", "subsample"];

/** The draws of one frontier. */
export class Draws {
  private readonly seed: number;
  private readonly frontier: number;

  /** @param frontier the frontier's place among those of the measure */
  constructor(seed: number, frontier: number) {
    this.seed = seed;
    this.frontier = frontier;
  }

  /** Uniform in (0, 1). */
  uniform(purpose: Purpose, replication: number, place: number): number {
    const key = this.frontier * purposes.length + purposes.indexOf(purpose);
    return counterRandom(key, this.seed, replication, place);
  }

  /** A whole number below `n`, all equally likely. */
  below(n: number, purpose: Purpose, replication: number, place: number): number {
    return Math.floor(this.uniform(purpose, replication, place) * n);
  }

  /** Standard normal (Box & Muller 1958). */
  normal(replication: number, place: number): number {
    const radius = Math.sqrt(-2 * Math.log(this.uniform("radius", replication, place)));
    return radius * Math.cos(2 * Math.PI * this.uniform("angle", replication, place));
  }

  /** `m` different numbers below `n`, ascending: the first steps of a shuffle (Durstenfeld 1964). */
  subsample(n: number, m: number, replication: number): Int32Array {
    const all = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < m; i++) {
      const other = i + this.below(n - i, "subsample", replication, i);
      const held = all[i]!;
      all[i] = all[other]!;
      all[other] = held;
    }
    return all.subarray(0, m).sort();
  }
}
