/**
 * What follows from a syntax error need not be told: a misspelt entry is left out of the tree, so its block seems to lack something
 * and its name seems to be unknown. Such reports would bury the one that matters.
 */
import type * as ast from "../ast.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source.ts";

/** The reports without those that syntax errors explain. */
export function withoutAftermath(
  list: readonly Diagnostic[],
  syntaxErrors: readonly Diagnostic[],
  declarations: readonly ast.Declaration[],
  files: readonly SourceFile[],
): Diagnostic[] {
  if (syntaxErrors.length === 0) return [...list];
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const textOf = ({ file, start, end }: Span) => (texts.get(file) ?? "").slice(start, end);
  const lost = new Set(
    syntaxErrors.flatMap(({ span }) => textOf(wholeLines(span, texts)).match(words) ?? []),
  );
  const broken = new Set<string>();
  for (const declaration of declarations) {
    if (!("name" in declaration) || !syntaxErrors.some(({ span }) => holds(declaration.span, span))) continue;
    broken.add(place(declaration.name.span));
  }
  return list.filter((diagnostic) => {
    if (syntaxErrors.includes(diagnostic)) return true;
    if (diagnostic.severity !== "error") return true;
    return !broken.has(place(diagnostic.span)) && !lost.has(textOf(diagnostic.span));
  });
}

const words = /[\p{L}_][\p{L}\p{N}_]*/gu;

function place({ file, start, end }: Span): string {
  return `${file} ${start} ${end}`;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.start <= outer.end;
}

/** The lines on which a span stands. */
function wholeLines(span: Span, texts: ReadonlyMap<string, string>): Span {
  const text = texts.get(span.file) ?? "";
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", Math.max(span.end - 1, span.start));
  return { file: span.file, start, end: end < 0 ? text.length : end };
}
