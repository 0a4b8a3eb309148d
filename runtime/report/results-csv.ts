/** Tables as CSV (RFC 4180): full-precision numbers, missing cells empty. */
import type { Table } from "../tables/table.ts";
import { cellOf, type JsonCell } from "./results-json.ts";

/** The table as text: a line of headers, then a line for each row, each ended by a line feed. */
export function tableToCsv(table: Table): string {
  const lines = [table.columns.map((column) => quoted(column.name)).join(",")];
  for (let row = 0; row < table.rows; row++) {
    lines.push(table.columns.map((column) => quoted(cellOf(column, row))).join(","));
  }
  return `${lines.join("\n")}\n`;
}

function quoted(cell: JsonCell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
