/** Source lines with a gutter and marks under spans, as rustc draws them. */
import { positions, type Span } from "../../language/source.ts";
import type { Style } from "./style.ts";
import { displayWidth, padStart } from "./width.ts";

export interface Mark {
  readonly span: Span;
  /** What is said beside the mark. */
  readonly label?: string;
  /** The place the diagnostic is about (`^`), or one that helps (`-`). */
  readonly primary: boolean;
}

const longestLine = 110;

/** Tabs as two blanks and control characters as their pictures, so that a frame cannot break. */
function visible(text: string): string {
  return text.replaceAll("\t", "  ").replace(/\p{Cc}/gu, (c) => {
    const code = c.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
  });
}

/**
 * The lines of one file that hold the marks, each with its underlines; `gutter` is the width of line numbers,
 * `paint` colours the primary mark.
 */
export function frame(
  text: string,
  marks: readonly Mark[],
  gutter: number,
  style: Style,
  paint: (text: string) => string,
): string[] {
  const places = positions(text);
  // The end of a file is shown behind its last word rather than on an empty line.
  const end = text.trimEnd().length;
  const at = (offset: number) => places(Math.min(offset, end));
  const lines = text.split("\n");
  const placed = marks
    .map((mark) => ({ mark, start: at(mark.span.start), end: at(mark.span.end) }))
    .sort((a, b) => a.start.line - b.start.line || Number(b.mark.primary) - Number(a.mark.primary));
  const bar = style.blue("|");
  const blank = `${" ".repeat(gutter)} ${bar}`;
  const out = [blank];
  let previous = 0;
  for (const { mark, start, end } of placed) {
    const line = (lines[start.line - 1] ?? "").replace(/\r$/, "");
    const to = end.line === start.line ? end.column - 1 : line.length;
    const { before, marked, after } = cut(line, start.column - 1, Math.max(to, start.column - 1));
    if (start.line !== previous) {
      if (previous !== 0 && start.line > previous + 1) out.push(style.blue("..."));
      out.push(
        `${style.blue(padStart(String(start.line), gutter))} ${bar} ${before}${marked}${after}`.trimEnd(),
      );
    }
    previous = start.line;
    const underline = (mark.primary ? "^" : "-").repeat(Math.max(1, displayWidth(marked)));
    const more = end.line > start.line ? `… to line ${end.line}` : "";
    const label = [more, mark.label ?? ""].filter(Boolean).join(" ");
    const tint = mark.primary ? paint : style.blue;
    out.push(`${blank} ${" ".repeat(displayWidth(before))}${tint(`${underline}${label && ` ${label}`}`)}`);
  }
  return out;
}

/** The part of a line around a span: a very long line is cut on both sides. */
function cut(line: string, from: number, to: number): { before: string; marked: string; after: string } {
  let before = line.slice(0, from);
  let marked = line.slice(from, to);
  let after = line.slice(to);
  if (line.length > longestLine) {
    if (before.length > 60) before = `…${before.slice(-40)}`;
    if (marked.length > 60) marked = `${marked.slice(0, 59)}…`;
    if (after.length > 40) after = `${after.slice(0, 39)}…`;
  }
  return { before: visible(before), marked: visible(marked), after: visible(after) };
}
