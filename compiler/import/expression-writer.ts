/** Terms of imported equations as expressions of GTFP. What has no form is told; its text is then of no use. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import { nearest } from "../../language/diagnostics/suggest.ts";
import { aggregated } from "./aggregates.ts";
import type { Dialect, ImportedFunction, Points, Sign, Subscript, Term } from "./imported-model.ts";
import { folded } from "./names.ts";
import type { Dimensions, KnownDimension } from "./subscripts.ts";

export interface KnownVariable {
  readonly name: string;
  readonly role: "stock" | "flow" | "value" | "lookup";
  readonly dimensions: readonly KnownDimension[];
  readonly points?: Points;
}

/** The element that an equation is for. */
export interface EquationScope {
  readonly owner: string;
  /** Dimensions for each element of which the equation holds. */
  readonly free: readonly KnownDimension[];
  /** Dimensions that stand for one label here, by key. */
  readonly bound: ReadonlyMap<string, string>;
  /** Sums are written out: a label alone would not tell which of two dimensions that share it is meant. */
  readonly writtenOut: boolean;
  /** Under a sum: the dimensions that it runs over, and those that it leaves. */
  readonly summed?: { readonly over: Set<KnownDimension>; readonly left: Set<KnownDimension> };
}

export interface WriterContext {
  readonly dialect: Dialect;
  readonly dimensions: Dimensions;
  readonly variables: ReadonlyMap<string, KnownVariable>;
  readonly sink: Diagnostics;
  /** The unit of time in brackets, where units are written. */
  readonly timeUnit: string;
  /** A lookup of these points; its name. `input` is read with it. */
  lookup(points: Points, owner: string, input: Term): string;
  /** Told of a lookup that is read. */
  reads(lookup: string, input: Term): void;
}

const signs: Readonly<Record<Exclude<Sign, "mod">, readonly [text: string, strength: number]>> = {
  or: ["or", 1],
  and: ["and", 2],
  "=": ["==", 4],
  "<>": ["!=", 4],
  "<": ["<", 4],
  "<=": ["<=", 4],
  ">": [">", 4],
  ">=": [">=", 4],
  "+": ["+", 5],
  "-": ["-", 5],
  "*": ["*", 6],
  "/": ["/", 6],
  "^": ["^", 8],
};
const relations = new Set<string>(["=", "<>", "<", "<=", ">", ">="]);

export class ExpressionWriter {
  readonly context: WriterContext;

  constructor(context: WriterContext) {
    this.context = context;
  }

  /** A number; in parentheses where what stands around it is stronger. */
  number(term: Term, scope: EquationScope, around = 0): string {
    const closed = (text: string, strength: number) => (strength < around ? `(${text})` : text);
    switch (term.op) {
      case "number":
        return closed(numeral(term.value), term.value < 0 ? 6.5 : 9);
      case "name":
        return this.#name(term, scope);
      case "call":
        return this.#call(term, scope);
      case "if": {
        const [then, otherwise] = [this.number(term.yes, scope), this.number(term.no, scope)];
        return closed(`if ${this.condition(term.condition, scope)} then ${then} else ${otherwise}`, 0.5);
      }
      case "unary":
        if (term.sign === "not") return this.#truth(term, scope);
        return closed(`-${this.number(term.arg, scope, 7)}`, 6.5);
      case "binary":
        return this.#binary(term, scope, around);
      case "graph": {
        const { points, input } = term;
        if (isTime(input, this.context.dialect)) return table(points);
        return `${this.context.lookup(points, scope.owner, input)}(${this.number(input, scope)})`;
      }
      case "list":
        this.#unsupported(term, "A list of numbers inside an equation", "give each element an equation");
        return "0";
      case "text":
        this.#unsupported(term, "A text", "GTFP's variables are numbers");
        return "0";
      case "broken":
        return "0";
    }
  }

