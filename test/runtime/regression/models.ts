/** Models with regressions, run as the command line runs them. */
import { expect } from "vitest";
import type { Table } from "../../../runtime/tables/table.ts";
import { type Outcome, pipeline } from "../../helpers/pipeline.ts";
import { grunfeld } from "./grunfeld.ts";

type Cell = string | number | null;

/** A panel `NAME` with an inline table. */
export function panel(
  name: string,
  keys: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const line = (cells: readonly Cell[]) => `  | ${cells.map((cell) => cell ?? "").join(" | ")} |\n`;
  return `data ${name} {\n  ${keys}\n${line(columns)}${rows.map(line).join("")}}\n`;
}

export const firms = panel(
  "firms",
  "dmu firm; period year",
  ["firm", "year", "invest [M USD]", "value [M USD]", "capital [M USD]"],
  grunfeld,
);

export interface Ran extends Outcome {
  /** The numbers of a table's column. */
  column(table: string, name: string): readonly number[];
  /** The row of a term as an object. */
  term(table: string, label: string): Readonly<Record<string, number>>;
  /** The single row of `NAME.fit`. */
  fitOf(name: string): Readonly<Record<string, number>>;
  table(name: string): Table;
}

/** Runs a model that must have no error. */
export async function ran(model: string): Promise<Ran> {
  const outcome = await pipeline(model);
  const errors = outcome.diagnostics.filter((d) => d.severity === "error");
  expect(errors.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  const table = (name: string): Table => {
    const found = outcome.results!.tables.find((t) => t.name === name);
    if (found === undefined) throw new Error(`no table ${name}`);
    return found;
  };
  const column = (of: string, name: string): number[] => {
    const cells = table(of).columns.find((c) => c.name === name)?.cells;
    return cells?.of === "number" ? [...cells.values] : [];
  };
  const row = (of: string, at: number) =>
    Object.fromEntries(
      table(of).columns.flatMap(({ name, cells }) =>
        cells.of === "number" ? [[name, cells.values[at]]] : [],
      ),
    );
  return {
    ...outcome,
    column,
    table,
    term: (of, label) => row(of, (table(of).columns[0].cells.values as readonly Cell[]).indexOf(label)),
    fitOf: (name) => row(`${name}.fit`, 0),
  };
}

/** Whether a number agrees to so many digits. */
export function near(actual: number | undefined, expected: number, relative = 1e-9): void {
  expect(Math.abs(actual! - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected),
  );
}
