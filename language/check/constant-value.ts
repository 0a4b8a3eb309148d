import type { Expr } from "../model.ts";

/** The number of an expression that is made of numbers alone; undefined for any other. */
export function constantValue(expr: Expr): number | undefined {
  switch (expr.op) {
    case "number":
      return expr.value;
    case "negate": {
      const arg = constantValue(expr.arg);
      return arg === undefined ? undefined : -arg;
    }
    case "convert": {
      const arg = constantValue(expr.arg);
      return arg === undefined ? undefined : arg * expr.factor;
    }
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "power": {
      const left = constantValue(expr.left);
      const right = constantValue(expr.right);
      if (left === undefined || right === undefined) return undefined;
      return operations[expr.op](left, right);
    }
    case "call": {
      const [arg] = expr.args.map(constantValue);
      const fn = functions[expr.fn];
      return arg === undefined || fn === undefined ? undefined : fn(arg);
    }
    default:
      return undefined;
  }
}

const operations = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  power: (a: number, b: number) => a ** b,
};

const functions: Readonly<Record<string, (x: number) => number>> = {
  annual: Math.log1p,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
};
