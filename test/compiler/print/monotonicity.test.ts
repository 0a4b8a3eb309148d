import { describe, expect, it } from "vitest";
import type { OdeExpr } from "../../../compiler/ode/ode-system.ts";
import { call, choose, constant, slot } from "../../../compiler/ode/scalar-expressions.ts";
import type { Interval } from "../../../compiler/print/interval.ts";
import { type Polarity, polarity, type Ranges } from "../../../compiler/print/monotonicity.ts";
import { scalarFunctions } from "../../../runtime/dynamics/scalar-functions.ts";

const x = slot(0);
const y = slot(1);

function ranges(...intervals: readonly (readonly [number, number])[]): Ranges {
  const of = ([low, high]: readonly [number, number]): Interval => ({ low, high });
  return { slot: (i) => of(intervals[i]!), time: of([0, 10]), dt: of([1, 1]) };
}
const table = (form: "linear" | "schedule", ...ys: readonly number[]): OdeExpr => ({
  op: "table",
  table: 0,
  form,
  xs: ys.map((_, i) => i),
  ys: ys.map(constant),
  before: "hold",
  after: "hold",
  input: x,
});

/** The sign of the derivative by x, for x in [1, 2] and y in [3, 4]. */
const known: readonly [string, OdeExpr, Polarity][] = [
  ["x + y", call("add", x, y), 1],
  ["y − x", call("subtract", y, x), -1],
  ["x · y", call("multiply", x, y), 1],
  ["−x · y", call("negate", call("multiply", x, y)), -1],
  ["y / x", call("divide", y, x), -1],
  ["x / y", call("divide", x, y), 1],
  ["(x − y) · x", call("multiply", call("subtract", x, y), x), "?"],
  ["x · (5 − x)", call("multiply", x, call("subtract", constant(5), x)), 1],
  ["x²", call("power", x, constant(2)), 1],
  ["x⁻¹", call("power", x, constant(-1)), -1],
  ["0.5ˣ", call("power", constant(0.5), x), -1],
  ["yˣ", call("power", y, x), 1],
  ["exp(−x)", call("exp", call("negate", x)), -1],
  ["ln(x)", call("ln", x), 1],
  ["max(x, y)", call("max", x, y), 1],
  ["min(0, −x)", call("min", constant(0), call("negate", x)), -1],
  ["|x − y|", call("abs", call("subtract", x, y)), -1],
  ["sin(x)", call("sin", x), "?"],
  ["x ≥ y", call("ge", x, y), 1],
  ["if x > 1.5 then 10 else 0", choose(call("gt", x, constant(1.5)), constant(10), constant(0)), 1],
  ["if x > 1.5 then 0 else 10", choose(call("gt", x, constant(1.5)), constant(0), constant(10)), -1],
  ["if y > 3 then x else −x", choose(call("gt", y, constant(3)), x, call("negate", x)), "?"],
  ["a rising table", table("linear", 1, 2, 4), 1],
  ["a falling schedule", table("schedule", 4, 2, 1), -1],
  ["a table with a peak", table("linear", 1, 3, 1), "?"],
  ["y alone", y, 0],
  ["x · 0", call("multiply", x, constant(0)), 0],
];

describe("polarity", () => {
  it.each(known)("of %s by x is told", (_, expr, sign) => {
    expect(polarity(expr, 0, ranges([1, 2], [3, 4]))).toBe(sign);
  });

  it("of a share of a variable depends on what the variable is in the run", () => {
    const product = call("multiply", x, y);
    expect(polarity(product, 0, ranges([1, 2], [-4, -3]))).toBe(-1);
    expect(polarity(product, 0, ranges([1, 2], [-1, 1]))).toBe("?");
    expect(polarity(product, 0, ranges([1, 2], [0, 1]))).toBe(1);
  });

  it("never contradicts the finite differences within the ranges", () => {
    const evaluate = (expr: OdeExpr, a: number, b: number): number => {
      if (expr.op === "const") return expr.value;
      if (expr.op === "slot") return expr.slot === 0 ? a : b;
      if (expr.op === "if") {
        return evaluate(evaluate(expr.condition, a, b) !== 0 ? expr.then : expr.otherwise, a, b);
      }
      if (expr.op === "call")
        return scalarFunctions[expr.fn]!(...expr.args.map((arg) => evaluate(arg, a, b)));
      return Number.NaN;
    };
    for (const [name, expr] of known) {
      const sign = polarity(expr, 0, ranges([1, 2], [3, 4]));
      if (sign === "?" || expr.op === "table") continue;
      for (let a = 1; a < 1.999; a += 0.1) {
        for (const b of [3, 3.4, 4]) {
          const rise = evaluate(expr, a + 0.05, b) - evaluate(expr, a, b);
          expect(Math.sign(rise) * sign, name).not.toBe(-1);
          if (sign === 0) expect(rise, name).toBe(0);
        }
      }
    }
  });
});
