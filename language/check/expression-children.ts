import type { Expr } from "../model.ts";

/** The expressions directly inside a model expression. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case "negate":
    case "not":
    case "convert":
    case "pick":
      return [expr.arg];
    case "at":
      return [expr.arg, expr.at];
    case "between":
      return [expr.arg, expr.low, expr.high];
    case "if":
      return [expr.condition, expr.then, expr.otherwise];
    case "aggregate":
      return [expr.arg, ...(expr.where ? [expr.where] : []), ...(expr.weights ? [expr.weights] : [])];
    case "call":
      return [...expr.args, ...Object.values(expr.named)];
    case "map":
      return Object.values(expr.entries);
    case "table":
      return [expr.input, ...expr.points.map((point) => point.y)];
    case "lookup":
      return [expr.input];
    default:
      return "left" in expr ? [expr.left, expr.right] : [];
  }
}
