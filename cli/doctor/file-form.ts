/** In which form a data file is: `CSV, delimited by ;, UTF-8 with a byte order mark`. */
import { decodeText } from "../../runtime/tables/decode-text.ts";
import { sniffDelimiter } from "../../runtime/tables/read-delimited.ts";

const delimiters: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

export function fileForm(path: string, bytes: Uint8Array, sheet?: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (/^xls[xm]$/.test(ending))
    return sheet === undefined ? "workbook, first sheet" : `workbook, sheet ${sheet}`;
  const form = ending === "json" ? "JSON" : `table delimited by ${delimiters[delimiterOf(ending, bytes)]}`;
  return `${form}, ${encodingOf(bytes)}`;
}

function delimiterOf(ending: string, bytes: Uint8Array): string {
  if (ending === "tsv" || ending === "tab") return "\t";
  const decoded = decodeText(bytes);
  return "text" in decoded ? sniffDelimiter(decoded.text.replace(/\r\n?/g, "\n")) : ",";
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return "UTF-16";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "UTF-8 with a byte order mark";
  return "UTF-8";
}
