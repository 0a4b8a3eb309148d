import { counterRandom } from "../counter-random.ts";
import { type Compare, clamped, type Found } from "./nelder-mead.ts";

/**
 * Differential evolution (Storn and Price 1997, rand/1/bin) in the unit cube: each point is tried against a mixture of three
 * others, and the better one stays. It only asks which of two values is better. All chance comes from the seed. It ends after
 * `generations`, or where all points are within `smallest` of each other.
 */
export function differentialEvolution<T>(
  start: readonly Found<T>[],
  evaluate: (x: Float64Array) => T,
  compare: Compare<T>,
  { generations, seed, smallest = 1e-7 }: { generations: number; seed: number; smallest?: number },
): Found<T>[] {
  const points = [...start];
  const d = points[0].x.length;
  for (let generation = 0; generation < generations; generation++) {
    let draw = 0;
    const random = () => counterRandom(0xde, seed, generation, draw++);
    const spread = points.every(({ x }) => x.every((v, i) => Math.abs(v - points[0].x[i]) < smallest));
    if (spread) break;
    // A factor of its own for each generation keeps the points from moving on a lattice.
    const factor = 0.5 + 0.5 * random();
    points.forEach((own, i) => {
      const others = new Set<number>();
      while (others.size < 3) {
        const other = Math.floor(random() * points.length);
        if (other !== i) others.add(other);
      }
      const [a, b, c] = [...others].map((k) => points[k].x);
      const certain = Math.floor(random() * d);
      const x = clamped(
        own.x.map((v, k) => (k === certain || random() < 0.9 ? a[k] + factor * (b[k] - c[k]) : v)),
      );
      const value = evaluate(x);
      if (compare(value, own.value) <= 0) points[i] = { x, value };
    });
  }
  return points;
}
