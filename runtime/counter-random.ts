/**
 * A uniform number in (0, 1) that depends on its arguments alone: no stream, so the order in which variables are
 * evaluated, and on how many threads, means nothing. Rounds of the finaliser of MurmurHash3 (Appleby 2011) mix the
 * counters; 52 bits are used, and neither 0 nor 1 is reached.
 */
export function counterRandom(key: number, seed: number, draw: number, step: number): number {
  let h = mix(key ^ 0x9e3779b9);
  h = mix(h ^ seed);
  h = mix(h ^ Math.imul(draw + 1, 0x85ebca6b));
  const high = mix(h ^ step);
  const low = mix(high ^ Math.imul(step + 1, 0xc2b2ae35));
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
