/**
 * The built-in functions of systems, each defined by its equations. `t` is the instant, `dt` the step, `t0` the start; a
 * quote marks a derivative. What is "held" has its value of the step's start in all stages of a Runge–Kutta step.
 */
import type { FunctionEntry, Parameter } from "./functions.ts";

/** A built-in function of systems, and when it reads its arguments: for the order of evaluation and for loops. */
export interface DynamicFunction extends FunctionEntry {
  readonly group: "dynamic";
  /** Places of the arguments that its value needs at the same instant while running; all unless said. */
  readonly readsNow?: readonly number[];
  /** Places of the arguments that its value at the start needs; all unless said. */
  readonly readsAtStart?: readonly number[];
  /** The place of a defaulting argument's stand-in at the start: `initial` of a delay is the input where left out. */
  readonly initial?: number;
}

const forrester = "Forrester, Industrial Dynamics (1961), appendix";
const tests = "Test inputs as in Vensim: on the step whose middle has passed the moment";

function parameter(name: string, unit: string, doc: string, more: Partial<Parameter> = {}): Parameter {
  return { name, unit, doc, kind: "value", ...more };
}
const input = parameter("input", "a", "What is delayed or averaged");
const start = parameter("start", "time", "When it begins");
const width = parameter("width", "time", "How long it lasts", { optional: true, default: "one step" });
const end = parameter("end", "time", "When it ends", { optional: true, default: "never" });
const averaging = parameter("time", "time", "The time over which it averages");
const order = parameter("n", "1", "How many stocks stand in a row", { kind: "constant" });
const delay = parameter("delay", "time", "The mean time of passage");
const seed = parameter("seed", "1", "Another stream of numbers", {
  kind: "constant",
  named: true,
  optional: true,
  default: "0",
});
function first(unit = "a"): Parameter {
  return parameter("initial", unit, "Its value at the start", {
    optional: true,
    default: unit === "a" ? "the input at the start" : "0",
  });
}

function dynamic(row: Omit<DynamicFunction, "group">): DynamicFunction {
  return { group: "dynamic", ...row };
}

