/**
 * A system as XMILE 1.0 (OASIS 2015), as Stella, Simlin, PySD and others read it: arrays stay arrays, tables become graphical functions,
 * what comes from data stands as numbers. XMILE has no word for how often results are saved.
 */

import { type Element, elementsOf, equationOf, labelsIn } from "../../language/check/elements.ts";
import { children } from "../../language/check/expression-children.ts";
import type { Expr, System, SystemVariable } from "../../language/model.ts";
import { version } from "../../language/version.ts";
import type { OdeInputs } from "../ode/ode-builder.ts";
import { timeGrid } from "../ode/time-grid.ts";
import { escapeMarkup } from "../xml/escape-markup.ts";
import { xmileExpression } from "./xmile-expression.ts";

export type Xmile = { readonly text: string } | { readonly refused: readonly string[] };

/** The whole document; `refused` names what XMILE has no form for. */
export function xmile(system: System, inputs: OdeInputs): Xmile {
  const writer = new XmileWriter(system, inputs);
  const text = writer.document();
  return writer.refused.size > 0 ? { refused: [...writer.refused].sort() } : { text };
}

class XmileWriter {
  readonly refused = new Set<string>();
  readonly #system: System;
  readonly #inputs: OdeInputs;
  readonly #variables: ReadonlyMap<string, SystemVariable>;
  /** Variables that stand in for tables inside equations. */
  readonly #tables: string[] = [];

  constructor(system: System, inputs: OdeInputs) {
    this.#system = system;
    this.#inputs = inputs;
    this.#variables = new Map(system.variables.map((v) => [v.name, v]));
    const lower = system.variables.map((v) => v.name.toLowerCase());
    for (const [i, { name }] of system.variables.entries()) {
      if (lower.indexOf(lower[i]!) !== i)
        this.refused.add(`names that differ by capitals alone (\`${name}\`)`);
    }
    if ((system.events ?? []).length > 0) this.refused.add("events");
    if (system.variables.some((v) => v.solve !== undefined)) this.refused.add("simultaneous equations");
  }

  document(): string {
    const { name, time, variables } = this.#system;
    const grid = timeGrid(time);
    const { numerator, denominator } = time.step;
    const dt =
      numerator === 1 && denominator > 1
        ? `<dt reciprocal="true">${denominator}</dt>`
        : `<dt>${numerator / denominator}</dt>`;
    const method = time.method === "rosenbrock" ? "gear" : time.method;
    const dimensions = [...new Set(variables.flatMap((v) => v.dimensions))];
    const written = variables.map((v) => this.#variable(v));
    return `${[
      '<?xml version="1.0" encoding="utf-8"?>',
      '<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">',
      `  <header><vendor>gtfp</vendor><product version="${version}">gtfp</product><name>${escaped(name)}</name></header>`,
      `  <sim_specs method="${method}" time_units="${escaped(time.unit.text)}"><start>${grid.at(0)}</start><stop>${grid.at(time.steps)}</stop>${dt}</sim_specs>`,
      ...(dimensions.length === 0
        ? []
        : ["  <dimensions>", ...dimensions.map((d) => this.#dimension(d)), "  </dimensions>"]),
      "  <model>",
      "    <variables>",
      ...written,
      ...this.#tables,
      "    </variables>",
      "  </model>",
      "</xmile>",
    ].join("\n")}\n`;
  }

  #dimension(dimension: string): string {
    const labels = this.#inputs.labels(dimension).map((label) => `<elem name="${escaped(label)}"/>`);
    return `    <dim name="${escaped(dimension)}">${labels.join("")}</dim>`;
  }

