/**
 * A declaration as a list of facts: what each of its entries says, once in a normal form to compare and once in words to show. Facts do
 * not know layout, comments or the order of entries.
 */
import type { Expr, Model } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Unit } from "../../language/units/unit.ts";
import { type Names, normalForm } from "./normal-form.ts";

export interface Fact {
  /** Which entry: `returns`, `param growth`, `row A, 2020`. */
  readonly key: string;
  /** Equal where entries mean the same. */
  readonly form: string;
  /** What the entry says, for people. */
  readonly shown: string;
  /** What stands before that: a unit, a pipe. */
  readonly head?: string;
  /** The name that the entry declares, where it may be called otherwise in another model. */
  readonly name?: string;
  /** Facts of one row of an inline table share its name. */
  readonly group?: string;
}

/** What facts are made with. */
export interface FactContext {
  readonly model: Model;
  readonly names: Names;
  /** The text of a data file, or null. */
  content(path: string): string | null;
}

/** An entry of words that are compared as they stand. */
export function fact(key: string, value: string | number | boolean | undefined | null): Fact[] {
  return value === undefined || value === null || value === "" || value === false
    ? []
    : [{ key, form: String(value), shown: value === true ? "" : String(value) }];
}

/** An entry that is an expression. */
export function exprFact(key: string, expr: Expr | undefined, context: FactContext): Fact[] {
  return expr === undefined
    ? []
    : [{ key, form: normalForm(expr, context.names), shown: sourceText(expr.span, context.model) }];
}

/** The user's own words, on one line. */
export function sourceText({ file, start, end }: Span, model: Model): string {
  const text = model.files.find((f) => f.path === file)?.text ?? "";
  return text
    .slice(start, end)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Two units are the same when they measure the same by the same scale, however they are written. */
export function unitForm(unit: Unit | null): string {
  if (unit === null) return "";
  const dimensions = Object.keys(unit.dimensions)
    .sort()
    .map((name) => `${name}^${unit.dimensions[name]}`);
  return [unit.scale, ...dimensions].join(" ");
}

export function unitText(unit: Unit | null): string {
  return unit === null || unit.text === "1" ? "" : ` [${unit.text}]`;
}
