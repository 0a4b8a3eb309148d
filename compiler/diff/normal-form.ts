/**
 * The normal form of an expression: a text that two expressions share when they mean the same, whatever their layout, the order of
 * what is added or multiplied, and the units in which their constants are written.
 */
import type { Expr } from "../../language/model.ts";

/** What a name is called now; for names that have changed. */
export type Renaming = (name: string) => string;

const same: Renaming = (name) => name;

export function normalForm(expr: Expr, renamed: Renaming = same): string {
  const of = (e: Expr): string => normalForm(e, renamed);
  const form = (head: string, ...parts: readonly string[]) => `(${[head, ...parts].join(" ")})`;
  switch (expr.op) {
    case "number":
      return String(expr.value);
    case "text":
      return JSON.stringify(expr.value);
    case "boolean":
      return String(expr.value);
    case "column":
      return form("column", renamed(expr.table), expr.column);
    case "run":
      return form("run", renamed(expr.system), renamed(expr.scenario ?? ""), renamed(expr.variable));
    case "variable":
      return form("variable", renamed(expr.variable));
    case "time":
    case "dt":
    case "argument":
      return expr.op;
    case "add":
    case "multiply":
    case "and":
    case "or":
      return form(expr.op, ...members(expr, expr.op).map(of).sort());
    case "negate":
    case "not":
      return form(expr.op, of(expr.arg));
    case "convert":
      return expr.factor === 1 ? of(expr.arg) : form("convert", String(expr.factor), of(expr.arg));
    case "compare": {
      const within = expr.tolerance;
      const tolerance =
        within === undefined ? [] : [within.relative ? "relative" : "absolute", of(within.value)];
      return form(expr.relation, of(expr.left), of(expr.right), ...tolerance);
    }
    case "between":
      return form("between", of(expr.arg), of(expr.low), of(expr.high));
    case "if":
      return form("if", of(expr.condition), of(expr.then), of(expr.otherwise));
    case "aggregate":
      return form(
        expr.fn,
        of(expr.arg),
        `by:${[...expr.by].sort().join(",")}`,
        `where:${expr.where === undefined ? "" : of(expr.where)}`,
        `weights:${expr.weights === undefined ? "" : of(expr.weights)}`,
      );
    case "call":
      return form(expr.fn, ...expr.args.map(of), ...named(expr.named, of));
    case "at":
      return form("at", of(expr.arg), expr.key, of(expr.at));
    case "pick":
      return form("pick", of(expr.arg), renamed(expr.key), JSON.stringify(expr.label));
    case "map":
      return form("map", renamed(expr.dimension), ...named(expr.entries, of));
    case "table":
      return form(expr.form, expr.beyond, ...expr.points.map(({ x, y }) => `${x}:${of(y)}`), of(expr.input));
    case "lookup":
      return form("lookup", renamed(expr.lookup), of(expr.input));
    default:
      return form(expr.op, of(expr.left), of(expr.right));
  }
}

/** The members of a chain of the same operation, however it is nested. */
function members(expr: Expr, op: "add" | "multiply" | "and" | "or"): Expr[] {
  return expr.op === op ? [...members(expr.left, op), ...members(expr.right, op)] : [expr];
}

function named(entries: Readonly<Record<string, Expr>>, of: (e: Expr) => string): string[] {
  return Object.keys(entries)
    .sort()
    .map((key) => `${key}:${of(entries[key]!)}`);
}
