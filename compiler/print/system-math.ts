/** The equations of a system in mathematics, variable by variable. */
import type { Rational, System, SystemEvent, SystemVariable } from "../../language/model.ts";
import type { Unit } from "../../language/units/unit.ts";
import type { FormulaLine, Prose } from "./explanation.ts";
import { expressionMath, variableMath } from "./expression-math.ts";
import { add, call, type Formula, figure, minus, plus, relation, symbol } from "./math.ts";

const timeSymbol = symbol("t");

/** `from 2017 to 2030 [year] in steps of 1/8 by rk4, saved every 1`. */
export function timeWords({ time }: System): string {
  const value = ({ numerator, denominator }: Rational) => numerator / denominator;
  const start = value(time.start);
  const step = value(time.step);
  const { numerator, denominator } = time.step;
  const written =
    denominator === 1 || Number.isInteger(step * 100) ? figure(step) : `${numerator}/${denominator}`;
  const saved = figure(step * time.saveEvery);
  const unit = time.unit.text === "1" ? "" : ` [${time.unit.text}]`;
  return `t runs from ${figure(start)} to ${figure(start + step * time.steps)}${unit} in steps of ${written} by ${time.method}, saved every ${saved}`;
}

/** `d gdp/dt = expansion − shedding`. */
export function stockLine(stock: SystemVariable, system: System): FormulaLine {
  const flows = (end: "from" | "to") =>
    system.variables.filter((v) => v.role === "flow" && v[end] === stock.name);
  const rate = add(
    ...flows("to").map((flow) => plus(variableMath(flow.name, flow.dimensions))),
    ...flows("from").map((flow) => minus(variableMath(flow.name, flow.dimensions))),
  );
  const left: Formula = { is: "derivative", of: variableMath(stock.name, stock.dimensions), by: timeSymbol };
  return {
    left,
    sign: "=",
    right: rate,
    note: unitNote(stock, stock.nonnegative === true ? "never below 0" : ""),
  };
}

/** `gdp = …`, one line for each right-hand side; `at` is written as an index of the left side. */
export function equationLines(variable: SystemVariable, at?: Formula): FormulaLine[] {
  return variable.equations.map(({ labels, expr }, i) => {
    const sub = labels === null ? variable.dimensions : labels;
    const left = variableMath(variable.name, sub);
    const index = left.is === "name" ? [...(left.sub ?? []), ...(at === undefined ? [] : [at])] : [];
    const whole: Formula = { is: "name", text: variable.name, ...(index.length > 0 ? { sub: index } : {}) };
    return {
      left: variable.role === "lookup" ? call(variable.name, symbol("x")) : whole,
      sign: "=",
      right: expressionMath(expr),
      ...(i === 0 ? { note: unitNote(variable, pipe(variable)) } : {}),
    };
  });
}

function pipe({ role, from, to }: SystemVariable): string {
  return role === "flow" ? `${from ?? "cloud"} → ${to ?? "cloud"}` : "";
}

function unitNote({ unit }: SystemVariable, more: string): Prose {
  return [[unitWords(unit), more].filter((part) => part !== "").join(" ")];
}

/** `[100M CNY]`; nothing for plain numbers. */
export function unitWords(unit: Unit | null): string {
  return unit === null || unit.text === "1" ? "" : `[${unit.text}]`;
}

/** `herd → herd / 2` at each moment at which a condition begins to hold. */
export function eventLines({ condition, changes }: SystemEvent, system: System): FormulaLine[] {
  return changes.map(({ variable, labels, expr }) => {
    const dimensions = system.variables.find((v) => v.name === variable)?.dimensions ?? [];
    const before = variableMath(variable, labels ?? dimensions);
    return {
      left: relation(before, "→", expressionMath(expr)),
      note: ["when ", expressionMath(condition), " begins to hold"],
    };
  });
}

/** What a series reads, and how it goes on between its points. */
export function seriesLine(variable: SystemVariable): FormulaLine {
  const { interpolation, after } = variable.series ?? { interpolation: "linear", after: "error" };
  const how = {
    linear: "on a line between points",
    hold: "holding each value until the next",
    next: "taking the next value",
  };
  const ends = after === "hold" ? ", the last value holds" : "";
  return {
    left: variableMath(variable.name, variable.dimensions),
    sign: "=",
    right: call(
      "series",
      ...variable.equations.slice(0, 1).map(({ expr }) => expressionMath(expr)),
      timeSymbol,
    ),
    note: unitNote(variable, `${how[interpolation]}${ends}`),
  };
}
