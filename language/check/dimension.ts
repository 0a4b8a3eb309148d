/** Checks `dimension`: a list of labels, or those of a panel's key or group. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Dimension } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { declarationScope } from "./scope.ts";
import { labelsOf } from "./system-entries.ts";

/** The checked dimension; null after a reported error. */
export function checkDimension(decl: ast.DimensionDecl, ctx: CheckContext): Dimension | null {
  const { name, labels, from } = decl;
  const whole = decl.within === undefined ? undefined : checkWhole(decl, decl.within, ctx);
  if (whole === null) return null;
  const base = {
    kind: "dimension",
    name: name.text,
    span: name.span,
    ...(whole === undefined ? {} : { within: whole.name }),
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
  if (whole !== undefined && !checkRange(decl, whole, ctx)) return null;
  return seen.size < labels.length ? null : { ...base, labels: labels.map((label) => label.text) };
}

/** The dimension after `in`; null after a report, or silently where it failed. */
function checkWhole(
  { name, from }: ast.DimensionDecl,
  within: ast.Name,
  ctx: CheckContext,
): Dimension | null {
  if (from !== undefined) {
    report(ctx.sink, dynamics.rangeFromData, from.span, { range: name.text, whole: within.text });
    return null;
  }
  const found = ctx.checked.get(within.text);
  if (found?.kind === "dimension") return found;
  if (within.text === "" || ctx.declared.get(within.text)?.kind === "dimension") return null;
  const known = [...ctx.declared].flatMap(([n, d]) => (d.kind === "dimension" && n !== name.text ? [n] : []));
  const more = suggestion(within.text, within.span, known);
  report(ctx.sink, dynamics.unknownDimension, within.span, { name: within.text }, more);
  return null;
}

/** Whether the labels of a range are some of its dimension's, as far as the source tells these. */
function checkRange({ labels }: ast.DimensionDecl, whole: Dimension, ctx: CheckContext): boolean {
  const known = labelsOf(whole.name, ctx);
  const stray = (labels ?? []).filter(({ text }) => known !== undefined && !known.includes(text));
  for (const { text, span } of stray) {
    const params = { label: text, dimension: whole.name, known: known ?? [] };
    report(ctx.sink, dynamics.unknownLabel, span, params, suggestion(text, span, known ?? []));
  }
  return stray.length === 0;
}
