/** Expressions of the checked model in mathematics. Names stand as the model has them; conversions of units show their factor. */
import type { Expr } from "../../language/model.ts";
import {
  add,
  call,
  type Formula,
  figure,
  fraction,
  list,
  minus,
  name,
  number,
  plus,
  power,
  product,
  relation,
  root,
  type Sign,
  sum,
  symbol,
  words,
} from "./math.ts";

const signs = {
  "==": "=",
  "!=": "≠",
  "<": "<",
  "<=": "≤",
  ">": ">",
  ">=": "≥",
} as const satisfies Record<string, Sign>;

/**
 * The formula of an expression; a constant that is the whole of it, or of an element of it, stands without its unit.
 * @param panel whose columns stand without its name
 */
export function expressionMath(expr: Expr, panel = ""): Formula {
  if (expr.op === "map") {
    return list(
      ...Object.entries(expr.entries).map(([label, value]) =>
        relation(name(label), ":", expressionMath(value, panel)),
      ),
    );
  }
  return expr.op === "number" ? number(expr.value) : write(expr, panel);
}

/** A variable with its dimensions as indices, or with the labels that are picked. */
export function variableMath(variable: string, dimensions: readonly string[]): Formula {
  return name(
    variable,
    dimensions.map((dimension) => name(dimension)),
  );
}

function write(expr: Expr, panel: string): Formula {
  switch (expr.op) {
    case "number":
      return quantity(expr.value, expr.type.unit?.text);
    case "text":
      return words(`"${expr.value}"`);
    case "boolean":
      return words(String(expr.value));
    case "column":
      return name(expr.table === panel ? expr.column : `${expr.table}.${expr.column}`);
    case "run":
      return name(`${expr.scenario ?? expr.system}.${expr.variable}`);
    case "variable":
      return variableMath(expr.variable, expr.type.keys);
    case "time":
      return symbol("t");
    case "dt":
      return symbol("Δt");
    case "argument":
      return symbol("x");
    case "negate":
      return add(minus(write(expr.arg, panel)));
    case "not":
      return call("not", write(expr.arg, panel));
    case "add":
      return add(plus(write(expr.left, panel)), plus(write(expr.right, panel)));
    case "subtract":
      return add(plus(write(expr.left, panel)), minus(write(expr.right, panel)));
    case "multiply":
      return product(...factors(expr.left, panel), ...factors(expr.right, panel));
    case "divide":
      return fraction(write(expr.left, panel), write(expr.right, panel));
    case "power":
      return power(write(expr.left, panel), write(expr.right, panel));
    case "and":
    case "or":
      return relation(write(expr.left, panel), expr.op, write(expr.right, panel));
    case "compare":
      return relation(write(expr.left, panel), signs[expr.relation], write(expr.right, panel));
    case "between":
      return relation(write(expr.arg, panel), "∈", interval(write(expr.low, panel), write(expr.high, panel)));
    case "if":
      return {
        is: "cases",
        cases: [
          { value: write(expr.then, panel), when: write(expr.condition, panel) },
          { value: write(expr.otherwise, panel), when: null },
        ],
      };
    case "convert":
      return expr.factor === 1
        ? write(expr.arg, panel)
        : product(number(expr.factor), write(expr.arg, panel));
    case "aggregate":
      return aggregate(expr, panel);
    case "call":
      return functionMath(expr, panel);
    case "at":
      return indexed(write(expr.arg, panel), write(expr.at, panel));
    case "pick":
      return picked(expr, panel);
    case "map":
      return expressionMath(expr, panel);
    case "table": {
      const points = expr.points.map(({ x, y }) => relation(number(x), ":", expressionMath(y, panel)));
      return call(expr.form, ...points, ...(expr.input.op === "argument" ? [] : [write(expr.input, panel)]));
    }
    case "lookup":
      return call(expr.lookup, write(expr.input, panel));
  }
}

/** Products of products stand in one row. */
function factors(expr: Expr, panel: string): Formula[] {
  const formula = write(expr, panel);
  return formula.is === "product" ? [...formula.factors] : [formula];
}

/** A number inside a formula, with its unit where it has one. */
function quantity(value: number, unit: string | undefined): Formula {
  return unit === undefined || unit === "1" ? number(value) : words(`${figure(value)} [${unit}]`);
}

function interval(low: Formula, high: Formula): Formula {
  return call("", low, high);
}

function indexed(formula: Formula, by: Formula): Formula {
  if (formula.is === "name" || formula.is === "symbol")
    return { ...formula, sub: [...(formula.sub ?? []), by] };
  return call("at", formula, by);
}

/** `value[services]`: the label in the place of its dimension. */
function picked(expr: Expr & { op: "pick" }, panel: string): Formula {
  const of = write(expr.arg, panel);
  const label = name(String(expr.label));
  if (of.is !== "name") return call("at", of, label);
  const sub = (of.sub ?? []).map((one) => (one.is === "name" && one.text === expr.key ? label : one));
  const inside = of.sub?.some((one) => one.is === "name" && one.text === expr.key) ?? false;
  return { ...of, sub: inside ? sub : [...sub, label] };
}

function aggregate(expr: Expr & { op: "aggregate" }, panel: string): Formula {
  const over = expr.arg.type.keys.filter((key) => !expr.by.includes(key));
  const of = write(expr.arg, panel);
  if (expr.fn === "sum" && expr.where === undefined && over.length > 0) {
    return sum(list(...over.map((key) => name(key))), of);
  }
  return call(
    expr.fn,
    of,
    ...(expr.by.length > 0 ? [words(`by ${expr.by.join(", ")}`)] : []),
    ...(expr.where === undefined ? [] : [relation(words("where"), ":", write(expr.where, panel))]),
    ...(expr.weights === undefined ? [] : [relation(words("weights"), ":", write(expr.weights, panel))]),
  );
}

function functionMath(expr: Expr & { op: "call" }, panel: string): Formula {
  const args = expr.args.map((arg) => expressionMath(arg, panel));
  const named = Object.entries(expr.named).map(([key, value]) =>
    relation(words(key), ":", expressionMath(value, panel)),
  );
  if (expr.fn === "sqrt" && args.length === 1) return root(args[0]!);
  return call(expr.fn, ...args, ...named);
}
