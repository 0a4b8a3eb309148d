/** The least and the greatest of any number of values; `Math.min(...values)` has no room for a hundred thousand. */
export function extremes(values: Iterable<number>): { readonly least: number; readonly greatest: number } {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return { least, greatest };
}
