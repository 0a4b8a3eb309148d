/**
 * Workbooks (.xlsx, ECMA-376): a zip archive of XML parts.
 *
 *     archive ─▶ workbook, its sheets ─▶ shared texts, styles ─▶ the sheet's cells ─▶ headers and rows
 */
import { unzipSync } from "fflate/browser";
import { attribute, readXml } from "../../compiler/xml/read-xml.ts";
import { decodeText } from "./decode-text.ts";
import type { RawRow } from "./raw-table.ts";
import type { Grid } from "./read-delimited.ts";
import { readWorksheet, sharedStrings } from "./read-worksheet.ts";
import { dateStyles } from "./sheet-dates.ts";

/** The table of one sheet, why there is none, or the sheets that there are instead. */
export type SheetRead =
  | { readonly sheet: string; readonly grid: Grid | null }
  | { readonly problem: string }
  | { readonly sheets: readonly string[] };

/** Reads one sheet, the first one unless named; `grid` is null where it holds nothing. */
export function readWorkbook(bytes: Uint8Array, wanted: string | undefined): SheetRead {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { problem: "it is a workbook of the old kind (.xls) or one with a password" };
  }
  const archive = openArchive(bytes);
  if (archive === null) return { problem: "it is no workbook (a zip archive), or it is damaged" };
  const read = readParts(archive.part, wanted);
  return archive.isDamaged() ? { problem: "it is damaged: a part of it cannot be unpacked" } : read;
}

function readParts(part: (path: string) => string | undefined, wanted: string | undefined): SheetRead {
  const path = targets(part("_rels/.rels"), "", "/officeDocument")[0]?.path ?? "xl/workbook.xml";
  const book = part(path);
  if (book === undefined) return { problem: "it is an archive, but holds no workbook" };
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = part(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const worksheets = new Map(targets(relations, folder, "/worksheet").map(({ id, path: at }) => [id, at]));
  const { sheets, from1904 } = readBook(book);
  const usable = sheets.filter(({ id }) => worksheets.has(id));
  const sheet = wanted === undefined ? usable[0] : usable.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    return usable.length === 0
      ? { problem: "it has no sheet with cells" }
      : { sheets: usable.map(({ name }) => name) };
  }
  const one = (type: string) => part(targets(relations, folder, type)[0]?.path ?? "");
  const context = {
    strings: sharedStrings(one("/sharedStrings") ?? ""),
    dateStyles: dateStyles(one("/styles") ?? ""),
    from1904,
  };
  const xml = part(worksheets.get(sheet.id)!);
  if (xml === undefined) return { problem: `the part that holds the sheet \`${sheet.name}\` is missing` };
  return { sheet: sheet.name, grid: gridOf(readWorksheet(xml, context)) };
}

interface Archive {
  /** One part's text, unpacked when it is asked for. */
  part(path: string): string | undefined;
  /** Whether a part that was asked for is there but cannot be read. */
  isDamaged(): boolean;
}

function openArchive(bytes: Uint8Array): Archive | null {
  const names = new Set<string>();
  try {
    unzipSync(bytes, { filter: ({ name }) => names.add(name) && false });
  } catch {
    return null;
  }
  let damaged = false;
  const unpacked = (path: string): Uint8Array | null => {
    try {
      return unzipSync(bytes, { filter: ({ name }) => name === path })[path]!;
    } catch {
      damaged = true;
      return null;
    }
  };
  return {
    part(path) {
      const content = names.has(path) ? unpacked(path) : null;
      const decoded = content && decodeText(content);
      if (decoded && !("text" in decoded)) damaged = true;
      return decoded && "text" in decoded ? decoded.text : undefined;
    },
    isDamaged: () => damaged,
  };
}

/** What a part refers to, of one type; paths from the archive's root. */
function targets(
  relations: string | undefined,
  folder: string,
  type: string,
): { id: string; path: string }[] {
  const found: { id: string; path: string }[] = [];
  readXml(relations ?? "", {
    open(name, written) {
      if (name !== "Relationship" || attribute(written, "Type")?.endsWith(type) !== true) return;
      const target = attribute(written, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : normal(folder + target);
      found.push({ id: attribute(written, "Id") ?? "", path });
    },
    close() {},
    text() {},
  });
  return found;
}

/** A path without `.` and `..`. */
function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

function readBook(xml: string): { sheets: { name: string; id: string }[]; from1904: boolean } {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  readXml(xml, {
    open(name, written) {
      if (name === "sheet") {
        sheets.push({ name: attribute(written, "name") ?? "", id: attribute(written, "id") ?? "" });
      } else if (name === "workbookPr") {
        from1904 = /^(1|true)$/.test(attribute(written, "date1904") ?? "");
      }
    },
    close() {},
    text() {},
  });
  return { sheets, from1904 };
}

/** The first row holds the headers; cells behind the last header stay only where they are filled. */
function gridOf(rows: readonly RawRow[]): Grid | null {
  const [head, ...body] = rows;
  if (head === undefined) return null;
  const header = withoutBlankEnd(head.cells).map((cell) => String(cell).trim().normalize("NFC"));
  const even = body.map((row): RawRow => {
    const cells = withoutBlankEnd(row.cells);
    while (cells.length < header.length) cells.push("");
    return { ...row, cells };
  });
  return { header, rows: even };
}

function withoutBlankEnd(cells: readonly (string | number)[]): (string | number)[] {
  let end = cells.length;
  while (end > 0 && String(cells[end - 1]).trim() === "") end--;
  return cells.slice(0, end);
}
