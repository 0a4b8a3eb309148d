/** A data file as a table to look at. */
import { type Diagnostic, Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type { Host } from "../../../runtime/results.ts";
import { readTable } from "../../../runtime/tables/read-table.ts";
import type { Answers } from "./protocol.ts";

/** Rows that are shown; a page of a hundred thousand would stall. */
const mostRows = 5000;

export function tableSample(path: string, host: Host): Answers["table"] | { readonly wrong: string } {
  const sink = new Diagnostics();
  const table = readTable(path, host, { file: path, start: 0, end: 0 }, sink);
  if (table === null) return { wrong: sink.list.flatMap(inWords).join(" ") };
  const { header, rows } = table;
  return { header, rows: rows.slice(0, mostRows).map(({ cells }) => cells.map(String)), total: rows.length };
}

function inWords({ message, help }: Diagnostic): string[] {
  return help === undefined ? [message] : [message, `${help[0]!.toUpperCase()}${help.slice(1)}.`];
}
