/** A result table made ready to be shown: chosen rows, formatted cells, headers with symbols and units. */

import { decimalsFor, formatNumber, missing, pointsAligned } from "./number-text.ts";
import type { Table, TableColumn } from "./table.ts";

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
  const keys = namingColumns(table);
  const kinds = rowKinds(table, keys);
  const columns = [...keys, ...table.columns.filter((c) => !keys.includes(c))].map((column) =>
    displayColumn(column, keys.includes(column), rows, kinds),
  );
  return {
    columns: grouped(withoutRepeats(columns, first)),
    hidden: table.rows - rows.length,
    gapBefore: first,
  };
}

/** What tells rows apart; in a table of means groups take part in that, which else are only told once. */
export function namingColumns(table: Table): readonly TableColumn[] {
  const named = table.columns.filter(({ role }) => role !== "value" && role !== "label");
  const keys = named.filter(({ role }) => role !== "group");
  const rows = Array.from({ length: table.rows }, (_, row) =>
    keys.map((c) => c.cells.values[row]).join("\n"),
  );
  return new Set(rows).size === table.rows && keys.length > 0 ? keys : named;
}

/**
 * Where a column `unit` says that rows are of different quantities: for each row which one it is of, by its keys but time. Each
 * quantity then has decimals of its own. Null for a table of one kind of rows.
 */
export function rowKinds(table: Table, keys: readonly TableColumn[]): readonly string[] | null {
  if (!table.columns.some((c) => c.name === "unit" && c.role === "label")) return null;
  const own = keys.filter((c) => c.role !== "time" && c.role !== "period");
  return Array.from({ length: table.rows }, (_, row) => own.map((c) => c.cells.values[row]).join("\n"));
}

function displayColumn(
  column: TableColumn,
  key: boolean,
  rows: readonly number[],
  kinds: readonly string[] | null,
): DisplayColumn {
  const { cells } = column;
  const sub = [column.symbol, unitText(column)].filter(Boolean).join(" ");
  const head = { header: column.name, sub, key };
  const labels = () => rows.map((row) => labelText(cells.values[row]));
  if (cells.of === "label") {
    const numeric = cells.values.some((v) => v !== null) && cells.values.every((v) => typeof v !== "string");
    return { ...head, numeric, cells: labels() };
  }
  // Keys that are numbers (years, times) are names: they stand as they are, not rounded or grouped.
  if (column.role !== "value") return { ...head, numeric: true, cells: labels() };
  if (kinds !== null && column.digits === undefined && column.unit === null) {
    const decimals = new Map(
      [...new Set(kinds)].map((kind) => [
        kind,
        decimalsFor(cells.values.filter((_, i) => kinds[i] === kind)),
      ]),
    );
    const texts = rows.map((row) => formatNumber(cells.values[row]!, decimals.get(kinds[row]!)!));
    return { ...head, numeric: true, cells: pointsAligned(texts) };
  }
  const decimals = column.digits ?? decimalsFor(cells.values);
  return { ...head, numeric: true, cells: rows.map((row) => formatNumber(cells.values[row]!, decimals)) };
}

function labelText(label: string | number | null | undefined): string {
  return label === null || label === undefined || Number.isNaN(label) ? missing : String(label);
}

/**
 * Neighbours such as `slack.labor` and `slack.energy` stand under `slack`; where every value is a table's column, as
 * `gtfp.change`, all stand under their table's name.
 */
export function grouped<C extends Pick<DisplayColumn, "key" | "header">>(
  columns: readonly C[],
): readonly (C & { readonly group?: string })[] {
  const parts = columns.map((c) => (c.key ? null : /^([^.()\s]+)\.(.+)$/.exec(c.header)));
  const values = columns.filter((c) => !c.key).length;
  const all = values > 1 && parts.filter((part) => part !== null).length === values;
  return columns.map((column, i) => {
    const part = parts[i];
    const beside = [parts[i - 1], parts[i + 1]].some((other) => part && other?.[1] === part[1]);
    return part && (all || beside) ? { ...column, group: part[1]!, header: part[2]! } : column;
  });
}

export function unitText(column: TableColumn): string {
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
