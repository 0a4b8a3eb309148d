/** Intervals of numbers: what a value can be. A result holds every value that its arguments allow, and mostly more. */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const anything: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
export const zero: Interval = { low: 0, high: 0 };
/** A jump up or down by an unknown height: the derivative of a step. */
export const rising: Interval = { low: 0, high: Number.POSITIVE_INFINITY };
export const falling: Interval = { low: Number.NEGATIVE_INFINITY, high: 0 };

export const point = (value: number): Interval =>
  Number.isNaN(value) ? anything : { low: value, high: value };
export const isZero = ({ low, high }: Interval): boolean => low === 0 && high === 0;

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}
export function negate({ low, high }: Interval): Interval {
  return { low: 0 - high, high: 0 - low };
}
export function multiply(a: Interval, b: Interval): Interval {
  if (isZero(a) || isZero(b)) return zero;
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  // 0 · ∞ is 0 at the edge of a jump.
  const known = corners.map((value) => (Number.isNaN(value) ? 0 : value));
  return { low: Math.min(...known), high: Math.max(...known) };
}
export function reciprocal({ low, high }: Interval): Interval {
  if (low > 0 || high < 0) return { low: 1 / high, high: 1 / low };
  if (low === 0 && high > 0) return { low: 1 / high, high: Number.POSITIVE_INFINITY };
  if (high === 0 && low < 0) return { low: Number.NEGATIVE_INFINITY, high: 1 / low };
  return anything;
}
/** Everything between the two. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}
/** The image under a function that never falls. */
export function increasing({ low, high }: Interval, of: (x: number) => number): Interval {
  const [least, greatest] = [of(low), of(high)];
  return Number.isNaN(least) || Number.isNaN(greatest) ? anything : { low: least, high: greatest };
}
