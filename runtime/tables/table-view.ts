/** A result table made ready for a page or a document: what each column is headed with, and how a cell reads, sorts and is searched. */
import { grouped, namingColumns, rowKinds, unitText } from "./display-table.ts";
import { decimalsFor, formatNumber, missing } from "./number-text.ts";
import type { Table, TableColumn } from "./table.ts";

/** A unit by its labels, joined by commas where several columns name it. */
export interface RowUnit {
  readonly dmu: string;
  readonly period?: string;
}
export interface ViewColumn {
  readonly name: string;
  readonly header: string;
  /** A name that stands over several neighbouring columns. */
  readonly group?: string;
  /** The field's sign, and the unit in brackets; empty where there is none. */
  readonly symbol: string;
  readonly unit: string;
  /** Keys name the rows and stand in front. */
  readonly key: boolean;
  readonly numeric: boolean;
  /** Three significant digits of the column's median size, aligned at the point. */
  text(row: number): string;
  /** All digits. */
  full(row: number): string;
  /** Null where missing. */
  value(row: number): number | string | null;
  /** Scores and changes have a bar: where nothing stands (0, or 1 for ratios) and how far it reaches. */
  readonly bar?: { readonly from: number; readonly reach: number };
}
export interface TableView {
  readonly rows: number;
  readonly columns: readonly ViewColumn[];
  /** The unit that a row is about; null for tables whose rows are no units. */
  readonly unitOf: ((row: number) => RowUnit) | null;
}

export function tableView(table: Table): TableView {
  const keys = namingColumns(table);
  const kinds = rowKinds(table, keys);
  const others = table.columns.filter((column) => !keys.includes(column));
  // Groups that do not tell rows apart stand behind what the table is about.
  const isGroup = (column: TableColumn) => column.role === "group";
  const all = [...keys, ...others.filter((c) => !isGroup(c)), ...others.filter(isGroup)];
  const columns = all.map((column) => viewColumn(column, keys.includes(column), kinds));
  return { rows: table.rows, columns: grouped(columns), unitOf: unitsOf(table) };
}

/** How the rows of a table name its units: by the labels of their DMU and their period. */
export function unitsOf(table: Table): ((row: number) => RowUnit) | null {
  const dmu = table.columns.filter((column) => column.role === "dmu");
  const period = table.columns.find((column) => column.role === "period");
  if (dmu.length === 0) return null;
  return (row) => ({
    dmu: dmu.map((column) => column.cells.values[row]).join(", "),
    ...(period === undefined ? {} : { period: String(period.cells.values[row]) }),
  });
}

export function sameUnit(a: RowUnit | null, b: RowUnit | null): boolean {
  return a !== null && b !== null && a.dmu === b.dmu && (a.period ?? "") === (b.period ?? "");
}

function viewColumn(
  column: TableColumn,
  key: boolean,
  kinds: readonly string[] | null,
): Omit<ViewColumn, "group"> {
  const { cells } = column;
  const head = {
    name: column.name,
    header: column.name,
    symbol: column.symbol ?? "",
    unit: unitText(column).slice(1, -1),
    key,
  };
  // Keys that are numbers (years, times) are names: they stand as they are, not rounded or grouped.
  if (cells.of === "label" || column.role !== "value") {
    const values = Array.from(cells.values, (v) => (v === null || Number.isNaN(v) ? null : v));
    const text = (row: number) => String(values[row] ?? missing);
    const numeric =
      values.some((v) => v !== null) && values.every((v) => v === null || typeof v === "number");
    return { ...head, numeric, text, full: text, value: (row) => values[row] ?? null };
  }
  const { values } = cells;
  const decimals = decimalsOf(column, values, kinds);
  const bar = barOf(column, values);
  return {
    ...head,
    numeric: true,
    text: (row) => formatNumber(values[row]!, decimals(row)),
    full: (row) => (Number.isNaN(values[row]!) ? missing : String(values[row])),
    value: (row) => (Number.isNaN(values[row]!) ? null : values[row]!),
    ...(bar !== null && { bar }),
  };
}

function decimalsOf(
  column: TableColumn,
  values: Float64Array,
  kinds: readonly string[] | null,
): (row: number) => number {
  if (column.digits !== undefined) return () => column.digits!;
  if (kinds === null || column.unit !== null) {
    const decimals = shortDecimals(values);
    return () => decimals;
  }
  const byKind = new Map<string, number>();
  for (const kind of new Set(kinds)) {
    byKind.set(kind, shortDecimals(values.filter((_, row) => kinds[row] === kind)));
  }
  return (row) => byKind.get(kinds[row]!)!;
}

/** Three significant digits; one more where some numbers begin with 1 and others with 0, as scores and changes do. */
function shortDecimals(values: Float64Array): number {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return decimalsFor(values, largest >= 1 && largest < 10 ? 4 : 3);
}

const barred = /(^|\.)(score|efficiency|change|weight)$/;

function barOf(column: TableColumn, values: Float64Array): ViewColumn["bar"] | null {
  if (!barred.test(column.name)) return null;
  const from = column.scale === "ratio" ? 1 : 0;
  let reach = 0;
  for (const value of values) if (Number.isFinite(value)) reach = Math.max(reach, Math.abs(value - from));
  return reach > 0 ? { from, reach } : null;
}
