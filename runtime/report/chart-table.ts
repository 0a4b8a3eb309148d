/** The numbers of a chart as they are read best: time goes down, a few series stand side by side. */

import type { Table } from "../tables/table.ts";
import { pivoted } from "./report-table.ts";

/** More series than that are not read across. */
const mostAcross = 6;

export function chartTable(table: Table): Table {
  const values = table.columns.filter(({ role }) => role === "value");
  const keys = table.columns.filter(({ role }) => role !== "value");
  const [series, ...others] = keys.filter(({ role }) => role !== "time" && role !== "period");
  const labels = new Set(series?.cells.values);
  const fits = values.length === 1 && keys.length === 2 && others.length === 0 && labels.size <= mostAcross;
  if (!fits || series === undefined || labels.size < 2) return table;
  return { ...pivoted(table, series.name), ...(table.notes && { notes: table.notes }) };
}
