/** Formulas of numbers alone, such as `ln(1.06)`: like a single number they take the unit that their place expects. */
import type * as ast from "../ast.ts";
import type { Env } from "./expression.ts";
import { functionNamed } from "./expression-arguments.ts";

/** Whether nothing but numbers, operators and mathematical functions stands in a formula. */
export function isOfConstants(expr: ast.Expr, env: Env): boolean {
  switch (expr.kind) {
    case "number":
      return true;
    case "unary":
      return expr.operator !== "not" && isOfConstants(expr.arg, env);
    case "binary":
      return (
        /^[-+*/^]$/.test(expr.operator) && [expr.left, expr.right].every((side) => isOfConstants(side, env))
      );
    case "call":
      return (
        env.scope.find(expr.callee.text) === undefined &&
        functionNamed(expr.callee.text, env)?.group === "math" &&
        expr.args.every((arg) => isOfConstants(arg.value, env))
      );
    default:
      return false;
  }
}
