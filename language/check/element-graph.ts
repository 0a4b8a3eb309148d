import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Expr, System, SystemVariable } from "../model.ts";
import { type Element, elementName, elementsOf, equationOf, labelsIn, type Ranges } from "./elements.ts";
import { children } from "./expression-children.ts";
import { type LoopMember, reportLoop } from "./report-loop.ts";
import { topologicalOrder } from "./topological-order.ts";

/** While running a stock is known; at the start its initial value may need others. */
type When = "running" | "start";

/**
 * Reports every loop among the equations of a system: those that must hold at one instant, and those among initial values.
 * The graph has a node for each element, so that `x[a]` may depend on `x[b]`.
 */
export function reportLoops(
  system: System,
  labels: (dimension: string) => readonly string[],
  sink: Diagnostics,
): void {
  const variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  if (!mayLoop(variables)) return;
  const nodes = new Map<string, LoopMember & { exprs: Expr[]; element: Element }>();
  for (const variable of system.variables) {
    if (variable.role === "lookup") continue;
    for (const element of elementsOf(variable.dimensions, labels, system.ranges)) {
      const equation = equationOf(variable, element);
      if (equation === undefined) continue;
      const name = elementName(variable.name, labelsIn(element, variable.dimensions) ?? []);
      const stock = variable.role === "stock";
      nodes.set(name, {
        name,
        span: equation.span,
        stock,
        exprs: neededExprs(variable, [equation.expr]),
        element,
      });
    }
  }
  const needs =
    (when: When) =>
    (name: string): string[] => {
      const node = nodes.get(name);
      if (node === undefined || (when === "running" && node.stock === true)) return [];
      const read = new Set<string>();
      for (const expr of node.exprs)
        reads(expr, node.element, when, { variables, labels, ranges: system.ranges }, read);
      return [...read].filter((other) => nodes.has(other)).sort();
    };
  const members = (cycle: readonly string[]) => cycle.flatMap((name) => nodes.get(name) ?? []);
  const names = [...nodes.keys()].sort();
  const running = topologicalOrder(names, needs("running")).cycles;
  for (const cycle of running) reportLoop(sink, members(cycle), "running");
  if (running.length > 0) return;
  const roots = names.filter((name) => {
    const node = nodes.get(name);
    return node?.stock === true || node?.exprs.some(remembers) === true;
  });
  const start = topologicalOrder(roots, needs("start")).cycles;
  for (const cycle of start) reportLoop(sink, members(cycle), "start");
}

/** What must be known before a variable is: of one that is solved for only its bounds, as its loop is found around it. */
function neededExprs({ solve }: SystemVariable, equations: Expr[]): Expr[] {
  return solve === undefined ? equations : [solve.low, solve.high];
}

/** Warns where a variable is solved for that its own equation does not need. */
export function warnNeedlessSolves(system: System, sink: Diagnostics): void {
  const variables = new Map(system.variables.map((variable) => [variable.name, variable]));
  for (const { name, solve, role, equations } of system.variables) {
    if (solve === undefined || equations.length === 0) continue;
    const needed = new Set<string>();
    for (const { expr } of equations) variablesRead(expr, "running", needed);
    // A set grows while it is gone through.
    for (const other of needed) {
      const variable = variables.get(other);
      if (variable === undefined || variable.role === "stock") continue;
      for (const { expr } of variable.equations) variablesRead(expr, "running", needed);
    }
    if (role === "aux" && !needed.has(name)) report(sink, dynamics.solveNeedless, solve.span, { name });
  }
}

/** Collects the variables whose values an expression needs at that time. */
function variablesRead(expr: Expr, when: When, out: Set<string>): void {
  if (expr.op === "variable") out.add(expr.variable);
  if (expr.op === "lookup") out.add(expr.lookup);
  const fn = expr.op === "call" ? dynamicFunctions.get(expr.fn) : undefined;
  const inner = expr.op === "call" && fn !== undefined ? argumentsRead(expr, fn, when) : children(expr);
  for (const part of inner) variablesRead(part, when, out);
}

/** Whether there are loops among whole variables; where there are none, there are none among their elements, which are many. */
function mayLoop(variables: ReadonlyMap<string, SystemVariable>): boolean {
  const names = [...variables.keys()];
  const needs = (when: When) => (name: string) => {
    const variable = variables.get(name);
    const out = new Set<string>();
    if (variable === undefined || (when === "running" && variable.role === "stock")) return [];
    const equations = variable.equations.map(({ expr }) => expr);
    for (const expr of neededExprs(variable, equations)) variablesRead(expr, when, out);
    return [...out].filter((other) => variables.has(other));
  };
  const loops = (when: When) => topologicalOrder(names, needs(when)).cycles.length > 0;
  return loops("running") || loops("start");
}

/** Whether an equation holds a function with a state of its own, which needs a value at the start. */
function remembers(expr: Expr): boolean {
  if (expr.op === "call" && dynamicFunctions.get(expr.fn)?.readsAtStart !== undefined) return true;
  return children(expr).some(remembers);
}

/** What the elements of a system are. */
interface Graph {
  readonly variables: ReadonlyMap<string, SystemVariable>;
  readonly labels: (dimension: string) => readonly string[];
  readonly ranges: Ranges | undefined;
}

/** Collects the elements whose values an expression needs at that time. */
function reads(expr: Expr, element: Element, when: When, graph: Graph, out: Set<string>): void {
  const { variables, labels, ranges } = graph;
  const inner = (e: Expr, at: Element = element) => reads(e, at, when, graph, out);
  switch (expr.op) {
    case "variable": {
      const found = labelsIn(element, variables.get(expr.variable)?.dimensions ?? []);
      if (found !== undefined) out.add(elementName(expr.variable, found));
      return;
    }
    case "pick": {
      const label = expr.range === true ? element.get(String(expr.label)) : String(expr.label);
      inner(expr.arg, new Map(element).set(expr.key, label ?? ""));
      return;
    }
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
      for (const each of elementsOf(known, labels, ranges)) {
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
