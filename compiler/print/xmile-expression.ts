/** Expressions of a system in the equation language of XMILE 1.0 (OASIS 2015), for one element of a variable. */
import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import { type Element, elementsOf, labelsIn, type Ranges } from "../../language/check/elements.ts";
import type { Expr, SystemVariable } from "../../language/model.ts";

/** What an expression needs of the system that it stands in. */
export interface XmilePlace {
  readonly variables: ReadonlyMap<string, SystemVariable>;
  readonly element: Element;
  labels(dimension: string): readonly string[];
  readonly ranges: Ranges | undefined;
  /** The number of what comes from outside the system. */
  outside(expr: Expr): number | null;
  /** A graphical function of its own for a table inside an equation; its name. */
  table(expr: Expr & { op: "table" }): string;
  name(variable: string): string;
  /** Told what XMILE has no form for. */
  refuse(what: string): void;
}

const infix: Readonly<Record<string, readonly [sign: string, strength: number]>> = {
  or: ["OR", 1],
  and: ["AND", 2],
  "==": ["=", 4],
  "!=": ["<>", 4],
  "<": ["<", 4],
  "<=": ["<=", 4],
  ">": [">", 4],
  ">=": [">=", 4],
  add: ["+", 5],
  subtract: ["-", 5],
  multiply: ["*", 6],
  divide: ["/", 6],
  power: ["^", 8],
};
const plainFunctions: Readonly<Record<string, string>> = {
  exp: "EXP",
  ln: "LN",
  sqrt: "SQRT",
  abs: "ABS",
  sin: "SIN",
  cos: "COS",
  min: "MIN",
  max: "MAX",
  floor: "INT",
  step: "STEP",
  delay1: "DELAY1",
  delay3: "DELAY3",
  delayn: "DELAYN",
  delay_fixed: "DELAY",
  smooth: "SMTH1",
  smooth3: "SMTH3",
  smoothn: "SMTHN",
  trend: "TREND",
  forecast: "FORCST",
  initial: "INIT",
  previous: "PREVIOUS",
  safediv: "SAFEDIV",
  "random.uniform": "UNIFORM",
  "random.normal": "NORMAL",
};

export function xmileExpression(expr: Expr, place: XmilePlace): string {
  return write(expr, place, 0);
}

function write(expr: Expr, place: XmilePlace, around: number): string {
  const outside = place.outside(expr);
  if (outside !== null) return numeral(outside, around);
  const inner = (e: Expr) => write(e, place, 0);
  const closed = (text: string, strength: number) => (strength < around ? `(${text})` : text);
  switch (expr.op) {
    case "number":
      return numeral(expr.value, around);
    case "boolean":
      return expr.value ? "1" : "0";
    case "time":
      return "TIME";
    case "dt":
      return "DT";
    case "variable":
      return element(expr.variable, place);
    case "negate":
      return closed(`-${write(expr.arg, place, 7)}`, 6.5);
    case "not":
      return closed(`NOT ${write(expr.arg, place, 4)}`, 3);
    case "compare":
      return binary(expr.relation, expr.left, expr.right, place, around);
    case "between": {
      const arg = write(expr.arg, place, 5);
      return closed(`${arg} >= ${write(expr.low, place, 5)} AND ${arg} <= ${write(expr.high, place, 5)}`, 2);
    }
    case "if":
      return closed(
        `IF ${inner(expr.condition)} THEN ${inner(expr.then)} ELSE ${inner(expr.otherwise)}`,
        0.5,
      );
    case "convert":
      return expr.factor === 1
        ? write(expr.arg, place, around)
        : closed(`${numeral(expr.factor, 6)} * ${write(expr.arg, place, 6.1)}`, 6);
    case "pick": {
      const label = expr.range === true ? place.element.get(String(expr.label)) : String(expr.label);
      return write(
        expr.arg,
        { ...place, element: new Map(place.element).set(expr.key, label ?? "") },
        around,
      );
    }
    case "map": {
      const label = place.element.get(expr.dimension) ?? "";
      return expr.entries[label] === undefined ? "0" : write(expr.entries[label], place, around);
    }
    case "aggregate":
      return aggregate(expr, place);
    case "lookup":
      return `${place.name(expr.lookup)}(${inner(expr.input)})`;
    case "table":
      return place.table(expr);
    case "call":
      return closed(called(expr, place), 9);
    default:
      if ("left" in expr) return binary(expr.op, expr.left, expr.right, place, around);
      place.refuse(expr.op);
      return "0";
  }
}

