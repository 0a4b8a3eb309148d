import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";

/** One worksheet as XML (ECMA-376, 18.3): a header that stays in sight, then rows. */

export type SheetCell = string | number | null;

/** A longer text would make spreadsheets refuse the file. */
const mostSigns = 32_767;

/**
 * @param frozen whether the header stays in sight
 * @param row the cells of one row, from 0; shorter ones end early
 */
export function sheetXml(
  header: readonly string[],
  rows: number,
  row: (row: number) => readonly SheetCell[],
  frozen: boolean,
): string {
  const letters: string[] = [];
  const letterOf = (column: number): string => (letters[column] ??= columnLetters(column));
  const lineXml = (cells: readonly SheetCell[], at: number, style: string): string => {
    let xml = `<row r="${at}">`;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell === null) continue;
      const place = `<c r="${letterOf(i)}${at}"${style}`;
      xml +=
        typeof cell === "number"
          ? `${place}><v>${cell}</v></c>`
          : `${place} t="inlineStr"><is><t xml:space="preserve">${cellText(cell.slice(0, mostSigns))}</t></is></c>`;
    }
    return `${xml}</row>`;
  };
  const lines = [lineXml(header, 1, ' s="1"')];
  for (let i = 0; i < rows; i++) lines.push(lineXml(row(i), i + 2, ""));
  const widths = columnWidths(header, rows, row).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = frozen
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : "";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${widths.length === 0 ? "" : `<cols>${widths.join("")}</cols>`}<sheetData>
${lines.join("\n")}
</sheetData></worksheet>`;
}

/** As wide as the header and the first rows ask for. */
function columnWidths(
  header: readonly string[],
  rows: number,
  row: (row: number) => readonly SheetCell[],
): number[] {
  const widths = header.map(signsWide);
  for (let i = 0; i < Math.min(rows, 50); i++) {
    row(i).forEach((cell, column) => {
      // Numbers are shown with as many digits as fit.
      const length =
        cell === null ? 0 : typeof cell === "number" ? Math.min(String(cell).length, 10) : signsWide(cell);
      widths[column] = Math.max(widths[column] ?? 0, length);
    });
  }
  return widths.map((width) => Math.min(Math.max(width + 2, 8), 50));
}

/** East Asian signs are as wide as two others. */
function signsWide(text: string): number {
  return text.length + (text.match(/[\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0);
}

/** `A`, …, `Z`, `AA`, …; from 0. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** What XML cannot hold stands as `_x0001_`, and what looks like that gets its first sign so (ECMA-376, 22.9.2.19). */
export function cellText(text: string): string {
  if (!/[&<>"\r_\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text;
  const coded = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  const held = text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, "_x005F_")
    .replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, coded);
  return escapeMarkup(held);
}
