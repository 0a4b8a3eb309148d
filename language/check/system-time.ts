import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Rational, System } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import * as q from "./rational.ts";

/** More would not fit into memory, or take hours. */
const mostRows = 1_000_000;
const mostSteps = 1_000_000_000;

/** All of a system's time but its unit. */
export type TimeSpan = Omit<System["time"], "unit">;

const methods = ["euler", "rk2", "rk4", "rk45", "rosenbrock"] as const;
type Method = (typeof methods)[number];

/**
 * `time [year] = 2017 .. 2030 step 1/8 using rk4 save every 1` in exact fractions. Without them: steps of 1, `rk4`, saved at
 * every step. The span and `save every` must be whole multiples of the step; null after a reported error.
 */
export function checkTime(entry: ast.TimeEntry, ctx: CheckContext): TimeSpan | null {
  const start = exact(entry.from, ctx);
  const end = exact(entry.to, ctx);
  const step = entry.step === undefined ? q.one : exact(entry.step, ctx);
  const save = entry.saveEvery === undefined ? step : exact(entry.saveEvery, ctx);
  const method = checkMethod(entry.using, ctx);
  const tolerance = method === null ? undefined : checkTolerance(entry, method, ctx);
  if (start === null || end === null || step === null || save === null || method === null) return null;
  const length = q.subtract(end, start);
  if (q.value(length) <= 0) {
    report(ctx.sink, dynamics.timeReversed, entry.to.span, { from: q.text(start), to: q.text(end) });
    return null;
  }
  for (const [part, node] of [
    [step, entry.step],
    [save, entry.saveEvery],
  ] as const) {
    if (q.value(part) > 0) continue;
    report(ctx.sink, dynamics.stepNotPositive, (node ?? entry).span, { value: q.text(part) });
    return null;
  }
  const steps = q.divide(length, step);
  if (!q.isWhole(steps)) {
    reportStep(entry, start, length, step, ctx);
    return null;
  }
  const every = q.divide(save, step);
  if (!q.isWhole(every)) {
    const low = Math.max(1, Math.floor(q.value(every)));
    const near = [low, low + 1].map((n) => q.text(q.multiply(step, q.whole(n))));
    report(ctx.sink, dynamics.saveOffStep, (entry.saveEvery ?? entry).span, {
      save: q.text(save),
      step: q.text(step),
      near,
    });
    return null;
  }
  const rows = Math.ceil(q.value(steps) / q.value(every)) + 1;
  if (rows > mostRows || q.value(steps) > mostSteps) {
    const params = { steps: q.value(steps), rows, most: rows > mostRows ? mostRows : mostSteps };
    report(ctx.sink, dynamics.tooManySteps, (entry.step ?? entry).span, params);
    return null;
  }
  return {
    start,
    step,
    steps: q.value(steps),
    saveEvery: q.value(every),
    method,
    ...(tolerance === undefined ? {} : { tolerance }),
    span: entry.span,
  };
}

function reportStep(
  entry: ast.TimeEntry,
  start: Rational,
  length: Rational,
  step: Rational,
  ctx: CheckContext,
) {
  const count = q.value(length) / q.value(step);
  const below = Math.floor(count);
  const counts = [below, below + 1].filter((n) => n > 0);
  report(ctx.sink, dynamics.stepDoesNotDivide, (entry.step ?? entry).span, {
    step: q.text(step),
    from: q.text(start),
    to: q.text(q.add(start, length)),
    count: Number(count.toFixed(3)),
    steps: counts.map((n) => q.text(q.divide(length, q.whole(n)))).reverse(),
    ends: counts.map((n) => q.text(q.add(start, q.multiply(step, q.whole(n))))),
  });
}

function checkMethod(word: ast.Name | undefined, ctx: CheckContext): Method | null {
  if (word === undefined) return "rk4";
  const method = methods.find((known) => known === word.text);
  if (method === undefined) {
    const more = suggestion(word.text, word.span, methods);
    report(ctx.sink, dynamics.unknownMethod, word.span, { method: word.text, known: methods }, more);
    return null;
  }
  return method;
}

/** The last saved time of a system. */
export function endOf({ time }: System): number {
  const { start, step, steps } = time;
  return q.value(q.add(start, q.multiply(step, q.whole(steps))));
}

/** The methods that choose their steps by their error. */
export const adaptive: ReadonlySet<Method> = new Set(["rk45", "rosenbrock"]);

/** The relative error allowed in a step; undefined where none is written, or after a report. */
function checkTolerance({ tolerance }: ast.TimeEntry, method: Method, ctx: CheckContext): number | undefined {
  if (tolerance === undefined) return undefined;
  if (!adaptive.has(method)) {
    report(ctx.sink, dynamics.toleranceFixed, tolerance.span, { method });
    return undefined;
  }
  const value = exact(tolerance, ctx);
  if (value === null) return undefined;
  const share = q.value(value);
  if (share >= 1e-14 && share < 1) return share;
  report(ctx.sink, dynamics.toleranceRange, tolerance.span, { value: share });
  return undefined;
}

/** The exact value of numbers and arithmetic on them; null after a reported error. */
function exact(expr: ast.Expr, ctx: CheckContext): Rational | null {
  const value = fold(expr);
  if (value === null && expr.kind !== "broken") report(ctx.sink, dynamics.timeNotConstant, expr.span, {});
  return value;
}

function fold(expr: ast.Expr): Rational | null {
  if (expr.kind === "number") return q.fromNumber(expr.value);
  if (expr.kind === "unary" && expr.operator !== "not") {
    const arg = fold(expr.arg);
    if (arg === null) return null;
    return expr.operator === "-" ? q.multiply(arg, q.whole(-1)) : q.divide(arg, q.whole(100));
  }
  if (expr.kind === "binary") {
    const left = fold(expr.left);
    const right = fold(expr.right);
    if (left === null || right === null) return null;
    switch (expr.operator) {
      case "+":
        return q.add(left, right);
      case "-":
        return q.subtract(left, right);
      case "*":
        return q.multiply(left, right);
      case "/":
        return right.numerator === 0 ? null : q.divide(left, right);
    }
  }
  return null;
}
