/** Columns of result tables. */
import type { Unit } from "../../language/units/unit.ts";
import { dimensionless } from "../../language/units/unit.ts";
import type { Label } from "../evaluate/value.ts";
import type { ColumnRole, Table, TableColumn } from "../tables/table.ts";

const keyRoles: ReadonlySet<ColumnRole> = new Set(["dmu", "period", "scenario", "time", "dimension"]);

/** The columns that name a panel's rows. */
export function keyColumns(table: Table): readonly TableColumn[] {
  return table.columns.filter((column) => keyRoles.has(column.role));
}

/** Keys, then groups: what every table of a measure or index begins with. */
export function keysAndGroups(table: Table): readonly TableColumn[] {
  return [...keyColumns(table), ...table.columns.filter((column) => column.role === "group")];
}

/** Some columns of a table at some of its rows, perhaps under another name. */
export function takeRows(
  columns: readonly TableColumn[],
  rows: readonly number[],
  renamed: (column: TableColumn) => Partial<Pick<TableColumn, "name" | "role">> = () => ({}),
): TableColumn[] {
  return columns.map((column) => {
    const { cells } = column;
    const taken =
      cells.of === "number"
        ? { of: "number" as const, values: Float64Array.from(rows, (row) => cells.values[row]!) }
        : { of: "label" as const, values: rows.map((row) => cells.values[row]!) };
    return { ...column, cells: taken, ...renamed(column) };
  });
}

/** A column of numbers, without a unit of its own unless given. */
export function numbers(
  name: string,
  values: Float64Array | readonly number[],
  more: { unit?: Unit | null; symbol?: string; scale?: TableColumn["scale"] } = {},
): TableColumn {
  const { unit = dimensionless, ...rest } = more;
  const own = values instanceof Float64Array ? values : Float64Array.from(values);
  return { name, role: "value", unit, ...rest, cells: { of: "number", values: own } };
}

/** A column of labels. */
export function labels(name: string, values: readonly Label[], role: ColumnRole = "label"): TableColumn {
  return { name, role, unit: null, cells: { of: "label", values } };
}
