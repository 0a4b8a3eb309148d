/** A point of the unit cube and what was found there. */
export interface Found<T> {
  readonly x: Float64Array;
  readonly value: T;
}

/** Negative where `a` is better. */
export type Compare<T> = (a: T, b: T) => number;

/**
 * The search of Nelder and Mead (1965) with the coefficients of Gao and Han (2012), which depend on the dimension; points outside
 * the unit cube are brought back to its side. It only asks which of two values is better. It ends when the simplex is smaller than
 * `smallest`, or after so many evaluations.
 *
 * @param size the length of the first simplex's edges
 */
export function nelderMead<T>(
  start: Found<T>,
  size: number,
  evaluate: (x: Float64Array) => T,
  compare: Compare<T>,
  budget: number,
  smallest = 1e-9,
): Found<T> {
  const n = start.x.length;
  const [expand, contract, shrink] = n > 1 ? [1 + 2 / n, 0.75 - 1 / (2 * n), 1 - 1 / n] : [2, 0.5, 0.5];
  let evaluations = 0;
  const at = (x: Float64Array): Found<T> => {
    evaluations++;
    return { x, value: evaluate(x) };
  };
  const simplex = [
    start,
    ...Array.from({ length: n }, (_, i) => {
      const x = start.x.slice();
      x[i] += x[i] + size <= 1 ? size : -size;
      return at(x);
    }),
  ];
  while (evaluations < budget) {
    simplex.sort((a, b) => compare(a.value, b.value));
    const [best, second, worst] = [simplex[0], simplex[n - 1], simplex[n]];
    if (simplex.every(({ x }) => x.every((v, i) => Math.abs(v - best.x[i]) < smallest))) break;
    const center = worst.x.map((_, i) => simplex.slice(0, n).reduce((sum, p) => sum + p.x[i], 0) / n);
    const along = (t: number) => clamped(center.map((c, i) => c + t * (c - worst.x[i])));
    const reflected = at(along(1));
    if (compare(reflected.value, best.value) < 0) {
      const further = at(along(expand));
      simplex[n] = compare(further.value, reflected.value) < 0 ? further : reflected;
      continue;
    }
    if (compare(reflected.value, second.value) < 0) {
      simplex[n] = reflected;
      continue;
    }
    const outside = compare(reflected.value, worst.value) < 0;
    const contracted = at(along(outside ? contract : -contract));
    if (compare(contracted.value, (outside ? reflected : worst).value) < 0) {
      simplex[n] = contracted;
      continue;
    }
    for (let i = 1; i <= n; i++) {
      simplex[i] = at(simplex[i].x.map((v, j) => best.x[j] + shrink * (v - best.x[j])));
    }
  }
  return simplex.reduce((best, p) => (compare(p.value, best.value) < 0 ? p : best));
}

/** Brought back to the unit cube. */
export function clamped(x: Float64Array): Float64Array {
  return x.map((v) => Math.min(1, Math.max(0, v)));
}
