/** The header of a data file, by the runtime's own readers. */
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { DataFile } from "../../language/services/values.ts";
import { readTable } from "../../runtime/tables/read-table.ts";

export function readDataFile(path: string, bytes: Uint8Array): DataFile | undefined {
  const span = { file: path, start: 0, end: 0 };
  const table = readTable(path, { read: () => bytes }, span, new Diagnostics());
  return table === null ? undefined : { columns: table.header, rows: table.rows.length };
}