const rows: readonly DynamicFunction[] = [
  dynamic({
    name: "step",
    parameters: [parameter("height", "a", "The value after the moment"), start],
    unit: "a",
    line: "0 before a moment, the height from it on",
    formula: "height if t + dt/2 >= start, else 0; t is held",
    source: tests,
  }),
  dynamic({
    name: "ramp",
    parameters: [parameter("slope", "a/time", "The change per unit of time"), start, end],
    unit: "a",
    line: "0, then a straight line, then constant",
    formula: "slope · (min(max(t, start), end) − start); t is held",
    source: "Vensim's RAMP",
  }),
  dynamic({
    name: "pulse",
    parameters: [start, width],
    unit: "1",
    line: "1 during a span of time, else 0",
    formula: "1 if start <= t + dt/2 < start + max(width, dt), else 0; t is held",
    source: tests,
  }),
  dynamic({
    name: "pulse_train",
    parameters: [
      start,
      { ...width, optional: false },
      parameter("period", "time", "From one to the next"),
      end,
    ],
    unit: "1",
    line: "1 during a span of time that comes back, else 0",
    formula:
      "1 if start <= t + dt/2 < end and (t + dt/2 − start) mod period < max(width, dt), else 0; t is held",
    source: tests,
  }),
  ...(["delay1", "delay3"] as const).map((name) =>
    dynamic({
      name,
      parameters: [input, delay, first()],
      unit: "a",
      line: name === "delay1" ? "Material delay of first order" : "Material delay of third order",
      formula:
        name === "delay1"
          ? "level' = input − output, output = level / delay, level(t0) = initial · delay"
          : "three in a row: levelᵢ' = inᵢ − outᵢ, outᵢ = levelᵢ / (delay/3), levelᵢ(t0) = initial · delay/3, in₁ = input, inᵢ = outᵢ₋₁; the value is out₃",
      source: forrester,
      readsNow: [1],
      readsAtStart: [0, 1, 2],
      initial: 2,
    }),
  ),
  dynamic({
    name: "delayn",
    parameters: [input, delay, order, first()],
    unit: "a",
    line: "Material delay of order n",
    formula: "n in a row: levelᵢ' = inᵢ − outᵢ, outᵢ = levelᵢ / (delay/n), levelᵢ(t0) = initial · delay/n",
    source: forrester,
    readsNow: [1],
    readsAtStart: [0, 1, 3],
    initial: 3,
  }),
  dynamic({
    name: "delay_fixed",
    parameters: [input, delay, first()],
    unit: "a",
    line: "What the input was a fixed time ago",
    formula: "input(t − delay) from t0 + delay on, until then initial; the delay is read once, at the start",
    source: "Vensim's DELAY FIXED",
    readsNow: [],
    readsAtStart: [0, 2],
    initial: 2,
  }),
  ...(["smooth", "smooth3"] as const).map((name) =>
    dynamic({
      name,
      parameters: [input, averaging, first()],
      unit: "a",
      line: name === "smooth" ? "Exponential average of first order" : "Exponential average of third order",
      formula:
        name === "smooth"
          ? "value' = (input − value) / time, value(t0) = initial"
          : "three in a row: sᵢ' = (sᵢ₋₁ − sᵢ) / (time/3), s₀ = input, sᵢ(t0) = initial; the value is s₃",
      source: forrester,
      readsNow: [],
      readsAtStart: [0, 2],
      initial: 2,
    }),
  ),
  dynamic({
    name: "smoothn",
    parameters: [input, averaging, order, first()],
    unit: "a",
    line: "Exponential average of order n",
    formula: "n in a row: sᵢ' = (sᵢ₋₁ − sᵢ) / (time/n), s₀ = input, sᵢ(t0) = initial; the value is sₙ",
    source: forrester,
    readsNow: [],
    readsAtStart: [0, 3],
    initial: 3,
  }),
  dynamic({
    name: "trend",
    parameters: [input, averaging, first("1/time")],
    unit: "1/time",
    line: "The input's relative growth, seen through its average",
    formula:
      "(input − average) / (time · |average|), 0 where the average is 0; average' = (input − average) / time, average(t0) = input / (1 + initial · time)",
    source: "Sterman, Business Dynamics (2000), section 16.3, in Vensim's short form",
    readsNow: [0, 1],
    readsAtStart: [0, 1, 2],
  }),
  dynamic({
    name: "forecast",
    parameters: [input, averaging, parameter("horizon", "time", "How far ahead"), first("1/time")],
    unit: "a",
    line: "The input carried on along its trend",
    formula: "input · (1 + trend(input, time, initial) · horizon)",
    source: "Vensim's FORECAST",
    readsNow: [0, 1, 2],
  }),
  dynamic({
    name: "initial",
    parameters: [parameter("x", "a", "What is kept")],
    unit: "a",
    line: "What the argument was at the start",
    formula: "x(t0)",
    readsNow: [],
    readsAtStart: [0],
  }),
  dynamic({
    name: "active_initial",
    parameters: [
      parameter("x", "a", "The value while running"),
      parameter("start", "a", "The value that initial values read"),
    ],
    unit: "a",
    line: "One equation while running, another where initial values are found",
    formula: "x while running; start where the initial values of stocks read it",
    source: "Vensim's ACTIVE INITIAL",
    readsNow: [0],
    readsAtStart: [1],
  }),
  dynamic({
    name: "previous",
    parameters: [parameter("x", "a", "What is looked back at"), first()],
    unit: "a",
    line: "What the argument was one step ago",
    formula: "x(t − dt), at t0 initial",
    readsNow: [],
    readsAtStart: [0, 1],
    initial: 1,
  }),
  dynamic({
    name: "sample",
    parameters: [
      parameter("x", "a", "What is looked at"),
      parameter("condition", "1", "When it is looked at", { kind: "condition" }),
      parameter("initial", "a", "Its value until then"),
    ],
    unit: "a",
    line: "The argument's value when the condition last held",
    formula: "x(t) if the condition holds at t, else its own value one step ago, at first initial; held",
    source: "Vensim's SAMPLE IF TRUE",
    readsNow: [0, 1],
  }),
  dynamic({
    name: "random.uniform",
    parameters: [parameter("low", "a", "The least"), parameter("high", "a", "The greatest"), seed],
    unit: "a",
    line: "A random number between two bounds, a new one in each step",
    formula: "low + (high − low) · u; u depends on the seed, the variable and the step only",
  }),
  dynamic({
    name: "random.normal",
    parameters: [parameter("mean", "a", "The mean"), parameter("sd", "a", "The standard deviation"), seed],
    unit: "a",
    line: "A normal random number, a new one in each step",
    formula: "mean + sd · √(−2 ln u₁) · cos(2π u₂)",
    source: "Box and Muller (1958)",
  }),
  dynamic({
    name: "random.lognormal",
    parameters: [
      parameter("mean", "1", "The mean of the logarithm"),
      parameter("sd", "1", "The standard deviation of the logarithm"),
      seed,
    ],
    unit: "1",
    line: "A random number whose logarithm is normal, a new one in each step",
    formula: "exp(random.normal(mean, sd))",
  }),
  dynamic({
    name: "random.exponential",
    parameters: [parameter("mean", "a", "The mean"), seed],
    unit: "a",
    line: "An exponential random number, a new one in each step",
    formula: "−mean · ln(1 − u)",
  }),
  dynamic({
    name: "safediv",
    parameters: [
      parameter("a", "a", "The numerator"),
      parameter("b", "b", "The denominator"),
      parameter("else", "a/b", "The value where the denominator is 0", { optional: true, default: "0" }),
    ],
    unit: "a/b",
    line: "A quotient that has a value where the denominator is 0",
    formula: "a / b if b ≠ 0, else `else`",
  }),
  dynamic({
    name: "annual",
    parameters: [parameter("rate", "1", "The growth from one year to the next, such as 6%")],
    unit: "1/year",
    line: "The continuous rate that makes a yearly growth",
    formula: "ln(1 + rate) per year",
  }),
];

/** The built-in functions of systems, by name. */
export const dynamicFunctions: ReadonlyMap<string, DynamicFunction> = new Map(
  rows.map((row) => [row.name, row]),
);
