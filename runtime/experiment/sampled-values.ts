import { distributions } from "../../language/builtins/distributions.ts";
import { constantValue } from "../../language/check/constant-value.ts";
import { children } from "../../language/check/expression-children.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Expr, Sensitivity } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { arithmetic, mathFunctions } from "../evaluate/math.ts";
import { numbersOf } from "../evaluate/value.ts";
import { betaQuantile, normalProbability, normalQuantile, triangularQuantile } from "./quantiles.ts";

type Call = Extract<Expr, { op: "call" }>;
type Quantile = (p: number) => number;

/** A parameter's value for each p in (0, 1): the quantile of its distribution. Null after a report. */
export function sampledValue(
  { name, distribution }: Sensitivity["distributions"][number],
  env: Environment,
  sink: Diagnostics,
): Quantile | null {
  const numberOf = (expr: Expr): number => constantValue(expr) ?? numbersOf(evaluate(expr, env))[0];
  const of = (expr: Expr): Quantile | string => {
    if (expr.op === "call" && distributions.has(expr.fn)) return quantileOf(expr, numberOf);
    if (!hasDistribution(expr)) {
      const value = numberOf(expr);
      return () => value;
    }
    switch (expr.op) {
      case "convert":
        return through(of(expr.arg), (x) => x * expr.factor);
      case "negate":
        return through(of(expr.arg), (x) => -x);
      case "call": {
        const args = [...expr.args, ...Object.values(expr.named)].map(of);
        const wrong = args.find((arg) => typeof arg === "string");
        if (wrong !== undefined) return wrong;
        const fn = expr.fn === "annual" ? Math.log1p : (mathFunctions[expr.fn] ?? (() => Number.NaN));
        return (p) => fn(...(args as Quantile[]).map((arg) => arg(p)));
      }
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
      case "power": {
        const [left, right] = [of(expr.left), of(expr.right)];
        if (typeof left === "string" || typeof right === "string")
          return typeof left === "string" ? left : right;
        const operation = arithmetic[expr.op];
        return (p) => operation(left(p), right(p));
      }
      default:
        return () => Number.NaN;
    }
  };
  const made = of(distribution);
  if (typeof made !== "string" && Number.isFinite(made(0.5))) return made;
  const needs = typeof made === "string" ? made : "arguments and functions that give it a value";
  report(sink, experiments.badDistribution, distribution.span, { name, fn: firstCall(distribution), needs });
  return null;
}

function through(inner: Quantile | string, fn: (x: number) => number): Quantile | string {
  return typeof inner === "string" ? inner : (p) => fn(inner(p));
}

/** The quantile function of a call, or in words what its arguments lack. */
function quantileOf(call: Call, numberOf: (expr: Expr) => number): Quantile | string {
  const entry = distributions.get(call.fn)!;
  const given = new Map<string, number>();
  const places = entry.parameters.filter((parameter) => parameter.named !== true);
  call.args.forEach((arg, i) => {
    given.set(places[i].name, numberOf(arg));
  });
  for (const [name, arg] of Object.entries(call.named)) given.set(name, numberOf(arg));
  for (const [name, value] of given) if (!Number.isFinite(value)) return `a value for \`${name}\``;
  const number = (name: string, otherwise = Number.NaN) => given.get(name) ?? otherwise;
  return quantiles[call.fn](number);
}

const ordered = "`low` below `high`";
const between = "`low` ≤ `mode` ≤ `high`, and `low` below `high`";

const quantiles: Readonly<
  Record<string, (number: (name: string, otherwise?: number) => number) => Quantile | string>
> = {
  normal: (number) => {
    const [mean, sd] = [number("mean"), number("sd")];
    const [low, high] = [number("low", Number.NEGATIVE_INFINITY), number("high", Number.POSITIVE_INFINITY)];
    if (!(sd > 0)) return "a positive `sd`";
    if (!(low < high)) return ordered;
    const [from, to] = [normalProbability((low - mean) / sd), normalProbability((high - mean) / sd)];
    if (!(to > from)) return "bounds that hold some of it";
    return (p) => Math.min(high, Math.max(low, mean + sd * normalQuantile(from + (to - from) * p)));
  },
  lognormal: (number) => {
    const [mean, sd] = [number("mean"), number("sd")];
    return sd > 0 ? (p) => Math.exp(mean + sd * normalQuantile(p)) : "a positive `sd`";
  },
  uniform: (number) => {
    const [low, high] = [number("low"), number("high")];
    return low < high ? (p) => low + (high - low) * p : ordered;
  },
  loguniform: (number) => {
    const [low, high] = [number("low"), number("high")];
    return low > 0 && low < high ? (p) => low * (high / low) ** p : "0 below `low`, and `low` below `high`";
  },
  triangular: (number) => {
    const [low, mode, high] = [number("low"), number("mode"), number("high")];
    const fits = low <= mode && mode <= high && low < high;
    return fits ? (p) => triangularQuantile(p, low, mode, high) : between;
  },
  pert: (number) => {
    const [low, mode, high] = [number("low"), number("mode"), number("high")];
    if (!(low <= mode && mode <= high && low < high)) return between;
    const width = high - low;
    const [a, b] = [1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width];
    return (p) => low + width * betaQuantile(p, a, b);
  },
  beta: (number) => {
    const [a, b, low, high] = [number("a"), number("b"), number("low", 0), number("high", 1)];
    if (!(a > 0 && b > 0)) return "positive `a` and `b`";
    return low < high ? (p) => low + (high - low) * betaQuantile(p, a, b) : ordered;
  },
  exponential: (number) => {
    const mean = number("mean");
    return mean > 0 ? (p) => -mean * Math.log1p(-p) : "a positive `mean`";
  },
};

function hasDistribution(expr: Expr): boolean {
  return firstCall(expr) !== "";
}

/** The name of the distribution in an expression. */
function firstCall(expr: Expr): string {
  if (expr.op === "call" && distributions.has(expr.fn)) return expr.fn;
  for (const child of children(expr)) {
    const found = firstCall(child);
    if (found !== "") return found;
  }
  return "";
}
