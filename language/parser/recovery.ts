/** Going on after a mistake: blocks read each entry for itself and go on with the next one. */
import { EOF, type IToken, isRecognitionException, type TokenType } from "chevrotain";
import { report } from "../diagnostics/entry.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword } from "../lexer.ts";
import * as table from "../tokens.ts";
import { BaseParser, closers, isReserved, openers, Resync, T } from "./base.ts";

/** Deeper nesting is refused, so that no later phase can run out of stack. */
const DEPTH_LIMIT = 200;

/** Which words begin the entries of a block. */
export interface Block {
  /** "data", "system": for messages. */
  readonly kind: string;
  readonly words: ReadonlyMap<string, TokenType>;
  /** A name may begin an entry, where the second token says so. */
  readonly names: boolean;
}

export function words(list: readonly string[]): ReadonlyMap<string, TokenType> {
  return new Map(list.map((w) => [w, keyword(w)]));
}
export function blockOf(kind: string, names = false): Block {
  return { kind, words: words(table.entryWords(kind)), names };
}
export const DECLARATION_WORDS = words(table.DECLARATIONS.map((d) => d.word));

const CLAUSE_WORDS = new Set(table.CLAUSES.filter((c) => c.of.includes("report")).map((c) => c.word));
export const NO_BLOCK: Block = { kind: "file", words: new Map(), names: false };

const BEFORE_VALUE = new Set([T.equal, T.leftBracket, T.by].map((t) => t.tokenTypeIdx));
/** A block that the tokens leave open: an editor completes in it. */
export interface OpenBlock {
  readonly kind: string;
  /** Where its `{` stands. */
  readonly brace: number;
  /** Where its last entry begins. */
  entry?: number;
}
/** Brackets that are open at some place. */
interface Open {
  braces: number;
  others: number;
}
function count(open: Open, { tokenTypeIdx: type }: IToken): void {
  if (type === T.leftBrace.tokenTypeIdx) open.braces++;
  else if (type === T.rightBrace.tokenTypeIdx) {
    open.braces = Math.max(0, open.braces - 1);
    open.others = 0;
  } else if (openers.has(type)) open.others++;
  else if (closers.has(type)) open.others = Math.max(0, open.others - 1);
}

/** Before one of these the first word of an entry is a name. */
const tellsName = new Set(
  [T.leftBracket, T.dot, T.equal, T.tilde, T.in, T.plus, T.minus].map((t) => t.tokenTypeIdx),
);

export abstract class RecoveringParser extends BaseParser {
  protected depth = 0;
  /** The block whose entries are being read. */
  protected current: Block = NO_BLOCK;
  /** The blocks around the current entry; after the parse those that were not closed. */
  protected openBlocks: OpenBlock[] = [];
  /** An entry was kept in spite of a mistake in it: its rest is to be skipped. */
  #salvaged = false;

  protected override beginsHead(): boolean {
    const t = this.LA(1);
    if (!DECLARATION_WORDS.has(t.image) && !this.current.words.has(t.image)) return false;
    if (!this.nextIsName(2) && !this.next(T.string, 2)) return false;
    // `table a,\n  text digits 3`: a column with the name of an entry word.
    if (CLAUSE_WORDS.has(this.LA(2).image)) return false;
    return this.firstOnLine(t) && !this.firstOnLine(this.LA(2));
  }

  /** Runs a step; after a mistake reports it once and calls `skip`. Other exceptions are bugs and pass. */
  protected guard(step: () => void, skip: (start: IToken) => void): void {
    const start = this.LA(1);
    const { depth, atBinds, current } = this;
    try {
      step();
    } catch (error) {
      this.depth = depth;
      this.atBinds = atBinds;
      this.current = current;
      this.#salvaged = false;
      if (error instanceof Error && isRecognitionException(error)) {
        const {
          message,
          token: at,
          previousToken,
        } = error as Error & { token: IToken; previousToken?: IToken };
        this.unexpected(message, at, previousToken ?? this.LA(0));
      } else if (!(error instanceof Resync)) throw error;
      skip(start);
    }
  }
  /** The part of an entry after its name: a mistake in it costs the part, not the name. */
  protected salvage(step: () => void): void {
    if (this.RECORDING_PHASE) step();
    else {
      this.guard(step, () => {
        this.#salvaged = true;
      });
    }
  }
  protected deeper(): void {
    this.depth++;
    if (this.depth <= DEPTH_LIMIT) return;
    report(this.sink, syntax.tooDeep, this.spanOf(this.LA(1)), { limit: DEPTH_LIMIT });
    throw new Resync();
  }

  // --- blocks ---

