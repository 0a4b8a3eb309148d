/** Where something is to be completed: the word begun, the declaration and entry around it, what the grammar takes. */
import type { IToken } from "chevrotain";
import type * as ast from "../../ast.ts";
import { endOf } from "../../lexer.ts";
import { type Expected, expectedAfter, type ParseResult, parse } from "../../parser/parse.ts";
import { holesOf, stringEnd } from "../../strings.ts";
import { DECLARATIONS, NAME_PATTERN } from "../../tokens.ts";
import type { Analysis } from "../analysis.ts";

export interface Place {
  readonly analysis: Analysis;
  readonly file: string;
  /** Where the word begun starts; the cursor where none is. */
  readonly start: number;
  readonly offset: number;
  readonly prefix: string;
  /** The text that decides: the head of the declaration and of each block around, and the entry up to the word. */
  readonly before: string;
  readonly tokens: readonly IToken[];
  readonly expected: readonly Expected[];
  /** The words that begin the declaration and the entry: "data", "dmu". */
  readonly declaration: string;
  readonly entry: string;
  /** The block around: "data", "system", "stage"; absent outside of one. */
  readonly block?: string;
  /** Whether the word begins a line or follows a `;` or `{`. */
  readonly fresh: boolean;
  /** The declaration around, as far as it can be read. */
  readonly decl?: ast.Declaration;
}

const declarationTypes = new Set(DECLARATIONS.map(({ word }) => `Word_${word}`));
const word = new RegExp(`${NAME_PATTERN.source}$`, "u");

/** Undefined inside comments and texts, where nothing is completed. */
export function placeAt(analysis: Analysis, file: string, offset: number): Place | undefined {
  const parsed = analysis.files.get(file);
  if (parsed === undefined) return undefined;
  const { text } = parsed.file.source;
  const quoted = parsed.tokens.find(
    (t) => t.image.startsWith("`") && t.startOffset < offset && offset <= endOf(t) && !isClosed(t, offset),
  );
  const begun = word.exec(text.slice(0, offset))?.[0].length ?? 0;
  const start = quoted?.startOffset ?? offset - begun;
  const prefix = text.slice(start, offset);
  if (parsed.comments.some(({ span, image }) => inComment(span, image, start))) return undefined;
  const begin = parsed.tokens.findLast(
    (t) => declarationTypes.has(t.tokenType.name) && t.startOffset < start,
  );
  let from = begin?.startOffset ?? 0;
  let wrap = "";
  const string = parsed.tokens.find((t) => isText(t) && t.startOffset < start && start < endOf(t));
  if (string !== undefined) {
    const hole = holeAt(text, string, start);
    if (hole === undefined) return undefined;
    // A hole holds an expression, as a claim does.
    from = hole;
    wrap = "expect ";
  }
  const whole = wrap + text.slice(from, start);
  const { text: before, result, block } = cut(whole);
  const tokens = result.tokens.filter((t) => endOf(t) <= before.length);
  const shift = from - wrap.length;
  const decl = parsed.file.declarations.findLast(({ span }) => span.start <= Math.max(shift, from));
  const lastBrace = result.open.at(-1);
  const entryToken = tokens.find((t) => t.startOffset === lastBrace?.entry);
  const fresh = /(?:^|[\n\r;{])[ \t]*$/.test(text.slice(0, start));
  return {
    analysis,
    file,
    start,
    offset,
    prefix,
    before,
    tokens,
    expected: expectations(before, tokens, fresh, result),
    declaration: begin?.image ?? "",
    entry: entryToken?.image ?? "",
    ...(block === undefined ? {} : { block }),
    fresh,
    ...(decl === undefined ? {} : { decl }),
  };
}

/** Behind its closing backtick a name is complete. */
const isClosed = (t: IToken, offset: number): boolean =>
  t.image.length > 1 && t.image.endsWith("`") && offset === endOf(t);
const isText = (t: IToken): boolean => t.tokenType.name === "StringLiteral";

function inComment(span: { start: number; end: number }, image: string, offset: number): boolean {
  const closed = image.startsWith("/*") && image.endsWith("*/");
  return span.start < offset && (closed ? offset < span.end : offset <= span.end);
}

/** Where the expression of the hole at an offset begins. */
function holeAt(text: string, string: IToken, offset: number): number | undefined {
  const end = stringEnd(text, string.startOffset);
  if (end < 0) return undefined;
  const hole = holesOf(text, string.startOffset + 1, end - 1).find((h) => h.start < offset && offset < h.end);
  return hole === undefined ? undefined : hole.start + 1;
}

/** Leaves out the complete entries of the blocks around: they say nothing of what may follow. */
function cut(whole: string): { text: string; result: ParseResult; block?: string } {
  const first = parse({ path: "", text: whole });
  let text = "";
  let from = 0;
  for (const { brace, entry } of first.open) {
    text += `${whole.slice(from, brace + 1)}\n`;
    from = entry ?? whole.length;
  }
  if (first.open.length === 0) return { text: whole, result: first };
  text += whole.slice(from);
  const result = parse({ path: "", text });
  return { text, result, ...(result.open.length > 0 ? { block: result.open.at(-1)!.kind } : {}) };
}

function expectations(
  before: string,
  tokens: readonly IToken[],
  fresh: boolean,
  result: ParseResult,
): Expected[] {
  const found = expectedAfter(tokens);
  if (found.length > 0 || !fresh) return found;
  // The entry before has a mistake; the next one can be completed all the same.
  const brace = result.open.at(-1)?.brace;
  const head = brace === undefined ? [] : tokens.filter((t) => t.startOffset <= brace);
  return before === "" ? found : expectedAfter(head);
}
