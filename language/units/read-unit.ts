/** From unit expressions to units: built-in names, declared ones, number suffixes. */
import type * as ast from "../ast.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { nearest } from "../diagnostics/suggest.ts";
import { units as catalogue } from "../diagnostics/units.ts";
import type { Span } from "../source.ts";
import { builtInUnit, builtInUnits, numberSuffixes } from "./built-in.ts";
import { constantNumber } from "./constant.ts";
import { raise, termOf, times, type UnitTerm, unitOf } from "./term.ts";
import { clean, sameDimension, type Unit, type UnitFactor } from "./unit.ts";

/** The declared units of a model and the reading of unit expressions. */
export class UnitReader {
  readonly #declarations: ReadonlyMap<string, ast.UnitDecl>;
  readonly #sink: Diagnostics;
  readonly #text: (span: Span) => string;
  readonly #known = new Map<string, Unit | null>();
  /** Declarations being read, to find cycles. */
  readonly #open: string[] = [];

  /** `text` gives the source text of a span. */
  constructor(
    declarations: ReadonlyMap<string, ast.UnitDecl>,
    sink: Diagnostics,
    text: (span: Span) => string,
  ) {
    this.#declarations = declarations;
    this.#sink = sink;
    this.#text = text;
  }

  /** The meaning of a unit expression, with the user's own text; null after an error that has been reported. */
  read(expr: ast.UnitExpr): Unit | null {
    const term = this.#term(expr);
    if (term === null) return null;
    const text = this.#text(expr.span)
      .replace(/^\[\s*|\s*\]$/g, "")
      .replace(/\s+/g, " ")
      .trim();
    return { ...unitOf(term)!, text: text === "" ? "1" : text, factors: factorsOf(term) };
  }

  /** A unit by name: declared, built in, or null after a report. */
  named(name: ast.Name): Unit | null {
    const declared = this.#declarations.get(name.text);
    if (declared !== undefined) return this.declared(declared);
    const found = builtInUnit(name.text);
    if (found !== undefined) return found;
    if (name.text === "") return null;
    const known = [...this.#declarations.keys(), ...builtInUnits.keys()];
    const meant = nearest(name.text, known);
    report(
      this.#sink,
      catalogue.unknownUnit,
      name.span,
      { name: name.text },
      {
        ...(meant === undefined
          ? {}
          : {
              help: `did you mean \`${meant}\`?`,
              fixes: [{ title: `Write \`${meant}\``, edits: [{ span: name.span, text: meant }] }],
            }),
      },
    );
    return null;
  }

  /** What a `unit` declaration means; each is read, and complained about, once. */
  declared(declaration: ast.UnitDecl): Unit | null {
    const name = declaration.name.text;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#open.includes(name)) {
      const path = [...this.#open.slice(this.#open.indexOf(name)), name];
      report(this.#sink, catalogue.unitCycle, declaration.name.span, { path });
      return null;
    }
    this.#open.push(name);
    const unit = this.#define(declaration);
    this.#open.pop();
    this.#known.set(name, unit);
    const builtIn = builtInUnit(name);
    if (unit !== null && builtIn !== undefined) {
      const same = sameDimension(unit, builtIn) && clean(unit.scale / builtIn.scale) === 1;
      if (!same) {
        const line = builtInUnits.get(name)!.line;
        report(this.#sink, catalogue.redefinedUnit, declaration.name.span, { name, line });
      }
    }
    return unit;
  }

  #define(declaration: ast.UnitDecl): Unit | null {
    const name = declaration.name.text;
    if (declaration.definition === undefined) {
      // `unit t` alone restates a built-in unit; any other name is a dimension of its own.
      return builtInUnit(name) ?? { dimensions: { [name]: 1 }, scale: 1, text: name };
    }
    const { factor, unit } = declaration.definition;
    const base = this.#term(unit);
    const size = constantNumber(factor);
    if (size === null || !(size > 0)) {
      if (factor.kind !== "broken") report(this.#sink, catalogue.badUnitFactor, factor.span, { name });
      return null;
    }
    if (base === null) return null;
    const { dimensions, scale } = unitOf(base)!;
    return { dimensions, scale: clean(scale * size), text: name };
  }

  #term(expr: ast.UnitExpr): UnitTerm | null {
    switch (expr.kind) {
      case "unit-number":
        return numberTerm(expr.value, this.#text(expr.span));
      case "unit-name": {
        const suffix = numberSuffixes[expr.name.text];
        if (suffix !== undefined && !this.#declarations.has(expr.name.text)) {
          return numberTerm(suffix, expr.name.text);
        }
        const unit = this.named(expr.name);
        return unit === null ? null : termOf({ ...unit, text: expr.name.text });
      }
      case "unit-product":
      case "unit-quotient": {
        const left = this.#term(expr.left);
        const right = this.#term(expr.right);
        if (left === null || right === null) return null;
        return times(left, right, expr.kind === "unit-product" ? 1 : -1);
      }
      case "unit-power": {
        const base = this.#term(expr.base);
        return base === null ? null : raise(base, expr.exponent);
      }
    }
  }
}

function numberTerm(value: number, text: string): UnitTerm {
  return termOf({ dimensions: {}, scale: value, text });
}

/** The factors of a unit as written, a number joined to the unit that follows it: `10k` and `t` are `10k t`. */
function factorsOf(term: UnitTerm): UnitFactor[] {
  const factors: UnitFactor[] = [];
  for (const factor of term.factors) {
    const last = factors.at(-1);
    const number = last !== undefined && Object.keys(last.dimensions).length === 0 && last.text !== "%";
    if (number && last.power === factor.power) {
      factors[factors.length - 1] = {
        ...factor,
        text: `${last.text} ${factor.text}`,
        scale: last.scale * factor.scale,
      };
    } else factors.push(factor);
  }
  return factors.filter((factor) => factor.text !== "1");
}
