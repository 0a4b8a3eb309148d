/** The labels of a key as far as the source text tells them. */
import type { CheckContext } from "./context.ts";
import type { Key } from "./scope.ts";

/**
 * The labels that a key may have: those of a dimension, or those in an inline table. Undefined where only the data will tell.
 */
export function knownLabels(
  key: Key,
  tables: readonly string[],
  ctx: CheckContext,
): readonly string[] | undefined {
  if (key.role === "dimension") {
    const dimension = ctx.checked.get(key.name);
    if (dimension?.kind !== "dimension") return undefined;
    const { labels } = dimension;
    if (!("table" in labels)) return labels;
    return panelLabels(labels.table, labels.column, ctx);
  }
  for (const table of tables) {
    const labels = panelLabels(panelUnder(table, ctx), key.name, ctx);
    if (labels !== undefined) return labels;
  }
  return undefined;
}

/** The panel whose rows a table has: its own name, or that of the technology it measures. */
function panelUnder(table: string, ctx: CheckContext): string {
  const checked = ctx.checked.get(table);
  if (checked?.kind !== "measure" && checked?.kind !== "index") return table;
  const technology = ctx.checked.get(checked.spec.technology);
  return technology?.kind === "technology" ? technology.panel : table;
}

function panelLabels(table: string, column: string, ctx: CheckContext): readonly string[] | undefined {
  const panel = ctx.checked.get(table);
  if (panel?.kind !== "panel") return undefined;
  if (panel.source.kind === "panel") return panelLabels(panel.source.panel, column, ctx);
  if (panel.source.kind !== "inline") return undefined;
  const at = panel.source.columns.indexOf(column);
  if (at < 0) return undefined;
  return [...new Set(panel.source.rows.map((row) => row.cells[at]?.text.trim() ?? ""))];
}
