/** Agreement of two rankings of the same units; ties, within rounding, share a place. */

/** Values within this of each other, relative to their size, are ties. */
const tied = 1e-9;

/** Numbers in ascending order, equal for ties, which are judged against the smallest of those that share a place. */
export function places(values: Float64Array): Int32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const result = new Int32Array(values.length);
  let place = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const value = values[i]!;
    if (value - first > tied * Math.max(1, Math.abs(value))) {
      place++;
      first = value;
    }
    result[i] = place;
  }
  return result;
}

/** Spearman's ρ (1904): the correlation of mid-ranks. NaN where either ranking ties all. */
export function spearman(a: Int32Array, b: Int32Array): number {
  const x = midRanks(a);
  const y = midRanks(b);
  const mean = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mean) * (y[i]! - mean);
    xx += (x[i]! - mean) ** 2;
    yy += (y[i]! - mean) ** 2;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

function midRanks(place: Int32Array): Float64Array {
  const counts = new Int32Array(place.length);
  for (const p of place) counts[p]!++;
  const ranks = new Float64Array(place.length);
  let before = 0;
  for (let p = 0; p < counts.length; p++) {
    ranks[p] = before + (counts[p]! + 1) / 2;
    before += counts[p]!;
  }
  return Float64Array.from(place, (p) => ranks[p]!);
}

/**
 * Kendall's τ-b (1945): (C − D) / √((P − Tx)(P − Ty)) with P pairs, C concordant, D discordant, Tx and Ty tied ones. Sorted by
 * a, then b, the exchanges that a merge sort by b needs are the discordant pairs (Knight 1966).
 */
export function kendall(a: Int32Array, b: Int32Array): number {
  const n = a.length;
  const order = Array.from(a.keys()).sort((i, j) => a[i]! - a[j]! || b[i]! - b[j]!);
  const pairs = (n * (n - 1)) / 2;
  const tiedA = tiedPairs(order, (i, j) => a[i] === a[j]);
  const tiedBoth = tiedPairs(order, (i, j) => a[i] === a[j] && b[i] === b[j]);
  const sorted = Int32Array.from(order, (i) => b[i]!);
  const discordant = exchanges(sorted, new Int32Array(n), 0, n);
  const tiedB = tiedPairs([...sorted.keys()], (i, j) => sorted[i] === sorted[j]);
  const concordant = pairs - tiedA - tiedB + tiedBoth - discordant;
  const size = Math.sqrt((pairs - tiedA) * (pairs - tiedB));
  return size > 0 ? (concordant - discordant) / size : Number.NaN;
}

/** Pairs of neighbours in an order that are the same. */
function tiedPairs(order: readonly number[], same: (i: number, j: number) => boolean): number {
  let total = 0;
  let run = 1;
  for (let k = 1; k <= order.length; k++) {
    if (k < order.length && same(order[k - 1]!, order[k]!)) run++;
    else {
      total += (run * (run - 1)) / 2;
      run = 1;
    }
  }
  return total;
}

/** Sorts from … to and counts how many pairs stood the wrong way round. */
function exchanges(values: Int32Array, work: Int32Array, from: number, to: number): number {
  if (to - from < 2) return 0;
  const middle = (from + to) >> 1;
  let count = exchanges(values, work, from, middle) + exchanges(values, work, middle, to);
  let [left, right] = [from, middle];
  for (let k = from; k < to; k++) {
    if (left < middle && (right >= to || values[left]! <= values[right]!)) work[k] = values[left++]!;
    else {
      work[k] = values[right++]!;
      count += middle - left;
    }
  }
  values.set(work.subarray(from, to), from);
  return count;
}
