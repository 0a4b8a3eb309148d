/** What one wants to know of a data file before its panel is made: its headers, its rows, how many labels a column has. */
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Host } from "../results.ts";
import { readTable } from "./read-table.ts";

export interface DataFacts {
  readonly header: readonly string[];
  readonly rows: number;
  /** How many different cells a column has; 1 for a column that is not there. */
  distinct(column: string): number;
}

/** Null where the file cannot be read: whoever builds its panel tells why. */
export function dataFacts(path: string, host: Host): DataFacts | null {
  const table = readTable(path, host, { file: path, start: 0, end: 0 }, new Diagnostics());
  if (table === null) return null;
  const { header, rows } = table;
  const counts = new Map<string, number>();
  return {
    header,
    rows: rows.length,
    distinct(column) {
      const at = header.indexOf(column);
      if (at < 0) return 1;
      const count = counts.get(column) ?? new Set(rows.map(({ cells }) => cells[at])).size;
      counts.set(column, count);
      return count;
    },
  };
}
