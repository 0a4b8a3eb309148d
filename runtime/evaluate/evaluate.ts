/** The evaluator of checked expressions over keyed values. */
import type { Expr } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import { aggregate } from "./aggregate.ts";
import { align } from "./align.ts";
import { call } from "./call.ts";
import { columnValue, runValue, tableShape } from "./column-value.ts";
import type { Environment } from "./environment.ts";
import { arithmetic, logic } from "./math.ts";
import { choose, compareValues, mapNumbers, mapTruth } from "./row-by-row.ts";
import { select } from "./select.ts";
import { type Label, labelsOf, numbersOf, scalar, scalarBoolean, scalarLabel, type Value } from "./value.ts";

/**
 * The value of a checked expression. What cannot be evaluated (an instant that was not saved, several rows for
 * `only`) is thrown as an `EvaluationFault`, which `run` turns into its diagnostic; nobody else catches it.
 */
export function evaluate(expr: Expr, env: Environment): Value {
  const value = (e: Expr): Value => evaluate(e, env);
  switch (expr.op) {
    case "number":
      return scalar(expr.value);
    case "text":
      return scalarLabel(expr.value);
    case "boolean":
      return scalarBoolean(expr.value ? 1 : 0);
    case "column":
      return columnValue(tableOf(expr.table, env), expr.column);
    case "run": {
      const dimensions = expr.type.keys.filter((key) => key !== "scenario" && key !== "time");
      return runValue(tableOf(expr.system, env), expr.variable, dimensions, expr.scenario, env);
    }
    case "negate":
      return mapNumbers([value(expr.arg)], (x) => -x);
    case "not":
      return mapTruth([value(expr.arg)], (x) => 1 - x);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "power":
      return mapNumbers([value(expr.left), value(expr.right)], arithmetic[expr.op]);
    case "and":
    case "or":
      return mapTruth([value(expr.left), value(expr.right)], logic[expr.op]);
    case "compare": {
      const { tolerance } = expr;
      const slack = tolerance && { relative: tolerance.relative, value: value(tolerance.value) };
      return compareValues(value(expr.left), value(expr.right), expr.relation, slack);
    }
    case "between": {
      const x = value(expr.arg);
      return mapTruth(
        [compareValues(x, value(expr.low), ">="), compareValues(x, value(expr.high), "<=")],
        logic.and,
      );
    }
    case "if": {
      const condition = value(expr.condition);
      if (condition.keys.length > 0) return choose(condition, value(expr.then), value(expr.otherwise));
      const truth = numbersOf(condition)[0]!;
      return Number.isNaN(truth) ? scalar(Number.NaN) : value(truth === 1 ? expr.then : expr.otherwise);
    }
    case "convert":
      return mapNumbers([value(expr.arg)], (x) => x * expr.factor);
    case "aggregate":
      return aggregate({
        fn: expr.fn,
        arg: value(expr.arg),
        where: expr.where && value(expr.where),
        weights: expr.weights && value(expr.weights),
        by: expr.by,
        span: expr.span,
      });
    case "call":
      return call(expr, value);
    case "at": {
      const at = labelsOf(value(expr.at));
      if (at.length !== 1) throw new Error("`at` needs one instant");
      return select(value(expr.arg), expr.key, at[0]!, "at", expr.span);
    }
    case "pick":
      return select(value(expr.arg), expr.key, expr.label, "pick", expr.span);
    case "map":
      return mapValue(expr.dimension, Object.entries(expr.entries), value);
    case "variable":
    case "time":
    case "dt":
    case "argument":
    case "table":
    case "lookup":
      throw new Error(`\`${expr.op}\` has a value only inside a system`);
  }
}

/** The numbers of an expression aligned to the rows of a table by label; NaN where there is none. */
export function valuesFor(expr: Expr, table: Table, env: Environment): Float64Array {
  const value = evaluate(expr, env);
  const numbers = numbersOf(value);
  return Float64Array.from(rowsFor(value, table), (row) => (row < 0 ? Number.NaN : numbers[row]!));
}

/** The labels of an expression aligned to the rows of a table; null where there is none. */
export function labelsFor(expr: Expr, table: Table, env: Environment): readonly Label[] {
  const value = evaluate(expr, env);
  const labels = labelsOf(value);
  return Array.from(rowsFor(value, table), (row) => (row < 0 ? null : labels[row]!));
}

function rowsFor(value: Value, table: Table): Int32Array {
  const rows = align(value, tableShape(table));
  if (!rows) {
    const keys = value.keys.map((key) => key.name).join(", ");
    throw new Error(`a value with the keys (${keys}) does not fit the table ${table.name}`);
  }
  return rows;
}

function tableOf(name: string, env: Environment): Table {
  const table = env.table(name);
  if (!table) throw new Error(`the table ${name} has not been computed`);
  return table;
}

/** A vector over one dimension out of its elements. */
function mapValue(
  dimension: string,
  entries: readonly (readonly [string, Expr])[],
  value: (e: Expr) => Value,
): Value {
  const values = Float64Array.from(entries, ([, e]) => numbersOf(value(e))[0]!);
  const labels = entries.map(([label]) => label);
  return {
    keys: [{ name: dimension, role: "dimension", labels }],
    groups: [],
    rows: entries.length,
    cells: { of: "number", values },
  };
}
