/** `join "energy.csv" on province, year`: one row of another file for each row of the panel. */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { diagnose, report } from "../../language/diagnostics/entry.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Panel } from "../../language/model.ts";
import type { Host } from "../results.ts";
import type { RawRow, RawTable } from "../tables/raw-table.ts";
import { readTable } from "../tables/read-table.ts";
import type { RowFault } from "./panel-rows.ts";

/**
 * Adds the columns of the joined file that the panel does not have yet. Two rows of the file for one key are an
 * error at once; a row without a partner only if the conditions keep it, so it is given as a fault.
 */
export function joinFile(
  table: RawTable,
  join: Panel["joins"][number],
  host: Host,
  sink: Diagnostics,
): { table: RawTable; faults: RowFault[] } | null {
  const other = readTable(join.path, host, join.span, sink);
  if (!other) return null;
  const here = places(table, join, sink);
  const there = places(other, join, sink);
  if (!here || !there) return null;
  const partners = new Map<string, RawRow>();
  for (const row of other.rows) {
    const key = keyOf(row, there);
    const first = partners.get(key);
    if (first) {
      const params = { path: join.path, key: shown(row, there), first: first.line, second: row.line };
      report(sink, data.joinDuplicate, join.span, params);
      return null;
    }
    partners.set(key, row);
  }
  const added = other.header.flatMap((name, i) => (table.header.includes(name) ? [] : [i]));
  const faults: RowFault[] = [];
  const rows = table.rows.map((row, r): RawRow => {
    const partner = partners.get(keyOf(row, here));
    if (!partner) {
      const params = { source: table.source, path: join.path, key: shown(row, here) };
      const diagnostic = (more: number) =>
        diagnose(data.joinUnmatched, join.span, { ...params, count: more + 1 });
      faults.push({ row: r, kind: "join", diagnostic });
    }
    const dates = added.flatMap((i, k) => (partner?.dates?.includes(i) ? [row.cells.length + k] : []));
    return {
      ...row,
      cells: [...row.cells, ...added.map((i) => partner?.cells[i] ?? "")],
      ...(dates.length > 0 && { dates: [...(row.dates ?? []), ...dates] }),
    };
  });
  return {
    table: { ...table, header: [...table.header, ...added.map((i) => other.header[i]!)], rows },
    faults,
  };
}

/** Where the join's keys stand among the headers. */
function places(table: RawTable, join: Panel["joins"][number], sink: Diagnostics): number[] | null {
  const found = join.on.map((name) => table.header.indexOf(name));
  join.on.forEach((header, i) => {
    if (found[i]! >= 0) return;
    const help = didYouMean(header, table.header);
    report(sink, data.unknownHeader, join.span, { source: table.source, header }, help ? { help } : {});
  });
  return found.includes(-1) ? null : found;
}

function keyOf(row: RawRow, places: readonly number[]): string {
  return places.map((i) => cellLabel(row.cells[i]!)).join("\u0001");
}

function shown(row: RawRow, places: readonly number[]): string {
  return places.map((i) => cellLabel(row.cells[i]!)).join(", ");
}

/** A cell as a label: trimmed, and NFC so that equal letters are equal. */
export function cellLabel(cell: string | number): string {
  return String(cell).trim().normalize("NFC");
}
