/** Where texts in quotes and their holes end. Quotes inside a hole open and close texts of its own. */

/** The offset of the next line end, or of the end of the text. */
export function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return i;
  }
  return text.length;
}

/** Holes longer than this are no holes; it keeps pathological lines of many `{` from taking quadratic time. */
const LONGEST_HOLE = 4000;

/** The offset behind the `}` of the hole that begins at `start`, -1 if it does not close. */
function holeEnd(text: string, start: number, limit: number): number {
  const end = Math.min(limit, start + LONGEST_HOLE);
  let depth = 0;
  let quoted = false;
  for (let i = start; i < end; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return i + 1;
  }
  return -1;
}

/** The quote, and those that word processors put in its place. */
export const QUOTES = ['"', "“", "”", "„"] as const;
export const isQuote = (c: string): boolean => (QUOTES as readonly string[]).includes(c);

/** The offset behind the closing quote of the text that begins at `offset`, -1 if its line has none. */
export function stringEnd(text: string, offset: number): number {
  const limit = lineEnd(text, offset);
  const plain = text[offset] === '"';
  for (let i = offset + 1; i < limit; i++) {
    const c = text[i]!;
    if (c === "\\") i++;
    else if (c === '"' || (!plain && isQuote(c))) return i + 1;
    else if (c === "{") i = Math.max(i, holeEnd(text, i, limit) - 1);
  }
  return -1;
}

/** The `{…}` between two offsets, braces included; a brace that does not close is an ordinary character. */
export function holesOf(text: string, from: number, to: number): { start: number; end: number }[] {
  const holes: { start: number; end: number }[] = [];
  for (let i = from; i < to; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") {
      const end = holeEnd(text, i, to);
      if (end < 0) continue;
      holes.push({ start: i, end });
      i = end - 1;
    }
  }
  return holes;
}
