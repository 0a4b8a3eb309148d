import type { Table, TableColumn } from "./table.ts";

/** The table with some of its rows, in the order given. */
export function takeTableRows(table: Table, rows: readonly number[]): Table {
  return { ...table, rows: rows.length, columns: table.columns.map((c) => takeColumnRows(c, rows)) };
}

function takeColumnRows(column: TableColumn, rows: readonly number[]): TableColumn {
  const { cells } = column;
  if (cells.of === "label") {
    return { ...column, cells: { of: "label", values: rows.map((row) => cells.values[row]!) } };
  }
  return {
    ...column,
    cells: { of: "number", values: Float64Array.from(rows, (row) => cells.values[row]!) },
  };
}
