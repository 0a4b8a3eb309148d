/** Source with marks: `<|>` is the cursor, `<[` and `]>` hold a range; several of each may stand in one text. */
export interface Marked {
  readonly text: string;
  /** Offsets of the cursors. */
  readonly cursors: readonly number[];
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

export function marked(source: string): Marked {
  const cursors: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = "";
  let at = 0;
  for (const match of source.matchAll(/<\|>|<\[|\]>/g)) {
    text += source.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === "<|>") cursors.push(text.length);
    else if (match[0] === "<[") open.push(text.length);
    else ranges.push({ start: open.pop()!, end: text.length });
  }
  return { text: text + source.slice(at), cursors, ranges: ranges.sort((a, b) => a.start - b.start) };
}
