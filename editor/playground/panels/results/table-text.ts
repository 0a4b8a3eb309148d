/** Tables as text for other programs. */
import type { Table } from "../../../../runtime/tables/table.ts";
import type { TableView } from "../../../../runtime/tables/table-view.ts";

/** Tab-separated with all digits, as spreadsheets take from the clipboard: the rows shown, in their order. */
export function tabSeparated(view: TableView, rows: Int32Array): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t");
  const head = line(view.columns.map((column) => column.name));
  const body = Array.from(rows, (row) =>
    line(view.columns.map((column) => (column.value(row) === null ? "" : column.full(row)))),
  );
  return `${[head, ...body].join("\n")}\n`;
}

/** A Markdown table as it reads on the page. */
export function markdown(view: TableView, rows: Int32Array): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const head = view.columns.map(({ name, symbol, unit }) =>
    [name, symbol, unit && `[${unit}]`].filter(Boolean).join(" "),
  );
  return `${[
    line(head),
    line(view.columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
    ...Array.from(rows, (row) => line(view.columns.map((column) => column.text(row)))),
  ].join("\n")}\n`;
}

/** A table's name as a file's: without what file systems do not take. */
export function fileName(table: Pick<Table, "name">, ending: string): string {
  return `${table.name.replace(/[<>:"/\\|?*\p{Cc}]/gu, "_")}.${ending}`;
}
