/** Calls of built-in functions on keyed values. */
import type { Expr } from "../../language/model.ts";
import { mathFunctions } from "./math.ts";
import { mapNumbers } from "./row-by-row.ts";
import {
  cumulate,
  deflate,
  growth,
  type InitialStock,
  lag,
  peakTime,
  peakValue,
  perpetualInventory,
} from "./series.ts";
import { labelsOf, numbersOf, type Value } from "./value.ts";

type Call = Extract<Expr, { op: "call" }>;

/**
 * The value of a call.
 *
 * @param value evaluates an argument
 */
export function call(expr: Call, value: (e: Expr) => Value): Value {
  const arg = (position: number, name: string): Expr | undefined => expr.args[position] ?? expr.named[name];
  const given = (position: number, name: string): Expr => {
    const found = arg(position, name);
    if (!found) throw new Error(`${expr.fn} lacks its argument ${name}`);
    return found;
  };
  const x = () => value(given(0, "x"));
  const places = (): number => {
    const n = arg(1, "n");
    return n === undefined ? 1 : numbersOf(value(n))[0]!;
  };
  switch (expr.fn) {
    case "lag":
      return lag(x(), places());
    case "lead":
      return lag(x(), -places());
    case "growth":
      return growth(x());
    case "cumulate":
    case "cumulative":
      return cumulate(x());
    case "deflate":
      return deflate(x(), value(given(1, "by")), labelsOf(value(given(2, "base")))[0]!);
    case "perpetual_inventory":
      return perpetualInventory(
        value(given(0, "i")),
        value(given(1, "depreciation")),
        initialStock(given(2, "initial"), value),
      );
    case "peak_time":
      return peakTime(x());
    case "peak_value":
      return peakValue(x());
    default: {
      const fn = mathFunctions[expr.fn];
      if (!fn) throw new Error(`no function ${expr.fn}`);
      return mapNumbers([...expr.args, ...Object.values(expr.named)].map(value), fn);
    }
  }
}

/** `initial: growth`, a rate (a number without a unit) or a value (one with a unit). */
function initialStock(expr: Expr, value: (e: Expr) => Value): InitialStock {
  if (expr.op === "text") return { kind: "growth" };
  const { unit } = expr.type;
  const plain = unit === null || Object.keys(unit.dimensions).length === 0;
  return { kind: plain ? "rate" : "value", value: value(expr) };
}
