/** Scores against partial frontiers of the free-disposal hull, from the ratios τ of the units that count. */

/**
 * Order-m (Cazals, Florens & Simar 2002): the expected best of m units drawn with replacement. The expectation over the empirical
 * distribution is a finite sum, so nothing need be drawn:
 *
 *     input:  E min = Σ_j τ(j) [((N−j+1)/N)^m − ((N−j)/N)^m];   output: E max = Σ_j τ(j) [(j/N)^m − ((j−1)/N)^m]
 *
 * @param ratios τ ascending, not empty
 */
export function orderM(ratios: Float64Array, m: number, orientation: "input" | "output"): number {
  const n = ratios.length;
  let sum = 0;
  for (let j = 1; j <= n; j++) {
    const weight =
      orientation === "input"
        ? ((n - j + 1) / n) ** m - ((n - j) / n) ** m
        : (j / n) ** m - ((j - 1) / n) ** m;
    sum += weight * ratios[j - 1]!;
  }
  return sum;
}

/**
 * Order-α (Aragon, Daouia & Thomas-Agnan 2005; Daouia & Simar 2007): the quantile τ(⌈(1 − α)N⌉), at least the first, for inputs,
 * τ(⌈αN⌉) for outputs.
 *
 * @param ratios τ ascending, not empty
 */
export function orderAlpha(ratios: Float64Array, alpha: number, orientation: "input" | "output"): number {
  const n = ratios.length;
  const at = orientation === "input" ? (1 - alpha) * n : alpha * n;
  // 0.05 · 20 is a whole number although 1 − 0.95 is a little more than 0.05.
  const place = Math.abs(at - Math.round(at)) < 1e-9 ? Math.round(at) : Math.ceil(at);
  return ratios[Math.max(1, place) - 1]!;
}