  /** `{ entry; entry … }`: each entry for itself, so that a mistake in one costs only that one. */
  protected block(block: Block, entry: () => void): void {
    const open = this.consume(9, T.leftBrace);
    if (this.RECORDING_PHASE) {
      this.many(9, () => this.or(9, [{ ALT: () => this.consume(9, T.semicolon) }, { ALT: entry }]));
      this.consume(9, T.rightBrace);
      return;
    }
    const outer = this.current;
    const outside = this.openBlocks.length;
    const here: OpenBlock = { kind: block.kind, brace: open.startOffset };
    this.openBlocks.push(here);
    this.current = block;
    this.deeper();
    for (let fresh = true; ; fresh = false) {
      for (; this.next(T.semicolon); fresh = true) this.SKIP_TOKEN();
      if (this.next(T.rightBrace)) {
        this.consume(9, T.rightBrace);
        this.openBlocks.length = outside;
        break;
      }
      if (this.next(EOF) || this.#beginsDeclaration(block)) {
        if (!this.next(EOF)) this.openBlocks.length = outside;
        this.unclosed(open, T.rightBrace);
        break;
      }
      const first = this.LA(1);
      this.openBlocks.length = outside + 1;
      here.entry = first.startOffset;
      const skip = (start: IToken) => this.#skipToEntry(block, start);
      this.guard(() => {
        if (!fresh && !this.firstOnLine(first)) this.#refuseRest(block);
        this.#settleHead(block);
        entry();
      }, skip);
      if (this.#salvaged) skip(first);
      this.#salvaged = false;
    }
    this.depth--;
    this.current = outer;
  }
  /** Something on the line of an entry that can neither belong to it nor begin the next one. */
  #refuseRest(block: Block): void {
    const t = this.LA(1);
    if (block.words.has(t.image) || isReserved(t)) return;
    if (this.nextIsName()) {
      if (block.names && tellsName.has(this.LA(2).tokenTypeIdx)) return;
      if (nearest(t.image, block.words.keys()) !== undefined) return;
    } else if (this.next(T.row)) return;
    this.unexpected("the end of the entry", t, this.LA(0));
    throw new Resync();
  }
  /** Decides on the second token whether an entry begins with a name or with an entry word. */
  #settleHead(block: Block): void {
    const t = this.LA(1);
    if (t.tokenTypeIdx !== T.identifier.tokenTypeIdx) return;
    const second = this.LA(2);
    const testRange = block.kind === "calibration" && t.image === "test";
    if (block.names && tellsName.has(second.tokenTypeIdx) && !testRange) return;
    if (block.words.size === 0 || this.settle(block.words)) return;
    if (block.kind === "system" && BEFORE_VALUE.has(second.tokenTypeIdx)) {
      // A misspelt `stock`, or a variable whose entry word was forgotten: `x = 1`.
      return;
    }
    const lone =
      second.tokenType === EOF ||
      this.firstOnLine(second) ||
      this.next(T.semicolon, 2) ||
      this.next(T.rightBrace, 2);
    if (block.names && lone && nearest(t.image, block.words.keys()) === undefined) return;
    const mended = this.mend(t, block.words, (help, fixes) =>
      report(
        this.sink,
        syntax.unknownEntry,
        this.spanOf(t),
        { word: t.image, block: block.kind },
        { ...(help === undefined ? {} : { help }), fixes },
      ),
    );
    if (!mended) throw new Resync();
  }
  /** A declaration on a line of its own inside a block: the block's `}` was forgotten. */
  #beginsDeclaration(block: Block): boolean {
    const t = this.LA(1);
    if (block.words.has(t.image)) return false;
    if (!DECLARATION_WORDS.has(t.image) || !this.firstOnLine(t)) return false;
    return (
      this.nextIsName(2) ||
      this.next(T.string, 2) ||
      (t.image === "expect" && !tellsName.has(this.LA(2).tokenTypeIdx))
    );
  }
  /** After a mistake between declarations: on to the next line that begins one. */
  protected skipToDeclaration(start: IToken): void {
    this.#skip(start, (t, open) => {
      if (!DECLARATION_WORDS.has(t.image) || !this.firstOnLine(t)) return false;
      const atMargin = t.startOffset === 0 || "\r\n".includes(this.source.text[t.startOffset - 1]!);
      return open.braces + open.others === 0 || (atMargin && this.#beginsDeclaration(NO_BLOCK));
    });
  }
  /** After a mistake in an entry: on to the next one, or to the end of the block. */
  #skipToEntry(block: Block, start: IToken): void {
    this.#skip(start, (t, open) => {
      if (open.braces === 0 && this.next(T.rightBrace)) return true;
      if (open.braces + open.others === 0 && this.next(T.semicolon)) return true;
      return this.firstOnLine(t) && this.#beginsEntry(block, open.braces + open.others);
    });
  }
  /** Skips at least the token that could not be read, until `stop` says so; counts the brackets open since `start`. */
  #skip(start: IToken, stop: (t: IToken, open: Open) => boolean): void {
    const open: Open = { braces: 0, others: 0 };
    const passed = () => {
      this.SKIP_TOKEN();
      count(open, this.LA(0));
    };
    if (this.LA(1) === start) {
      if (start.tokenType !== EOF) passed();
    } else {
      let back = 0;
      while (this.LA(back) !== start && this.LA(back).tokenType !== EOF) back--;
      for (; back <= 0; back++) count(open, this.LA(back));
    }
    for (let t = this.LA(1); t.tokenType !== EOF && !stop(t, open); t = this.LA(1)) passed();
  }
  #beginsEntry(block: Block, depth: number): boolean {
    const t = this.LA(1);
    if (this.#beginsDeclaration(block)) return true;
    if (t.tokenTypeIdx === T.where.tokenTypeIdx) return depth <= 0 && block.words.has("where");
    if (!this.nextIsName()) return t.tokenTypeIdx === T.row.tokenTypeIdx;
    if (depth <= 0) return true;
    if (block.words.has(t.image) && (this.nextIsName(2) || this.next(T.string, 2))) return true;
    return block.names && (this.next(T.equal, 2) || this.next(T.leftBracket, 2));
  }
}
