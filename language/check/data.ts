/**
 * Checks `data`: where the rows come from, what tells them apart, which columns there are.
 *
 *     entries ─▶ source ─▶ keys and groups ─▶ columns (units solved together) ─▶ conditions ─▶ panel and its shape
 */
import type * as ast from "../ast.ts";
import type { Expr, Panel } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { checkColumns } from "./data-columns.ts";
import { readEntries, readMissing } from "./data-entries.ts";
import { readKeys } from "./data-keys.ts";
import { readSource } from "./data-source.ts";
import { checkExpr } from "./expression.ts";

/** The checked panel, with its shape set in the context; null after reported errors. */
export function checkData(decl: ast.DataDecl, ctx: CheckContext): Panel | null {
  const name = decl.name.text;
  const entries = readEntries(decl, ctx);
  const source = readSource(decl, ctx);
  const keys = source === null ? null : readKeys(decl, entries, source, ctx);
  if (source === null || keys === null) return null;
  const units = new UnitSolver();
  const files =
    source.source.kind === "file"
      ? [source.source.path, ...entries.joins.map((join) => join.path)]
      : undefined;
  const checked = checkColumns({ name, keys, source, files, entries: entries.columns, units, ctx });
  const labels = [...keys.dmu, ...(keys.period === undefined ? [] : [keys.period])];
  const missing = readMissing(entries.missing, labels, name, ctx);
  const where: Expr[] = [];
  for (const condition of entries.where) {
    const expected = { what: "`where`", of: "boolean", keys: [...labels, ...keys.groups] } as const;
    const expr = checkExpr(condition, checked.scope, ctx, expected);
    if (expr !== null) where.push(expr);
  }
  const shape: TableShape = {
    name,
    keys: [
      ...keys.dmu.map((key) => ({ name: key, role: "dmu" as const })),
      ...(keys.period === undefined ? [] : [{ name: keys.period, role: "period" as const }]),
    ],
    groups: keys.groups,
    columns: checked.shape,
    ...(files && { files }),
  };
  // Set even where something is wrong, so that those who name the panel are checked as far as possible.
  ctx.shapes.set(name, shape);
  if (
    !source.ok ||
    !entries.ok ||
    checked.columns === null ||
    missing === null ||
    where.length < entries.where.length
  )
    return null;
  return {
    kind: "panel",
    name,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    source: source.source,
    decimal: entries.decimal,
    ...(entries.sheet === undefined ? {} : { sheet: entries.sheet }),
    ...(entries.wide === undefined ? {} : { wide: entries.wide.text }),
    missingValues: entries.missingValues,
    dmu: keys.dmu,
    ...(keys.period === undefined ? {} : { period: keys.period }),
    groups: keys.groups,
    keySpans: keys.spans,
    columns: checked.columns,
    where,
    missing,
    joins: entries.joins,
  };
}
