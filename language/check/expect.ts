/** Checks `expect`: a condition that the results must satisfy. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { reports } from "../diagnostics/reports.ts";
import type { Expectation } from "../model.ts";
import { constantNumber } from "../units/constant.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { timeKey } from "./expression-accept.ts";
import { hasKeys } from "./naming.ts";
import { declarationScope, type Key } from "./scope.ts";

/** The checked expectation; null after a reported error. */
export function checkExpect(decl: ast.ExpectDecl, ctx: CheckContext): Expectation | null {
  const { condition, always } = decl;
  const expr = checkExpr(condition, declarationScope(ctx), ctx, {
    what: "what `expect` claims",
    of: "boolean",
  });
  if (expr === null) return null;
  const keys = expr.type.keys.map((name): Key => ({ name, role: roleOf(name, ctx) }));
  if (always && timeKey(keys) === undefined) {
    report(ctx.sink, expressions.noTime, condition.span, { what: "`always`", keys: hasKeys(keys) });
    return null;
  }
  warnOfBareEquality(condition, ctx);
  const text = ctx.text(condition.span).replace(/\s+/g, " ");
  return { title: decl.doc ?? text, text: always ? `always ${text}` : text, span: condition.span, expr };
}

/** The role of a key by its name: any table that has it. */
function roleOf(name: string, ctx: CheckContext): Key["role"] {
  for (const shape of ctx.shapes.values()) {
    const key = shape.keys.find((own) => own.name === name);
    if (key !== undefined) return key.role;
  }
  return "group";
}

/** Computed numbers are seldom equal to the last digit; counts, labels and plain columns of data may be. */
function warnOfBareEquality(expr: ast.Expr, ctx: CheckContext): void {
  if (expr.kind === "unary") warnOfBareEquality(expr.arg, ctx);
  if (expr.kind !== "binary") return;
  if (expr.operator === "and" || expr.operator === "or") {
    warnOfBareEquality(expr.left, ctx);
    warnOfBareEquality(expr.right, ctx);
  }
  if (expr.operator !== "==" && expr.operator !== "!=") return;
  if (!isComputed(expr.left, ctx) && !isComputed(expr.right, ctx)) return;
  const at = { ...expr.span, start: expr.span.end };
  const fixes = [
    { title: "Allow a relative difference of 0.0001%", edits: [{ span: at, text: " within 0.0001%" }] },
  ];
  report(ctx.sink, reports.bareEquality, expr.span, { operator: expr.operator }, { fixes });
}

function isComputed(expr: ast.Expr, ctx: CheckContext): boolean {
  if (constantNumber(expr) !== null) return expr.kind === "binary";
  switch (expr.kind) {
    case "binary":
      return ["+", "-", "*", "/", "^"].includes(expr.operator);
    case "call":
      return expr.callee.text !== "count" && expr.callee.text !== "only";
    case "at":
    case "pick":
      return isComputed(expr.object, ctx);
    case "if":
      return isComputed(expr.then, ctx) || isComputed(expr.otherwise, ctx);
    case "member": {
      const { text } = expr.member;
      if (["class", "status", "rank", "returns_to_scale"].includes(text)) return false;
      const table = expr.object.kind === "name" ? ctx.checked.get(expr.object.name.text) : undefined;
      if (table?.kind !== "panel") return table !== undefined;
      return table.columns.some((column) => column.name === text && column.from.kind === "expr");
    }
    default:
      return false;
  }
}
