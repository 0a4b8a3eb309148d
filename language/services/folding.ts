/** What can be folded: blocks, inline tables, runs of comments. */
import type { Analysis } from "./analysis.ts";
import { nodesIn } from "./nodes.ts";

export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind: "region" | "comment";
}

export function folds(analysis: Analysis, file: string): Fold[] {
  const parsed = analysis.files.get(file);
  if (parsed === undefined) return [];
  const { text } = parsed.file.source;
  const found: Fold[] = [];
  const braces: number[] = [];
  for (const { image, startOffset } of parsed.tokens) {
    if (image === "{") braces.push(startOffset);
    else if (image === "}") {
      const start = braces.pop();
      if (start !== undefined) found.push({ start, end: startOffset, kind: "region" });
    }
  }
  for (const node of nodesIn(parsed.file.declarations)) {
    if ("columns" in node && "rows" in node) found.push({ ...node.span, kind: "region" });
  }
  let run: { start: number; end: number } | undefined;
  for (const { span } of parsed.comments) {
    const continues = run !== undefined && /^[ \t]*\r?\n[ \t]*$/.test(text.slice(run.end, span.start));
    if (run !== undefined && continues) run.end = span.end;
    else {
      if (run !== undefined) found.push({ ...run, kind: "comment" });
      run = { start: span.start, end: span.end };
    }
  }
  if (run !== undefined) found.push({ ...run, kind: "comment" });
  return found
    .filter(({ start, end }) => text.slice(start, end).includes("\n"))
    .map(({ start, end, kind }) => ({ start, end, kind }))
    .sort((a, b) => a.start - b.start);
}
