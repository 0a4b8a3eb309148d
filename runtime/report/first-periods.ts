/** The rows of an index's first period: a change has no value there, and nothing is missing. */
import type { Expr } from "../../language/model.ts";
import { rowName } from "../evaluate/align.ts";
import { columnLabels, tableShape } from "../evaluate/column-value.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { KeyColumn, Value } from "../evaluate/value.ts";
import { namedColumns } from "../panel/named-columns.ts";

/** Whether a row of the expression's value stands in the first period of an index that it names. */
export function firstPeriods(expr: Expr, value: Value, env: Environment): (row: number) => boolean {
  const tables = [...new Set(namedColumns(expr).map(({ table }) => table))];
  const tests = tables.flatMap((name) => {
    const table = env.table(name);
    const status = table?.columns.find((c) => c.name === "status");
    if (table === undefined || status === undefined) return [];
    const { keys } = tableShape(table);
    const own = keys.map((key) => value.keys.find((k) => k.name === key.name));
    // Where a key is gone the value stands for several rows.
    if (own.some((key) => key === undefined)) return [];
    const first = new Set(
      columnLabels(status).flatMap((label, row) => (label === "first_period" ? [rowName(keys, row)] : [])),
    );
    return [(row: number) => first.has(rowName(own as KeyColumn[], row))];
  });
  return (row) => tests.some((test) => test(row));
}
