/** The one replacement that makes one text of another, as short as can be, so that cursors and marks outside of it stay. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Null where the texts are the same. */
export function minimalEdit(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Both halves of a character outside of the basic plane go together.
  if (isLow(before[start]) || isLow(after[start])) start--;
  if (end > 0 && isLow(before[before.length - end])) end--;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}

function isLow(unit: string | undefined): boolean {
  return unit !== undefined && /[\udc00-\udfff]/.test(unit);
}
