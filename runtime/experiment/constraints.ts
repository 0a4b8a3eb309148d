import type { Expr, Output } from "../../language/model.ts";

type Compare = Extract<Expr, { op: "compare" }>;

/** One comparison of a constraint as numbers that a run gives. */
export interface Comparison {
  /** What must not be positive (at most the tolerance, for `==`), in the left side's unit: left − right of `<`. */
  readonly excess: Output;
  /** The right side, for the scale of the excess. */
  readonly bound: Output;
  readonly relation: Compare["relation"];
  /** `peak_time(x) < …`: x, which tells how far an empty peak is from one. */
  readonly rising?: Output;
}

/**
 * The comparisons that a condition asks for; null where it is more than comparisons joined by `and`, and can then only hold or not.
 */
export function comparisonsIn(expr: Expr): Comparison[] | null {
  if (expr.op === "and") {
    const [left, right] = [comparisonsIn(expr.left), comparisonsIn(expr.right)];
    return left === null || right === null ? null : [...left, ...right];
  }
  if (expr.op === "between") {
    const { arg, low, high, span, type } = expr;
    const compare = (relation: Compare["relation"], right: Expr): Compare => ({
      op: "compare",
      relation,
      left: arg,
      right,
      span,
      type,
    });
    return [comparison(compare(">=", low)), comparison(compare("<=", high))];
  }
  if (expr.op !== "compare" || expr.left.type.of !== "number" || expr.relation === "!=") return null;
  return [comparison(expr)];
}

function comparison(expr: Compare): Comparison {
  const { left, right, relation, tolerance, span } = expr;
  const type = { ...expr.type, of: "number", unit: left.type.unit } as const;
  const subtract = (a: Expr, b: Expr): Expr => ({ op: "subtract", left: a, right: b, type, span });
  const upwards = relation === ">" || relation === ">=";
  let excess = upwards ? subtract(right, left) : subtract(left, right);
  if (relation === "==") {
    excess = { op: "call", fn: "abs", args: [excess], named: {}, type, span };
    if (tolerance !== undefined) {
      const { relative, value } = tolerance;
      const size: Expr = { op: "call", fn: "abs", args: [right], named: {}, type: right.type, span };
      const allowed: Expr = relative
        ? { op: "multiply", left: value, right: size, type: right.type, span }
        : value;
      excess = subtract(excess, allowed);
    }
  }
  const peak = left.op === "call" && left.fn === "peak_time" ? left.args[0] : undefined;
  return {
    excess: { label: "excess", expr: excess },
    bound: { label: "bound", expr: right },
    relation,
    ...(peak && { rising: { label: "rising", expr: peak } }),
  };
}
