/** Columns of result tables as keyed values. */
import type { ColumnRole, Table, TableColumn } from "../tables/table.ts";
import type { Environment } from "./environment.ts";
import type { KeyColumn, Label, Value } from "./value.ts";

const keyRoles: ReadonlySet<ColumnRole> = new Set(["dmu", "period", "scenario", "time", "dimension"]);

/** The labels of a table's column, numbers as numbers. */
export function columnLabels(column: TableColumn): readonly Label[] {
  const { cells } = column;
  return cells.of === "label" ? cells.values : Array.from(cells.values, (v) => (Number.isNaN(v) ? null : v));
}

/** The rows of a table as a shape: its key columns and its groups. */
export function tableShape(table: Table): Pick<Value, "keys" | "groups" | "rows"> {
  const keyColumn = (column: TableColumn): KeyColumn => ({
    name: column.name,
    role: column.role,
    labels: columnLabels(column),
  });
  return {
    keys: table.columns.filter((c) => keyRoles.has(c.role)).map(keyColumn),
    groups: table.columns.filter((c) => c.role === "group").map(keyColumn),
    rows: table.rows,
  };
}

/** One column with the table's keys; a key column of numbers (a period) reads as numbers. */
export function columnValue(table: Table, name: string): Value {
  const column = table.columns.find((c) => c.name === name);
  if (!column) throw new Error(`table ${table.name} has no column ${name}`);
  return { ...tableShape(table), cells: numbersWherePossible(column.cells) };
}

function numbersWherePossible(cells: TableColumn["cells"]): TableColumn["cells"] {
  if (cells.of === "number" || cells.values.length === 0) return cells;
  if (!cells.values.every((v) => typeof v === "number")) return cells;
  return { of: "number", values: Float64Array.from(cells.values as number[]) };
}

/**
 * A system's variable out of its table of runs. A subscripted variable stands there as one column for each
 * element, `value[services]`; its elements become rows here.
 *
 * @param dimensions the variable's dimensions, in order
 * @param scenario keeps the rows of one scenario and drops the key
 */
export function runValue(
  table: Table,
  variable: string,
  dimensions: readonly string[],
  scenario: string | undefined,
  env: Environment,
): Value {
  const whole = tableShape(table);
  const names = whole.keys.find((k) => k.name === "scenario")?.labels ?? [];
  const rows = range(table.rows).filter((row) => scenario === undefined || names[row] === scenario);
  const base = whole.keys.filter((key) => scenario === undefined || key.name !== "scenario");
  const elements = product(dimensions.map((d) => env.dimension(d)));
  const columns = elements.map((labels) => elementColumn(table, variable, labels));
  const values = new Float64Array(rows.length * elements.length);
  columns.forEach((column, e) => {
    const { cells } = column;
    rows.forEach((row, r) => {
      values[e * rows.length + r] = cells.of === "number" ? cells.values[row]! : Number.NaN;
    });
  });
  const repeated = base.map((key) => ({
    ...key,
    labels: elements.flatMap(() => rows.map((row) => key.labels[row]!)),
  }));
  const subscripts = dimensions.map((name, d) => ({
    name,
    role: "dimension" as const,
    labels: elements.flatMap((labels) => rows.map(() => labels[d]!)),
  }));
  return {
    keys: [...repeated, ...subscripts],
    groups: [],
    rows: values.length,
    cells: { of: "number", values },
  };
}

function elementColumn(table: Table, variable: string, labels: readonly string[]): TableColumn {
  const name = labels.length === 0 ? variable : `${variable}[${labels.join(", ")}]`;
  const column = table.columns.find((c) => c.name === name);
  if (!column) throw new Error(`table ${table.name} has no column ${name}`);
  return column;
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((head) => list.map((l) => [...head, l])), [[]]);
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
