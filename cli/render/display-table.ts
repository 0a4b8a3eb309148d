/** A result table made ready to be shown: chosen rows, formatted cells, headers with symbols and units. */
import type { Table, TableColumn } from "../../runtime/tables/table.ts";
import { decimalsFor, formatNumber, missing } from "./number.ts";

export interface DisplayTable {
  readonly columns: readonly DisplayColumn[];
  /** How many rows of the table are not shown, and before which shown row they are missing. */
  readonly hidden: number;
  readonly gapBefore: number;
}
export interface DisplayColumn {
  readonly header: string;
  /** The field's sign and the unit: `θ`, `[10k t]`; empty where there is neither. */
  readonly sub: string;
  /** Keys stand in front and are repeated where a table is folded. */
  readonly key: boolean;
  readonly numeric: boolean;
  /** A name that stands over several neighbouring columns. */
  readonly group?: string;
  readonly cells: readonly string[];
}

export interface RowLimit {
  /** A table of more rows is abbreviated … */
  readonly limit: number;
  /** … to this many from its beginning and its end. */
  readonly first: number;
  readonly last: number;
}
export const everyRow: RowLimit = { limit: Number.POSITIVE_INFINITY, first: 0, last: 0 };

export function displayTable(table: Table, rowLimit: RowLimit): DisplayTable {
  const abbreviated = table.rows > rowLimit.limit;
  const first = abbreviated ? rowLimit.first : table.rows;
  const last = abbreviated ? rowLimit.last : 0;
  const rows = Array.from({ length: first + last }, (_, i) =>
    i < first ? i : table.rows - last + i - first,
  );
  const columns = table.columns.map((column) => displayColumn(column, rows));
  return {
    columns: withoutRepeats(columns, first),
    hidden: table.rows - rows.length,
    gapBefore: first,
  };
}

function displayColumn(column: TableColumn, rows: readonly number[]): DisplayColumn {
  const { cells } = column;
  const head = {
    header: column.name,
    sub: [column.symbol, unitText(column)].filter(Boolean).join(" "),
    key: column.role !== "value",
  };
  if (cells.of === "label") {
    const numeric = cells.values.every((v) => typeof v === "number" || v === null) && !head.key;
    return { ...head, numeric, cells: rows.map((row) => labelText(cells.values[row])) };
  }
  // Keys that are numbers (years, times) are names: they stand as they are, not rounded or grouped.
  if (head.key) return { ...head, numeric: true, cells: rows.map((row) => labelText(cells.values[row])) };
  const decimals = column.digits ?? decimalsFor(cells.values);
  return { ...head, numeric: true, cells: rows.map((row) => formatNumber(cells.values[row]!, decimals)) };
}

function labelText(label: string | number | null | undefined): string {
  return label === null || label === undefined || Number.isNaN(label) ? missing : String(label);
}

function unitText(column: TableColumn): string {
  return column.unit === null || column.unit.text === "1" ? "" : `[${column.unit.text}]`;
}

/** Leading keys are shown once for each run of equal labels, so that they read as headings of a group. */
export function withoutRepeats(columns: readonly DisplayColumn[], gapBefore: number): DisplayColumn[] {
  const keys = columns.filter((c) => c.key).length;
  const sameAbove = (columnsBefore: readonly DisplayColumn[], row: number) =>
    row > 0 && row !== gapBefore && columnsBefore.every((c) => c.cells[row] === c.cells[row - 1]);
  return columns.map((column, i) => {
    // The last key tells rows apart and is always shown; values are never blanked.
    if (!column.key || i >= keys - 1) return column;
    const above = columns.slice(0, i + 1);
    return { ...column, cells: column.cells.map((cell, row) => (sameAbove(above, row) ? "" : cell)) };
  });
}
