import { type Element, elementsOf, equationOf } from "../../language/check/elements.ts";
import { reportLoop } from "../../language/check/report-loop.ts";
import { topologicalOrder } from "../../language/check/topological-order.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { System, SystemVariable } from "../../language/model.ts";
import { limitOutflows } from "./limit-outflows.ts";
import { lower } from "./lower-expression.ts";
import { lowerSeries } from "./lower-series.ts";
import { OdeBuilder, type OdeInputs } from "./ode-builder.ts";
import type { OdeAssignment, OdeExpr, OdeSystem } from "./ode-system.ts";
import { changes, slotsRead } from "./scalar-expressions.ts";
import { structuralOrder } from "./structural-order.ts";

/**
 * The scalar ODE system of a checked system: every element of every variable gets a slot, external values become numbers,
 * built-in delays become stocks, and the equations are ordered element by element. Null after reported errors (an empty
 * external, a loop). Nothing depends on the order of declarations but the order of slots.
 *
 * @param base the system before changes, whose order of sums all its variants have, to the last digit of what they leave alone
 */
export function compileSystem(
  system: System,
  inputs: OdeInputs,
  sink: Diagnostics,
  base: System = system,
): OdeSystem | null {
  const errors = sink.list.length;
  const builder = new OdeBuilder(system, inputs, sink);
  const elements = new Map(
    system.variables.map((variable) => [variable, elementsOf(variable.dimensions, inputs.labels)]),
  );
  const each = (
    role: SystemVariable["role"] | null,
    see: (v: SystemVariable, e: Element, slot: number) => void,
  ) => {
    for (const [variable, all] of elements) {
      if (variable.role === "lookup" || (role !== null && variable.role !== role)) continue;
      for (const element of all) see(variable, element, builder.find(variable.name, element) ?? -1);
    }
  };
  for (const [variable, all] of elements) {
    if (variable.role === "lookup") continue;
    const role = variable.role === "series" ? "aux" : variable.role;
    for (const element of all) builder.addElement(variable, role, element);
  }
  for (const { dimensions, equations } of system.variables) {
    for (const { labels, span } of equations) {
      labels?.forEach((label, i) => {
        builder.knows(dimensions[i], label, span);
      });
    }
  }
  each(null, (variable, element, slot) => {
    const equation = equationOf(variable, element);
    if (equation === undefined) {
      report(sink, dynamics.missingEquation, variable.span, {
        name: builder.slots[slot].name,
        role: variable.role,
      });
      return;
    }
    const place = { builder, owner: builder.slots[slot], element };
    const expr = variable.role === "series" ? lowerSeries(variable, place) : lower(equation.expr, place);
    builder.equations[slot].span = equation.span;
    if (variable.role === "stock") builder.equations[slot].start = expr;
    else builder.equations[slot].run = expr;
  });
  const byStructure = structuralOrder(base);
  const nonnegative = new Set<number>();
  const flows = system.variables.filter((v) => v.role === "flow").sort((a, b) => byStructure(a.name, b.name));
  each("stock", (stock, element, slot) => {
    const piped = (end: "from" | "to") =>
      flows
        .filter((flow) => flow[end] === stock.name)
        .flatMap((flow) => builder.find(flow.name, element) ?? []);
    builder.stocks.push({ slot, inflows: piped("to"), outflows: piped("from") });
    if (stock.nonnegative === true) nonnegative.add(slot);
  });
  const owner = (stock: { readonly slot: number }) => builder.slots[stock.slot].variable;
  builder.stocks.sort((a, b) => byStructure(owner(a), owner(b)) || a.slot - b.slot);
  limitOutflows(builder, nonnegative);
  const lists = order(builder);
  if (sink.list.slice(errors).some((d) => d.severity === "error")) return null;
  return {
    name: system.name,
    time: system.time,
    slots: builder.slots,
    ...lists,
    stocks: builder.stocks,
    delays: builder.delays,
    lags: builder.lags,
    tables: builder.tables,
    breaks: builder.breaks,
  };
}

/** Sorts the equations into constants, those of the start and those of each instant, each list in order. */
function order(builder: OdeBuilder): Pick<OdeSystem, "constants" | "initial" | "dynamic"> {
  const { slots, equations } = builder;
  const byName = slots.map((_, i) => i).sort((a, b) => compare(slots[a].name, slots[b].name));
  const rank = new Int32Array(slots.length);
  byName.forEach((slot, place) => {
    rank[slot] = place;
  });
  const known = new Map<OdeExpr, number[]>();
  const sorted = (expr: OdeExpr | undefined): readonly number[] => {
    if (expr === undefined) return [];
    const read = known.get(expr) ?? slotsRead(expr).sort((a, b) => rank[a] - rank[b]);
    known.set(expr, read);
    return read;
  };
  const path = (cycle: readonly number[]) =>
    cycle.map((slot) => ({ name: slots[slot].name, span: equations[slot].span }));

  const running = byName.filter((slot) => equations[slot].run !== undefined);
  const run = topologicalOrder(running, (slot) => sorted(equations[slot].run));
  for (const cycle of run.cycles) reportLoop(builder.sink, path(cycle), "running");
  const constant = new Set<number>();
  for (const slot of run.order) {
    const { run: expr, start, held } = equations[slot];
    if (expr === undefined || start !== undefined || held === true) continue;
    if (sorted(expr).every((read) => constant.has(read)) && !changes(expr)) constant.add(slot);
  }

  const states = byName.filter((slot) => equations[slot].run === undefined);
  const atStart = (slot: number) => equations[slot].start ?? equations[slot].run;
  const start = topologicalOrder(states, (slot) => sorted(atStart(slot)));
  if (run.cycles.length === 0) {
    for (const cycle of start.cycles) reportLoop(builder.sink, path(cycle), "start");
  }

  const assign = (slot: number, expr: OdeExpr | undefined): OdeAssignment[] => {
    const { span, held } = equations[slot];
    return expr === undefined ? [] : [held ? { slot, expr, span, held } : { slot, expr, span }];
  };
  return {
    constants: run.order.filter((s) => constant.has(s)).flatMap((s) => assign(s, equations[s].run)),
    initial: start.order.filter((s) => !constant.has(s)).flatMap((s) => assign(s, atStart(s))),
    dynamic: run.order.filter((s) => !constant.has(s)).flatMap((s) => assign(s, equations[s].run)),
  };
}

/** Order by code units, the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
