/** Infeasible programs counted by period and frontier group. */
import type { Table, TableColumn } from "../tables/table.ts";
import type { FrontierData } from "./frontier-data.ts";
import { type Observations, periodColumn, rowName } from "./observations.ts";
import type { Answer, Request } from "./score-requests.ts";
import { labels, numbers } from "./table-columns.ts";

/** One period and frontier group. */
export interface Cell {
  readonly period: number;
  readonly group: number;
  readonly rows: readonly number[];
}

/** The cells that some rows of a panel fill, by period and group. */
export function cellsOf(scored: Observations, rows: readonly number[]): Cell[] {
  const cells = new Map<string, { period: number; group: number; rows: number[] }>();
  for (const row of rows) {
    const period = scored.period[row]!;
    const group = scored.group[row]!;
    const cell = cells.get(`${period} ${group}`);
    if (cell === undefined) cells.set(`${period} ${group}`, { period, group, rows: [row] });
    else cell.rows.push(row);
  }
  return [...cells.values()].sort((a, b) => a.period - b.period || a.group - b.group);
}

/** The columns that name cells: the period, where there is one, and the keys of the technology's `by`. */
export function cellColumns(data: FrontierData, cells: readonly Cell[]): TableColumn[] {
  const { scored, technology, labels: known } = data;
  const period = periodColumn(scored.table);
  const periods = cells.map((cell) => known.periods[cell.period]!);
  return [
    ...(period === undefined ? [] : [labels(period.name, periods, "period")]),
    ...technology.by.map((by, b) => {
      const groups = cells.map((cell) => known.groups[cell.group]![b]!);
      return labels(by, groups, "group");
    }),
  ];
}

/** `NAME.infeasible`: a row for each period and group, zeros included; the commonest reason first. */
export function infeasibleTable(
  name: string,
  data: FrontierData,
  requests: readonly Request[],
  answers: readonly Answer[],
): Table {
  const { labels: known, scored } = data;
  const answerOf = new Map(requests.map(({ row }, i) => [row, answers[i]!]));
  const cells = cellsOf(scored, scored.order);
  const failed = cells.map(({ rows }) => rows.filter((row) => answerOf.get(row)?.status === "infeasible"));
  const reasonOf = (row: number): string => answerOf.get(row)!.reason;
  const units = failed.map((rows) => rows.map((row) => rowName(known, scored, row)).sort());
  return {
    name: `${name}.infeasible`,
    rows: cells.length,
    columns: [
      ...cellColumns(data, cells),
      numbers(
        "infeasible",
        failed.map((rows) => rows.length),
      ),
      numbers(
        "programs",
        cells.map(({ rows }) => rows.filter((row) => answerOf.get(row)?.status !== "undefined").length),
      ),
      labels(
        "reason",
        failed.map((rows) => reasonsText(rows.map(reasonOf))),
      ),
      labels(
        "units",
        units.map((names) => (names.length === 0 ? null : names.join("; "))),
      ),
    ],
  };
}

/** Each reason once, the commonest first; null where there is none. */
function reasonsText(reasons: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([reason]) => reason);
  return sorted.length === 0 ? null : sorted.join("; ");
}
