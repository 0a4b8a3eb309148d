/** The facts of the one sentence over a table. */
import type { Table, TableColumn } from "../../../../runtime/tables/table.ts";
import { unitsOf } from "../../../../runtime/tables/table-view.ts";

export type Summary =
  | {
      readonly of: "measure";
      readonly units: number;
      readonly efficient: number;
      /** Units without a score. */
      readonly without: number;
      /** Who stands farthest from the frontier; null where all stand on it. */
      readonly farthest: string | null;
    }
  | {
      readonly of: "index";
      readonly changes: number;
      readonly without: number;
      readonly mean: number;
      readonly scale: "ratio" | "difference";
      readonly best: string;
      readonly worst: string;
    }
  | {
      readonly of: "runs";
      readonly runs: number;
      readonly variables: number;
      readonly from: string;
      readonly to: string;
    }
  | { readonly of: "rows"; readonly rows: number; readonly columns: number };

export function summaryOf(table: Table): Summary {
  const column = (name: string) => table.columns.find((one) => one.name === name);
  const [score, efficiency, kind] = [column("score"), column("efficiency"), column("class")];
  if (score && efficiency && kind) return measured(table, efficiency, kind);
  const [change, cumulative] = [column("change"), column("cumulative")];
  if (change && cumulative && change.cells.of === "number")
    return changed(table, change, change.cells.values);
  const time = table.columns.find(({ role }) => role === "time");
  if (time !== undefined && table.rows > 0) {
    const runs = new Set(table.columns.find(({ role }) => role === "scenario")?.cells.values);
    const variables = table.columns.filter(({ role }) => role === "value").length;
    const [from, to] = [time.cells.values[0], time.cells.values[table.rows - 1]].map(String);
    return { of: "runs", runs: Math.max(1, runs.size), variables, from: from!, to: to! };
  }
  return { of: "rows", rows: table.rows, columns: table.columns.length };
}

function measured(table: Table, efficiency: TableColumn, kind: TableColumn): Summary {
  let [efficient, without, farthest, least] = [0, 0, -1, Number.POSITIVE_INFINITY];
  for (let row = 0; row < table.rows; row++) {
    const value = Number(efficiency.cells.values[row] ?? Number.NaN);
    if (Number.isNaN(value)) without += 1;
    else if (kind.cells.values[row] === "efficient") efficient += 1;
    else if (value < least) [farthest, least] = [row, value];
  }
  const name = farthest < 0 ? null : unitText(table, farthest);
  return { of: "measure", units: table.rows, efficient, without, farthest: name };
}

function changed(table: Table, change: TableColumn, values: Float64Array): Summary {
  const scale = change.scale === "difference" ? "difference" : "ratio";
  let [sum, n, best, worst] = [0, 0, -1, -1];
  for (let row = 0; row < table.rows; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    sum += scale === "ratio" ? Math.log(value) : value;
    n += 1;
    if (best < 0 || value > values[best]!) best = row;
    if (worst < 0 || value < values[worst]!) worst = row;
  }
  if (n === 0) return { of: "rows", rows: table.rows, columns: table.columns.length };
  const mean = scale === "ratio" ? Math.exp(sum / n) : sum / n;
  const [first, last] = [unitText(table, best), unitText(table, worst)];
  return { of: "index", changes: n, without: table.rows - n, mean, scale, best: first, worst: last };
}

function unitText(table: Table, row: number): string {
  const unit = unitsOf(table)?.(row);
  return unit === undefined ? "" : [unit.dmu, unit.period].filter(Boolean).join(" ");
}
