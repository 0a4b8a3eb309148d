import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Expr, System, SystemVariable } from "../model.ts";
import { type Element, elementName, elementsOf, equationOf, labelsIn } from "./elements.ts";
import { children } from "./expression-children.ts";
import { type LoopMember, reportLoop } from "./report-loop.ts";
import { topologicalOrder } from "./topological-order.ts";

/** While running a stock is known; at the start its initial value may need others. */
type When = "running" | "start";

/**
 * Reports every loop among the equations of a system: those that must hold at one instant, and those among initial values.
 * The graph has a node for each element, so that `x[a]` may depend on `x[b]`. Returns whether there was one.
 */
export function reportLoops(
  system: System,
  labels: (dimension: string) => readonly string[],
  sink: Diagnostics,
): boolean {
  const variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  if (!mayLoop(variables)) return false;
  const nodes = new Map<string, LoopMember & { variable: SystemVariable; expr: Expr; element: Element }>();
  for (const variable of system.variables) {
    if (variable.role === "lookup") continue;
    for (const element of elementsOf(variable.dimensions, labels)) {
      const equation = equationOf(variable, element);
      if (equation === undefined) continue;
      const name = elementName(variable.name, labelsIn(element, variable.dimensions) ?? []);
      const { expr, span } = equation;
      nodes.set(name, { name, span, stock: variable.role === "stock", variable, expr, element });
    }
  }
  const needs =
    (when: When) =>
    (name: string): string[] => {
      const node = nodes.get(name);
      if (node === undefined || (when === "running" && node.stock === true)) return [];
      const read = new Set<string>();
      reads(node.expr, node.element, when, variables, labels, read);
      return [...read].filter((other) => nodes.has(other)).sort();
    };
  const members = (cycle: readonly string[]) => cycle.flatMap((name) => nodes.get(name) ?? []);
  const names = [...nodes.keys()].sort();
  const running = topologicalOrder(names, needs("running")).cycles;
  for (const cycle of running) reportLoop(sink, members(cycle), "running");
  if (running.length > 0) return true;
  const roots = names.filter((name) => nodes.get(name)?.stock === true || remembers(nodes.get(name)?.expr));
  const start = topologicalOrder(roots, needs("start")).cycles;
  for (const cycle of start) reportLoop(sink, members(cycle), "start");
  return start.length > 0;
}

/** Whether there are loops among whole variables; where there are none, there are none among their elements, which are many. */
function mayLoop(variables: ReadonlyMap<string, SystemVariable>): boolean {
  const names = [...variables.keys()];
  const reads = (expr: Expr, when: When, out: Set<string>): void => {
    if (expr.op === "variable") out.add(expr.variable);
    if (expr.op === "lookup") out.add(expr.lookup);
    const fn = expr.op === "call" ? dynamicFunctions.get(expr.fn) : undefined;
    const inner = expr.op === "call" && fn !== undefined ? argumentsRead(expr, fn, when) : children(expr);
    for (const part of inner) reads(part, when, out);
  };
  const needs = (when: When) => (name: string) => {
    const variable = variables.get(name);
    const out = new Set<string>();
    if (variable === undefined || (when === "running" && variable.role === "stock")) return [];
    for (const { expr } of variable.equations) reads(expr, when, out);
    return [...out].filter((other) => variables.has(other));
  };
  const loops = (when: When) => topologicalOrder(names, needs(when)).cycles.length > 0;
  return loops("running") || loops("start");
}

/** Whether an equation holds a function with a state of its own, which needs a value at the start. */
function remembers(expr: Expr | undefined): boolean {
  if (expr === undefined) return false;
  if (expr.op === "call" && dynamicFunctions.get(expr.fn)?.readsAtStart !== undefined) return true;
  return children(expr).some(remembers);
}

/** Collects the elements whose values an expression needs at that time. */
function reads(
  expr: Expr,
  element: Element,
  when: When,
  variables: ReadonlyMap<string, SystemVariable>,
  labels: (dimension: string) => readonly string[],
  out: Set<string>,
): void {
  const inner = (e: Expr, at: Element = element) => reads(e, at, when, variables, labels, out);
  switch (expr.op) {
    case "variable": {
      const found = labelsIn(element, variables.get(expr.variable)?.dimensions ?? []);
      if (found !== undefined) out.add(elementName(expr.variable, found));
      return;
    }
    case "pick":
      inner(expr.arg, new Map(element).set(expr.key, String(expr.label)));
      return;
    case "map": {
      const entry = expr.entries[element.get(expr.dimension) ?? ""];
      if (entry !== undefined) inner(entry);
      return;
    }
    case "aggregate": {
      const over = expr.arg.type.keys.filter((key) => !expr.by.includes(key));
      const known = over.filter(
        (key) => element.has(key) || [...variables.values()].some((v) => v.dimensions.includes(key)),
      );
      for (const each of elementsOf(known, labels)) {
        const at = new Map([...element, ...each]);
        for (const child of children(expr)) inner(child, at);
      }
      return;
    }
    case "lookup": {
      inner(expr.input);
      const lookup = variables.get(expr.lookup);
      const equation = lookup === undefined ? undefined : equationOf(lookup, element);
      if (equation !== undefined) inner(equation.expr);
      return;
    }
    case "call": {
      const fn = dynamicFunctions.get(expr.fn);
      const args = fn === undefined ? children(expr) : argumentsRead(expr, fn, when);
      for (const arg of args) inner(arg);
      return;
    }
    default:
      for (const child of children(expr)) inner(child);
  }
}

function argumentsRead(
  expr: Expr & { op: "call" },
  fn: NonNullable<ReturnType<typeof dynamicFunctions.get>>,
  when: When,
): Expr[] {
  const args = fn.parameters.map((parameter, i) => expr.args[i] ?? expr.named[parameter.name]);
  const places = (when === "running" ? fn.readsNow : fn.readsAtStart) ?? args.map((_, i) => i);
  const given = fn.initial !== undefined && args[fn.initial] !== undefined;
  return places.flatMap((i) => (when === "start" && given && i === 0 ? [] : (args[i] ?? [])));
}
