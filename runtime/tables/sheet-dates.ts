/** Dates in worksheets: numbers of days that a number format shows as a date. */
import { attribute, readXml } from "../../compiler/xml/read-xml.ts";

/** Numbers of built-in formats that show dates or times (ECMA-376, 18.8.30). */
const builtIn = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** Which cell styles show a date, by their number. */
export function dateStyles(stylesXml: string): ReadonlySet<number> {
  const formats = new Map<number, boolean>();
  const styles = new Set<number>();
  let inCells = false;
  let style = 0;
  readXml(stylesXml, {
    open(name, written) {
      if (name === "numFmt") {
        formats.set(
          Number(attribute(written, "numFmtId")),
          isDateFormat(attribute(written, "formatCode") ?? ""),
        );
      } else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attribute(written, "numFmtId") ?? 0);
        if (formats.get(id) ?? builtIn.some(([from, to]) => from <= id && id <= to)) styles.add(style);
        style++;
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text() {},
  });
  return styles;
}

/** Whether a format shows parts of a date, outside of quotation marks, escapes and conditions. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|[\\_*]./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}

/** `2017-03-31`, with the time where there is one. */
export function dateText(serial: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.round(serial * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const [day, time] = date.toISOString().split("T") as [string, string];
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}
