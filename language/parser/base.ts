/**
 * What every layer of the parser shares: the state of one parse, names and spans, errors in the user's words, and
 * blocks that go on with the next entry after a mistake. Chevrotain's own recovery stays off: it skips and inserts
 * tokens by follow sets, which eats names and blames the wrong place.
 */
import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from "chevrotain";
import type * as ast from "../ast.ts";
import { type Diagnostic, Diagnostics, type ReportOptions } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { didYouMean, nearest } from "../diagnostics/suggest.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { endOf, keyword, NameToken, retype, token, vocabulary } from "../lexer.ts";
import type { SourceFile, Span } from "../source.ts";
import { OneTokenLookahead } from "./lookahead.ts";
import { labelsOf, messageProvider, shown } from "./messages.ts";

export const T = {
  identifier: token("Identifier"),
  quoted: token("QuotedName"),
  number: token("NumberLiteral"),
  scaled: token("ScaledNumber"),
  string: token("StringLiteral"),
  row: token("TableRow"),
  comma: token("Comma"),
  semicolon: token("Semicolon"),
  colon: token("Colon"),
  dot: token("Dot"),
  equal: token("Equal"),
  tilde: token("Tilde"),
  arrow: token("Arrow"),
  plus: token("Plus"),
  minus: token("Minus"),
  star: token("Star"),
  slash: token("Slash"),
  caret: token("Caret"),
  percent: token("Percent"),
  leftParen: token("LeftParen"),
  rightParen: token("RightParen"),
  leftBracket: token("LeftBracket"),
  rightBracket: token("RightBracket"),
  leftBrace: token("LeftBrace"),
  rightBrace: token("RightBrace"),
  at: keyword("at"),
  by: keyword("by"),
  in: keyword("in"),
  step: keyword("step"),
  where: keyword("where"),
} as const;

/** Brackets that the recovery counts. */
export const openers = new Set([T.leftParen, T.leftBracket, T.leftBrace].map((t) => t.tokenTypeIdx));
export const closers = new Set([T.rightParen, T.rightBracket, T.rightBrace].map((t) => t.tokenTypeIdx));

/** Words inside of entries and declarations whose misspelling reads like a name. */
const clauseWords = ["always", "centered", "drop", "every", "from", "nonnegative"];

/** Ends an entry after a mistake that has been reported. */
export class Resync extends Error {}

export function isReserved(t: IToken): boolean {
  return t.tokenType.name.startsWith("Word_") && NameToken.categoryMatchesMap![t.tokenTypeIdx] !== true;
}

export abstract class BaseParser extends EmbeddedActionsParser {
  protected source: SourceFile = { path: "", text: "" };
  protected sink = new Diagnostics();
  /** `///` text by the offset of the token that it documents. */
  protected docs: ReadonlyMap<number, string> = new Map();
  /** Top-level `at` is an operator, except in the items of a report and the formulas of a regression. */
  protected atBinds = true;
  /** Where the tokens end, for messages. */
  protected endLabel = "the end of the file";
  #named: IToken | undefined;
  #role = "";

  constructor(validate: boolean) {
    super(vocabulary, {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: !validate,
      errorMessageProvider: messageProvider,
      // Chevrotain's own strategy also validates the grammar.
      ...(validate ? {} : { lookaheadStrategy: new OneTokenLookahead() }),
    });
  }

  // --- tokens and spans ---

  protected next(type: TokenType, ahead = 1): boolean {
    return this.LA(ahead).tokenTypeIdx === type.tokenTypeIdx;
  }
  protected nextIsName(ahead = 1): boolean {
    return NameToken.categoryMatchesMap![this.LA(ahead).tokenTypeIdx] === true;
  }
  protected spanOf(t: IToken): Span {
    if (t.tokenType === EOF) {
      const end = this.source.text.length;
      return { file: this.source.path, start: end, end };
    }
    return { file: this.source.path, start: t.startOffset, end: endOf(t) };
  }
  /** From a token to the last one consumed. */
  protected span(from: IToken): Span {
    const last = this.LA(0);
    const start = from.tokenType === EOF ? this.source.text.length : from.startOffset;
    const end = last.tokenType === EOF ? start : endOf(last);
    return { file: this.source.path, start, end: Math.max(start, end) };
  }
  protected docOf(t: IToken): ast.Documented {
    const doc = this.docs.get(t.startOffset);
    return doc === undefined ? {} : { doc };
  }
  protected firstOnLine(t: IToken): boolean {
    for (let i = t.startOffset - 1; i >= 0; i--) {
      const c = this.source.text[i]!;
      if (c === "\n" || c === "\r") return true;
      if (c !== " " && c !== "\t") return false;
    }
    return true;
  }

