/** From a panel's rows to the numbers of a regression: rows in which something is missing are left out. */
import type { Regression } from "../../language/model.ts";
import { rowName } from "../evaluate/align.ts";
import { columnLabels, tableShape } from "../evaluate/column-value.ts";
import type { Environment } from "../evaluate/environment.ts";
import { valuesFor } from "../evaluate/evaluate.ts";
import type { Table } from "../tables/table.ts";
import { type Partition, renumbered, type Sample } from "./sample.ts";
import { isInside } from "./truncated.ts";

export interface ReadSample {
  /** The dependent and the terms over the rows that are used. */
  readonly sample: Sample;
  readonly table: Table;
  /** The panel's rows that are used, in the order of their labels, so that the order of the data means nothing. */
  readonly rows: readonly number[];
  readonly leftOut: number;
  /** How many more are not used as their dependent is at or beyond a limit of what is observed. */
  readonly beyond: number;
  /** The DMUs, for random effects. */
  readonly units: Partition | null;
  /** How many rows lack each column, of those left out. */
  readonly missing: readonly { readonly label: string; readonly rows: number }[];
}

export function readSample(regression: Regression, env: Environment): ReadSample {
  const { panel, dependent, terms, fixed, errors, units } = regression;
  const table = env.table(panel);
  if (table === undefined) throw new Error(`the panel ${panel} has not been computed`);
  const parts = [dependent, ...terms];
  const values = parts.map(({ expr }) => valuesFor(expr, table, env));
  const factors = [...new Set([...fixed, ...(errors.by === undefined ? [] : [errors.by])])];
  const labels = new Map(
    [...factors, ...(units ?? [])].map((name) => [
      name,
      columnLabels(table.columns.find((column) => column.name === name)!),
    ]),
  );
  const complete = (row: number) =>
    values.every((column) => Number.isFinite(column[row])) &&
    factors.every((name) => labels.get(name)![row] !== null);
  const whole = inOrder(table).filter(complete);
  const { limits } = regression;
  const rows =
    regression.estimator === "truncated" && limits !== undefined
      ? whole.filter((row) => isInside(values[0][row], limits))
      : whole;
  const partition = (name: string): Partition =>
    renumbered(
      name,
      rows.map((row) => labels.get(name)![row]),
    );
  const [y, ...columns] = values.map((column) => Float64Array.from(rows, (row) => column[row]));
  const missing = [
    ...parts.map(({ label }, i) => ({
      label,
      rows: values[i].reduce((n, value) => n + (Number.isFinite(value) ? 0 : 1), 0),
    })),
    ...factors.map((label) => ({ label, rows: labels.get(label)!.filter((one) => one === null).length })),
  ];
  return {
    sample: {
      y,
      terms: columns.map((column, i) => ({ label: terms[i].label, values: column })),
      fixed: fixed.map(partition),
      clusters: errors.by === undefined ? null : partition(errors.by),
    },
    table,
    rows,
    leftOut: table.rows - whole.length,
    beyond: whole.length - rows.length,
    units:
      units === undefined
        ? null
        : renumbered(
            units.join(", "),
            rows.map((row) => units.map((name) => labels.get(name)![row]).join("\u0001")),
          ),
    missing: missing.filter(({ rows: count }) => count > 0),
  };
}

/** The rows of a table by the labels of their keys. */
function inOrder(table: Table): number[] {
  const { keys } = tableShape(table);
  const names = Array.from({ length: table.rows }, (_, row) => rowName(keys, row));
  return Array.from(names.keys()).sort((a, b) =>
    names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b,
  );
}
