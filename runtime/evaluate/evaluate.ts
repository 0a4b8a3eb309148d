import type { Expr } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import type { Environment } from "./environment.ts";
import type { Label, Value } from "./value.ts";
import { scalar } from "./value.ts";

/**
 * The value of a checked expression. What cannot be evaluated (an instant that was not saved, several rows for
 * `only`) is thrown as an `EvaluationFault`, which `run` turns into its diagnostic; nobody else catches it.
 */
export function evaluate(_expr: Expr, _env: Environment): Value {
  return scalar(Number.NaN);
}

/** The numbers of an expression aligned to the rows of a table by label; NaN where there is none. */
export function valuesFor(_expr: Expr, table: Table, _env: Environment): Float64Array {
  return new Float64Array(table.rows);
}

/** The labels of an expression aligned to the rows of a table; null where there is none. */
export function labelsFor(_expr: Expr, table: Table, _env: Environment): readonly Label[] {
  return new Array<Label>(table.rows).fill(null);
}
