/**
 * Expressions by precedence climbing: one rule for all operators between values, whose strength decides what binds.
 * Tightest first: `.` `[ ]` call; `at`; `%`; `^` (right); unary `-`; `* /`; `+ -`; `..` with `step`; comparisons
 * and `in`, which do not chain; `within`; `not`; `and`; `or`; `if … then … else …`.
 */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { keyword, OperatorToken, token } from "../lexer.ts";
import { Resync, T } from "./base.ts";
import { OperandParser } from "./operands.ts";

/** How strongly each operator binds its operands. */
export const STRENGTH = {
  any: 0,
  or: 1,
  and: 2,
  not: 3,
  within: 4,
  comparison: 5,
  range: 6,
  sum: 7,
  product: 8,
  power: 10,
} as const;

interface Operator {
  readonly strength: number;
  readonly text: ast.BinaryOperator | ".." | "within";
}
const operators = new Map<number, Operator>();
const operator = (type: { tokenTypeIdx?: number }, text: Operator["text"], strength: number) =>
  operators.set(type.tokenTypeIdx!, { strength, text });
operator(keyword("or"), "or", STRENGTH.or);
operator(keyword("and"), "and", STRENGTH.and);
operator(keyword("within"), "within", STRENGTH.within);
operator(keyword("in"), "in", STRENGTH.comparison);
operator(token("EqualEqual"), "==", STRENGTH.comparison);
operator(token("NotEqual"), "!=", STRENGTH.comparison);
operator(token("Less"), "<", STRENGTH.comparison);
operator(token("LessEqual"), "<=", STRENGTH.comparison);
operator(token("Greater"), ">", STRENGTH.comparison);
operator(token("GreaterEqual"), ">=", STRENGTH.comparison);
operator(token("DotDot"), "..", STRENGTH.range);
operator(T.plus, "+", STRENGTH.sum);
operator(T.minus, "-", STRENGTH.sum);
operator(T.star, "*", STRENGTH.product);
operator(T.slash, "/", STRENGTH.product);
operator(T.caret, "^", STRENGTH.power);

const DOTS = token("DotDot");

export abstract class ExpressionParser extends OperandParser {
  /** An expression whose operators bind at least as strongly as `least`. */
  override readonly expression: ParserMethod<[number?], ast.Expr> = this.RULE(
    "expression",
    (least: number = STRENGTH.any): ast.Expr => {
      const start = this.LA(1);
      this.ACTION(() => this.deeper());
      let left = this.SUBRULE(this.operand);
      let height = this.height;
      /** After a comparison or a range no second one may follow. */
      let closed: IToken | undefined;
      let ended = false;
      let last: number = STRENGTH.power;
      this.MANY({
        GATE: () => {
          const next = operators.get(this.LA(1).tokenTypeIdx);
          // What binds more strongly than the operator before was refused on its right side: `a .. b .. c`.
          if (next === undefined || next.strength < least || next.strength > last) return false;
          return !(ended && (next.text === ".." || next.text === "within"));
        },
        DEF: () => {
          const sign = this.CONSUME(OperatorToken);
          const { strength, text } = operators.get(sign.tokenTypeIdx) ?? { strength: 0, text: "or" };
          const compares = strength === STRENGTH.comparison;
          if (compares && closed !== undefined) this.#chained(closed, sign);
          // `^` binds to the right; a tolerance is a sum; every other right side binds more strongly.
          const right = this.SUBRULE2(this.expression, {
            ARGS: [text === "^" ? strength : text === "within" ? STRENGTH.sum : strength + 1],
          });
          height = Math.max(height, this.height) + 1;
          let step: ast.Expr | undefined;
          this.OPTION({
            GATE: () => text === "..",
            DEF: () => {
              this.CONSUME(T.step);
              step = this.SUBRULE3(this.expression, { ARGS: [STRENGTH.sum] });
            },
          });
          ended = text === ".." || text === "within";
          if (text === "..") {
            left = {
              kind: "range",
              from: left,
              to: right,
              ...(step ? { step } : {}),
              span: this.span(start),
            };
          } else if (text === "within") {
            left = { kind: "within", comparison: left, tolerance: right, span: this.span(start) };
          } else if (compares && closed !== undefined && left.kind === "binary") {
            const second: ast.Expr = {
              kind: "binary",
              operator: text,
              left: left.right,
              right,
              span: { ...right.span, start: left.right.span.start },
            };
            left = { kind: "binary", operator: "and", left, right: second, span: this.span(start) };
          } else left = { kind: "binary", operator: text, left, right, span: this.span(start) };
          closed = compares ? sign : undefined;
          last = strength;
        },
      });
      if (ended && this.next(DOTS)) {
        this.unexpected("the end of the range", this.LA(1), this.LA(0));
        throw new Resync();
      }
      this.ACTION(() => this.reach(height));
      this.depth--;
      return left;
    },
  );

  #chained(first: IToken, second: IToken): void {
    report(
      this.sink,
      syntax.chained,
      this.spanOf(second),
      { first: first.image, second: second.image },
      {
        related: [{ span: this.spanOf(first), message: "the first comparison" }],
      },
    );
  }
}
