/** Which columns of a data file are likely to name the DMU, the period and groups, and which hold numbers. */

export interface PlainTable {
  readonly path: string;
  readonly header: readonly string[];
  /** All rows or the first thousands. */
  readonly rows: readonly (readonly string[])[];
}
export interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  /** Share of cells that are numbers, of those that hold something. */
  readonly numeric: number;
}
export interface Roles {
  readonly columns: readonly Column[];
  readonly dmu: readonly Column[];
  readonly period: Column | undefined;
  readonly groups: readonly Column[];
  readonly numbers: readonly Column[];
  /** The columns of a yearbook table, one for each year; empty for any other. */
  readonly wide: readonly Column[];
}

const periodNames =
  /^(year|years|time|period|date|month|quarter|t|jahr|année|annee|año|年|年份|年度|时间|月份|季度)$/i;
const unitNames =
  /(dmu|name|id$|code|^unit$|country|region|province|state|city|county|prefecture|firm|company|plant|mill|farm|bank|industry|sector|国家|地区|省|市|县|企业|行业|单位|名称)/i;
const yearHeader = /^\D*(19|20)\d\d\D*$/;
/** What people write for "no value"; a column of numbers may hold these. */
export const emptyMarks: ReadonlySet<string> = new Set([
  "-",
  "–",
  "—",
  "..",
  "...",
  "n/a",
  "na",
  "n.a.",
  "null",
  "nan",
  "*",
  "无",
  "/",
]);

export function guessRoles(table: PlainTable): Roles {
  const columns = table.header.map((header, i): Column => {
    const cells = table.rows.map((row) => row[i] ?? "");
    return { header, cells, numeric: shareOfNumbers(cells) };
  });
  const years = columns.filter((c) => yearHeader.test(c.header) && c.numeric > 0.5);
  const wide = years.length >= 3 && years.length * 2 > columns.length ? years : [];
  const rest = columns.filter((c) => c.header.trim() !== "" && !wide.includes(c));
  const period = wide.length > 0 ? undefined : findPeriod(rest);
  const labels = rest.filter((c) => c !== period && (c.numeric < 0.5 || isCode(c)));
  const dmu = findDmu(labels, period, rest);
  const groups = labels.filter((c) => !dmu.includes(c) && c.numeric < 0.5 && isGroup(c, dmu));
  const numbers = rest.filter((c) => c !== period && !dmu.includes(c) && c.numeric >= 0.5 && !isCode(c));
  return { columns, dmu, period, groups, numbers, wide };
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
  for (const size of [2, 3]) {
    const key = choices(ordered.slice(0, 8), size).find(tells);
    if (key !== undefined) return labels.filter((c) => key.includes(c));
  }
  return ordered.slice(0, 1);
}

/** All ways to choose so many, the first ones first. */
function choices<T>(all: readonly T[], size: number): (readonly T[])[] {
  if (size === 0) return [[]];
  return all.flatMap((one, i) => choices(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
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

function shareOfNumbers(cells: readonly string[]): number {
  const full = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "" && !emptyMarks.has(cell.toLowerCase()));
  const numbers = full.filter((cell) => Number.isFinite(Number(cell.replace(",", "."))));
  return full.length === 0 ? 1 : numbers.length / full.length;
}
