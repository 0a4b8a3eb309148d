import { counterRandom } from "../counter-random.ts";
import { directions } from "./sobol-directions.ts";

/**
 * The first points of Sobol's sequence in (0, 1)^d, each dimension scrambled as Owen (1995) does, by a hash: Burley, "Practical
 * hash-based Owen scrambling", J. Computer Graphics Techniques 9 (2020) 1–20. Of the first 2^m points each of the 2^m equal
 * intervals of each dimension holds one. Another seed gives another scrambling, the same seed the same points.
 *
 * @returns point after point
 */
export function sobolPoints(count: number, dimensions: number, seed: number): Float64Array[] {
  const matrices = Array.from({ length: dimensions }, (_, d) => generatorMatrix(d));
  const seeds = matrices.map((_, d) => Math.floor(counterRandom(0x50b01, seed, 0, d) * 2 ** 32) >>> 0);
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from(matrices, (matrix, d) => {
      let x = 0;
      for (let bit = 0; bit < 32; bit++) if ((i >>> bit) & 1) x ^= matrix[bit];
      return (scrambled(x, seeds[d]) + 0.5) / 2 ** 32;
    }),
  );
}

/** The direction numbers v of a dimension as 32-bit fractions, one for each bit of a point's number. */
function generatorMatrix(dimension: number): Int32Array {
  const v = new Int32Array(32);
  if (dimension === 0) return v.map((_, k) => 1 << (31 - k));
  const { a, m } = directions[dimension - 1];
  const s = m.length;
  for (let k = 0; k < 32; k++) {
    if (k < s) {
      v[k] = m[k] << (31 - k);
      continue;
    }
    // vₖ = a₁ vₖ₋₁ ⊕ … ⊕ aₛ₋₁ vₖ₋ₛ₊₁ ⊕ vₖ₋ₛ ⊕ (vₖ₋ₛ >> s)
    v[k] = v[k - s] ^ (v[k - s] >>> s);
    for (let j = 1; j < s; j++) if ((a >>> (s - 1 - j)) & 1) v[k] ^= v[k - j];
  }
  return v;
}

/** Each bit is flipped or not by a hash of the seed and of the bits before it. */
function scrambled(x: number, seed: number): number {
  let r = reversed(x);
  r = (r + seed) | 0;
  r ^= Math.imul(r, 0x6c50b47c);
  r ^= Math.imul(r, 0xb82f1e52);
  r ^= Math.imul(r, 0xc7afe638);
  r ^= Math.imul(r, 0x8d22f6e6);
  return reversed(r) >>> 0;
}

function reversed(x: number): number {
  let r = x;
  r = ((r >>> 1) & 0x55555555) | ((r & 0x55555555) << 1);
  r = ((r >>> 2) & 0x33333333) | ((r & 0x33333333) << 2);
  r = ((r >>> 4) & 0x0f0f0f0f) | ((r & 0x0f0f0f0f) << 4);
  r = ((r >>> 8) & 0x00ff00ff) | ((r & 0x00ff00ff) << 8);
  return (r >>> 16) | (r << 16);
}
