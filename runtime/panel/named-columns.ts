/** Which columns of which tables a part of the model names. */
import type { Expr, Model, Panel } from "../../language/model.ts";

/**
 * Every `column` expression in a piece of checked model, whatever it is: the model is plain data, so that walking
 * all of it cannot forget a place where an expression may stand.
 */
export function namedColumns(part: unknown): { table: string; column: string }[] {
  const found: { table: string; column: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
      return;
    }
    if (isColumn(node)) found.push({ table: node.table, column: node.column });
    for (const child of Object.values(node)) visit(child);
  };
  visit(part);
  return found;
}

function isColumn(node: object): node is Extract<Expr, { op: "column" }> {
  return "op" in node && node.op === "column" && "table" in node;
}

/**
 * The given columns of a panel that the model uses: those that an expression of the model names (its own derived
 * columns and conditions included) or that another panel takes over. All of them where nothing else in the model
 * names the panel.
 */
export function usedColumns(panel: Panel, model: Model): ReadonlySet<string> {
  const own = namedColumns(panel);
  const others = model.declarations.filter((d) => d !== panel);
  const elsewhere = namedColumns([others, model.reports, model.expectations]);
  const taken = others.flatMap((d) =>
    d.kind === "panel" && takesFrom(d, panel.name) ? takenColumns(d) : [],
  );
  const outside = [...elsewhere.filter((c) => c.table === panel.name).map((c) => c.column), ...taken];
  if (outside.length === 0) return new Set(panel.columns.map((column) => column.name));
  return new Set([...outside, ...own.filter((c) => c.table === panel.name).map((c) => c.column)]);
}

function takesFrom(panel: Panel, source: string): boolean {
  return (
    (panel.source.kind === "panel" && panel.source.panel === source) ||
    (panel.source.kind === "stack" && panel.source.panels.includes(source))
  );
}

function takenColumns(panel: Panel): string[] {
  return panel.columns.flatMap((c) => (c.from.kind === "header" ? [c.from.header] : []));
}
