/** The cells of a worksheet's XML (ECMA-376, 18.3). */

import { attribute, readXml } from "../../compiler/xml/read-xml.ts";
import type { RawRow } from "./raw-table.ts";
import { dateText } from "./sheet-dates.ts";

/** What cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** The rows that hold anything, with their number in the sheet; cells before the first filled one are empty texts. */
export function readWorksheet(xml: string, context: SheetContext): RawRow[] {
  const rows: RawRow[] = [];
  let line = 0;
  let cells: (string | number)[] = [];
  let dates: number[] = [];
  let place = -1;
  let type = "n";
  let style = 0;
  let value = "";
  let reading = false;
  const takeCell = (): void => {
    const isDate = type === "d" || (type === "n" && value !== "" && context.dateStyles.has(style));
    if (isDate) dates.push(place);
    while (cells.length < place) cells.push("");
    cells[place] =
      type === "s"
        ? (context.strings[Number(value)] ?? "")
        : type === "inlineStr"
          ? unescaped(value)
          : type === "b"
            ? value === "1"
              ? "TRUE"
              : "FALSE"
            : type !== "n"
              ? value
              : value === ""
                ? ""
                : isDate
                  ? dateText(Number(value), context.from1904)
                  : Number(value);
  };
  readXml(xml, {
    open(name, written) {
      if (name === "row") {
        line = Number(attribute(written, "r") ?? line + 1);
        cells = [];
        dates = [];
        place = -1;
      } else if (name === "c") {
        const at = attribute(written, "r");
        place = at === undefined ? place + 1 : columnOf(at);
        type = attribute(written, "t") ?? "n";
        style = Number(attribute(written, "s") ?? 0);
        value = "";
      } else if (name === "v" || name === "t") reading = true;
      // A reading aid above the signs (furigana) is no part of the text.
      else if (name === "rPh") type = "aid";
    },
    text(text) {
      if (reading && type !== "aid") value += text;
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      else if (name === "rPh") type = "inlineStr";
      else if (name === "c") takeCell();
      else if (name === "row" && cells.some((cell) => typeof cell === "number" || cell.trim() !== "")) {
        rows.push({ line, cells, ...(dates.length > 0 && { dates }) });
      }
    },
  });
  return rows;
}

/** The texts that cells share, by their number. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let aid = false;
  readXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") reading = true;
      else if (name === "rPh") aid = true;
    },
    text(part) {
      if (reading && !aid) text += part;
    },
    close(name) {
      if (name === "t") reading = false;
      else if (name === "rPh") aid = false;
      else if (name === "si") strings.push(unescaped(text));
    },
  });
  return strings;
}

/** `_x000D_` stands for a sign that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The place of `BC12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference.toUpperCase()) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
