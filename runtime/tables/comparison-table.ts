/** A tidy `compare` table with its scenarios side by side. */
import type { Table, TableColumn } from "./table.ts";

const parts = ["value", "difference", "change"] as const;

/** Null where the table is not the tidy form of a comparison: a row for each variable, time and scenario. */
export function comparisonTable(table: Table): Table | null {
  const column = (name: string) => table.columns.find((one) => one.name === name);
  const [variable, unit, time, scenario] = ["variable", "unit", "time", "scenario"].map(column);
  const values = parts.map(column);
  if (!(variable && unit && time && scenario) || values.includes(undefined)) return null;
  const lines = new Map<string, Map<string, number>>();
  const scenarios = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const key = [variable, time].map((one) => one.cells.values[row]).join("\n");
    const name = String(scenario.cells.values[row]);
    scenarios.add(name);
    lines.set(key, (lines.get(key) ?? new Map<string, number>()).set(name, row));
  }
  const shown = [...lines.values()];
  const firstRows = shown.map((line) => line.values().next().value!);
  const labels = (one: TableColumn, role: TableColumn["role"]): TableColumn => ({
    ...one,
    role,
    cells: { of: "label", values: firstRows.map((row) => one.cells.values[row] ?? null) },
  });
  const numbersOf = (name: string, part: number): TableColumn => {
    const { cells, ...own } = values[part]!;
    const taken = Float64Array.from(shown, (line) => {
      const row = line.get(name);
      return row === undefined ? Number.NaN : Number(cells.values[row]);
    });
    return { ...own, name: `${name}.${parts[part]}`, cells: { of: "number", values: taken } };
  };
  const numbers = [...scenarios].flatMap((name): TableColumn[] => {
    const [value, difference, change] = parts.map((_, part) => numbersOf(name, part));
    // The scenario that the others are compared with differs from nothing.
    const isBase = (difference!.cells.values as Float64Array).every(Number.isNaN);
    if (isBase) return [{ ...value!, name }];
    return [value!, difference!, { ...change!, name: `${name}.%`, unit: null, digits: 2 }];
  });
  const keys = [labels(variable, "dimension"), labels(time, "time"), labels(unit, "label")];
  return { ...table, rows: shown.length, columns: [...keys, ...numbers] };
}
