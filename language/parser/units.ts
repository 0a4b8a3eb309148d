/** Units in brackets: `[10k t/100M CNY]`. A space multiplies and binds tighter than `/`. */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { T } from "./base.ts";
import { RecoveringParser } from "./recovery.ts";
import { numberOf } from "./values.ts";

export abstract class UnitParser extends RecoveringParser {
  /** `[unit]` */
  readonly bracketUnit: ParserMethod<[], ast.UnitExpr> = this.RULE("bracketUnit", () => {
    const open = this.CONSUME(T.leftBracket);
    const unit = this.SUBRULE(this.unit);
    this.close(0, T.rightBracket, open);
    return unit;
  });

  readonly unit: ParserMethod<[], ast.UnitExpr> = this.RULE("unit", () => {
    const start = this.LA(1);
    let left = this.SUBRULE(this.unitProduct);
    this.MANY(() => {
      this.CONSUME(T.slash);
      const right = this.SUBRULE2(this.unitProduct);
      left = { kind: "unit-quotient", left, right, span: this.span(start) };
    });
    return left;
  });

  readonly unitProduct: ParserMethod<[], ast.UnitExpr> = this.RULE("unitProduct", () => {
    const start = this.LA(1);
    let left = this.SUBRULE(this.unitPower);
    const product = () => {
      this.OPTION(() => {
        const star = this.spanOf(this.CONSUME(T.star));
        this.ACTION(() =>
          report(
            this.sink,
            syntax.unitProduct,
            star,
            {},
            {
              fixes: [{ title: "write a space", edits: [{ span: star, text: " " }] }],
            },
          ),
        );
      });
      const right = this.SUBRULE2(this.unitPower);
      left = { kind: "unit-product", left, right, span: this.span(start) };
    };
    this.MANY({ GATE: () => !this.beginsHead(), DEF: product });
    return left;
  });

  readonly unitPower: ParserMethod<[], ast.UnitExpr> = this.RULE("unitPower", (): ast.UnitExpr => {
    const start = this.LA(1);
    const base = this.SUBRULE(this.unitAtom);
    let exponent: number | undefined;
    this.OPTION(() => {
      this.CONSUME(T.caret);
      exponent = this.SUBRULE(this.unitExponent);
    });
    return exponent === undefined ? base : { kind: "unit-power", base, exponent, span: this.span(start) };
  });

  readonly unitAtom: ParserMethod<[], ast.UnitExpr> = this.RULE("unitAtom", () => {
    const start = this.LA(1);
    const number = (t: IToken): ast.UnitExpr => ({
      kind: "unit-number",
      value: numberOf(t.image),
      span: this.span(start),
    });
    return this.OR<ast.UnitExpr>({
      DEF: [
        { ALT: () => ({ kind: "unit-name", name: this.name(0), span: this.span(start) }) },
        { ALT: () => number(this.CONSUME(T.number)) },
        { ALT: () => number(this.CONSUME(T.scaled)) },
        {
          ALT: () => {
            const t = this.CONSUME(T.percent);
            return { kind: "unit-name", name: { text: "%", span: this.spanOf(t) }, span: this.spanOf(t) };
          },
        },
        {
          ALT: () => {
            const open = this.CONSUME(T.leftParen);
            this.ACTION(() => this.deeper());
            const inner = this.SUBRULE(this.unit);
            this.depth--;
            this.close(0, T.rightParen, open);
            return inner;
          },
        },
      ],
      ERR_MSG: "a unit",
    });
  });

  /** `2`, `-1`, `(1/2)` */
  readonly unitExponent: ParserMethod<[], number> = this.RULE("unitExponent", () => {
    let sign = 1;
    const signed = (index: number) => {
      this.option(index, () => {
        this.consume(index, T.minus);
        sign = -sign;
      });
    };
    signed(0);
    const value = this.OR<number>({
      DEF: [
        { ALT: () => numberOf(this.CONSUME(T.number).image) },
        {
          ALT: () => {
            const open = this.CONSUME(T.leftParen);
            signed(1);
            let inner = numberOf(this.CONSUME2(T.number).image);
            this.OPTION3(() => {
              this.CONSUME(T.slash);
              inner /= numberOf(this.CONSUME3(T.number).image);
            });
            this.close(0, T.rightParen, open);
            return inner;
          },
        },
      ],
      ERR_MSG: "a whole number as the power",
    });
    return sign * value;
  });
}
