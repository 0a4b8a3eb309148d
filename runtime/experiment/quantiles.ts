/** Quantile functions: the value below which a share p of a distribution lies. */

/** Φ⁻¹(p), to about 16 digits: Wichura, algorithm AS 241, Applied Statistics 37 (1988) 477–484. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(center.above, r)) / polynomial(center.below, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const part = r <= 5 ? near : far;
  const x = r - (r <= 5 ? 1.6 : 5);
  const value = polynomial(part.above, x) / polynomial(part.below, x);
  return q < 0 ? -value : value;
}

/** Φ(x), by the continued fraction of the tail (Laplace) or the series in the middle. */
export function normalProbability(x: number): number {
  const z = Math.abs(x);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 7) {
    let fraction = 0;
    for (let k = 40; k > 0; k--) fraction = k / (z + fraction);
    const tail = density / (z + fraction);
    return x < 0 ? tail : 1 - tail;
  }
  let term = z;
  let sum = z;
  for (let k = 1; k < 200 && term > 1e-18 * sum; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return x < 0 ? 0.5 - density * sum : 0.5 + density * sum;
}

/** Of the triangle from `low` over `mode` to `high`. */
export function triangularQuantile(p: number, low: number, mode: number, high: number): number {
  const width = high - low;
  const left = (mode - low) / width;
  return p < left
    ? low + Math.sqrt(p * width * (mode - low))
    : high - Math.sqrt((1 - p) * width * (high - mode));
}

/** Of beta(a, b) on (0, 1): the root of its distribution function, by halving. */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaProbability(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function by its continued fraction: DLMF 8.17.22, evaluated as Lentz (1976) does. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaProbability(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  const tiny = 1e-300;
  let c = 1;
  let d = 0;
  let fraction = 1;
  for (let k = 0; k < 1000; k++) {
    const m = k >> 1;
    const coefficient =
      k === 0
        ? 1
        : k % 2 === 0
          ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
          : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + coefficient * d;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = 1 + coefficient / c;
    if (Math.abs(c) < tiny) c = tiny;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return (front * (fraction - 1)) / a;
}

/** ln Γ(x) for x > 0: Stirling's series, after the argument is raised above 10. */
export function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}

/** Σ cₖ xᵏ, the highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, c) => sum * x + c, 0);
}

const center = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const near = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const far = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};
