/** CSV, TSV and their relatives (RFC 4180 with any usual delimiter), by csv-parse. */
import { parse } from "csv-parse/browser/esm/sync";
import type { RawRow } from "./raw-table.ts";

export interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
}
/** What csv-parse gives with `info`: the cells, and how many lines had been read when the record ended. */
interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}
export interface BadGrid {
  readonly line: number;
  readonly reason: string;
}

/**
 * Splits text into headers and rows. Lines without any character in a cell are left out.
 *
 * @param tabbed the file's ending says that tabs delimit
 */
export function readDelimited(text: string, tabbed: boolean): Grid | BadGrid | null {
  // csv-parse counts a CR LF inside quotation marks as two lines.
  const normal = text.replace(/\r\n?/g, "\n");
  const delimiter = tabbed ? "\t" : sniffDelimiter(normal);
  let lastLine = 0;
  try {
    const records = parse(normal, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: string[], context: { readonly lines: number }) => {
        lastLine = context.lines;
        return record;
      },
    }) as readonly unknown[] as readonly CsvRecord[];
    const rows = records
      .map(({ record, info }) => ({ line: info.lines - lineEnds(record), cells: record }))
      .filter((row) => row.cells.some((cell) => cell.trim() !== ""));
    const head = rows.shift();
    if (!head) return null;
    const header = withoutBlankEnd(head.cells, 0).map((cell) => cell.trim().normalize("NFC"));
    const even = rows.map(({ line, cells }) => ({ line, cells: withoutBlankEnd(cells, header.length) }));
    return { header, rows: even };
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === "CSV_QUOTE_NOT_CLOSED") {
      return { line: lastLine + 1, reason: "a quotation mark is opened and not closed" };
    }
    return { line: lines ?? lastLine + 1, reason: "a quotation mark stands inside a cell" };
  }
}

/** Without the blank cells that spreadsheets leave behind the last column; at least so many cells stay. */
function withoutBlankEnd(cells: readonly string[], least: number): readonly string[] {
  let end = cells.length;
  while (end > least && cells[end - 1]!.trim() === "") end--;
  return cells.slice(0, end);
}

function lineEnds(record: readonly string[]): number {
  let ends = 0;
  for (const cell of record) for (const c of cell) if (c === "\n") ends++;
  return ends;
}

/** The delimiter that splits the first line into most cells, outside quotation marks; a comma where none does. */
export function sniffDelimiter(text: string): string {
  const counts = new Map([
    [",", 0],
    [";", 0],
    ["\t", 0],
    ["|", 0],
  ]);
  let quoted = false;
  let seen = false;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (c === "\n" && !quoted && seen) break;
    else if (!quoted && counts.has(c)) counts.set(c, counts.get(c)! + 1);
    if (c !== "\n") seen = true;
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
