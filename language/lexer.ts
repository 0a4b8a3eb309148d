/**
 * Text to tokens. Chevrotain drives it; three kinds of tokens need scanners of their own: names (it drops the flag
 * `u`), strings (holes may hold strings) and table rows (they begin only a line). Every word is an identifier here,
 * but for the reserved ones: the parser makes it a keyword where it begins a declaration or an entry.
 */
import {
  createToken,
  type ICustomPattern,
  type IToken,
  Lexer,
  type TokenType,
  type TokenVocabulary,
} from "chevrotain";
import type { Diagnostics } from "./diagnostics/diagnostic.ts";
import { report } from "./diagnostics/entry.ts";
import { syntax } from "./diagnostics/syntax.ts";
import type { SourceFile, Span } from "./source.ts";
import { isQuote, lineEnd, QUOTES, stringEnd } from "./strings.ts";
import * as table from "./tokens.ts";

export type CommentKind = "line" | "block" | "doc";
export interface Comment {
  readonly kind: CommentKind;
  /** As written, with its marks. */
  readonly image: string;
  readonly span: Span;
}

/** The offset behind the token. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;

// --- scanners --------------------------------------------------------------------------------------------

const stickyName = new RegExp(table.NAME_PATTERN.source, "uy");

function scanName(text: string, offset: number): [string] | null {
  stickyName.lastIndex = offset;
  const found = stickyName.exec(text);
  return found === null ? null : [found[0]];
}

function scanString(text: string, offset: number): [string] {
  const end = stringEnd(text, offset);
  return [text.slice(offset, end < 0 ? lineEnd(text, offset) : end)];
}

/** A row runs from the first `|` of a line to its last one without a backslash. */
function scanRow(text: string, offset: number): [string] {
  const limit = lineEnd(text, offset);
  let last = offset;
  for (let i = offset + 1; i < limit; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "|") last = i;
  }
  return [text.slice(offset, last === offset ? limit : last + 1)];
}

// --- token types -----------------------------------------------------------------------------------------

/** Any word that may serve as a name: identifiers, names in backticks and keywords that are none elsewhere. */
export const NameToken = createToken({ name: "Name", pattern: Lexer.NA, label: "a name" });

/** Any operator between two values. */
export const OperatorToken = createToken({ name: "Operator", pattern: Lexer.NA, label: "an operator" });
const BETWEEN = new Set(
  [
    "DotDot EqualEqual NotEqual LessEqual GreaterEqual Less Greater Plus Minus Star Slash Caret".split(" "),
    ["in", "within", "and", "or"],
  ].flat(),
);

/** One character for each bucket of Chevrotain's first-character table in which a name may begin. */
function nameStarts(): number[] {
  const starts: number[] = [];
  for (let code = 65; code < 256; code++) {
    if (/[\p{L}_]/u.test(String.fromCharCode(code))) starts.push(code);
  }
  for (let code = 256; code < 65536; code += 255) starts.push(code);
  return starts;
}

const scanners: Readonly<Record<string, { pattern: ICustomPattern; starts: (string | number)[] }>> = {
  Identifier: {
    pattern: { exec: (text, offset) => scanName(text, offset) as RegExpExecArray | null },
    starts: nameStarts(),
  },
  StringLiteral: {
    pattern: {
      exec: (text, offset) =>
        isQuote(text[offset]!) ? (scanString(text, offset) as unknown as RegExpExecArray) : null,
    },
    starts: [...QUOTES],
  },
  TableRow: {
    pattern: {
      exec: (text, offset) =>
        text[offset] === "|" ? (scanRow(text, offset) as unknown as RegExpExecArray) : null,
    },
    starts: ["|"],
  },
};

const byName = new Map<string, TokenType>();
const meant = new Map<string, string>();

function make(row: table.TokenRow, extra: { group?: string; line_breaks?: boolean } = {}): TokenType {
  const scanner = scanners[row.name];
  const plain = row.label.slice(1, -1);
  let pattern: RegExp | string | ICustomPattern = row.pattern;
  if (scanner !== undefined) pattern = scanner.pattern;
  else if (row.category === "operator" || row.category === "punctuation") {
    pattern = plain;
    if (row.lookalikes !== undefined) {
      pattern = new RegExp(`${row.pattern.source}|[${row.lookalikes.join("")}]`);
      for (const c of row.lookalikes) meant.set(c, plain);
    }
  }
  const type = createToken({
    name: row.name,
    pattern,
    label: row.label,
    ...(row.category === "name" ? { categories: NameToken } : {}),
    ...(BETWEEN.has(row.name) ? { categories: OperatorToken } : {}),
    ...(scanner === undefined ? {} : { start_chars_hint: scanner.starts }),
    ...extra,
  });
  byName.set(row.name, type);
  return type;
}

