import { type Element, elementsOf, equationOf } from "../../language/check/elements.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { System, SystemVariable } from "../../language/model.ts";
import { limitOutflows } from "./limit-outflows.ts";
import { lowerEvents } from "./lower-events.ts";
import { lower, type Place } from "./lower-expression.ts";
import { lowerSeries } from "./lower-series.ts";
import { OdeBuilder, type OdeInputs } from "./ode-builder.ts";
import type { OdeExpr, OdeSystem } from "./ode-system.ts";
import { orderEquations } from "./order-equations.ts";
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
    system.variables.map((variable) => [
      variable,
      elementsOf(variable.dimensions, inputs.labels, system.ranges),
    ]),
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
    builder.equations[slot].span = equation.span;
    const expr = variable.role === "series" ? lowerSeries(variable, place) : lower(equation.expr, place);
    if (variable.solve !== undefined) solveFor(slot, expr, variable.solve, place);
    else if (variable.role === "stock") builder.equations[slot].start = expr;
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
  const events = lowerEvents(system, builder);
  const lists = orderEquations(builder);
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
    events,
  };
}

/** A slot that is found so that its equation, which has a slot of its own, equals it. */
function solveFor(
  slot: number,
  expr: OdeExpr,
  { low, high }: NonNullable<SystemVariable["solve"]>,
  place: Place,
): void {
  const { builder, owner } = place;
  const value = builder.addInternal(owner, "value", builder.equations[slot].span);
  builder.equations[value].run = expr;
  builder.equations[slot].run = { op: "slot", slot: value };
  builder.equations[slot].solve = { low: lower(low, place), high: lower(high, place) };
}
