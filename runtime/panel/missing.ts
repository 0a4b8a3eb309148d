/** The `missing` rule: what happens to rows in which a used column is empty. */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { Panel } from "../../language/model.ts";
import { describeRow } from "../evaluate/aggregate.ts";
import { columnLabels, tableShape } from "../evaluate/column-value.ts";
import { mostMessages } from "../tables/raw-table.ts";
import type { TableColumn } from "../tables/table.ts";
import type { PanelRows } from "./panel-rows.ts";

/**
 * The rows to keep, and a sentence on those that were left out; null after an error.
 *
 * @param judged the columns in which an empty cell counts
 */
export function applyMissing(
  panel: Panel,
  rows: PanelRows,
  judged: readonly string[],
  sink: Diagnostics,
): { kept: number[]; note: string | null } | null {
  const { table } = rows;
  const columns = table.columns.filter((c) => judged.includes(c.name) && c.cells.of === "number");
  const gaps = range(table.rows).filter((row) => columns.some((column) => isEmpty(column, row)));
  if (gaps.length === 0) return { kept: range(table.rows), note: null };
  const { missing } = panel;
  if (missing.rule === "error") {
    for (const column of columns.slice(0, mostMessages)) reportGaps(panel, rows, column, sink);
    return null;
  }
  const { what } = missing;
  if (what === "row") {
    const gone = new Set(gaps);
    const kept = range(table.rows).filter((row) => !gone.has(row));
    return { kept, note: `\`missing drop row\` left out ${counted(gaps.length, "row")}.` };
  }
  const key = table.columns.find((c) => c.name === what.key);
  if (!key) throw new Error(`panel ${panel.name} has no key ${what.key}`);
  const labels = columnLabels(key);
  const gone = new Set(gaps.map((row) => labels[row]));
  const kept = range(table.rows).filter((row) => !gone.has(labels[row]));
  const lost = counted(table.rows - kept.length, "row");
  return { kept, note: `\`missing drop ${what.key}\` left out ${lost}: ${[...gone].join(", ")}.` };
}

/** One message for each column: its first gap, and how many more there are. */
function reportGaps(panel: Panel, rows: PanelRows, column: TableColumn, sink: Diagnostics): void {
  const gaps = range(rows.table.rows).filter((row) => isEmpty(column, row));
  const first = gaps[0];
  if (first === undefined) return;
  const declared = panel.columns.find((c) => c.name === column.name);
  const key = describeRow(tableShape(rows.table).keys, first);
  const params = {
    source: rows.source,
    line: rows.lines[first]!,
    column: column.name,
    key,
    count: gaps.length,
  };
  const span = rows.cellSpan?.(first, column.name) ?? declared?.span ?? panel.span;
  report(sink, data.missingValue, span, params);
}

function isEmpty(column: TableColumn, row: number): boolean {
  const cell = column.cells.values[row];
  return cell === null || Number.isNaN(cell);
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
