/** Calls of built-in functions on keyed values. */
import { diagnose } from "../../language/diagnostics/entry.ts";
import { evaluation } from "../../language/diagnostics/runtime.ts";
import type { Expr } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Unit } from "../../language/units/unit.ts";
import { EvaluationFault } from "./fault.ts";
import { mathFunctions } from "./math.ts";
import { mapNumbers } from "./row-by-row.ts";
import { listed } from "./select.ts";
import {
  cumulate,
  deflate,
  growth,
  type InitialStock,
  lag,
  orderedPeriods,
  peakTime,
  peakValue,
  perpetualInventory,
  timeKey,
} from "./series.ts";
import { type Label, labelsOf, numbersOf, type Value } from "./value.ts";

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
      return deflated(x(), value(given(1, "by")), labelsOf(value(given(2, "base")))[0]!, expr.span);
    case "perpetual_inventory":
      return perpetualInventory(
        value(given(0, "i")),
        value(given(1, "depreciation")),
        initialStock(given(2, "initial"), given(0, "i").type.unit, value),
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

/** The base must be one of the index's periods. */
function deflated(x: Value, by: Value, base: Label, span: Span): Value {
  const { name, labels } = timeKey(by);
  if (!labels.some((label) => String(label) === String(base))) {
    const known = listed(orderedPeriods(labels));
    throw new EvaluationFault(diagnose(evaluation.notSaved, span, { key: name, at: String(base), known }));
  }
  return deflate(x, by, base);
}

/** `initial: growth`, a rate (a number without a unit, at most 1) or a value, in the unit of the investment. */
function initialStock(expr: Expr, investment: Unit | null, value: (e: Expr) => Value): InitialStock {
  if (expr.op === "text") return { kind: "growth" };
  const { unit } = expr.type;
  const given = value(expr);
  if (unit !== null && Object.keys(unit.dimensions).length > 0) {
    const factor = unit.scale / (investment?.scale ?? unit.scale);
    return { kind: "value", value: mapNumbers([given], (x) => x * factor) };
  }
  const small = numbersOf(given).every((v) => Number.isNaN(v) || Math.abs(v) <= 1);
  return { kind: small ? "rate" : "value", value: given };
}
