/** Parts of a `system` beside its variables: `module`, `when`, `solve`. */
import type { ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { keyword } from "../lexer.ts";
import { T } from "./base.ts";
import { CHANGES, ChangeParser } from "./changes.ts";
import { STRENGTH } from "./expressions.ts";
import type { Head } from "./heads.ts";

const K = { module: keyword("module"), when: keyword("when"), solve: keyword("solve") };

export abstract class SystemPartsParser extends ChangeParser {
  /** `module north of farm { rate = 0.2 }`: another system inside this one, with changes to it. */
  readonly module: ParserMethod<[], ast.ModuleEntry> = this.RULE("module", (): ast.ModuleEntry => {
    const start = this.CONSUME(K.module);
    const name = this.name(0, "the module's name");
    const changes: ast.ChangeEntry[] = [];
    let head: Head = {};
    this.salvage(() => {
      head = this.SUBRULE(this.head, { ARGS: ["module"] });
      this.OPTION(() => this.block(CHANGES, () => changes.push(this.SUBRULE(this.change))));
    });
    return {
      kind: "module",
      name,
      ...(head.of ? { of: head.of } : {}),
      changes,
      ...this.docOf(start),
      span: this.span(start),
    };
  });

  /** `when water > 100 [t] { water = 0 [t] }`: at the moment at which the condition begins to hold. */
  readonly event: ParserMethod<[], ast.EventEntry> = this.RULE("event", (): ast.EventEntry => {
    const start = this.CONSUME(K.when);
    const condition = this.SUBRULE(this.expression);
    const changes: ast.ChangeEntry[] = [];
    this.block(CHANGES, () => changes.push(this.SUBRULE(this.change)));
    return { kind: "event", condition, changes, ...this.docOf(start), span: this.span(start) };
  });

  /** `solve price in 0 .. 100`, or `in [0, 100]`: an auxiliary that its equation needs to be computed. */
  readonly solve: ParserMethod<[], ast.SolveEntry> = this.RULE("solve", (): ast.SolveEntry => {
    const start = this.CONSUME(K.solve);
    const name = this.name(0, "the auxiliary");
    this.CONSUME(T.in);
    const range = this.or<ast.RangeExpr>(0, {
      DEF: [{ ALT: () => this.SUBRULE(this.bracketRange) }, { ALT: () => this.SUBRULE(this.range) }],
    });
    return { kind: "solve", name, range, ...this.docOf(start), span: this.span(start) };
  });

  /** `[a, b]` as mathematics writes a range. */
  readonly bracketRange: ParserMethod<[], ast.RangeExpr> = this.RULE("bracketRange", (): ast.RangeExpr => {
    const open = this.CONSUME(T.leftBracket);
    const from = this.SUBRULE(this.expression);
    this.CONSUME(T.comma);
    const to = this.SUBRULE2(this.expression);
    this.close(0, T.rightBracket, open);
    return { kind: "range", from, to, span: this.span(open) };
  });

  /** `a .. b step c` */
  readonly range: ParserMethod<[], ast.RangeExpr> = this.RULE("range", (): ast.RangeExpr => {
    const start = this.LA(1);
    const range = this.SUBRULE(this.expression, { ARGS: [STRENGTH.range] });
    if (range.kind === "range") return range;
    this.ACTION(() => this.unexpected("`..` and the end of the range", this.LA(1), this.LA(0)));
    return { kind: "range", from: range, to: range, span: this.span(start) };
  });

  /** The end of a pipe: a stock, one of a module (`north.water`), or `cloud`. */
  readonly pipeEnd: ParserMethod<[], ast.Name> = this.RULE("pipeEnd", (): ast.Name => {
    const start = this.LA(1);
    let name = this.name(0, "the stock");
    this.MANY(() => {
      this.CONSUME(T.dot);
      name = { text: `${name.text}.${this.name(1).text}`, span: this.span(start) };
    });
    return name;
  });
}
