/** Constants: numbers that stand in the source text. */
import type * as ast from "../ast.ts";

/** The value of an expression of literals alone (`1/8`, `-5`, `6.5%`); null where anything else stands in it. */
export function constantNumber(expr: ast.Expr): number | null {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "unary": {
      const arg = constantNumber(expr.arg);
      if (arg === null || expr.operator === "not") return null;
      return expr.operator === "-" ? -arg : arg / 100;
    }
    case "binary": {
      const left = constantNumber(expr.left);
      const right = constantNumber(expr.right);
      if (left === null || right === null) return null;
      switch (expr.operator) {
        case "+":
          return left + right;
        case "-":
          return left - right;
        case "*":
          return left * right;
        case "/":
          return left / right;
        case "^":
          return left ** right;
        default:
          return null;
      }
    }
    default:
      return null;
  }
}