const whitespace = createToken({
  name: "Whitespace",
  pattern: /[\s\uFEFF]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
const comments = table.COMMENTS.map((row) => make(row, { group: "comments", line_breaks: true }));
/** A comment that is never closed takes the rest of the file. */
const openComment = createToken({
  name: "OpenComment",
  pattern: /\/\*[\s\S]*/,
  group: "comments",
  line_breaks: true,
});
const openName = createToken({
  name: "OpenName",
  pattern: /`[^`\r\n]*/,
  categories: NameToken,
  label: "a name",
});
const literals = table.LITERALS.map((row) => make(row));
const symbols = table.SYMBOLS.map((row) => make(row));

const keywords = new Map<string, TokenType>();
for (const { word, category } of [
  ...table.RESERVED,
  table.VERSION_WORD,
  ...table.DECLARATIONS,
  ...table.ENTRIES,
  ...table.CLAUSES,
]) {
  if (keywords.has(word)) continue;
  const reserved = category === "keyword.reserved";
  keywords.set(
    word,
    createToken({
      name: `Word_${word}`,
      pattern: Lexer.NA,
      label: `\`${word}\``,
      ...(reserved ? {} : { categories: NameToken }),
      ...(BETWEEN.has(word) ? { categories: OperatorToken } : {}),
    }),
  );
}
const reserved = new Map(table.RESERVED.map((w) => [w.word, keywords.get(w.word)!]));

/** The token type of a row of the table. */
export function token(name: string): TokenType {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no token ${name}`);
  return found;
}
/** The token type of a keyword. */
export function keyword(word: string): TokenType {
  const found = keywords.get(word);
  if (found === undefined) throw new Error(`no keyword ${word}`);
  return found;
}

const patterns: TokenType[] = [whitespace, ...comments, openComment, ...literals, openName, ...symbols];
/** All that the parser may meet. */
export const vocabulary: TokenVocabulary = [NameToken, OperatorToken, ...patterns, ...keywords.values()];

let lexer: Lexer | undefined;
/** Built at the first use; `validate` is for a test. */
export function makeLexer(validate = false): Lexer {
  return new Lexer(patterns, {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validate,
  });
}

// --- lexing ----------------------------------------------------------------------------------------------

/** What other languages write with a character that this one does not know. */
const INSTEAD: Readonly<Record<string, string>> = {
  "#": "comments begin with `//`",
  "'": 'texts stand in double quotes: `"Beijing"`',
  "&": "write `and`",
  "!": "write `not`",
  "?": "write `if condition then a else b`",
  "\\": "paths use `/`",
};

export interface Lexed {
  tokens: IToken[];
  comments: Comment[];
}

/** A text in typographic quotes is read, and told. */
function reportQuotes(t: IToken, source: SourceFile, sink: Diagnostics): void {
  const end = endOf(t);
  const closed = stringEnd(source.text, t.startOffset) >= 0;
  const at = (start: number): Span => ({ file: source.path, start, end: start + 1 });
  const edits = [at(t.startOffset), ...(closed ? [at(end - 1)] : [])].map((span) => ({ span, text: '"' }));
  const params = { found: t.image[0]!, meant: '"' };
  report(sink, syntax.lookalike, at(t.startOffset), params, {
    fixes: [{ title: 'write plain `"`', edits }],
  });
}

/** Makes a token one of another type: the parser decides what a word is where it stands. */
export function retype(target: IToken, type: TokenType): void {
  target.tokenType = type;
  target.tokenTypeIdx = type.tokenTypeIdx!;
}

/**
 * Tokens and comments of `source.text` between two offsets; tokens keep the offsets of the whole text. What cannot
 * be a token is reported and left out.
 */
export function lex(source: SourceFile, sink: Diagnostics, from = 0, to = source.text.length): Lexed {
  lexer ??= makeLexer();
  const part = from === 0 && to === source.text.length ? source.text : source.text.slice(from, to);
  const { tokens, groups, errors } = lexer.tokenize(part);
  const span = (start: number, end: number): Span => ({ file: source.path, start, end });

  for (const { offset, length } of errors) {
    const text = part.slice(offset, offset + length);
    const shown = /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text)
      ? `\`${text.trim()}\``
      : `the character U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    const instead = INSTEAD[text.trim()[0]!];
    report(sink, syntax.unexpectedCharacters, span(from + offset, from + offset + length), {
      text: shown,
      ...(instead === undefined ? {} : { instead }),
    });
  }
  const identifier = token("Identifier").tokenTypeIdx;
  const string = token("StringLiteral").tokenTypeIdx;
  const quoted = token("QuotedName").tokenTypeIdx;
  const row = token("TableRow").tokenTypeIdx;
  // Chevrotain's tokens are plain objects; their offsets are moved from the part's to the whole text's.
  for (const t of tokens) {
    t.startOffset += from;
    const { image, tokenTypeIdx: type } = t;
    if (type === identifier) {
      const word = reserved.get(image);
      if (word !== undefined) retype(t, word);
    } else if (type === string) {
      if (image[0] !== '"') reportQuotes(t, source, sink);
      else if (stringEnd(source.text, t.startOffset) < 0) {
        report(sink, syntax.unterminatedString, span(t.startOffset, endOf(t)), {});
      }
    } else if (type === quoted) {
      if (image.slice(1, -1).trim() === "") {
        report(sink, syntax.badQuotedName, span(t.startOffset, endOf(t)), { empty: true });
      }
    } else if (type === openName.tokenTypeIdx) {
      report(sink, syntax.badQuotedName, span(t.startOffset, endOf(t)), { empty: false });
    } else if (type === row) {
      if (image.length < 2 || !image.endsWith("|")) {
        report(sink, syntax.badRow, span(t.startOffset, endOf(t)), {
          problem: "this row has no closing `|`",
        });
      }
    } else if (image.length === 1 && image.charCodeAt(0) > 127) {
      const plain = meant.get(image);
      if (plain !== undefined) {
        const at = span(t.startOffset, endOf(t));
        report(
          sink,
          syntax.lookalike,
          at,
          { found: image, meant: plain },
          {
            fixes: [{ title: `write \`${plain}\``, edits: [{ span: at, text: plain }] }],
          },
        );
      }
    }
  }
  return {
    tokens,
    comments: (groups.comments ?? []).map((t: IToken): Comment => {
      const at = span(t.startOffset + from, endOf(t) + from);
      if (t.tokenTypeIdx === openComment.tokenTypeIdx) report(sink, syntax.unterminatedComment, at, {});
      const kind = t.image.startsWith("/*")
        ? "block"
        : t.image.startsWith("///") && !t.image.startsWith("////")
          ? "doc"
          : "line";
      return { kind, image: t.image, span: at };
    }),
  };
}
