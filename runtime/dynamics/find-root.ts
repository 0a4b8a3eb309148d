/** Where a function was looked for to vanish, and what it is at the two ends. */
export interface NoRoot {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

const mostTrials = 200;

/**
 * A zero of a function between two bounds where it has opposite signs: inverse quadratic interpolation where that is safe, else
 * bisection, until neighbouring numbers are reached. Chandrupatla, A new hybrid quadratic/bisection algorithm for finding the
 * zero of a nonlinear function without using derivatives, Advances in Engineering Software 28 (1997) 145–149.
 *
 * Not found where the signs agree, where a value is missing, and where the sign changes in a jump.
 */
export function findRoot(low: number, high: number, f: (x: number) => number): number | NoRoot {
  let [a, fa, b, fb] = [high, f(high), low, f(low)];
  const none: NoRoot = { low, high, atLow: fb, atHigh: fa };
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(low < high) || !(fa > 0 ? fb < 0 : fa < 0 && fb > 0)) return none;
  const size = Math.max(Math.abs(fa), Math.abs(fb));
  let share = 0.5;
  for (let trial = 0; trial < mostTrials; trial++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Number.isNaN(fx)) return none;
    const [c, fc] = fx > 0 === fa > 0 ? [a, fa] : [b, fb];
    if (c === b) [b, fb] = [a, fa];
    [a, fa] = [x, fx];
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const least = (2 * Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - a);
    if (fBest === 0) return best;
    if (least > 0.5) return Math.abs(fBest) <= 1e-6 * size ? best : none;
    const [xi, phi] = [(a - b) / (c - b), (fa - fb) / (fc - fb)];
    const safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    share = safe
      ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
    share = Math.min(1 - least, Math.max(least, share));
  }
  return none;
}
