import type { OdeExpr, OdeTable } from "../../compiler/ode/ode-system.ts";

/** How slots and moments are called in the code that is being written. */
export interface EmitNames {
  slot(index: number): string;
  held(index: number): string;
  time(): string;
  heldTime(): string;
  /** Calls the function of a table; counted at the start of a step. */
  table(table: OdeTable, input: string, ys: () => string): string;
}

const binary: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  divide: "/",
};
const relations: Readonly<Record<string, string>> = {
  eq: "===",
  ne: "!==",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};
const inlined = new Set(["abs", "exp", "sqrt", "sin", "cos", "floor", "trunc", "min", "max", "log1p"]);

/** A scalar expression as JavaScript that computes the very number that the interpreter does. */
export function emitExpression(expr: OdeExpr, names: EmitNames): string {
  const inner = (e: OdeExpr) => emitExpression(e, names);
  switch (expr.op) {
    case "const":
      return literal(expr.value);
    case "slot":
      return names.slot(expr.slot);
    case "held":
      return names.held(expr.slot);
    case "time":
      return names.time();
    case "held_time":
    case "input_time":
      return names.heldTime();
    case "half_step":
      return "(dt/2)";
    case "dt":
      return "dt";
    case "if":
      return `(${emitCondition(expr.condition, names)}?${inner(expr.then)}:${inner(expr.otherwise)})`;
    case "table":
      return names.table(expr, inner(expr.input), () => `[${expr.ys.map(inner).join(",")}]`);
    case "call": {
      const { fn } = expr;
      const args = expr.args.map(inner);
      if (fn in binary) return `(${args.join(binary[fn])})`;
      if (fn in relations || fn === "and" || fn === "or" || fn === "not") {
        return `(${emitCondition(expr, names)}?1:0)`;
      }
      if (fn === "negate") return `(-${args[0]})`;
      if (fn === "power") return `power(${args.join(",")})`;
      if (fn === "ln" || fn === "log") return `Math.log(${args[0]})`;
      if (fn === "random") return `random(${args[0]},${args[1]}+seed,${args[2]},k)`;
      return inlined.has(fn) ? `Math.${fn}(${args.join(",")})` : `F.${fn}(${args.join(",")})`;
    }
  }
}

/** A condition as JavaScript's own truth, without the detour over 1 and 0. */
function emitCondition(expr: OdeExpr, names: EmitNames): string {
  if (expr.op === "call") {
    const { fn, args } = expr;
    if (fn in relations) return `(${args.map((a) => emitExpression(a, names)).join(relations[fn])})`;
    if (fn === "and" || fn === "or") {
      return `(${args.map((a) => emitCondition(a, names)).join(fn === "and" ? "&&" : "||")})`;
    }
    if (fn === "not") return `(!${emitCondition(args[0], names)})`;
  }
  return `(${emitExpression(expr, names)}!==0)`;
}

export function literal(value: number): string {
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : String(value);
}