  // --- names ---

  /** Consumes a name; the role ("the column name") is for the message if something is missing after it. */
  protected name(index: number, role = ""): ast.Name {
    this.refuseHead("a name");
    return this.named(this.consume(index, NameToken), role);
  }
  protected named(t: IToken, role: string): ast.Name {
    this.#named = t;
    this.#role = role;
    return this.toName(t);
  }
  protected toName(t: IToken): ast.Name {
    const { image } = t;
    const quoted = t.tokenTypeIdx === T.quoted.tokenTypeIdx || image.startsWith("`");
    const text = (quoted ? image.replace(/^`|`$/g, "") : image).normalize("NFC");
    return { text, span: this.spanOf(t), ...(quoted ? { quoted: true } : {}) };
  }
  /** A word that begins the next declaration or entry on a line of its own is not the name that is missing here. */
  protected refuseHead(wanted: string): void {
    if (!this.beginsHead()) return;
    this.unexpected(wanted, this.LA(1), this.LA(0));
    throw new Resync();
  }
  protected abstract beginsHead(): boolean;
  /** The keyword that a token was taken for, which may not be what is written. */
  protected wordOf(t: IToken): string {
    const { name } = t.tokenType;
    return name.startsWith("Word_") ? name.slice("Word_".length) : t.image;
  }
  protected wordName(t: IToken): ast.Name {
    return { text: this.wordOf(t), span: this.spanOf(t) };
  }
  /** Consumes a token of one of some types. */
  protected oneOf(index: number, types: readonly TokenType[], wanted?: string): IToken {
    const t = this.or<IToken>(index, {
      DEF: types.map((type) => ({ ALT: () => this.consume(index, type) })),
      ...(wanted === undefined ? {} : { ERR_MSG: wanted }),
    });
    // While Chevrotain records the grammar it gives no token.
    return this.RECORDING_PHASE ? this.LA(1) : t;
  }
  /** Makes the next word a keyword if it is one of these. */
  protected settle(list: ReadonlyMap<string, TokenType>): boolean {
    const t = this.LA(1);
    const word = t.tokenTypeIdx === T.identifier.tokenTypeIdx ? list.get(t.image) : undefined;
    if (word !== undefined) retype(t, word);
    return word !== undefined;
  }

  // --- errors ---

