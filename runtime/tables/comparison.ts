/** A `compare` table laid out for people: scenarios side by side, each with its difference and per cent. */

import { type DisplayColumn, type DisplayTable, withoutRepeats } from "./display-table.ts";
import { decimalsFor, formatNumber, pointsAligned } from "./number-text.ts";
import type { Table, TableColumn } from "./table.ts";

const columnNames = ["variable", "unit", "time", "scenario", "value", "difference", "change"] as const;
type Columns = Record<(typeof columnNames)[number], TableColumn>;

/** Null where the table is not the tidy form of a comparison: a row for each variable, time and scenario. */
export function comparison(table: Table): DisplayTable | null {
  const found = columnNames.map((name) => [name, table.columns.find((c) => c.name === name)]);
  if (found.some(([, column]) => column === undefined)) return null;
  const columns = Object.fromEntries(found) as Columns;
  const text = (name: keyof Columns, row: number) => String(columns[name].cells.values[row] ?? "");
  const scenarios: string[] = [];
  /** For each line shown: the table's row of each scenario. */
  const lines = new Map<string, Map<string, number>>();
  for (let row = 0; row < table.rows; row++) {
    const scenario = text("scenario", row);
    if (!scenarios.includes(scenario)) scenarios.push(scenario);
    const key = JSON.stringify([text("variable", row), text("time", row)]);
    const line = lines.get(key) ?? new Map<string, number>();
    lines.set(key, line.set(scenario, row));
  }
  const shown = [...lines.values()];
  const key = (header: string, name: keyof Columns): DisplayColumn => ({
    header,
    sub: "",
    key: true,
    numeric: false,
    cells: shown.map((line) => text(name, line.values().next().value!)),
  });
  const keys = [key("variable", "variable"), key("unit", "unit"), key("at", "time")];
  const values = scenarios.flatMap((scenario) => scenarioColumns(scenario, shown, columns));
  return { columns: withoutRepeats([...keys, ...values], shown.length), hidden: 0, gapBefore: shown.length };
}

function scenarioColumns(
  scenario: string,
  lines: readonly ReadonlyMap<string, number>[],
  columns: Columns,
): DisplayColumn[] {
  const rows = lines.map((line) => line.get(scenario));
  const number = (name: "value" | "difference" | "change", row: number | undefined) =>
    row === undefined ? Number.NaN : Number(columns[name].cells.values[row]);
  const base = rows.every((row) => Number.isNaN(number("difference", row)));
  // Each line has a unit of its own, so its decimals are its own too, the same for all scenarios.
  const decimals = lines.map((line) => {
    const values = [...line.values()].map((row) => number("value", row));
    return columns.value.digits ?? decimalsFor(values);
  });
  const column = (header: string, cells: readonly string[]): DisplayColumn => ({
    header,
    sub: "",
    key: false,
    numeric: true,
    group: scenario,
    cells,
  });
  const amounts = (name: "value" | "difference", sign: boolean) =>
    pointsAligned(
      rows.map((row, i) => formatNumber(number(name, row), decimals[i]!)).map(sign ? signed : same),
    );
  const changes = rows.map((row) => signed(formatNumber(number("change", row), 2)));
  if (base) return [column("value", amounts("value", false))];
  return [
    column("value", amounts("value", false)),
    column("difference", amounts("difference", true)),
    column("%", changes),
  ];
}

const same = (text: string) => text;

function signed(text: string): string {
  return /[1-9]/.test(text) && !text.startsWith("-") ? `+${text}` : text;
}
