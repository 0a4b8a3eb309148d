/** Places by efficiency. */

/** Efficiencies within this of each other, relative to their size, share a place. */
const tied = 1e-9;

/**
 * Competition ranking (1, 2, 2, 4) within each cell, bigger is better; NaN where there is no efficiency. Ties are judged against
 * the first of those that share a place.
 */
export function ranks(efficiency: Float64Array, cells: readonly string[]): Float64Array {
  const members = new Map<string, number[]>();
  for (const [row, value] of efficiency.entries()) {
    if (Number.isNaN(value)) continue;
    const list = members.get(cells[row]!);
    if (list === undefined) members.set(cells[row]!, [row]);
    else list.push(row);
  }
  const result = new Float64Array(efficiency.length).fill(Number.NaN);
  for (const rows of members.values()) {
    rows.sort((a, b) => efficiency[b]! - efficiency[a]!);
    let place = 0;
    let first = Number.POSITIVE_INFINITY;
    for (const [i, row] of rows.entries()) {
      const value = efficiency[row]!;
      if (first - value > tied * Math.max(1, Math.abs(value))) {
        place = i + 1;
        first = value;
      }
      result[row] = place;
    }
  }
  return result;
}
