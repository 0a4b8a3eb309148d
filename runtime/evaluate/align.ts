/** Alignment by label: which row of a value belongs to which row of another. */
import type { KeyColumn, Value } from "./value.ts";

/** What gives a result its rows: keys, the groups they determine, and how many rows there are. */
export type Shape = Pick<Value, "keys" | "groups" | "rows">;

/** The labels of one row as one text; the number 2017 and the label "2017" are the same. */
export function rowName(columns: readonly KeyColumn[], row: number): string {
  if (columns.length === 1) return String(columns[0]!.labels[row]);
  let name = "";
  for (const column of columns) name += `${column.labels[row]}\u0001`;
  return name;
}

/** The first row of each combination of labels. */
export function rowsByName(columns: readonly KeyColumn[], rows: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const name = rowName(columns, row);
    if (!found.has(name)) found.set(name, row);
  }
  return found;
}

/** The columns of a shape that carry the given keys, or null where one is not there. */
function columnsFor(keys: readonly KeyColumn[], shape: Shape): KeyColumn[] | null {
  const found: KeyColumn[] = [];
  for (const key of keys) {
    const column =
      shape.keys.find((k) => k.name === key.name) ?? shape.groups.find((g) => g.name === key.name);
    if (!column) return null;
    found.push(column);
  }
  return found;
}

/** For each row of the shape the row of the value, −1 where it has none; null where their keys do not fit. */
export function align(value: Shape, onto: Shape): Int32Array | null {
  const columns = columnsFor(value.keys, onto);
  if (!columns) return null;
  const rows = new Int32Array(onto.rows);
  if (value.keys.length === 0) return rows;
  const same = value.rows === onto.rows && value.keys.every((key, k) => key.labels === columns[k]!.labels);
  if (same) return rows.map((_, row) => row);
  const index = rowsByName(value.keys, value.rows);
  for (let row = 0; row < onto.rows; row++) rows[row] = index.get(rowName(columns, row)) ?? -1;
  return rows;
}

/**
 * The shape in which values combine, the one whose keys (with the groups that they determine) include those of
 * all others, and each value's rows in it; null where there is none.
 */
export function combine(values: readonly Shape[]): { shape: Shape; rows: Int32Array[] } | null {
  const byKeys = [...values].sort((a, b) => b.keys.length - a.keys.length);
  for (const shape of byKeys) {
    const rows = values.map((value) => align(value, shape));
    if (rows.every((r) => r !== null)) return { shape, rows };
  }
  return null;
}

/** Keeps some rows of a shape's columns. */
export function takeRows(columns: readonly KeyColumn[], rows: readonly number[]): KeyColumn[] {
  return columns.map((column) => ({ ...column, labels: rows.map((row) => column.labels[row]!) }));
}

/** Keeps some rows of a value. */
export function takeValue(value: Value, rows: readonly number[]): Value {
  const { cells } = value;
  return {
    keys: takeRows(value.keys, rows),
    groups: takeRows(value.groups, rows),
    rows: rows.length,
    cells:
      cells.of === "label"
        ? { of: "label", values: rows.map((row) => cells.values[row]!) }
        : { of: cells.of, values: Float64Array.from(rows, (row) => cells.values[row]!) },
  };
}

/** All columns but one. */
export function without(columns: readonly KeyColumn[], name: string): KeyColumn[] {
  return columns.filter((column) => column.name !== name);
}
