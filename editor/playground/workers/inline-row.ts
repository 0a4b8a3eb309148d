/** Which row of an inline table stands behind a row of its panel's table, where conditions leave rows out. */
import type { Model, Panel } from "../../../language/model.ts";
import { columnLabels } from "../../../runtime/evaluate/column-value.ts";
import type { HeldModel } from "./held-model.ts";

/** @param row of the panel's table, from 0; the same number comes back where the panel has all rows or cannot be built */
export async function inlineRow(name: string, row: number, model: Model, held: HeldModel): Promise<number> {
  const panel = model.declarations.find((d): d is Panel => d.kind === "panel" && d.name === name);
  if (panel?.source.kind !== "inline") return row;
  if (panel.where.length === 0 && panel.missing.rule === "error") return row;
  const env = await held.environmentOf({ table: name }, model);
  const table = "failed" in env ? undefined : env.table(name);
  if (table === undefined) return row;
  const { columns, rows } = panel.source;
  const keys = [...panel.dmu, ...(panel.period === undefined ? [] : [panel.period])];
  const labels = keys.map((key) => {
    const column = table.columns.find((one) => one.name === key);
    return String(column === undefined ? "" : columnLabels(column)[row]);
  });
  const found = rows.findIndex(({ cells }) =>
    keys.every((key, i) => cells[columns.indexOf(key)]?.text === labels[i]),
  );
  return found < 0 ? row : found;
}
