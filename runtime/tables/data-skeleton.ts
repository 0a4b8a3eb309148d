/**
 * A `data` block for a file that no model names yet: which columns name the DMU, which is the period, which hold labels to compare
 * by, and which hold numbers. It is a guess for the reader to go on from, so units stand as `[1]`.
 */
import { type Column, emptyMarks, guessRoles, type PlainTable } from "./guess-roles.ts";

const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const reserved = new Set([
  "and",
  "or",
  "not",
  "if",
  "then",
  "else",
  "at",
  "by",
  "in",
  "step",
  "within",
  "where",
]);

/** @param text the model that the block goes into: the panel's name differs from all words of it */
export function dataSkeleton(table: PlainTable, text: string): string {
  const { dmu, period, groups, numbers, wide } = guessRoles(table);
  const isWide = wide.length > 0;
  const values = isWide ? wide : numbers;
  const lines = [
    dmu.length > 0 && `dmu    ${list(dmu)}`,
    isWide && "wide   year",
    period !== undefined && `period ${name(period.header)}`,
    groups.length > 0 && `group  ${list(groups)}`,
    ...(isWide ? [`${valueName(wide)} [1]`] : numbers.map((c) => column(c.header))),
    missing(values),
    hasCommas(values) && 'decimal ","',
  ].filter((line) => line !== false);
  return `data ${panelName(table, text)} from ${JSON.stringify(table.path)} {\n  ${lines.join("\n  ")}\n}\n`;
}

/** Whether the comma is the decimal sign; three digits behind it may as well be thousands. */
function hasCommas(columns: readonly Column[]): boolean {
  const cells = columns.flatMap((c) => c.cells);
  return (
    cells.some((cell) => /^\s*[+-]?\d+,(\d{1,2}|\d{4,})\s*$/.test(cell)) &&
    !cells.some((cell) => /\d\.\d/.test(cell))
  );
}

function missing(columns: readonly Column[]): string | false {
  const marks = new Set(
    columns.flatMap((c) =>
      c.cells.map((cell) => cell.trim()).filter((cell) => emptyMarks.has(cell.toLowerCase())),
    ),
  );
  if (marks.size > 0) return `missing values ${[...marks].map((mark) => JSON.stringify(mark)).join(", ")}`;
  return false;
}

/** What the headers of a wide table have beside the year; `value` where that is nothing. */
function valueName(wide: readonly Column[]): string {
  const word = wide[0]!.header.replace(/\d+|年/g, "").trim();
  return identifier.test(word) && !reserved.has(word) ? word : "value";
}

function list(columns: readonly Column[]): string {
  return columns.map((c) => name(c.header)).join(", ");
}
function name(header: string): string {
  return isName(header) ? header : `\`${header}\``;
}
function isName(header: string): boolean {
  return identifier.test(header) && !reserved.has(header);
}

/** `energy [1]`, or with a name of its own where the header is none. */
function column(header: string): string {
  if (isName(header)) return `${header} [1]`;
  const short = toName(header);
  return short === "" ? `\`${header}\` [1]` : `${short} [1] = \`${header}\``;
}

/** The words of a header before its bracket, joined. */
function toName(header: string): string {
  const words =
    header
      .replace(/[[(（].*$/u, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words.join("_");
  return isName(joined) ? joined : "";
}

/** After the file, unlike all words of the model and of the file's own columns. */
function panelName({ path, header }: PlainTable, text: string): string {
  const stem = toName(path.replace(/^.*\//, "").replace(/\.\w+$/, "")) || "panel";
  const used = new Set([...(text.match(/[\p{L}\p{N}_]+/gu) ?? []), ...header, ...header.map(toName)]);
  let found = stem;
  for (let i = 2; used.has(found); i++) found = `${stem}_${i}`;
  return found;
}
