/** The table of a report's item, called `REPORT.n`; a text has none. */
import type { ReportDocument } from "../results.ts";
import type { Table } from "../tables/table.ts";

export type DocumentItem = ReportDocument["items"][number];

export function itemTable(item: DocumentItem): Table | null {
  if (item.kind === "text") return null;
  return item.kind === "chart" ? item.chart.table : item.table;
}

/** The sentence of a picture. */
export function itemSentence(item: DocumentItem): string | null {
  if (item.kind === "chart") return item.chart.sentence;
  return item.kind === "diagram" ? item.sentence : null;
}
