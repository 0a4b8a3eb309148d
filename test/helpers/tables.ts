/** Result tables by hand. */
import type { Table, TableColumn } from "../../runtime/tables/table.ts";

export function numbers(name: string, values: number[], more: Partial<TableColumn> = {}): TableColumn {
  const cells = { of: "number", values: Float64Array.from(values) } as const;
  return { name, role: "value", unit: null, cells, ...more };
}

export function labels(
  name: string,
  role: TableColumn["role"],
  values: (string | number | null)[],
): TableColumn {
  return { name, role, unit: null, cells: { of: "label", values } };
}

export function unit(text: string) {
  return { dimensions: {}, scale: 1, text };
}

export function table(name: string, columns: TableColumn[], notes?: string[]): Table {
  return { name, rows: columns[0]?.cells.values.length ?? 0, columns, ...(notes && { notes }) };
}
