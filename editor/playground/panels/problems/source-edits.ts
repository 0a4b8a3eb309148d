/** Places of a text as diagnostics name them, and edits at such places. */
import type { JsonDiagnostic, Range } from "../../../../language/diagnostics/to-json.ts";

type Fix = JsonDiagnostic["fixes"][number];

/** The offset of a line and column, both from 1. */
export function offsetAt(text: string, { line, column }: Range["start"]): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

/** The texts of the files that a fix changes, after it; edits of one file do not overlap. */
export function fixed(fix: Fix, textOf: (file: string) => string | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  // From the end, so that places before an edit stay where they are.
  const edits = [...fix.edits].sort(
    (a, b) => b.range.start.line - a.range.start.line || b.range.start.column - a.range.start.column,
  );
  for (const { file, range, text } of edits) {
    const before = texts.get(file) ?? textOf(file);
    if (before === undefined) continue;
    const [start, end] = [offsetAt(before, range.start), offsetAt(before, range.end)];
    texts.set(file, before.slice(0, start) + text + before.slice(end));
  }
  return texts;
}

/** The line on which a range begins, parted where it is marked; a range over several lines is marked to the line's end. */
export function markedLine(
  text: string,
  { start, end }: Range,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const line = text.split("\n")[start.line - 1] ?? "";
  const stop = end.line > start.line ? line.length : end.column - 1;
  const from = start.column - 1;
  return { before: line.slice(0, from).trimStart(), marked: line.slice(from, stop), after: line.slice(stop) };
}

/** By file, the ones with errors first; within a file errors, then warnings, then notes, each by place. */
export function byFile(list: readonly JsonDiagnostic[]): readonly (readonly [string, JsonDiagnostic[]])[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  const files = new Map<string, JsonDiagnostic[]>();
  for (const one of list) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  for (const own of files.values()) {
    own.sort(
      (a, b) =>
        order[a.severity] - order[b.severity] ||
        a.range.start.line - b.range.start.line ||
        a.range.start.column - b.range.start.column,
    );
  }
  return [...files].sort(([, a], [, b]) => order[a[0]!.severity] - order[b[0]!.severity]);
}
