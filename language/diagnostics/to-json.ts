/** Diagnostics as the documents of tools hold them: places as lines and columns from 1, not offsets. */
import { type Position, positions, type Span } from "../source.ts";
import type { Diagnostic } from "./diagnostic.ts";

export interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface JsonDiagnostic {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  readonly help: string | null;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly file: string; readonly range: Range; readonly text: string }[];
  }[];
}

/** The text of a file by its path, or undefined where it cannot be had (its places are then line 1, column 1). */
export type TextOf = (path: string) => string | undefined;

/** Turns spans of many files into ranges; the line starts of each file are computed once. */
export function ranges(textOf: TextOf): (span: Span) => Range {
  const known = new Map<string, (offset: number) => Position>();
  return (span) => {
    let at = known.get(span.file);
    if (!at) {
      at = positions(textOf(span.file) ?? "");
      known.set(span.file, at);
    }
    return { start: at(span.start), end: at(span.end) };
  };
}

export function diagnosticsToJson(list: readonly Diagnostic[], textOf: TextOf): JsonDiagnostic[] {
  const range = ranges(textOf);
  return list.map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message,
    file: d.span.file,
    range: range(d.span),
    related: d.related.map((r) => ({ message: r.message, file: r.span.file, range: range(r.span) })),
    help: d.help ?? null,
    fixes: d.fixes.map((fix) => ({
      title: fix.title,
      edits: fix.edits.map((e) => ({ file: e.span.file, range: range(e.span), text: e.text })),
    })),
  }));
}

/** By file, then by place; what stands at the same place keeps its order. */
export function inOrder(list: readonly Diagnostic[]): Diagnostic[] {
  return [...list].sort((a, b) =>
    a.span.file === b.span.file
      ? a.span.start - b.span.start || a.span.end - b.span.end
      : a.span.file < b.span.file
        ? -1
        : 1,
  );
}
