/**
 * The normal form of an expression: a text that two expressions share when they mean the same, whatever their layout, the order of
 * what is added or multiplied, and the units in which their constants are written.
 */
import type { Expr } from "../../language/model.ts";

/** What names are called in the model that is compared with; a name is itself where nothing was renamed. */
export interface Names {
  declaration(name: string): string;
  /** A panel's column or a system's variable. */
  member(declaration: string, name: string): string;
  /** A variable of the system that the expression stands in. */
  own(name: string): string;
}

export const sameNames: Names = {
  declaration: (name) => name,
  member: (_, name) => name,
  own: (name) => name,
};

export function normalForm(expr: Expr, names: Names = sameNames): string {
  const of = (e: Expr): string => normalForm(e, names);
  const form = (head: string, ...parts: readonly string[]) => `(${[head, ...parts].join(" ")})`;
  switch (expr.op) {
    case "number":
      return String(expr.value);
    case "text":
      return JSON.stringify(expr.value);
    case "boolean":
      return String(expr.value);
    case "column":
      return form("column", names.declaration(expr.table), names.member(expr.table, expr.column));
    case "run": {
      const scenario = expr.scenario === undefined ? "" : names.declaration(expr.scenario);
      return form("run", names.declaration(expr.system), scenario, names.member(expr.system, expr.variable));
    }
    case "variable":
      return form("variable", names.own(expr.variable));
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
      return form("pick", of(expr.arg), names.declaration(expr.key), JSON.stringify(expr.label));
    case "map":
      return form("map", names.declaration(expr.dimension), ...named(expr.entries, of));
    case "table": {
      const points = expr.points.map(({ x, y }) => `${x}:${of(y)}`);
      return form(expr.form, expr.beyond, ...points, of(expr.input));
    }
    case "lookup":
      return form("lookup", names.own(expr.lookup), of(expr.input));
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
