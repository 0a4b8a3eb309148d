/** Short ways to write scalar expressions of the ODE system. */
import type { OdeExpr } from "./ode-system.ts";

export const time: OdeExpr = { op: "time" };
export const inputTime: OdeExpr = { op: "input_time" };
/** The middle of the step, held: moments are compared with it, so that rounding cannot move them to another step. */
export const middle: OdeExpr = {
  op: "call",
  fn: "add",
  args: [{ op: "held_time" }, { op: "half_step" }],
};
export const dt: OdeExpr = { op: "dt" };
/** The shortest pulse: a step, or any length in an adaptive method. */
export const atLeast: OdeExpr = { op: "call", fn: "add", args: [{ op: "half_step" }, { op: "half_step" }] };
export const constant = (value: number): OdeExpr => ({ op: "const", value });
export const slot = (index: number): OdeExpr => ({ op: "slot", slot: index });
export const call = (fn: string, ...args: readonly OdeExpr[]): OdeExpr => ({ op: "call", fn, args });
export const add = (...args: readonly OdeExpr[]): OdeExpr =>
  args.length === 0 ? constant(0) : args.length === 1 ? args[0] : call("add", ...args);
export const subtract = (a: OdeExpr, b: OdeExpr): OdeExpr => call("subtract", a, b);
export const multiply = (a: OdeExpr, b: OdeExpr): OdeExpr => (isOne(b) ? a : call("multiply", a, b));
export const divide = (a: OdeExpr, b: OdeExpr): OdeExpr => (isOne(b) ? a : call("divide", a, b));
export const choose = (condition: OdeExpr, then: OdeExpr, otherwise: OdeExpr): OdeExpr => ({
  op: "if",
  condition,
  then,
  otherwise,
});

/** Units leave many a factor of 1 behind: `co2 / 1 [year]`. */
function isOne(expr: OdeExpr): boolean {
  return expr.op === "const" && expr.value === 1;
}

/** The expressions directly inside one. */
export function parts(expr: OdeExpr): readonly OdeExpr[] {
  switch (expr.op) {
    case "call":
      return expr.args;
    case "if":
      return [expr.condition, expr.then, expr.otherwise];
    case "table":
      return [expr.input, ...expr.ys];
    default:
      return [];
  }
}

/** Calls `visit` for an expression and all inside it. */
export function visit(expr: OdeExpr, see: (expr: OdeExpr) => void): void {
  see(expr);
  for (const part of parts(expr)) visit(part, see);
}

/** The slots that must have their value before the expression is evaluated, each once. */
export function slotsRead(expr: OdeExpr): number[] {
  const read = new Set<number>();
  visit(expr, (e) => {
    if (e.op === "slot") read.add(e.slot);
  });
  return [...read];
}

/** Whether an expression may change over time even if the slots it reads do not. */
export function changes(expr: OdeExpr): boolean {
  let found = false;
  visit(expr, (e) => {
    if (e.op === "time" || e.op === "held_time" || e.op === "input_time" || e.op === "held") found = true;
    if (e.op === "call" && e.fn === "random") found = true;
  });
  return found;
}
