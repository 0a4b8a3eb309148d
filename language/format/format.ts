/**
 * The one canonical form. Words and comments come from the text, line ends and blanks from the tree: one entry on a
 * line, two blanks for each block, long entries broken at their outermost commas. A block written on one line stays
 * there if it fits and holds no comment. Line ends of the source matter in three places only: empty lines between
 * entries (one is kept), one-line blocks, and comments at the end of a line.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type ParseResult, parse } from "../parser/parse.ts";
import { Layout } from "./layout.ts";
import { piecesOf } from "./pieces.ts";
import { isRuleRow, writtenCells } from "./table.ts";

export interface Formatted {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text in its canonical form; unchanged, with the diagnostics, if it has mistakes of syntax. */
export function format(text: string, path = "-"): Formatted {
  const before = parse({ path, text });
  if (before.diagnostics.length > 0) return { text, diagnostics: before.diagnostics };
  const formatted = new Layout(text, before).print();
  const after = parse({ path, text: formatted });
  const problem = difference(before, after);
  if (problem === undefined) return { text: formatted, diagnostics: [] };
  return { text, diagnostics: [fault(path, problem)] };
}

/** A fault of ours, which no example can show. */
export const FORMATTER_FAULT = "GTFP1900";
function fault(file: string, problem: string): Diagnostic {
  return {
    code: FORMATTER_FAULT,
    severity: "error",
    message: `the formatter is at fault: ${problem}; the text was left as it is`,
    span: { file, start: 0, end: 0 },
    related: [],
    help: "please report it with the text that caused it",
    fixes: [],
  };
}

/** What a correct layout never changes: every word, every comment, and that the text has no mistakes. */
function difference(before: ParseResult, after: ParseResult): string | undefined {
  if (after.diagnostics.length > 0) return `its result could not be read (${after.diagnostics[0]!.message})`;
  if (comments(before) !== comments(after)) return "a comment would be lost or changed";
  if (words(before) !== words(after)) return "a word would be lost or changed";
  return undefined;
}

const SEPARATOR = "\u0000";
function comments(result: ParseResult): string {
  return piecesOf({ tokens: [], comments: result.comments })
    .map((p) => p.text)
    .join(SEPARATOR);
}
/** Table rows as their cells; the rule under the header is layout. */
function words(result: ParseResult): string {
  const significant: string[] = [];
  for (const { token, text } of piecesOf({ tokens: result.tokens, comments: [] })) {
    if (token!.tokenType.name !== "TableRow") significant.push(text);
    else if (!isRuleRow(token!)) significant.push(...writtenCells(token!));
  }
  return significant.join(SEPARATOR);
}
