/** Checks `dimension`: a list of labels, or those of a panel's key or group. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Dimension } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { declarationScope } from "./scope.ts";

/** The checked dimension; null after a reported error. */
export function checkDimension(decl: ast.DimensionDecl, ctx: CheckContext): Dimension | null {
  const { name, labels, from } = decl;
  const base = {
    kind: "dimension",
    name: name.text,
    span: name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
  } as const;
  if (from !== undefined) {
    const what = `the labels of \`${name.text}\``;
    const expr = checkExpr(from, declarationScope(ctx), ctx, { what, of: "any" });
    if (expr === null) return null;
    if (expr.op === "column" && expr.type.of === "label") {
      return { ...base, labels: { table: expr.table, column: expr.column } };
    }
    report(ctx.sink, panels.dimensionFrom, from.span, { dimension: name.text });
    return null;
  }
  if (labels === undefined || labels.length === 0) {
    report(ctx.sink, panels.dimensionFrom, name.span, { dimension: name.text });
    return null;
  }
  const seen = new Map<string, ast.Name>();
  for (const label of labels) {
    const before = seen.get(label.text);
    if (before === undefined) seen.set(label.text, label);
    else {
      const related = [{ span: before.span, message: "the first one" }];
      report(
        ctx.sink,
        panels.duplicateLabel,
        label.span,
        { label: label.text, dimension: name.text },
        { related },
      );
    }
  }
  return seen.size < labels.length ? null : { ...base, labels: labels.map((label) => label.text) };
}
