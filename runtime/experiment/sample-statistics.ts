/** Statistics of a sample; missing values are left out before. */

/** Without what is missing, ascending. */
export function sortedNumbers(values: Iterable<number>): Float64Array {
  return Float64Array.from([...values].filter((v) => !Number.isNaN(v))).sort();
}

/** The quantile p of ascending numbers, linear between them (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length === 0 ? Number.NaN : sum / values.length;
}

/** The sample variance. */
export function variance(values: ArrayLike<number>): number {
  const center = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - center) ** 2;
  return values.length < 2 ? Number.NaN : sum / (values.length - 1);
}
