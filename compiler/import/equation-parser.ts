/** Equations of Vensim and XMILE as terms. Whatever comes in, a term comes out; the first mistake is told, the rest is `broken`. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import { join, type Span } from "../../language/source.ts";
import type { EquationToken, Notation } from "./equation-tokens.ts";
import type { Points, Sign, Subscript, Term } from "./imported-model.ts";

const strengths: Readonly<Record<Sign, number>> = {
  or: 1,
  and: 2,
  "=": 4,
  "<>": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  mod: 6,
  "^": 8,
};
const words: Readonly<Record<Notation, Readonly<Record<string, Sign | "not">>>> = {
  vensim: { ":and:": "and", ":or:": "or", ":not:": "not" },
  xmile: { and: "and", or: "or", not: "not", mod: "mod" },
};
/** Deeper than people nest, and shallow enough for every stack. */
const deepest = 200;

export class EquationParser {
  readonly #tokens: readonly EquationToken[];
  readonly #notation: Notation;
  readonly #sink: Diagnostics;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(tokens: readonly EquationToken[], notation: Notation, sink: Diagnostics) {
    this.#tokens = tokens;
    this.#notation = notation;
    this.#sink = sink;
  }

  get failed(): boolean {
    return this.#failed;
  }

  get next(): EquationToken {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]!;
  }

  peek(ahead: number): EquationToken {
    return this.#tokens[Math.max(0, Math.min(this.#at + ahead, this.#tokens.length - 1))]!;
  }

  take(): EquationToken {
    const token = this.next;
    this.#at++;
    return token;
  }

  ended(): boolean {
    return this.next.kind === "end";
  }

  is(sign: string): boolean {
    return this.next.kind === "sign" && this.next.text.toLowerCase() === sign;
  }

  /** Takes the sign if it comes next. */
  accept(sign: string): boolean {
    if (this.#failed || !this.is(sign)) return false;
    this.#at++;
    return true;
  }

  expect(sign: string): void {
    if (!this.accept(sign)) this.fail(`\`${sign}\``);
  }

  /** Tells what was expected, once; afterwards everything is the end. */
  fail(wanted: string): void {
    if (this.#failed) return;
    const { span, kind, text } = this.next;
    const found = kind === "end" ? "the equation ends" : `\`${text.replace(/\s+/g, " ")}\` stands`;
    report(this.#sink, imports.syntax, span, { found, wanted });
    this.#failed = true;
    this.#at = this.#tokens.length - 1;
  }

  broken(): Term {
    return { op: "broken", span: this.next.span };
  }

  /** All that is left, as one expression. */
  whole(): Term {
    const term = this.expression(0);
    if (!this.ended()) this.fail("an operator or the end");
    return this.#failed ? this.broken() : term;
  }

  expression(strength: number): Term {
    if (this.#depth >= deepest) {
      this.fail("an expression with fewer parentheses");
      return this.broken();
    }
    this.#depth++;
    const term = this.#operators(this.#operand(), strength);
    this.#depth--;
    return term;
  }

  #operators(first: Term, strength: number): Term {
    let left = first;
    for (;;) {
      const sign = this.#sign();
      if (sign === undefined || sign === "not" || this.#failed) return left;
      const own = strengths[sign];
      if (own <= strength) return left;
      const { span } = this.take();
      // Powers group from the right.
      const right = this.expression(sign === "^" ? own - 1 : own);
      if (sign === "^" && right.op === "binary" && right.sign === "^" && this.peek(-1).text !== ")")
        report(this.#sink, imports.differs, span, {
          what: "a power of a power",
          how: "is read from the right: write parentheses to be sure",
        });
      left = { op: "binary", sign, left, right, span: joined(left.span, right.span) };
    }
  }

  #sign(): Sign | "not" | undefined {
    const { kind, text } = this.next;
    const lower = text.toLowerCase();
    if (kind === "sign" && lower in strengths && /^\W/.test(lower)) return lower as Sign;
    if (kind !== (this.#notation === "vensim" ? "sign" : "name")) return undefined;
    const named = words[this.#notation];
    return Object.hasOwn(named, lower) ? named[lower] : undefined;
  }

  #operand(): Term {
    const token = this.next;
    if (this.#failed) return this.broken();
    if (this.#sign() === "not") {
      this.take();
      const arg = this.expression(3);
      return { op: "unary", sign: "not", arg, span: joined(token.span, arg.span) };
    }
    if (this.accept("+")) return this.expression(7);
    if (this.accept("-")) {
      const arg = this.expression(7);
      return { op: "unary", sign: "-", arg, span: joined(token.span, arg.span) };
    }
    if (this.accept("(")) {
      const inner = this.expression(0);
      this.expect(")");
      return this.#failed ? this.broken() : inner;
    }
    if (token.kind === "number") {
      this.take();
      return { op: "number", value: Number(token.text), span: token.span };
    }
    if (token.kind === "string") return { op: "text", span: this.take().span };
    if (token.kind === "name" || token.kind === "quoted") return this.#named();
    this.fail("a number, a name or `(`");
    return this.broken();
  }

  #named(): Term {
    const name = this.take();
    if (this.#notation === "xmile" && name.kind === "name" && name.text.toLowerCase() === "if")
      return this.#if(name.span);
    const subscripts = this.is("[") ? this.subscripts() : [];
    if (!this.accept("("))
      return { op: "name", name: name.text, subscripts, span: joined(name.span, this.peek(-1).span) };
    if (/^with\s+lookup$/i.test(name.text)) return this.#withLookup(name.span);
    const args: Term[] = [];
    if (!this.is(")")) {
      do args.push(this.expression(0));
      while (this.accept(","));
    }
    this.expect(")");
    if (this.#failed) return this.broken();
    return { op: "call", name: name.text, subscripts, args, span: joined(name.span, this.peek(-1).span) };
  }

  #if(start: Span): Term {
    const word = (text: string) => {
      if (this.next.kind === "name" && this.next.text.toLowerCase() === text) this.take();
      else this.fail(`\`${text.toUpperCase()}\``);
    };
    const condition = this.expression(0);
    word("then");
    const yes = this.expression(0);
    word("else");
    const no = this.expression(0);
    return this.#failed ? this.broken() : { op: "if", condition, yes, no, span: joined(start, no.span) };
  }

  #withLookup(start: Span): Term {
    const input = this.expression(0);
    this.expect(",");
    this.expect("(");
    const points = this.points();
    this.expect(")");
    this.expect(")");
    if (this.#failed) return this.broken();
    return { op: "graph", input, points, span: joined(start, this.peek(-1).span) };
  }

  /** `[Province!, P1]` */
  subscripts(): Subscript[] {
    const found: Subscript[] = [];
    this.expect("[");
    do {
      const token = this.take();
      const star = token.text === "*" && this.#notation === "xmile";
      if (!star && token.kind !== "name" && token.kind !== "quoted" && token.kind !== "number") {
        this.#at--;
        this.fail("a subscript");
        break;
      }
      found.push({ name: token.text, each: this.accept("!") || star, span: token.span });
    } while (this.accept(","));
    this.expect("]");
    return found;
  }

  /** `[(0,0)-(10,10)], (0,1), (2,3)` up to the closing parenthesis, or all xs and then all ys. */
  points(): Points {
    const start = this.next.span;
    if (this.accept("[")) {
      while (!this.is("]") && this.next.kind !== "end") this.take();
      this.expect("]");
      this.accept(",");
    }
    const xs: number[] = [];
    const ys: number[] = [];
    const flat: number[] = [];
    do {
      if (this.accept("(")) {
        xs.push(this.number());
        this.expect(",");
        ys.push(this.number());
        this.expect(")");
      } else flat.push(this.number());
    } while (this.accept(","));
    if (flat.length > 0) {
      if (xs.length > 0 || flat.length % 2 === 1) this.fail("pairs of numbers");
      xs.push(...flat.slice(0, flat.length / 2));
      ys.push(...flat.slice(flat.length / 2));
    }
    return { xs, ys, between: "line", beyond: "hold", span: joined(start, this.peek(-1).span) };
  }

  /** A number with its sign. */
  number(): number {
    const sign = this.accept("-") ? -1 : 1;
    if (sign === 1) this.accept("+");
    if (this.#failed || this.next.kind !== "number") {
      this.fail("a number");
      return 0;
    }
    return sign * Number(this.take().text);
  }
}

function joined(a: Span, b: Span): Span {
  return b.end < a.start ? a : join(a, b);
}
