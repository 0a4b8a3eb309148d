/**
 * `parse`: text to tree. It cannot fail: whatever comes in, a whole tree and diagnostics come out.
 *
 *   text ─▶ tokens, comments ─▶ declarations ─▶ units of table headers, holes of texts
 */
import type { IToken, TokenType } from "chevrotain";
import type { FileNode } from "../ast.ts";
import { type Diagnostic, Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { type Comment, lex } from "../lexer.ts";
import type { SourceFile } from "../source.ts";
import { GtfpParser, LANGUAGE_VERSION } from "./parser.ts";
import type { OpenBlock } from "./recovery.ts";

export interface ParseResult {
  readonly file: FileNode;
  readonly diagnostics: readonly Diagnostic[];
  /** Without comments; a word has the type of a keyword only where it is one. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly Comment[];
  /** The blocks that are still open at the end, the outermost first. */
  readonly open: readonly OpenBlock[];
}

let parser: GtfpParser | undefined;

export function parse(source: SourceFile): ParseResult {
  const sink = new Diagnostics();
  const { tokens, comments } = lex(source, sink);
  parser ??= new GtfpParser();
  parser.begin(source, tokens, sink, documentation(source.text, tokens, comments));
  const { version, declarations } = parser.file();
  const open = parser.finish();
  const span = { file: source.path, start: 0, end: source.text.length };
  const file = (content: Pick<FileNode, "version" | "declarations">): FileNode => ({
    kind: "file",
    source,
    ...content,
    span,
  });
  if (version !== undefined && version.value !== LANGUAGE_VERSION) {
    const written = source.text.slice(version.span.start, version.span.end).replace(/^gtfp\s*/, "");
    const refusal = new Diagnostics();
    if (Math.floor(version.value) > LANGUAGE_VERSION) {
      report(refusal, syntax.newerVersion, version.span, { version: written });
      return { file: file({ version, declarations: [] }), diagnostics: refusal.list, tokens, comments, open };
    }
    if (Math.floor(version.value) < LANGUAGE_VERSION) {
      report(sink, syntax.badVersion, version.span, { problem: `there is no version ${written} of GTFP` });
    }
  }
  const diagnostics = sink.list.sort((a, b) => a.span.start - b.span.start);
  return {
    file: file({ ...(version ? { version } : {}), declarations }),
    diagnostics,
    tokens,
    comments,
    open,
  };
}

/** What may follow some tokens of a file: the types of the next token, and the rules that would read it. */
export interface Expected {
  readonly type: TokenType;
  /** The outermost first. */
  readonly rules: readonly string[];
}
/** The tokens must be without mistakes, and typed by `parse`. */
export function expectedAfter(tokens: readonly IToken[]): Expected[] {
  parser ??= new GtfpParser();
  const found = new Map<string, Expected>();
  for (const { nextTokenType: type, ruleStack: rules } of parser.computeContentAssist("file", [...tokens])) {
    found.set(`${rules.join(" ")} ${type.name}`, { type, rules });
  }
  return [...found.values()];
}

/** The `///` lines right above each token, without their marks, by the token's offset. */
function documentation(
  text: string,
  tokens: readonly IToken[],
  comments: readonly Comment[],
): Map<number, string> {
  const docs = new Map<number, string>();
  let next = 0;
  let lines: string[] = [];
  let end = -1;
  for (const comment of comments) {
    if (comment.kind !== "doc") continue;
    while (next < tokens.length && tokens[next]!.startOffset < comment.span.start) next++;
    const target = tokens[next];
    if (target === undefined) break;
    // Only the last run counts: a token or an empty line in between begins a new one.
    const gap = end < 0 ? "" : text.slice(end, comment.span.start);
    if (end < 0 || !/^\s*$/.test(gap) || (gap.match(/\n/g) ?? []).length > 1) lines = [];
    lines.push(
      comment.image
        .replace(/^\/\/\/ ?/, "")
        .trimEnd()
        .normalize("NFC"),
    );
    end = comment.span.end;
    docs.set(target.startOffset, lines.join("\n"));
  }
  return docs;
}
