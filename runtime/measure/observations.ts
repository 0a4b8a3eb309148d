/**
 * The rows of panels as numbers: which DMU, period and frontier group each row is. Labels are numbered in their own order
 * (numbers by size, then texts by code unit), never in the order of rows, so that nothing depends on that.
 */
import { columnLabels } from "../evaluate/column-value.ts";
import type { Label } from "../evaluate/value.ts";
import type { Table, TableColumn } from "../tables/table.ts";

export interface Observations {
  readonly table: Table;
  /** For each row the number of its DMU, period and group in `PanelLabels`. */
  readonly dmu: Int32Array;
  readonly period: Int32Array;
  readonly group: Int32Array;
  /** The rows by DMU, then period. */
  readonly order: readonly number[];
}

/** What the numbers mean; both panels share it, so equal labels have equal numbers. */
export interface PanelLabels {
  /** One label for each DMU column. */
  readonly dmus: readonly (readonly Label[])[];
  /**
   * Empty where neither panel has a period; every row then has the period 0. Where only one has, the other's rows are of the
   * first period, whose label is null.
   */
  readonly periods: readonly Label[];
  /** One label for each `by` column. */
  readonly groups: readonly (readonly Label[])[];
}

/** Numbers before texts, nothing first. */
function compareLabels(a: Label, b: Label): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === typeof b) return a < b ? -1 : 1;
  return typeof a === "number" ? -1 : 1;
}

function compareTuples(a: readonly Label[], b: readonly Label[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareLabels(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** The columns that name a DMU. */
export function dmuColumns(table: Table): readonly TableColumn[] {
  return table.columns.filter((c) => c.role === "dmu" || c.role === "scenario" || c.role === "dimension");
}

/** The column of periods, if there is one. */
export function periodColumn(table: Table): TableColumn | undefined {
  return table.columns.find((c) => c.role === "period" || c.role === "time");
}

/** Numbers the distinct tuples of several tables' rows in their order. */
function numbered(tuples: readonly (readonly (readonly Label[])[])[]): {
  readonly distinct: readonly (readonly Label[])[];
  readonly numbers: readonly Int32Array[];
} {
  const key = (tuple: readonly Label[]) => JSON.stringify(tuple);
  const found = new Map<string, readonly Label[]>();
  for (const rows of tuples) for (const tuple of rows) found.set(key(tuple), tuple);
  const distinct = [...found.values()].sort(compareTuples);
  const at = new Map(distinct.map((tuple, i) => [key(tuple), i]));
  return { distinct, numbers: tuples.map((rows) => Int32Array.from(rows, (tuple) => at.get(key(tuple))!)) };
}

function tuplesOf(table: Table, columns: readonly TableColumn[]): readonly (readonly Label[])[] {
  const labels = columns.map(columnLabels);
  return Array.from({ length: table.rows }, (_, row) => labels.map((one) => one[row]!));
}

/** Numbers the rows of the scored panel and of the reference panel (the same table where there is only one). */
export function readObservations(
  tables: readonly Table[],
  by: readonly string[],
): { readonly labels: PanelLabels; readonly observations: readonly Observations[] } {
  const dmu = numbered(tables.map((table) => tuplesOf(table, dmuColumns(table))));
  const timed = tables.some((table) => periodColumn(table) !== undefined);
  const period = numbered(
    tables.map((table) => {
      const column = periodColumn(table);
      if (column !== undefined) return tuplesOf(table, [column]);
      return Array.from({ length: table.rows }, () => (timed ? [null] : []));
    }),
  );
  const group = numbered(
    tables.map((table) =>
      tuplesOf(
        table,
        by.map((name) => table.columns.find((c) => c.name === name)!),
      ),
    ),
  );
  const observations = tables.map((table, t): Observations => {
    const dmus = dmu.numbers[t]!;
    const periods = period.numbers[t]!;
    const order = Array.from({ length: table.rows }, (_, row) => row);
    order.sort((a, b) => dmus[a]! - dmus[b]! || periods[a]! - periods[b]!);
    return { table, dmu: dmus, period: periods, group: group.numbers[t]!, order };
  });
  const periods = period.distinct.flat();
  return { labels: { dmus: dmu.distinct, periods, groups: group.distinct }, observations };
}

/** A row in words: `Beijing, services 2014`. */
export function rowName(labels: PanelLabels, observations: Observations, row: number): string {
  const dmu = labels.dmus[observations.dmu[row]!]!.join(", ");
  const period = labels.periods[observations.period[row]!] ?? "";
  return [dmu, period].filter((part) => part !== "").join(" ");
}
