import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Expr, System, SystemVariable } from "../model.ts";
import type { Span } from "../source.ts";
import { constantValue } from "./constant-value.ts";
import type { CheckContext } from "./context.ts";
import { children } from "./expression-children.ts";
import { adaptive } from "./system-time.ts";

type Variables = ReadonlyMap<string, SystemVariable>;
/** A time that is known before anything runs: of a delay's stage, of an average, of what drains a stock. */
interface Lag {
  readonly length: number;
  readonly span: Span;
  readonly name: string;
}

const stages: Readonly<Record<string, number>> = {
  delay1: 1,
  delay3: 3,
  smooth: 1,
  smooth3: 3,
  trend: 1,
  forecast: 1,
};

/**
 * Notes a step that is longer than half of the shortest constant time: what takes that time is then followed only roughly, and
 * with a step of more than twice it not at all.
 */
export function noteStepLength(system: System, ctx: CheckContext): void {
  const { time } = system;
  if (adaptive.has(time.method)) return;
  const step = time.step.numerator / time.step.denominator;
  const variables: Variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  const lags = system.variables.flatMap((variable) =>
    variable.equations.flatMap(({ expr }) => [
      // A stage that is shorter than a step is an error of the run.
      ...lagsIn(expr, variable.name, variables).filter(({ length }) => length >= step * (1 - 1e-9)),
      ...drainOf(variable, expr, variables),
    ]),
  );
  const [shortest] = lags.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
  if (shortest === undefined || step <= (shortest.length / 2) * (1 + 1e-9)) return;
  const { name, length, span } = shortest;
  const related = [{ span, message: `the time of ${short(length)}` }];
  report(
    ctx.sink,
    dynamics.stepLong,
    time.span,
    { step: short(step), length: short(length), name },
    { related },
  );
}

/** The stages of delays and averages whose times are constants. */
function lagsIn(expr: Expr, name: string, variables: Variables): Lag[] {
  const inner = children(expr).flatMap((child) => lagsIn(child, name, variables));
  if (expr.op !== "call") return inner;
  const fn = dynamicFunctions.get(expr.fn);
  const given = (parameter: string) => {
    const at = fn?.parameters.findIndex((p) => p.name === parameter) ?? -1;
    return at < 0 ? undefined : (expr.named[parameter] ?? expr.args[at]);
  };
  const order = given("n");
  const n = stages[expr.fn] ?? (order === undefined ? undefined : constantValue(order));
  const duration = given("delay") ?? given("time");
  if (n === undefined || duration === undefined || fn === undefined) return inner;
  return [
    ...inner,
    ...constants(duration, variables).map((T) => ({ length: T / n, span: duration.span, name })),
  ];
}

/** The mean time that a stock's content stays, where what leaves it is the stock times or over a constant. */
function drainOf(flow: SystemVariable, expr: Expr, variables: Variables): Lag[] {
  const { from, name } = flow;
  if (typeof from !== "string") return [];
  return rates(expr, from, variables).map((rate) => ({ length: 1 / rate, span: expr.span, name }));
}

/** By what constants an expression multiplies a stock; none where it does more with it. */
function rates(expr: Expr, stock: string, variables: Variables): number[] {
  switch (expr.op) {
    case "variable":
      return expr.variable === stock ? [1] : [];
    case "convert":
      return rates(expr.arg, stock, variables).map((rate) => rate * expr.factor);
    case "multiply": {
      const left = rates(expr.left, stock, variables);
      return left.length > 0
        ? combined(left, constants(expr.right, variables), (a, b) => a * b)
        : combined(rates(expr.right, stock, variables), constants(expr.left, variables), (a, b) => a * b);
    }
    case "divide":
      return combined(rates(expr.left, stock, variables), constants(expr.right, variables), (a, b) => a / b);
    default:
      return [];
  }
}

/** The values of an expression over the elements, where they are known before anything runs. */
function constants(expr: Expr, variables: Variables): number[] {
  const value = constantValue(expr);
  if (value !== undefined) return [value];
  switch (expr.op) {
    case "variable": {
      const variable = variables.get(expr.variable);
      if (variable?.role !== "param") return [];
      const all = variable.equations.map((equation) => constants(equation.expr, variables));
      return all.some((list) => list.length === 0) ? [] : all.flat();
    }
    case "map": {
      const all = Object.values(expr.entries).map((entry) => constants(entry, variables));
      return all.some((list) => list.length === 0) ? [] : all.flat();
    }
    case "convert":
      return constants(expr.arg, variables).map((constant) => constant * expr.factor);
    case "multiply":
      return combined(constants(expr.left, variables), constants(expr.right, variables), (a, b) => a * b);
    case "divide":
      return combined(constants(expr.left, variables), constants(expr.right, variables), (a, b) => a / b);
    default:
      return [];
  }
}

/** Of two lists one has a single value: which elements of two go together is not looked into. */
function combined(a: number[], b: number[], both: (a: number, b: number) => number): number[] {
  if (a.length > 1 && b.length > 1) return [];
  return a.flatMap((x) => b.map((y) => both(x, y)));
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
