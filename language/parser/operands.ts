/** What operators stand between: literals, names with what follows them, calls, maps, and the prefixes. */
import type { IToken, ParserMethod } from "chevrotain";
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import { endOf, keyword, retype } from "../lexer.ts";
import { stringEnd } from "../strings.ts";
import { Resync, T } from "./base.ts";
import { UnitParser } from "./units.ts";
import { numberOf, textFrom } from "./values.ts";

/** Sums nest to the left, so a tree may be taller than its brackets are deep; later phases walk it recursively. */
const HEIGHT_LIMIT = 1000;

const NUMBERS = [T.number, T.scaled];
const K = { not: keyword("not"), if: keyword("if"), thenWord: keyword("then"), else: keyword("else") };

export abstract class OperandParser extends UnitParser {
  abstract readonly expression: ParserMethod<[number?], ast.Expr>;
  /** The height of the expression that was read last. */
  protected height = 0;
  /** A number takes `[…]` after it as its unit, but for the factor of a `unit` declaration. */
  protected numbersTakeUnits = true;

  protected reach(height: number): void {
    this.height = height;
    if (height <= HEIGHT_LIMIT) return;
    report(this.sink, syntax.tooDeep, this.spanOf(this.LA(0)), { limit: HEIGHT_LIMIT });
    throw new Resync();
  }

  readonly operand: ParserMethod<[], ast.Expr> = this.RULE("operand", (): ast.Expr => {
    const start = this.LA(1);
    this.#calledStep();
    this.height = 0;
    this.refuseHead("a value");
    return this.OR<ast.Expr>({
      DEF: [
        { ALT: () => this.SUBRULE(this.value) },
        {
          ALT: () => {
            this.CONSUME(T.minus);
            // Tighter than `*`, looser than `^`: -2^2 is -4.
            const arg = this.SUBRULE(this.expression, { ARGS: [9] });
            this.height++;
            return { kind: "unary", operator: "-", arg, span: this.span(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.not);
            const arg = this.SUBRULE2(this.expression, { ARGS: [4] });
            this.height++;
            return { kind: "unary", operator: "not", arg, span: this.span(start) };
          },
        },
        {
          ALT: () => {
            this.CONSUME(K.if);
            const condition = this.SUBRULE3(this.expression);
            let height = this.height;
            this.CONSUME(K.thenWord);
            const then = this.SUBRULE4(this.expression);
            height = Math.max(height, this.height);
            this.CONSUME(K.else);
            const otherwise = this.SUBRULE5(this.expression);
            this.height = Math.max(height, this.height) + 1;
            return { kind: "if", condition, then, otherwise, span: this.span(start) };
          },
        },
      ],
      ERR_MSG: "a value",
    });
  });

  /** `step(…)` is a built-in function where a value may begin. */
  #calledStep(): void {
    if (this.next(T.step) && this.next(T.leftParen, 2)) retype(this.LA(1), T.identifier);
  }

  /** A primary with its `at` and `%`. */
  readonly value: ParserMethod<[], ast.Expr> = this.RULE("value", (): ast.Expr => {
    const start = this.LA(1);
    let value = this.SUBRULE(this.primary);
    this.MANY({
      GATE: () => this.atBinds,
      DEF: () => {
        this.CONSUME(T.at);
        const at = this.SUBRULE(this.instant);
        this.height++;
        value = { kind: "at", object: value, at, span: this.span(start) };
      },
    });
    this.MANY2(() => {
      this.CONSUME(T.percent);
      this.height++;
      value = { kind: "unary", operator: "%", arg: value, span: this.span(start) };
    });
    return value;
  });

  /** After `at`: a number, a name, a text or parentheses. */
  readonly instant: ParserMethod<[], ast.Expr> = this.RULE("instant", (): ast.Expr => {
    const t = this.LA(1);
    if (
      !this.RECORDING_PHASE &&
      !this.nextIsName() &&
      ![T.number, T.string, T.leftParen].some((k) => this.next(k))
    ) {
      report(this.sink, syntax.badAt, this.spanOf(t), { found: this.foundAt(t) });
      throw new Resync();
    }
    return this.OR<ast.Expr>([
      {
        ALT: () => {
          const number = this.CONSUME(T.number);
          return { kind: "number", value: numberOf(number.image), span: this.spanOf(number) };
        },
      },
      { ALT: () => ({ kind: "name", name: this.name(0), span: this.spanOf(this.LA(0)) }) },
      { ALT: () => this.textExpr(this.CONSUME(T.string)) },
      { ALT: () => this.SUBRULE(this.group) },
    ]);
  });