  #variable(variable: SystemVariable): string {
    const { name, role, unit, doc, dimensions, nonnegative } = variable;
    if (role === "lookup") return this.#lookup(variable);
    const tag = role === "stock" ? "stock" : role === "flow" ? "flow" : "aux";
    const flows = this.#system.variables.filter((v) => v.role === "flow");
    const pipes = (end: "from" | "to", part: string) =>
      role === "stock"
        ? flows.flatMap((flow) =>
            flow[end] === name ? [`<${part}>${escaped(nameOf(flow.name))}</${part}>`] : [],
          )
        : [];
    const parts = [
      ...(doc === undefined ? [] : [`<doc>${escaped(doc)}</doc>`]),
      ...(dimensions.length === 0
        ? []
        : [`<dimensions>${dimensions.map((d) => `<dim name="${escaped(d)}"/>`).join("")}</dimensions>`]),
      ...this.#equations(variable),
      ...pipes("to", "inflow"),
      ...pipes("from", "outflow"),
      ...(nonnegative === true ? ["<non_negative/>"] : []),
      ...(unit === null || unit.text === "1" ? [] : [`<units>${escaped(unit.text)}</units>`]),
    ];
    return `      <${tag} name="${escaped(bare(name))}">${parts.join("")}</${tag}>`;
  }

  #equations(variable: SystemVariable): string[] {
    return elementsOf(variable.dimensions, (d) => this.#inputs.labels(d), this.#system.ranges).map(
      (element) => {
        const labels = labelsIn(element, variable.dimensions) ?? [];
        const body = this.#equation(variable, element);
        return labels.length === 0
          ? body
          : `<element subscript="${escaped(labels.join(", "))}">${body}</element>`;
      },
    );
  }

  #equation(variable: SystemVariable, element: Element): string {
    const equation = equationOf(variable, element);
    if (equation === undefined) return "<eqn>0</eqn>";
    if (variable.role === "series") {
      const { xs, ys } = this.#inputs.points(equation.expr, element);
      if (variable.series?.interpolation === "next") this.refused.add("a series that takes the next value");
      const discrete = variable.series?.interpolation === "hold";
      return `<eqn>TIME</eqn>${graph(xs, ys, discrete ? "discrete" : "continuous")}`;
    }
    const table =
      equation.expr.op === "table" && equation.expr.input.op === "time" ? this.#points(equation.expr) : null;
    if (table !== null) return `<eqn>TIME</eqn>${table}`;
    return `<eqn>${escaped(this.#expression(equation.expr, variable, element))}</eqn>`;
  }

  #expression(expr: Expr, owner: SystemVariable, element: Element): string {
    return xmileExpression(expr, {
      variables: this.#variables,
      element,
      labels: (d) => this.#inputs.labels(d),
      ranges: this.#system.ranges,
      outside: (e) => (isOutside(e) ? this.#inputs.value(e, element) : null),
      table: (e) => this.#tableVariable(e, owner, element),
      name: nameOf,
      refuse: (what) => this.refused.add(what),
    });
  }

  #lookup({ name, unit, equations }: SystemVariable): string {
    const expr = equations[0]?.expr;
    const points = expr?.op === "table" ? this.#points(expr) : null;
    if (points === null) this.refused.add(`the lookup \`${name}\`, whose points are computed`);
    const units = unit === null || unit.text === "1" ? "" : `<units>${escaped(unit.text)}</units>`;
    return `      <gf name="${escaped(bare(name))}"${(points ?? "").slice(3, -5)}${units}</gf>`;
  }

  /** Its graphical function; null where its points are no numbers, or it is a spline. */
  #points({ points, form, beyond }: Expr & { op: "table" }): string | null {
    if (form === "spline") this.refused.add("a spline");
    if (points.some(({ y }) => !isNumber(y))) return null;
    const type = form === "schedule" ? "discrete" : beyond === "extend" ? "extrapolate" : "continuous";
    return graph(
      points.map((p) => p.x),
      points.map((p) => numberOf(p.y)),
      type,
    );
  }

  #tableVariable(expr: Expr & { op: "table" }, owner: SystemVariable, element: Element): string {
    const name = `${owner.name}_table_${this.#tables.length + 1}`;
    const points = this.#points(expr);
    if (points === null) this.refused.add(`a table in \`${owner.name}\`, whose points are computed`);
    const input = escaped(this.#expression(expr.input, owner, element));
    this.#tables.push(`      <aux name="${escaped(bare(name))}"><eqn>${input}</eqn>${points ?? ""}</aux>`);
    return nameOf(name);
  }
}

function graph(xs: readonly number[], ys: readonly number[], type: string): string {
  return `<gf type="${type}"><xpts>${xs.join(",")}</xpts><ypts>${ys.join(",")}</ypts></gf>`;
}

/** Numbers, and what stands for numbers: `annual(6%)`. */
function isNumber(expr: Expr): boolean {
  if (expr.op === "call" && expr.fn === "annual") return expr.args.every(isNumber);
  if (expr.op === "convert" || expr.op === "negate") return isNumber(expr.arg);
  return expr.op === "number";
}

function numberOf(expr: Expr): number {
  switch (expr.op) {
    case "number":
      return expr.value;
    case "negate":
      return -numberOf(expr.arg);
    case "convert":
      return expr.factor * numberOf(expr.arg);
    default:
      return expr.op === "call" ? Math.log1p(numberOf(expr.args[0]!)) : Number.NaN;
  }
}

/** Whether an expression takes all it reads from data and results. */
function isOutside(expr: Expr): boolean {
  if (expr.op === "column" || expr.op === "run") return true;
  const inside = ["variable", "time", "dt", "argument", "lookup", "table", "number", "text", "boolean"];
  if (inside.includes(expr.op)) return false;
  const reads = (e: Expr): boolean => e.op === "column" || e.op === "run" || children(e).some(reads);
  const own = (e: Expr): boolean =>
    ["variable", "time", "dt", "lookup"].includes(e.op) || children(e).some(own);
  return reads(expr) && !own(expr);
}

/** A name in an equation; one that is no plain word stands in quotes. */
function nameOf(name: string): string {
  const own = bare(name);
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(own) && !reserved.has(own.toUpperCase()) ? own : `"${own}"`;
}

/** Points divide modules in XMILE. */
function bare(name: string): string {
  return name.replaceAll(".", "_").replaceAll('"', "'");
}

const reserved = new Set(
  "AND OR NOT IF THEN ELSE TIME DT STARTTIME STOPTIME PI INF ABS EXP LN LOG10 SQRT SIN COS TAN INT MAX MIN MEAN SUM SIZE STDDEV STEP RAMP PULSE DELAY DELAY1 DELAY3 DELAYN SMTH1 SMTH3 SMTHN TREND FORCST INIT PREVIOUS SAFEDIV UNIFORM NORMAL MOD".split(
    " ",
  ),
);

function escaped(text: string): string {
  return escapeMarkup(text).replaceAll("\n", " ");
}
