/** What one sees at a first look at a data file: what columns hold, which rows share a name, which are missing. */
import { type Column, emptyMarks, guessRoles } from "./guess-roles.ts";
import type { RawTable } from "./raw-table.ts";
import { readNumber } from "./read-number.ts";

export interface ColumnLook {
  readonly header: string;
  /** What it is likely to be in a `data` block; `-` for labels that belong nowhere. */
  readonly role: "dmu" | "period" | "group" | "number" | "-";
  readonly holds: "whole numbers" | "numbers" | "labels" | "nothing";
  readonly distinct: number;
  /** Empty cells and marks of emptiness. */
  readonly missing: number;
  /** Of columns of numbers; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  readonly zeros: number;
  readonly negative: number;
  /** Cells among numbers that are none, the first of them with their lines. */
  readonly odd: readonly { readonly line: number; readonly text: string }[];
  readonly oddCount: number;
}
export interface TableLook {
  readonly columns: readonly ColumnLook[];
  readonly rows: number;
  /** The headers that name the rows: DMU and period. */
  readonly key: readonly string[];
  readonly dmus: number;
  readonly periods: number;
  /** Rows whose name another row before them has. */
  readonly twice: readonly { readonly name: string; readonly lines: readonly [number, number] }[];
  readonly twiceCount: number;
  /** DMUs that lack a period which others have. */
  readonly gaps: readonly string[];
  readonly gapCount: number;
}

/** So many examples of a kind are told; the rest is counted. */
const mostExamples = 5;

export function lookAt(path: string, { header, rows }: RawTable): TableLook {
  const plain = rows.map(({ cells }) => cells.map(String));
  const roles = guessRoles({ path, header, rows: plain });
  const lines = rows.map(({ line }) => line);
  const decimal = roles.columns.some(({ cells }) => cells.some((cell) => /^\s*-?\d+,\d{1,2}\s*$/.test(cell)))
    ? ","
    : ".";
  const roleOf = (column: Column): ColumnLook["role"] => {
    if (roles.dmu.includes(column)) return "dmu";
    if (column === roles.period) return "period";
    if (roles.groups.includes(column)) return "group";
    return roles.numbers.includes(column) || roles.wide.includes(column) ? "number" : "-";
  };
  const columns = roles.columns.map((column) => columnLook(column, roleOf(column), lines, decimal));
  const nameOf = (key: readonly Column[]) =>
    lines.map((_, row) => key.map(({ cells }) => cells[row]!.trim()).join(", "));
  const period = roles.period === undefined ? [] : [roles.period];
  const dmus = nameOf(roles.dmu);
  const periods = nameOf(period);
  const names = nameOf([...roles.dmu, ...period]);
  return {
    columns,
    rows: rows.length,
    key: [...roles.dmu, ...period].map((column) => column.header),
    dmus: roles.dmu.length === 0 ? 0 : new Set(dmus).size,
    periods: period.length === 0 ? 0 : new Set(periods).size,
    ...repeated(names, lines),
    ...(period.length === 0 || roles.dmu.length === 0 ? { gaps: [], gapCount: 0 } : holes(dmus, periods)),
  };
}

function columnLook(
  { header, cells }: Column,
  role: ColumnLook["role"],
  lines: readonly number[],
  decimal: "." | ",",
): ColumnLook {
  const odd: { line: number; text: string }[] = [];
  const distinct = new Set<string>();
  let [missing, oddCount, numbers, zeros, negative] = [0, 0, 0, 0, 0];
  let [low, high, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  cells.forEach((cell, row) => {
    const text = cell.trim();
    if (text === "" || emptyMarks.has(text.toLowerCase())) {
      missing++;
      return;
    }
    distinct.add(text);
    const value = readNumber(text, decimal);
    if (value === null) {
      oddCount++;
      if (odd.length < mostExamples) odd.push({ line: lines[row]!, text });
      return;
    }
    numbers++;
    if (value === 0) zeros++;
    if (value < 0) negative++;
    if (!Number.isInteger(value)) whole = false;
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  const isNumeric = numbers > 0 && (role === "number" || oddCount === 0);
  const of = { header, role, distinct: distinct.size, missing };
  if (!isNumeric) {
    const holds = distinct.size === 0 ? "nothing" : "labels";
    return { ...of, holds, low: Number.NaN, high: Number.NaN, zeros: 0, negative: 0, odd: [], oddCount: 0 };
  }
  return { ...of, holds: whole ? "whole numbers" : "numbers", low, high, zeros, negative, odd, oddCount };
}

function repeated(
  names: readonly string[],
  lines: readonly number[],
): Pick<TableLook, "twice" | "twiceCount"> {
  const first = new Map<string, number>();
  const twice: { name: string; lines: [number, number] }[] = [];
  let twiceCount = 0;
  names.forEach((name, row) => {
    const before = first.get(name);
    if (before === undefined) first.set(name, lines[row]!);
    else if (name !== "") {
      twiceCount++;
      if (twice.length < mostExamples) twice.push({ name, lines: [before, lines[row]!] });
    }
  });
  return { twice, twiceCount };
}

function holes(dmus: readonly string[], periods: readonly string[]): Pick<TableLook, "gaps" | "gapCount"> {
  const there = new Set(dmus.map((dmu, row) => `${dmu}\n${periods[row]}`));
  const [allDmus, allPeriods] = [new Set(dmus), new Set(periods)];
  const gaps: string[] = [];
  const gapCount = allDmus.size * allPeriods.size - there.size;
  for (const dmu of allDmus) {
    for (const period of allPeriods) {
      if (gaps.length === mostExamples) return { gaps, gapCount };
      if (!there.has(`${dmu}\n${period}`)) gaps.push(`${dmu} ${period}`);
    }
  }
  return { gaps, gapCount };
}