  readonly primary: ParserMethod<[], ast.Expr> = this.RULE(
    "primary",
    (): ast.Expr =>
      this.OR<ast.Expr>({
        DEF: [
          { ALT: () => this.SUBRULE(this.number) },
          { ALT: () => this.textExpr(this.CONSUME(T.string)) },
          { ALT: () => this.SUBRULE(this.reference) },
          { ALT: () => this.SUBRULE(this.map) },
        ],
        ERR_MSG: "a value",
      }),
  );

  readonly number: ParserMethod<[], ast.Expr> = this.RULE("number", (): ast.Expr => {
    const start = this.LA(1);
    const literal = this.oneOf(0, NUMBERS);
    if (literal.tokenType === T.scaled) this.#scaled(literal);
    this.ACTION(() => this.#finite(literal));
    const value: ast.Expr = { kind: "number", value: numberOf(literal.image), span: this.spanOf(literal) };
    let unit: ast.UnitExpr | undefined;
    this.OPTION({
      GATE: () => this.numbersTakeUnits,
      DEF: () => {
        unit = this.SUBRULE(this.bracketUnit);
      },
    });
    return unit === undefined ? value : { kind: "quantity", value, unit, span: this.span(start) };
  });

  #finite(t: IToken): void {
    if (Number.isFinite(numberOf(t.image))) return;
    report(this.sink, syntax.hugeNumber, this.spanOf(t), { text: t.image });
  }
  #scaled(t: IToken): void {
    const meant = String(numberOf(t.image)).replace(/\B(?=(\d{3})+$)/g, "_");
    report(
      this.sink,
      syntax.scaledNumber,
      this.spanOf(t),
      { text: t.image, meant },
      {
        fixes: [{ title: `write \`${meant}\``, edits: [{ span: this.spanOf(t), text: meant }] }],
      },
    );
  }

  /** A name or a group with its members, picks and calls. */
  readonly reference: ParserMethod<[], ast.Expr> = this.RULE("reference", (): ast.Expr => {
    const start = this.LA(1);
    /** The dotted name so far, while it is nothing but one. */
    let dotted: string | undefined;
    let object = this.OR<ast.Expr>([
      {
        ALT: () => {
          const name = this.name(0);
          dotted = name.text;
          return { kind: "name", name, span: name.span };
        },
      },
      { ALT: () => this.SUBRULE(this.group) },
    ]);
    this.MANY(() => {
      const height = this.height + 1;
      object = this.OR2<ast.Expr>([
        {
          ALT: () => {
            this.CONSUME(T.dot);
            const member = this.name(1);
            if (dotted !== undefined) dotted += `.${member.text}`;
            return { kind: "member", object, member, span: this.span(start) };
          },
        },
        {
          ALT: () => {
            const labels = this.SUBRULE(this.labels);
            dotted = undefined;
            return { kind: "pick", object, labels, span: this.span(start) };
          },
        },
        {
          ALT: () => {
            const callee: ast.Name = { text: dotted ?? "", span: this.span(start) };
            if (dotted === undefined)
              this.ACTION(() => report(this.sink, syntax.badCall, this.spanOf(this.LA(1)), {}));
            const rest = this.SUBRULE(this.args);
            dotted = undefined;
            return { kind: "call", callee, ...rest, span: this.span(start) };
          },
        },
      ]);
      this.height = Math.max(this.height, height);
    });
    return object;
  });

  /** `(expression)` */
  readonly group: ParserMethod<[], ast.Expr> = this.RULE("group", () => {
    const open = this.CONSUME(T.leftParen);
    const inner = this.#within(() => this.SUBRULE(this.expression));
    this.close(0, T.rightParen, open);
    return inner;
  });

  /** Inside brackets `at` binds and numbers take units, whatever holds outside. */
  #within<R>(read: () => R): R {
    const { atBinds, numbersTakeUnits } = this;
    this.atBinds = true;
    this.numbersTakeUnits = true;
    const result = read();
    this.atBinds = atBinds;
    this.numbersTakeUnits = numbersTakeUnits;
    return result;
  }

  /** `(a, name: b, 2017: c where d by e, f)` */
  readonly args: ParserMethod<[], Pick<ast.CallExpr, "args" | "where" | "by">> = this.RULE("args", () => {
    const open = this.CONSUME(T.leftParen);
    const args: ast.Arg[] = [];
    let where: ast.Expr | undefined;
    let by: ast.Name[] | undefined;
    let height = 0;
    this.ACTION(() => this.#calledStep());
    this.#within(() =>
      this.OPTION({
        GATE: () => !this.next(T.rightParen),
        DEF: () =>
          this.AT_LEAST_ONE_SEP({
            SEP: T.comma,
            DEF: () => {
              args.push(this.SUBRULE(this.arg));
              this.OPTION1(() => {
                this.CONSUME(T.where);
                where = this.SUBRULE(this.expression);
              });
              this.OPTION2(() => {
                this.CONSUME(T.by);
                by = [this.name(1)];
                this.MANY({
                  // `by a, b, weights: w`: the comma before a named argument is not the list's.
                  GATE: () => this.nextIsName(2) && !this.next(T.colon, 3),
                  DEF: () => {
                    this.CONSUME(T.comma);
                    by!.push(this.name(2));
                  },
                });
              });
              height = Math.max(height, this.height);
            },
          }),
      }),
    );
    this.height = height;
    this.close(0, T.rightParen, open, true);
    return { args, ...(where ? { where } : {}), ...(by ? { by } : {}) };
  });

  readonly arg: ParserMethod<[], ast.Arg> = this.RULE("arg", (): ast.Arg => {
    const start = this.LA(1);
    // `by: index` names an argument with a reserved word.
    if (this.next(T.colon, 2) && start.tokenType.name.startsWith("Word_")) retype(start, T.identifier);
    let value = this.SUBRULE(this.expression);
    let key: ast.Expr | undefined;
    this.OPTION(() => {
      this.CONSUME(T.colon);
      key = value;
      value = this.SUBRULE2(this.expression);
    });
    const span = this.span(start);
    if (key === undefined) return { value, span };
    return key.kind === "name" ? { name: key.name, value, span } : { key, value, span };
  });

  /** `[services]`, `["Beijing", 2010]` */
  readonly labels: ParserMethod<[], ast.Label[]> = this.RULE("labels", () => {
    const open = this.CONSUME(T.leftBracket);
    const labels: ast.Label[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.comma, DEF: () => labels.push(this.SUBRULE(this.label)) });
    this.close(0, T.rightBracket, open, true);
    return labels;
  });

  readonly label: ParserMethod<[], ast.Label> = this.RULE("label", (): ast.Label => {
    const start = this.LA(1);
    const value = this.OR<string | number>({
      DEF: [
        { ALT: () => this.name(0).text },
        { ALT: () => this.textOf(this.CONSUME(T.string)).value },
        { ALT: () => numberOf(this.CONSUME1(T.number).image) },
        {
          ALT: () => {
            this.CONSUME(T.minus);
            return -numberOf(this.CONSUME2(T.number).image);
          },
        },
      ],
      ERR_MSG: "a label",
    });
    return { value, span: this.span(start) };
  });

  /** What names one of several: a name, a text or a number. */
  readonly key: ParserMethod<[], ast.Name> = this.RULE(
    "key",
    (): ast.Name =>
      this.OR<ast.Name>({
        DEF: [
          { ALT: () => this.name(0, "the key") },
          {
            ALT: () => {
              const text = this.textOf(this.CONSUME(T.string));
              return { text: text.value, quoted: true, span: text.span };
            },
          },
          { ALT: () => this.toName(this.CONSUME(T.number)) },
        ],
        ERR_MSG: "a name",
      }),
  );

  /** `{a: 1, b: 2}` */
  readonly map: ParserMethod<[], ast.Expr> = this.RULE("map", (): ast.Expr => {
    const start = this.CONSUME(T.leftBrace);
    const entries: { key: ast.Name; value: ast.Expr }[] = [];
    let height = 0;
    this.#within(() =>
      this.MANY_SEP({
        SEP: T.comma,
        DEF: () => {
          const key = this.SUBRULE(this.key);
          this.CONSUME(T.colon);
          entries.push({ key, value: this.SUBRULE(this.expression) });
          height = Math.max(height, this.height);
        },
      }),
    );
    this.height = height + 1;
    this.close(0, T.rightBrace, start, true);
    return { kind: "map", entries, span: this.span(start) };
  });

  // --- texts ---

  protected textExpr(t: IToken): ast.Expr {
    return { kind: "text", ...this.textOf(t) };
  }
  protected textOf(t: IToken): ast.Text {
    const from = t.startOffset + 1;
    // While Chevrotain records the grammar there is no text.
    const end = this.RECORDING_PHASE ? from : stringEnd(this.source.text, t.startOffset);
    return { value: this.plainText(from, end < 0 ? endOf(t) : end - 1), span: this.spanOf(t) };
  }
  /** The text between two offsets with its escapes undone; unknown ones are reported. */
  protected plainText(from: number, to: number): string {
    return textFrom(this.source.text.slice(from, to), (sequence, offset) => {
      const start = from + offset;
      const span = { file: this.source.path, start, end: start + sequence.length };
      report(this.sink, syntax.badEscape, span, { sequence });
    });
  }
}