  /** A condition; a number is one where it is not 0. */
  condition(term: Term, scope: EquationScope, around = 0): string {
    const closed = (text: string, strength: number) => (strength < around ? `(${text})` : text);
    if (term.op === "unary" && term.sign === "not")
      return closed(`not ${this.condition(term.arg, scope, 3.1)}`, 3);
    if (term.op !== "binary") return closed(`${this.number(term, scope, 4.1)} != 0`, 4);
    const { sign, left, right } = term;
    if (sign === "and" || sign === "or") {
      const [text, strength] = signs[sign];
      return closed(
        `${this.condition(left, scope, strength)} ${text} ${this.condition(right, scope, strength + 0.1)}`,
        strength,
      );
    }
    if (!relations.has(sign)) return closed(`${this.number(term, scope, 4.1)} != 0`, 4);
    const [text] = signs[sign as "="];
    return closed(
      `${this.#beside(left, right, scope, 4.1)} ${text} ${this.#beside(right, left, scope, 4.1)}`,
      4,
    );
  }

  /** A truth value as the number that other tools take it for. */
  #truth(term: Term, scope: EquationScope): string {
    return `(if ${this.condition(term, scope)} then 1 else 0)`;
  }

  #binary(term: Term & { op: "binary" }, scope: EquationScope, around: number): string {
    const { sign, left, right } = term;
    if (sign === "mod") return `mod(${this.number(left, scope)}, ${this.number(right, scope)})`;
    if (sign === "and" || sign === "or" || relations.has(sign)) return this.#truth(term, scope);
    const [text, strength] = signs[sign];
    const [a, b] = sign === "^" ? [8.1, 8] : [strength, strength + 0.1];
    const sum = sign === "+" || sign === "-";
    const one = sum ? this.#beside(left, right, scope, a) : this.number(left, scope, a);
    const two = sum ? this.#beside(right, left, scope, b) : this.number(right, scope, b);
    const whole = `${one} ${text} ${two}`;
    return strength < around ? `(${whole})` : whole;
  }

  /** A bare number beside the time is a time. */
  #beside(term: Term, other: Term, scope: EquationScope, around: number): string {
    const isMoment = term.op === "number" && isTime(other, this.context.dialect);
    return `${this.number(term, scope, around)}${isMoment ? this.context.timeUnit : ""}`;
  }

  #name(term: Term & { op: "name" }, scope: EquationScope): string {
    const { dialect, variables, sink } = this.context;
    const key = folded(term.name);
    const variable = variables.get(key);
    if (variable === undefined) {
      const constant = term.subscripts.length === 0 ? dialect.constants.get(key) : undefined;
      if (constant !== undefined) return constant;
      const moment = term.subscripts.length === 0 ? dialect.moments.get(key) : undefined;
      if (moment !== undefined) return `(${moment}${this.context.timeUnit})`;
      const near = nearest(
        term.name,
        [...variables.values()].map((v) => v.name),
      );
      report(sink, imports.unknown, term.span, { name: term.name, what: "variable", near });
      return "0";
    }
    if (variable.role === "lookup") {
      this.#unsupported(term, `The lookup \`${variable.name}\` as a value`, "read it at an input: `f(x)`");
      return "0";
    }
    return `${variable.name}${this.#picks(variable, term.name, term.subscripts, scope)}`;
  }

  #picks(
    variable: KnownVariable,
    name: string,
    subscripts: readonly Subscript[],
    scope: EquationScope,
  ): string {
    const { dimensions: own } = variable;
    if (subscripts.length === 0) {
      const labels = own.flatMap((d) => scope.bound.get(d.key) ?? []);
      return labels.length === 0 ? "" : `[${labels.join(", ")}]`;
    }
    if (subscripts.length !== own.length) {
      const why = `it has ${own.length} dimensions, here are ${subscripts.length} subscripts`;
      report(this.context.sink, imports.subscripts, subscripts[0]!.span, { name, why });
      return "";
    }
    const labels = own.flatMap((dimension, i) => this.#pick(dimension, subscripts[i]!, name, scope));
    return labels.length === 0 ? "" : `[${labels.join(", ")}]`;
  }

  /** What picks an element in one dimension: a label, a range, nothing where the equation's own element decides. */
  #pick(
    own: KnownDimension,
    { name, each, span }: Subscript,
    variable: string,
    scope: EquationScope,
  ): readonly string[] {
    const { dimensions, sink } = this.context;
    const wrong = (why: string) => {
      report(sink, imports.subscripts, span, { name: variable, why });
      return [];
    };
    const dimension = name === "*" ? own : dimensions.dimension(name);
    if (dimension === undefined) {
      const label = dimensions.label(name);
      if (label === undefined) {
        report(sink, imports.unknown, span, { name, what: "dimension or label", near: undefined });
        return [];
      }
      return own.keys.includes(folded(name)) ? [label] : wrong(`\`${own.name}\` has no label \`${label}\``);
    }
    if (each) {
      if (scope.summed === undefined) return wrong(`\`${dimension.name}\` is summed over outside of a sum`);
      if (!dimensions.isWithin(dimension, own))
        return wrong(`\`${dimension.name}\` is no part of \`${own.name}\``);
      scope.summed.over.add(dimension);
      return dimension === own ? [] : [dimension.name];
    }
    const label = scope.bound.get(dimension.key);
    if (label !== undefined)
      return own.labels.includes(label) ? [label] : wrong(`\`${own.name}\` has no label \`${label}\``);
    if (!scope.free.includes(dimension))
      return wrong(`\`${dimension.name}\` does not stand on the left of the equation`);
    if (!dimensions.isWithin(dimension, own))
      return wrong(`\`${dimension.name}\` is no part of \`${own.name}\``);
    scope.summed?.left.add(dimension);
    return [];
  }

  #call(term: Term & { op: "call" }, scope: EquationScope): string {
    const { dialect, variables, sink, dimensions } = this.context;
    const key = folded(term.name);
    const fn = key.replaceAll("_", " ").toUpperCase();
    const lookup = variables.get(key);
    const [first, second] = term.args;
    if (lookup?.role === "lookup" && first !== undefined && term.args.length === 1) {
      if (term.subscripts.length > 0)
        this.#unsupported(term, "A lookup with subscripts", "give each element a lookup of its own");
      this.context.reads(lookup.name, first);
      return `${lookup.name}(${this.number(first, scope)})`;
    }
    if ((fn === "LOOKUP" || fn === "LOOKUP EXTRAPOLATE") && first?.op === "name" && second !== undefined) {
      const points = variables.get(folded(first.name))?.points;
      if (points !== undefined) {
        const beyond = fn === "LOOKUP" ? points.beyond : "extend";
        return `${this.context.lookup({ ...points, beyond }, first.name, second)}(${this.number(second, scope)})`;
      }
    }
    if ((fn === "ELMCOUNT" || fn === "SIZE") && first?.op === "name") {
      const counted = dimensions.dimension(first.name)?.keys.length;
      const of = variables.get(folded(first.name))?.dimensions;
      const count = counted ?? of?.reduce((product, d) => product * d.keys.length, 1);
      if (count !== undefined) return String(count);
    }
    const aggregate = term.args.length === 1 ? dialect.aggregates.get(fn) : undefined;
    if (aggregate !== undefined) return aggregated(this, aggregate, first!, scope);
    const found: ImportedFunction | undefined = dialect.functions.get(fn);
    const form = found?.forms[term.args.length];
    if (found === undefined || form === undefined) {
      const takes = Object.keys(found?.forms ?? {}).map(Number);
      report(sink, imports.noFunction, term.span, { name: term.name, arguments: term.args.length, takes });
      return "0";
    }
    if (found.differs !== undefined)
      report(sink, imports.differs, term.span, { what: `\`${fn}\``, how: found.differs });
    return form.replace(/\$(\d)([?*]?)/g, (_, place: string, as: string) => {
      const arg = term.args[Number(place) - 1]!;
      return as === "?" ? this.condition(arg, scope) : this.number(arg, scope, as === "*" ? 8.1 : 0);
    });
  }

  #unsupported(term: Term, what: string, instead: string): void {
    report(this.context.sink, imports.unsupported, term.span, { what, instead });
  }
}

export function isTime(term: Term, dialect: Dialect): boolean {
  return (
    term.op === "name" && term.subscripts.length === 0 && dialect.constants.get(folded(term.name)) === "time"
  );
}

/** The shortest text that reads back as the same number. */
export function numeral(value: number): string {
  return String(value + 0).replace("e+", "e");
}

/** `linear(0: 1, 2: 3, beyond: hold)` */
export function table({ xs, ys, between, beyond }: Points): string {
  const points = xs.map((x, i) => `${numeral(x)}: ${numeral(ys[i] ?? 0)}`);
  return `${between === "line" ? "linear" : "schedule"}(${[...points, `beyond: ${beyond}`].join(", ")})`;
}
