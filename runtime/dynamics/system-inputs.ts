import type { OdeInputs } from "../../compiler/ode/ode-builder.ts";
import type { Element } from "../../language/check/elements.ts";
import type { Expr } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { numbersOf, type Value } from "../evaluate/value.ts";

/** What a system takes from data and results, matched to its elements by label; each expression is evaluated once. */
export function systemInputs(env: Environment): OdeInputs {
  const known = new Map<Expr, Value>();
  const valueOfExpr = (expr: Expr): Value => {
    const value = known.get(expr) ?? evaluate(expr, env);
    known.set(expr, value);
    return value;
  };
  return {
    labels: (dimension) => env.dimension(dimension),
    value: (expr, element) => {
      const value = valueOfExpr(expr);
      const row = rowsOf(value, element, []).at(0);
      return row === undefined ? Number.NaN : numbersOf(value)[row];
    },
    points: (expr, element) => {
      const value = valueOfExpr(expr);
      const instants = value.keys.find((key) => key.role === "period" || key.role === "time");
      if (instants === undefined) return { xs: [], ys: [] };
      const numbers = numbersOf(value);
      const points = rowsOf(value, element, [instants.name])
        .map((row) => ({ x: Number(instants.labels[row] ?? Number.NaN), y: numbers[row] }))
        .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
        .sort((a, b) => a.x - b.x);
      return { xs: points.map((point) => point.x), ys: points.map((point) => point.y) };
    },
  };
}

/** The rows whose labels are the element's, in every key but those left open. */
function rowsOf(value: Value, element: Element, open: readonly string[]): number[] {
  const keys = value.keys.filter((key) => !open.includes(key.name));
  const rows: number[] = [];
  for (let row = 0; row < value.rows; row++) {
    if (keys.every((key) => String(key.labels[row]) === element.get(key.name))) rows.push(row);
  }
  return rows;
}
