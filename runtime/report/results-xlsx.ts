/**
 * The tables of a run as a workbook (.xlsx, ECMA-376): a sheet for each, and first one that tells of all. Numbers are numbers with all their
 * digits, texts stand in their cells, what is missing is empty. The same tables give the same bytes.
 */
import { strToU8, type Zippable, zipSync } from "fflate/browser";
import type { Table, TableColumn } from "../tables/table.ts";
import { cellOf } from "./results-json.ts";
import { sheetNames } from "./sheet-names.ts";
import { cellText, type SheetCell, sheetXml } from "./sheet-xml.ts";

/** What a sheet can hold below its header, and how many cells one part can be written of. */
const mostRows = 1_048_575;
const mostCells = 6_000_000;

/** How many of a table's rows its sheet holds: all but of the largest. */
export function heldRows({ rows, columns }: Table): number {
  return Math.min(rows, mostRows, Math.floor(mostCells / Math.max(1, columns.length)));
}

export interface WorkbookFacts {
  readonly model: string;
  readonly version: string;
}

export function resultsWorkbook({ model, version }: WorkbookFacts, tables: readonly Table[]): Uint8Array {
  const names = sheetNames(["about", ...tables.map(({ name }) => name)]);
  const sheets = [about({ model, version }, tables, names.slice(1)), ...tables.map(tableSheet)];
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbook(names),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles,
  };
  sheets.forEach((xml, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml;
  });
  // The first day that a zip archive knows, in whatever zone the machine stands.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [path, text] of Object.entries(parts)) files[path] = [strToU8(text), { mtime, level: 6 }];
  return zipSync(files);
}

function tableSheet(table: Table): string {
  return sheetXml(
    table.columns.map(headerOf),
    heldRows(table),
    (row) => table.columns.map((column) => cellOf(column, row)),
    true,
  );
}

/** `energy [10k tce]`. */
function headerOf({ name, unit }: TableColumn): string {
  return unit === null || unit.text === "1" ? name : `${name} [${unit.text}]`;
}

function about(facts: WorkbookFacts, tables: readonly Table[], names: readonly string[]): string {
  const lines: SheetCell[][] = [
    ["version", `gtfp ${facts.version}`],
    [],
    ["table", "sheet", "rows", "notes"],
    ...tables.map((table, i): SheetCell[] => [
      table.name,
      names[i]!,
      table.rows,
      [
        ...(table.rows > heldRows(table) ? [`The sheet holds the first ${heldRows(table)} rows.`] : []),
        ...(table.notes ?? []),
      ].join(" ") || null,
    ]),
    [],
    ["sheet", "column", "role", "unit", "sign"],
    ...tables.flatMap((table, i) =>
      table.columns.map(({ name, role, unit, symbol }): SheetCell[] => [
        names[i]!,
        name,
        role,
        unit?.text ?? null,
        symbol ?? null,
      ]),
    ),
  ];
  return sheetXml(["model", facts.model], lines.length, (row) => lines[row]!, false);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${kind}.${type}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, i) =>
    override(`worksheets/sheet${i + 1}.xml`, "worksheet"),
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${parts.join("")}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${documents}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${cellText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${documents}"><bookViews><workbookView/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** Two looks of cells: as they are, and headers in bold. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
