/** The functions of values: mathematics row by row, functions along the period, aggregates. */
import type { FunctionEntry, Parameter } from "./functions.ts";

function value(name: string, unit: string, doc: string, more: Partial<Parameter> = {}): Parameter {
  return { name, unit, doc, kind: "value", ...more };
}
const x = value("x", "a", "A number for each row");

function math(
  name: string,
  unit: string,
  result: string,
  line: string,
  formula: string,
  more: Partial<FunctionEntry> = {},
): FunctionEntry {
  return {
    name,
    group: "math",
    parameters: [value("x", unit, "A number")],
    unit: result,
    line,
    formula,
    ...more,
  };
}

const mathRows: readonly FunctionEntry[] = [
  math("min", "a", "a", "The least of several numbers, or of many rows", "min(x₁, …, xₙ)", {
    variadic: true,
  }),
  math("max", "a", "a", "The greatest of several numbers, or of many rows", "max(x₁, …, xₙ)", {
    variadic: true,
  }),
  math("abs", "a", "a", "Without its sign", "|x|"),
  math("exp", "1", "1", "The exponential", "e^x"),
  math("ln", "1", "1", "The natural logarithm; empty for x ≤ 0", "ln x"),
  math("log", "1", "1", "The natural logarithm, as regressions write it; empty for x ≤ 0", "ln x"),
  math("sqrt", "a", "a^0.5", "The square root; empty for x < 0", "√x"),
  math("sin", "1", "1", "The sine of an angle in radians", "sin x"),
  math("cos", "1", "1", "The cosine of an angle in radians", "cos x"),
  math("floor", "a", "a", "The greatest whole number that is not greater", "⌊x⌋"),
  math("trunc", "a", "a", "Without its decimals", "sign(x) ⌊|x|⌋"),
  math("round", "a", "a", "The nearest whole number; halves away from zero", "sign(x) ⌊|x| + 1/2⌋"),
  math("mod", "a", "a", "The remainder, with the sign of the divisor", "x − y ⌊x / y⌋", {
    parameters: [value("x", "a", "A number"), value("y", "a", "The divisor")],
  }),
  math(
    "safediv",
    "a",
    "a/b",
    "A quotient with a value for a zero divisor",
    "a / b if b ≠ 0, else the third",
    {
      parameters: [
        value("a", "a", "What is divided"),
        value("b", "b", "The divisor"),
        value("else", "a/b", "The value where the divisor is zero", { optional: true, default: "0" }),
      ],
    },
  ),
  math(
    "coagglomeration",
    "1",
    "1",
    "How strongly two industries cluster together, from their location quotients",
    "1 − |p − q| / (p + q) + (p + q)",
    {
      parameters: [
        value("p", "1", "Location quotient of one industry"),
        value("q", "1", "Location quotient of the other"),
      ],
      source:
        "The usual index of industrial co-agglomeration in Chinese regional studies, after Ellison, Glaeser & Kerr (2010)",
    },
  ),
];

function series(
  name: string,
  parameters: readonly Parameter[],
  unit: string,
  line: string,
  formula: string,
  source?: string,
): FunctionEntry {
  return {
    name,
    group: "series",
    parameters,
    unit,
    line,
    formula,
    ...(source === undefined ? {} : { source }),
  };
}
const places = value("n", "1", "How many periods", { kind: "constant", optional: true, default: "1" });

