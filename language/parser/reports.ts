/** `report` and `expect`. */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { keyword } from "../lexer.ts";
import { holesOf, stringEnd } from "../strings.ts";
import { T } from "./base.ts";
import { STRENGTH } from "./expressions.ts";
import { blockOf, words } from "./recovery.ts";
import { ScenarioParser } from "./scenarios.ts";

const REPORT = blockOf("report");
const ITEMS = [...REPORT.words.keys()].filter((w) => w !== "text").map(keyword);
const CLAUSE_WORDS = ["digits", "rows", "columns", "for", "against", "over", "using", "key"];
const CLAUSE_HEADS = [T.at, T.by, T.colon, ...CLAUSE_WORDS.map(keyword)];
const CLAUSES = words([...CLAUSE_WORDS, "sort", "by", "at"]);
const K = {
  report: keyword("report"),
  expect: keyword("expect"),
  text: keyword("text"),
  sort: keyword("sort"),
  always: keyword("always"),
};
const ALWAYS = words(["always"]);
/** After one of these `always` is the name of something. */
const namesAlways = new Set([T.leftBracket, T.dot, T.in, T.plus, T.minus, T.at].map((t) => t.tokenTypeIdx));

type ItemKind = Exclude<ast.ReportItem["kind"], "text">;

export abstract class ReportParser extends ScenarioParser {
  /** Reads an expression from a part of the text, and tells its mistakes. */
  protected abstract readExpressionLater(start: number, end: number, done: (value: ast.Expr) => void): void;

  readonly reportDecl: ParserMethod<[], ast.ReportDecl> = this.RULE("reportDecl", (): ast.ReportDecl => {
    const start = this.CONSUME(K.report);
    const name = this.declaredName(0, "report");
    const items: ast.ReportItem[] = [];
    this.rest(() => this.block(REPORT, () => items.push(this.SUBRULE(this.reportItem))));
    return { kind: "report", name, items, ...this.docOf(start), span: this.span(start) };
  });

  readonly reportItem: ParserMethod<[], ast.ReportItem> = this.RULE("reportItem", (): ast.ReportItem => {
    const start = this.LA(1);
    return this.OR<ast.ReportItem>({
      DEF: [
        {
          ALT: () => {
            this.CONSUME(K.text);
            const parts = this.#parts(this.CONSUME(T.string));
            return { kind: "text", parts, ...this.docOf(start), span: this.span(start) };
          },
        },
        { ALT: () => this.SUBRULE(this.resultItem) },
      ],
      ERR_MSG: "an item such as `table`, `text` or `chart`",
    });
  });

  /** `table gtfp.change by region digits 3` */
  readonly resultItem: ParserMethod<[], ast.ReportItem> = this.RULE("resultItem", (): ast.ReportItem => {
    const start = this.oneOf(0, ITEMS);
    this.atBinds = false;
    const items = this.SUBRULE(this.expressions);
    const clauses: ast.ReportClause[] = [];
    this.MANY({
      GATE: () =>
        this.next(T.at) ||
        this.next(T.by) ||
        this.next(T.colon) ||
        this.clauseWord(CLAUSES, "in a report's item"),
      DEF: () => clauses.push(this.SUBRULE(this.reportClause)),
    });
    this.atBinds = true;
    return {
      kind: this.wordOf(start) as ItemKind,
      items,
      clauses,
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  readonly reportClause: ParserMethod<[], ast.ReportClause> = this.RULE(
    "reportClause",
    (): ast.ReportClause => {
      const start = this.LA(1);
      const values = this.OR<ast.Expr[]>([
        {
          ALT: () => {
            this.oneOf(2, CLAUSE_HEADS);
            return this.SUBRULE(this.expressions);
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.sort);
            const by = this.SUBRULE2(this.expressions);
            const order: ast.Expr[] = [];
            this.OPTION({
              GATE: () => this.LA(1).image === "ascending" || this.LA(1).image === "descending",
              DEF: () => {
                const name = this.name(0);
                order.push({ kind: "name", name, span: name.span });
              },
            });
            return this.RECORDING_PHASE ? order : [...by, ...order];
          },
        },
      ]);
      return { word: this.wordName(start), values, span: this.span(start) };
    },
  );

  /** `expect always economy.capital >= 0` */
  readonly expectDecl: ParserMethod<[], ast.ExpectDecl> = this.RULE("expectDecl", (): ast.ExpectDecl => {
    const start = this.CONSUME(K.expect);
    let always = false;
    let condition = this.broken(start);
    this.rest(() => {
      this.ACTION(() => this.#followsAlways() && this.settle(ALWAYS));
      this.OPTION({
        GATE: () => this.next(K.always),
        DEF: () => {
          this.CONSUME(K.always);
          always = true;
        },
      });
      condition = this.SUBRULE(this.expression, { ARGS: [STRENGTH.any] });
    });
    return { kind: "expect", always, condition, ...this.docOf(start), span: this.span(start) };
  });

  #followsAlways(): boolean {
    const second = this.LA(2);
    return (
      !namesAlways.has(second.tokenTypeIdx) &&
      second.tokenType.CATEGORIES?.some((c) => c.name === "Operator") !== true
    );
  }

  /** Literal parts and holes of a text; the holes are filled in after the main parse. */
  #parts(t: IToken): readonly (string | ast.Expr)[] {
    const { text } = this.source;
    const parts: (string | ast.Expr)[] = [];
    const end = stringEnd(text, t.startOffset);
    if (this.RECORDING_PHASE || end < 0) return [this.textOf(t).value];
    let from = t.startOffset + 1;
    for (const hole of holesOf(text, from, end - 1)) {
      if (hole.start > from) parts.push(this.plainText(from, hole.start));
      const index = parts.length;
      parts.push({ kind: "broken", span: { file: this.source.path, start: hole.start, end: hole.end } });
      this.readExpressionLater(hole.start + 1, hole.end - 1, (value) => {
        parts[index] = value;
      });
      from = hole.end;
    }
    if (from < end - 1 || parts.length === 0) parts.push(this.plainText(from, end - 1));
    return parts;
  }
}
