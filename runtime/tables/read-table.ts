/** Reads a data file into headers and rows, or reports why it cannot. */
import { data } from "../../language/diagnostics/data.ts";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import { listed } from "../../language/diagnostics/words.ts";
import type { Span } from "../../language/source.ts";
import type { Host } from "../results.ts";
import { decodeText } from "./decode-text.ts";
import { longestCell, mostMessages, type RawRow, type RawTable } from "./raw-table.ts";
import { readDelimited } from "./read-delimited.ts";
import { readJson } from "./read-json.ts";
import { isWorkbook, workbookReader } from "./workbooks.ts";

/**
 * The table of a file: CSV, TSV, JSON or a workbook by its ending.
 *
 * @param span where the model names the file; all messages point there
 * @param sheet the sheet of a workbook; its first one where absent
 */
export function readTable(
  path: string,
  host: Host,
  span: Span,
  sink: Diagnostics,
  sheet?: string,
): RawTable | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
  const reader = readers[extension];
  const bytes = host.read(path);
  if (!bytes) {
    report(sink, data.missingFile, span, { path });
    return null;
  }
  if (isWorkbook(path)) return readSheet(path, bytes, span, sink, sheet);
  if (!reader) {
    report(sink, data.unsupportedFormat, span, { path, extension });
    return null;
  }
  const decoded = decodeText(bytes);
  if (!("text" in decoded)) {
    const byte = bytes[decoded.badByte]!;
    const line = 1 + bytes.subarray(0, decoded.badByte).reduce((n, b) => n + (b === 10 ? 1 : 0), 0);
    const help =
      byte >= 0x80
        ? `line ${line} is not UTF-8; if the file is text in another encoding (GBK, Latin-1), save it as UTF-8`
        : undefined;
    report(sink, data.binaryFile, span, { path }, help ? { help } : {});
    return null;
  }
  const grid = decoded.text.trim() === "" ? null : reader(decoded.text);
  if (grid && "reason" in grid) {
    report(sink, data.badFormat, span, { path, ...grid });
    return null;
  }
  if (!grid || grid.rows.length === 0) {
    report(sink, data.emptyFile, span, { path });
    return null;
  }
  const source = extension === "json" ? `the records of \`${path}\`` : `\`${path}\``;
  const table: RawTable = { source, header: grid.header, rows: grid.rows };
  return checkedGrid(table, () => span, sink) ? table : null;
}

function readSheet(
  path: string,
  bytes: Uint8Array,
  span: Span,
  sink: Diagnostics,
  wanted: string | undefined,
): RawTable | null {
  const read = workbookReader()?.(bytes, wanted) ?? {
    problem: "the reader of workbooks has not been loaded",
  };
  if ("problem" in read) {
    report(sink, data.badWorkbook, span, { path, problem: read.problem });
    return null;
  }
  if ("sheets" in read) {
    const problem = `it has no sheet \`${wanted}\``;
    const help = didYouMean(wanted ?? "", read.sheets) ?? `its sheets are ${listed(read.sheets)}`;
    report(sink, data.badWorkbook, span, { path, problem }, { help });
    return null;
  }
  const { grid } = read;
  if (grid === null || grid.rows.length === 0) {
    report(sink, data.emptyFile, span, { path: `${path}, sheet ${read.sheet}` });
    return null;
  }
  const table = { source: `the sheet \`${read.sheet}\` of \`${path}\``, ...grid };
  return checkedGrid(table, () => span, sink) ? table : null;
}

/** The headers of a file, or null where it cannot be read: for hints, so that nothing is reported. */
export function readHeaders(path: string, host: Host): readonly string[] | null {
  return readTable(path, host, { file: path, start: 0, end: 0 }, new Diagnostics())?.header ?? null;
}

const readers: Readonly<Record<string, typeof readJson>> = {
  csv: (text) => readDelimited(text, false),
  txt: (text) => readDelimited(text, false),
  tsv: (text) => readDelimited(text, true),
  tab: (text) => readDelimited(text, true),
  json: readJson,
};

/** Reports headers that stand twice, rows of another length than the headers and cells of absurd length. */
export function checkedGrid(table: RawTable, spanOf: (row: RawRow) => Span, sink: Diagnostics): boolean {
  const { source, header, rows } = table;
  let faults = 0;
  const twice = header.find((name, i) => name !== "" && header.indexOf(name) !== i);
  if (twice !== undefined) {
    report(sink, data.duplicateHeader, spanOf(rows[0]!), { source, header: twice });
    return false;
  }
  for (const row of rows) {
    const { line, cells } = row;
    if (faults === mostMessages) break;
    if (cells.length !== header.length) {
      faults++;
      report(sink, data.raggedRow, spanOf(row), {
        source,
        line,
        cells: cells.length,
        expected: header.length,
      });
    }
    const huge = cells.findIndex((cell) => typeof cell === "string" && cell.length > longestCell);
    if (huge >= 0) {
      faults++;
      const column = header[huge] ?? "";
      const length = (cells[huge] as string).length;
      report(sink, data.hugeCell, spanOf(row), { source, line, column, length, limit: longestCell });
    }
  }
  return faults === 0;
}
