import type { Unit } from "../../language/units/unit.ts";
import type { ColumnRole, TableColumn } from "../tables/table.ts";

/** A column of numbers. */
export function numberColumn(
  name: string,
  unit: Unit | null,
  values: ArrayLike<number>,
  role: ColumnRole = "value",
): TableColumn {
  return { name, role, unit, cells: { of: "number", values: Float64Array.from(values) } };
}

/** A column of labels, for tables whose rows are of different things. */
export function labelColumn(
  name: string,
  role: ColumnRole,
  values: readonly (string | number | null)[],
): TableColumn {
  return { name, role, unit: null, cells: { of: "label", values } };
}
