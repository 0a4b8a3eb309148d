/** A Vensim model's text as its entries: an equation, its units and its comment, divided by `~` and ended by `|`. */

export interface MdlEntry {
  readonly equation: string;
  /** Where the equation begins in the text. */
  readonly at: number;
  readonly units: string;
  readonly comment: string;
}

/** The entries before the sketch, whose lines are drawing and no model. */
export function splitEntries(text: string): MdlEntry[] {
  const sketch = /^\\\\\\---\/\/\//m.exec(text);
  const end = sketch?.index ?? text.length;
  const header = /^\uFEFF?\s*\{[^{}\n]*\}/.exec(text)?.[0].length ?? (text.startsWith("\uFEFF") ? 1 : 0);
  const entries: MdlEntry[] = [];
  let at = header;
  while (at < end) {
    const parts: string[] = [];
    const start = at;
    let from = at;
    let closed = false;
    // Quotes and braces count in equations alone: comments are free text.
    for (; at < end && !closed; at++) {
      const c = text[at];
      if (c === "~" || c === "|") {
        parts.push(text.slice(from, at));
        from = at + 1;
        closed = c === "|";
      } else if (parts.length === 0 && (c === '"' || c === "{")) {
        const close = closing(text, at, end);
        if (close !== undefined) at = close;
      }
    }
    if (!closed) parts.push(text.slice(from, end));
    const [equation = "", units = "", comment = ""] = parts;
    const blank = equation.length - equation.trimStart().length;
    if (equation.trim() === "") continue;
    entries.push({
      equation: equation.trim(),
      at: start + blank,
      units: units.trim(),
      comment: comment.trim(),
    });
  }
  return entries;
}

/** The place of the quote or brace that closes the one at a place. */
function closing(text: string, at: number, end: number): number | undefined {
  const quote = text[at] === '"';
  for (let i = at + 1; i < end; i++) {
    if (quote && text[i] === "\\") i++;
    else if (text[i] === (quote ? '"' : "}")) return i;
    else if (quote && text[i] === "\n") return undefined;
  }
  return undefined;
}
