/** The formula of a regression: `+` at its top separates terms, all else is arithmetic. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";

/** One term as written. */
export interface WrittenTerm {
  readonly label: string;
  readonly expr: ast.Expr;
}

/** The terms of the right side in their order. `a + b - c` has the terms `a` and `b - c`, `a + (b + c)` has `a` and `b + c`. */
export function termsOf(right: ast.Expr, ctx: CheckContext): WrittenTerm[] {
  return split(right, right.span, ctx).map((expr) => ({ label: labelOf(expr, ctx), expr }));
}

/** A name without its backticks, anything else as it stands, on one line. */
export function labelOf(expr: ast.Expr, ctx: CheckContext): string {
  if (expr.kind === "name") return expr.name.text;
  return ctx.text(expr.span).replace(/\s+/g, " ");
}

/** @param around from where the expression's own parentheses would begin */
function split(expr: ast.Expr, around: Span, ctx: CheckContext): ast.Expr[] {
  if (expr.kind !== "binary" || around.start < expr.span.start) return [expr];
  const { operator, left, right } = expr;
  if (operator !== "+" && operator !== "-") return [expr];
  const before = split(left, { ...left.span, start: expr.span.start }, ctx);
  if (operator === "+") return [...before, right];
  const last = before.at(-1)!;
  const span = { ...expr.span, start: last.span.start };
  return [...before.slice(0, -1), { ...expr, left: last, span }];
}