function binary(op: string, left: Expr, right: Expr, place: XmilePlace, around: number): string {
  const [sign, strength] = infix[op]!;
  // Powers and differences do not regroup; a chain of powers is written out.
  const [a, b] = op === "power" ? [8.1, 8.1] : [strength, strength + 0.1];
  const text = `${write(left, place, a)} ${sign} ${write(right, place, b)}`;
  return strength < around ? `(${text})` : text;
}

function element(variable: string, place: XmilePlace): string {
  const labels = labelsIn(place.element, place.variables.get(variable)?.dimensions ?? []);
  const name = place.name(variable);
  return labels === undefined || labels.length === 0 ? name : `${name}[${labels.join(", ")}]`;
}

/** Written out over the elements, as XMILE's SUM takes whole arrays alone. */
function aggregate(expr: Expr & { op: "aggregate" }, place: XmilePlace): string {
  const over = expr.arg.type.keys.filter((key) => !expr.by.includes(key));
  const terms = elementsOf(over, place.labels, place.ranges).map((one) =>
    write(expr.arg, { ...place, element: new Map([...place.element, ...one]) }, 5.1),
  );
  const sum = `(${terms.join(" + ")})`;
  if (expr.where === undefined && expr.weights === undefined) {
    if (expr.fn === "sum") return sum;
    if (expr.fn === "mean") return `(${sum} / ${terms.length})`;
    if (expr.fn === "min" || expr.fn === "max") {
      return terms.reduce((a, b) => `${expr.fn.toUpperCase()}(${a}, ${b})`);
    }
  }
  place.refuse(`\`${expr.fn}\` over a dimension`);
  return "0";
}

function called(expr: Expr & { op: "call" }, place: XmilePlace): string {
  const parameters = dynamicFunctions.get(expr.fn)?.parameters ?? [];
  const given = parameters.map((p, i) => expr.named[p.name] ?? expr.args[i]);
  const all = parameters.length === 0 ? expr.args : given.filter((arg) => arg !== undefined);
  const args = all.map((arg) => write(arg, place, 0));
  const [first, second, third, fourth] = args;
  const moment = "TIME + DT / 2";
  switch (expr.fn) {
    case "annual":
      return `LN(1 + ${first})`;
    case "ramp":
      return third === undefined
        ? `RAMP(${first}, ${second})`
        : `(RAMP(${first}, ${second}) - RAMP(${first}, ${third}))`;
    case "pulse":
      return `(IF ${moment} >= ${first} AND ${moment} < ${first} + MAX(${second ?? "DT"}, DT) THEN 1 ELSE 0)`;
    case "pulse_train": {
      const until = fourth === undefined ? "" : ` AND ${moment} < ${fourth}`;
      return `(IF ${moment} >= ${first}${until} AND (${moment} - (${first})) MOD (${third}) < MAX(${second}, DT) THEN 1 ELSE 0)`;
    }
    case "mod":
      return `((${first}) MOD (${second}))`;
    case "min":
    case "max":
      return args.reduce((a, b) => `${expr.fn.toUpperCase()}(${a}, ${b})`);
    default: {
      const fn = plainFunctions[expr.fn];
      if (fn === undefined) place.refuse(`\`${expr.fn}\``);
      return `${fn ?? expr.fn}(${args.join(", ")})`;
    }
  }
}

function numeral(value: number, around: number): string {
  const text = String(value + 0);
  return value < 0 && around > 5 ? `(${text})` : text;
}