const seriesRows: readonly FunctionEntry[] = [
  series("lag", [x, places], "a", "Its value some periods before; empty where there is none", "x(t − n)"),
  series("lead", [x, places], "a", "Its value some periods later; empty where there is none", "x(t + n)"),
  series("growth", [x], "1", "Its rate of growth from the period before", "x(t) / x(t − 1) − 1"),
  series("cumulate", [x], "a", "Its running sum", "Σ x(s) for s ≤ t"),
  series("cumulative", [x], "a", "Its running sum over the saved times of a run", "Σ x(s) for s ≤ t"),
  series(
    "deflate",
    [
      x,
      value("by", "b", "The price index", { named: true }),
      value("base", "1", "The period whose prices are used", { kind: "constant", named: true }),
    ],
    "a",
    "At the prices of one period",
    "x(t) · p(base) / p(t)",
  ),
  series(
    "perpetual_inventory",
    [
      value("i", "a", "Investment of each period"),
      value("depreciation", "1", "The share of the stock that is lost in a period", { named: true }),
      value(
        "initial",
        "*",
        "How it begins: `growth`, a rate by which the first investment is divided, or a value",
        {
          kind: "words or value",
          words: ["growth"],
          named: true,
        },
      ),
    ],
    "a",
    "Capital stock from investment",
    "K(t) = (1 − δ) K(t − 1) + I(t); K(0) = I(0) / rate, a value, or I(0) / (g + δ) with g the mean growth of I",
    "Goldsmith (1951); initial stock by growth: Harberger (1978)",
  ),
  series(
    "peak_time",
    [x],
    "*",
    "When its maximum is reached; empty where it still rises at the end",
    "argmaxₜ x(t)",
  ),
  series("peak_value", [x], "a", "Its maximum over time", "maxₜ x(t)"),
];

/** Series functions that leave one value for a whole course: the period is gone. */
export const overTime: ReadonlySet<string> = new Set(["peak_time", "peak_value"]);

function aggregate(name: string, unit: string, line: string, formula: string): FunctionEntry {
  const weights = value("weights", "b", "A weight for each row", {
    named: true,
    optional: true,
    default: "equal weights",
  });
  const parameters = name === "mean" || name === "geomean" ? [x, weights] : [x];
  return { name, group: "aggregate", parameters, unit, line, formula };
}

const aggregateRows: readonly FunctionEntry[] = [
  aggregate("sum", "a", "The sum", "Σ x"),
  aggregate("mean", "a", "The arithmetic mean, weighted where weights are given", "Σ w x / Σ w"),
  aggregate("geomean", "a", "The geometric mean of positive numbers", "exp(Σ w ln x / Σ w)"),
  aggregate("count", "1", "How many rows have a value, or satisfy a condition", "n"),
  aggregate("median", "a", "The median", "the middle value, or the mean of the two in the middle"),
  aggregate("sd", "a", "The sample standard deviation", "√(Σ (x − x̄)² / (n − 1))"),
  aggregate(
    "share",
    "1",
    "The share of rows that satisfy a condition; of a number, each row's part of the sum",
    "n(condition) / n; x / Σx",
  ),
  aggregate("only", "a", "The one value that there is; several are an error", "x"),
  {
    name: "location_quotient",
    group: "aggregate",
    parameters: [x],
    unit: "1",
    line: "How much more an activity weighs in a unit than in all units: `location_quotient(labor by industry)`",
    formula: "(x(c, i) / Σᵢ x(c, i)) / (Σ꜀ x(c, i) / Σ꜀ᵢ x(c, i)), in each period",
    source: "Hoover (1936); Isard (1960)",
  },
];

const named = (name: string, doc: string, more: Partial<Parameter> = {}) =>
  value(name, "*", doc, { kind: "name", ...more });

const measureRows: readonly FunctionEntry[] = [
  {
    name: "marginal_abatement_cost",
    group: "table",
    parameters: [
      named("measure", "The measure whose shadow prices are used"),
      named("good", "The good output that is given up", { named: true }),
      named("bad", "The bad output that is abated", { named: true }),
      value("price", "b", "The market price of the good", { named: true, optional: true, default: "1" }),
    ],
    unit: "b",
    line: "What emitting one unit of a bad less costs, for each unit of observation, in money; empty where the good has no price",
    formula: "price × price.BAD / price.GOOD",
    source: "Färe, Grosskopf, Lovell & Yaisawarng (1993); directional: Färe, Grosskopf, Noh & Weber (2005)",
  },
];

/** The functions of values by name; those of systems are in `dynamic-functions.ts`. `min` and `max` of one argument aggregate. */
export const tableFunctions: ReadonlyMap<string, FunctionEntry> = new Map(
  [...mathRows, ...seriesRows, ...aggregateRows, ...measureRows].map((row) => [row.name, row]),
);

/** The names of aggregates, `min` and `max` included. */
export const aggregateNames: ReadonlySet<string> = new Set([
  "min",
  "max",
  ...aggregateRows.map((row) => row.name),
]);
