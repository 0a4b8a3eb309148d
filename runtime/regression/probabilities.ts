/** Tails of the distributions that statistics are compared with. */
import { betaProbability, logGamma, normalQuantile } from "../experiment/quantiles.ts";

/** P(|T| ≥ |t|) of Student's t with `df` degrees of freedom; normal where these are infinite. */
export function studentTwoSided(t: number, df: number): number {
  if (Number.isNaN(t)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return 2 * upperTail(Math.abs(t));
  return betaProbability(df / (df + t * t), df / 2, 0.5);
}

/** The t that |T| exceeds with the probability p: by halving, then Newton's steps. */
export function studentCritical(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return -normalQuantile(p / 2);
  let low = 0;
  let high = 1;
  while (studentTwoSided(high, df) > p) high *= 2;
  for (let i = 0; i < 100 && high - low > 4e-16 * high; i++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(F ≥ f) of Fisher's F with `above` and `below` degrees of freedom; χ²/above where the latter are infinite. */
export function fisherTail(f: number, above: number, below: number): number {
  if (!(f >= 0)) return Number.NaN;
  if (below === Number.POSITIVE_INFINITY) return chiSquareTail(f * above, above);
  return betaProbability(below / (below + above * f), below / 2, above / 2);
}

/** P(χ² ≥ x) with `df` degrees of freedom: the series or the continued fraction of the incomplete gamma function (DLMF 8.11.4, 8.9.2). */
export function chiSquareTail(x: number, df: number): number {
  if (!(x >= 0)) return Number.NaN;
  if (x === 0) return 1;
  const [a, z] = [df / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; k < 10_000 && term > 1e-17 * sum; k++) {
      term *= z / (a + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  let fraction = 0;
  for (let k = Math.ceil(200 + 4 * Math.sqrt(a)); k > 0; k--) {
    fraction = (k * (k - a)) / (z + 2 * k + 1 - a - fraction);
  }
  return front / (z + 1 - a - fraction);
}

/** φ(x) of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** 1 − Φ(x), with full relative accuracy in the upper tail. */
export function upperTail(x: number): number {
  return x < 0 ? 1 - normalDensity(x) * millsRatio(-x) : normalDensity(x) * millsRatio(x);
}

/** ln(1 − Φ(x)), for every x. */
export function logUpperTail(x: number): number {
  if (x < 0) return Math.log1p(-normalDensity(x) * millsRatio(-x));
  return Math.log(millsRatio(x)) - (x * x + Math.log(2 * Math.PI)) / 2;
}

/** Mills' ratio (1 − Φ(x)) / φ(x): the series of Φ in the middle, Laplace's continued fraction in the tail. */
export function millsRatio(x: number): number {
  if (x < 0) return 1 / normalDensity(x) - millsRatio(-x);
  if (x >= 2) {
    let fraction = 0;
    for (let k = Math.ceil(20 + 400 / (x * x)); k > 0; k--) fraction = k / (x + fraction);
    return 1 / (x + fraction);
  }
  let term = x;
  let sum = x;
  for (let k = 1; term > 1e-18 * sum; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 / normalDensity(x) - sum;
}