  protected report(diagnostic: Diagnostic): void {
    this.sink.add(diagnostic);
  }
  protected foundAt(t: IToken): string {
    return t.tokenType === EOF ? this.endLabel : shown(t);
  }
  /** "expected X after Y, but found Z", placed where the reader looks for it. */
  protected unexpected(wanted: string, at: IToken, previous: IToken): void {
    const sameLine = at.tokenType !== EOF && !this.firstOnLine(at);
    const place = sameLine || previous.tokenType === EOF ? at : previous;
    report(
      this.sink,
      syntax.expected,
      this.spanOf(place),
      { wanted, after: this.#after(previous), found: this.foundAt(at) },
      this.#hint(wanted, at, previous),
    );
  }
  /** Help for mistakes that are common enough to be recognised. */
  #hint(wanted: string, at: IToken, previous: IToken): ReportOptions {
    const { text } = this.source;
    if (wanted.includes("a name") && isReserved(at)) {
      return {
        help: `\`${at.image}\` is a reserved word; as a name it stands in backticks`,
        fixes: [
          { title: "put it in backticks", edits: [{ span: this.spanOf(at), text: `\`${at.image}\`` }] },
        ],
      };
    }
    const touches = previous.tokenType === T.number && endOf(previous) === at.startOffset;
    if (at.image === "." && (touches || /\d/.test(text[at.startOffset + 1] ?? ""))) {
      return {
        help: "a number has digits on both sides of its point: `0.5`",
        fixes: [{ title: "write the zero", edits: [{ span: this.spanOf(at), text: touches ? ".0" : "0." }] }],
      };
    }
    if (touches && at.tokenType === T.identifier) return { help: "a name cannot begin with a digit" };
    return this.#misspeltClause(at) ?? this.#misspeltClause(previous) ?? {};
  }
  /** A misspelt word of the language reads like a name: `expect alwys x > 0`, `window 3 centred`. */
  #misspeltClause(t: IToken): ReportOptions | undefined {
    if (t.tokenType !== T.identifier || this.firstOnLine(t) || clauseWords.includes(t.image))
      return undefined;
    const meant = nearest(t.image, clauseWords);
    if (meant === undefined) return undefined;
    const edit = { span: this.spanOf(t), text: meant };
    return {
      help: `did you mean \`${meant}\`?`,
      fixes: [{ title: `replace it by \`${meant}\``, edits: [edit] }],
    };
  }
  #after(previous: IToken): string {
    if (previous.tokenType === EOF) return "";
    if (previous === this.#named && this.#role !== "") return `${this.#role} ${shown(previous)}`;
    return shown(previous);
  }
  /** Consumes the closing bracket; where it was forgotten, reports that and goes on as if it stood there. */
  protected close(index: number, type: TokenType, open: IToken, listed = false): void {
    if (this.RECORDING_PHASE || this.next(type)) {
      this.consume(index, type);
      return;
    }
    const at = this.LA(1);
    const forgotten =
      at.tokenType === EOF ||
      this.firstOnLine(at) ||
      closers.has(at.tokenTypeIdx) ||
      this.next(T.semicolon) ||
      this.next(T.leftBrace);
    if (!forgotten) {
      this.unexpected(labelsOf(listed ? [T.comma, type] : [type]), at, this.LA(0));
      throw new Resync();
    }
    this.unclosed(open, type);
  }
  protected unclosed(open: IToken, close: TokenType): void {
    const at = this.LA(1);
    const mark = close.LABEL!.slice(1, -1);
    const previous = this.LA(0);
    const end = this.spanOf(previous).end;
    report(
      this.sink,
      syntax.unclosed,
      at.tokenType === EOF || this.firstOnLine(at) ? this.spanOf(previous) : this.spanOf(at),
      { open: open.image, close: mark, found: this.foundAt(at) },
      {
        related: [{ span: this.spanOf(open), message: `this \`${open.image}\` is open` }],
        fixes: [
          {
            title: `add \`${mark}\``,
            edits: [{ span: { file: this.source.path, start: end, end }, text: mark === "}" ? "\n}" : mark }],
          },
        ],
      },
    );
  }
  // --- words with a suggestion ---

  /**
   * Reports a misspelt word; makes it the one that was meant and returns true, if there is one near enough.
   *
   * @param others words that could stand here too, but that the parser has no way back to
   */
  protected mend(
    t: IToken,
    list: ReadonlyMap<string, TokenType>,
    tell: (help: string | undefined, fixes: Diagnostic["fixes"]) => void,
    others: readonly string[] = [],
  ): boolean {
    const words = [...list.keys(), ...others];
    const meant = nearest(t.image, words);
    const fixes =
      meant === undefined
        ? []
        : [{ title: `replace it by \`${meant}\``, edits: [{ span: this.spanOf(t), text: meant }] }];
    const all = words.map((w) => `\`${w}\``).join(", ");
    tell(didYouMean(t.image, words) ?? (words.length > 0 ? `these words can: ${all}` : undefined), fixes);
    const type = meant === undefined ? undefined : list.get(meant);
    if (type === undefined) return false;
    retype(t, type);
    return true;
  }
}
