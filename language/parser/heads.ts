/** What declarations have in common: their name and the clauses `on`, `by`, `from`, `of`, `using` after it. */
import type { IToken, ParserMethod, TokenType } from "chevrotain";
import { EOF } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword } from "../lexer.ts";
import { CLAUSES } from "../tokens.ts";
import { isReserved, Resync, T } from "./base.ts";
import { ExpressionParser } from "./expressions.ts";
import { DECLARATION_WORDS, words } from "./recovery.ts";

export interface Head {
  on?: ast.Name;
  by?: readonly ast.Name[];
  from?: ast.Name;
  file?: ast.Text;
  of?: ast.Name;
  using?: ast.Name;
}

const HEAD_WORDS = ["on", "of", "from", "using"];
const K = { on: keyword("on"), of: keyword("of"), from: keyword("from"), using: keyword("using") };
const headWords = new Map<string, ReadonlyMap<string, TokenType>>();

/** The clauses that the head of a declaration may have. */
function wordsOf(kind: string): ReadonlyMap<string, TokenType> {
  let found = headWords.get(kind);
  if (found === undefined) {
    const list = CLAUSES.filter((c) => HEAD_WORDS.includes(c.word) && c.of.includes(kind)).map((c) => c.word);
    found = words(kind === "technology" ? [...list, "by"] : list);
    headWords.set(kind, found);
  }
  return found;
}

export abstract class HeadParser extends ExpressionParser {
  /** The name of a declaration; where it was forgotten, that is told and the name is empty. */
  protected declaredName(index: number, kind: string): ast.Name {
    const t = this.LA(1);
    const clause = HEAD_WORDS.includes(t.image) && (this.nextIsName(2) || this.next(T.string, 2));
    const forgotten = clause || this.next(T.leftBrace) || this.next(T.equal) || this.next(T.by);
    if (!this.RECORDING_PHASE && (forgotten || isReserved(t))) {
      this.unexpected(`a name for the ${kind}`, t, this.LA(0));
      if (isReserved(t) && (this.next(T.equal, 2) || this.next(T.leftBrace, 2))) {
        this.SKIP_TOKEN();
        return this.toName(t);
      }
      const end = this.spanOf(this.LA(0)).end;
      return { text: "", span: { file: this.source.path, start: end, end } };
    }
    return this.name(index, `the ${kind}'s name`);
  }

  readonly names: ParserMethod<[], ast.Name[]> = this.RULE("names", () => {
    const names: ast.Name[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.comma, DEF: () => names.push(this.name(0)) });
    return names;
  });

  readonly expressions: ParserMethod<[number?], ast.Expr[]> = this.RULE("expressions", (least?: number) => {
    const list: ast.Expr[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.comma,
      DEF: () => list.push(this.SUBRULE(this.expression, { ARGS: [least] })),
    });
    return list;
  });

  readonly head: ParserMethod<[string?], Head> = this.RULE("head", (kind = "") => {
    const head: Head = {};
    this.MANY({
      GATE: () => this.#headWord(kind),
      DEF: () => {
        const word = this.LA(1);
        this.OR([
          {
            ALT: () => {
              this.CONSUME(K.on);
              const on = this.name(0);
              this.#once(head.on, word);
              head.on = on;
            },
          },
          {
            ALT: () => {
              this.CONSUME(T.by);
              const by = this.SUBRULE(this.names);
              this.#once(head.by, word);
              head.by = by;
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.from);
              this.#once(head.from ?? head.file, word);
              this.OR2({
                DEF: [
                  {
                    GATE: () => kind === "data",
                    ALT: () => {
                      head.file = this.textOf(this.CONSUME(T.string));
                    },
                  },
                  {
                    ALT: () => {
                      head.from = this.name(1);
                    },
                  },
                ],
                ERR_MSG: kind === "data" ? "a file in quotes or the name of a panel" : "a name",
              });
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.of);
              const of = this.name(2);
              this.#once(head.of, word);
              head.of = of;
            },
          },
          {
            ALT: () => {
              this.CONSUME(K.using);
              const using = this.name(3);
              this.#once(head.using, word);
              head.using = using;
            },
          },
        ]);
      },
    });
    return head;
  });

  #once(earlier: unknown, word: IToken): void {
    if (earlier !== undefined)
      report(this.sink, syntax.repeatedPart, this.spanOf(word), { word: word.image });
  }

  /** Whether a clause follows; a word that is none, on the same line, is told and passed over. */
  #headWord(kind: string): boolean {
    const allowed = wordsOf(kind);
    const t = this.LA(1);
    if (this.next(T.by)) {
      if (allowed.has("by")) return true;
    } else if (this.settle(allowed)) return true;
    else if (t.tokenTypeIdx !== T.identifier.tokenTypeIdx || this.firstOnLine(t)) return false;
    else if (DECLARATION_WORDS.has(t.image) || this.current.words.has(t.image)) return false;
    if (this.#tellClause(t, allowed, `after the ${kind}'s name`)) return true;
    while (this.LA(1).tokenType !== EOF && !this.firstOnLine(this.LA(1))) {
      if (this.next(T.leftBrace) || this.next(T.equal) || this.settle(allowed)) break;
      this.SKIP_TOKEN();
    }
    return allowed.has(this.LA(1).image);
  }

  #tellClause(
    t: IToken,
    allowed: ReadonlyMap<string, TokenType>,
    place: string,
    others: readonly string[] = [],
  ): boolean {
    return this.mend(
      t,
      allowed,
      (help, fixes) =>
        report(
          this.sink,
          syntax.unknownClause,
          this.spanOf(t),
          { word: t.image, place },
          { ...(help === undefined ? {} : { help }), fixes },
        ),
      others,
    );
  }
  /** A word on the same line that is no clause: told, and made the one that was meant if there is one. */
  protected clauseWord(
    allowed: ReadonlyMap<string, TokenType>,
    place: string,
    others: readonly string[] = [],
  ): boolean {
    if (this.settle(allowed)) return true;
    const t = this.LA(1);
    if (t.tokenTypeIdx !== T.identifier.tokenTypeIdx || this.firstOnLine(t)) return false;
    if (this.current.words.has(t.image)) return false;
    if (this.#tellClause(t, allowed, place, others)) return true;
    throw new Resync();
  }

  /** What follows the name of a declaration: after a mistake in it the declaration still stands, without the rest. */
  protected rest(step: () => void): void {
    this.guard(step, (start) => this.skipToDeclaration(start));
  }
  protected broken(at: IToken): ast.Expr {
    return { kind: "broken", span: this.spanOf(at) };
  }
}
