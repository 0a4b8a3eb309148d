import type { Table } from "../../runtime/tables/table.ts";
import { pipeline } from "./pipeline.ts";

/** The tables of a model in memory; throws its errors. Notes and warnings are allowed. */
export async function tablesOf(text: string): Promise<ReadonlyMap<string, Table>> {
  const { results, diagnostics } = await pipeline(text);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((d) => `${d.code} ${d.message}`).join("\n"));
  return new Map(results!.tables.map((table) => [table.name, table]));
}

/** A column's cells: numbers as they are, NaN for missing. */
export function cells(table: Table | undefined, column: string): (number | string | null)[] {
  const found = table?.columns.find((c) => c.name === column);
  if (found === undefined) throw new Error(`no column ${column} in ${table?.columns.map((c) => c.name)}`);
  return Array.from<number | string | null>(found.cells.values);
}

export function numbersIn(table: Table | undefined, column: string): number[] {
  return cells(table, column).map((cell) => (typeof cell === "number" ? cell : Number.NaN));
}

/** One number of the first row in which the labels stand. */
export function numberAt(
  table: Table | undefined,
  column: string,
  at: Readonly<Record<string, number | string | null>>,
): number {
  const row = Array.from({ length: table?.rows ?? 0 }, (_, i) => i).find((i) =>
    Object.entries(at).every(([name, cell]) => cells(table, name)[i] === cell),
  );
  if (row === undefined) throw new Error(`no row ${JSON.stringify(at)}`);
  return numbersIn(table, column)[row];
}
