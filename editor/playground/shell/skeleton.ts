/**
 * A `data` block for a file that was dropped on the page: which columns name the DMU, which is the period, which hold labels to compare
 * by, and which hold numbers. It is a guess for the reader to go on from, so units stand as `[1]`.
 */

export interface DroppedTable {
  readonly path: string;
  readonly header: readonly string[];
  /** All rows or the first thousands. */
  readonly rows: readonly (readonly string[])[];
}

interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  /** Share of cells that are numbers, of those that hold something. */
  readonly numeric: number;
}

const periodNames = /^(year|years|time|period|date|month|quarter|t|年|年份|年度|时间|月份|季度)$/i;
const unitNames =
  /(dmu|name|id$|code|^unit$|country|region|province|state|city|county|prefecture|firm|company|plant|mill|farm|bank|industry|sector|国家|地区|省|市|县|企业|行业|单位|名称)/i;
const yearHeader = /^\D*(19|20)\d\d\D*$/;
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
/** What people write for "no value"; a column of numbers may hold these. */
const emptyMarks = new Set(["-", "–", "—", "..", "...", "n/a", "na", "n.a.", "null", "nan", "*", "无", "/"]);

/** @param text the model that the block goes into: the panel's name differs from all words of it */
export function dataSkeleton(table: DroppedTable, text: string): string {
  const columns = table.header.map((header, i): Column => {
    const cells = table.rows.map((row) => row[i] ?? "");
    return { header, cells, numeric: shareOfNumbers(cells) };
  });
  const wide = columns.filter((c) => yearHeader.test(c.header) && c.numeric > 0.5);
  const isWide = wide.length >= 3 && wide.length * 2 > columns.length;
  const rest = columns.filter((c) => c.header.trim() !== "" && !(isWide && wide.includes(c)));
  const period = isWide ? undefined : findPeriod(rest);
  const labels = rest.filter((c) => c !== period && (c.numeric < 0.5 || isCode(c)));
  const dmu = findDmu(labels, period, rest);
  const groups = labels.filter((c) => !dmu.includes(c) && c.numeric < 0.5 && isGroup(c, dmu));
  const numbers = rest.filter((c) => c !== period && !dmu.includes(c) && c.numeric >= 0.5 && !isCode(c));
  const lines = [
    dmu.length > 0 && `dmu    ${list(dmu)}`,
    isWide && "wide   year",
    period !== undefined && `period ${name(period.header)}`,
    groups.length > 0 && `group  ${list(groups)}`,
    ...(isWide ? [`${valueName(wide)} [1]`] : numbers.map((c) => column(c.header))),
    missing(isWide ? wide : numbers),
  ].filter((line) => line !== false);
  return `data ${panelName(table.path, text)} from ${JSON.stringify(table.path)} {\n  ${lines.join("\n  ")}\n}\n`;
}

function findPeriod(columns: readonly Column[]): Column | undefined {
  const named = columns.find((c) => periodNames.test(c.header.trim()));
  const years = (c: Column) =>
    c.cells.length > 0 && c.cells.every((cell) => /^(1[89]|20|21)\d\d$/.test(cell.trim()));
  return named ?? columns.find((c) => /year|年/i.test(c.header) && years(c));
}

/** The fewest columns of labels, from the left, that tell all rows of a period apart; all of them where none do. */
function findDmu(
  labels: readonly Column[],
  period: Column | undefined,
  all: readonly Column[],
): readonly Column[] {
  if (labels.length === 0) return period === undefined ? all.slice(0, 1) : [];
  const named = labels.filter((c) => unitNames.test(c.header));
  const ordered = [...named, ...labels.filter((c) => !named.includes(c))];
  const tells = (key: readonly Column[]) => {
    const parts = period === undefined ? key : [...key, period];
    const seen = new Set(parts[0]!.cells.map((_, row) => parts.map((c) => c.cells[row]).join("\0")));
    return seen.size === parts[0]!.cells.length;
  };
  // Labels before codes: `Beijing` reads better than `110000`.
  const single = [...ordered].sort((a, b) => Number(isCode(a)) - Number(isCode(b))).find((c) => tells([c]));
  if (single !== undefined) return [single];
  for (let size = 2; size <= Math.min(3, ordered.length); size++) {
    const key = labels.filter((c) => ordered.slice(0, size).includes(c));
    if (tells(key)) return key;
  }
  return ordered.slice(0, 1);
}

/** Numbers that only name something. */
function isCode(c: Column): boolean {
  return c.numeric >= 0.5 && /(^|[ _])(id|code|iso|fips)$|代码|编号/i.test(c.header.trim());
}

/** A label that is the same for all rows of a DMU, and shared by several. */
function isGroup(c: Column, dmu: readonly Column[]): boolean {
  if (dmu.length === 0) return false;
  const of = new Map<string, string>();
  return (
    c.cells.every((cell, row) => {
      const key = dmu.map((d) => d.cells[row]).join("\0");
      const before = of.get(key);
      of.set(key, cell);
      return before === undefined || before === cell;
    }) && new Set(c.cells).size < of.size
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

function shareOfNumbers(cells: readonly string[]): number {
  const full = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "" && !emptyMarks.has(cell.toLowerCase()));
  const numbers = full.filter((cell) => Number.isFinite(Number(cell.replace(",", "."))));
  return full.length === 0 ? 1 : numbers.length / full.length;
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

function panelName(path: string, text: string): string {
  const stem = toName(path.replace(/^.*\//, "").replace(/\.\w+$/, "")) || "panel";
  const used = new Set(text.match(/[\p{L}\p{N}_]+/gu) ?? []);
  let found = stem;
  for (let i = 2; used.has(found); i++) found = `${stem}_${i}`;
  return found;
}
