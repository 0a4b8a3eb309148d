/** Statistics over the numbers of one group of rows; missing ones are left out before they come here. */

/** The mean, weighted where weights are given; missing for no numbers. */
export function mean(xs: readonly number[], weights?: readonly number[]): number {
  if (xs.length === 0) return Number.NaN;
  if (!weights) return sum(xs) / xs.length;
  return sum(xs.map((x, i) => x * weights[i]!)) / sum(weights);
}

/** exp of the mean logarithm; missing where a number is not positive. */
export function geomean(xs: readonly number[], weights?: readonly number[]): number {
  return Math.exp(mean(xs.map(Math.log), weights));
}

/** Neumaier's compensated sum (1974), so that the order of rows hardly shows. */
export function sum(xs: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const x of xs) {
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return Number.isFinite(lost) ? total + lost : total;
}

/** The middle number, or the mean of the two in the middle. */
export function median(xs: readonly number[]): number {
  if (xs.length === 0) return Number.NaN;
  const sorted = [...xs].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The sample standard deviation, divisor n − 1; missing for fewer than two numbers. */
export function sd(xs: readonly number[]): number {
  if (xs.length < 2) return Number.NaN;
  const centre = mean(xs);
  return Math.sqrt(sum(xs.map((x) => (x - centre) ** 2)) / (xs.length - 1));
}

export function least(xs: readonly number[]): number {
  return xs.length === 0 ? Number.NaN : xs.reduce((a, b) => Math.min(a, b));
}

export function greatest(xs: readonly number[]): number {
  return xs.length === 0 ? Number.NaN : xs.reduce((a, b) => Math.max(a, b));
}
