import { lower } from "../../compiler/ode/lower-expression.ts";
import { OdeBuilder, type OdeInputs } from "../../compiler/ode/ode-builder.ts";
import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { dynamicFunctions } from "../../language/builtins/dynamic-functions.ts";
import { elementName, elementsOf, equationOf, labelsIn } from "../../language/check/elements.ts";
import { children } from "../../language/check/expression-children.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Expr, System } from "../../language/model.ts";
import { evaluate, newState } from "./interpreter.ts";
import type { Given } from "./run.ts";

/** A system that has been compiled, and what it was compiled from. */
export interface CompiledSystem {
  readonly system: System;
  readonly ode: OdeSystem;
}

/**
 * What a changed system sets in one that has been compiled, where it differs from it by numbers alone: other values of constants
 * and other initial values of stocks. Null where a change is more than that (a schedule, a lookup, an auxiliary that had an
 * equation), so that the changed system must be compiled itself.
 */
export function numericChanges(
  { system, ode }: CompiledSystem,
  changed: System,
  inputs: OdeInputs,
  sink: Diagnostics,
): Given | null {
  const slots = new Map(ode.slots.map((slot, i) => [slot.name, i]));
  const constant = new Set(ode.constants.map((assignment) => assignment.slot));
  // Closed expressions look nothing up in the builder, nor in the state.
  const builder = new OdeBuilder(changed, inputs, sink);
  const state = newState({ ...ode, slots: [], tables: [] }, 0);
  const given = new Map<number, number>();
  for (let i = 0; i < changed.variables.length; i++) {
    const [variable, before] = [changed.variables[i], system.variables[i]];
    if (variable.equations === before.equations) continue;
    for (const element of elementsOf(variable.dimensions, inputs.labels, system.ranges)) {
      const equation = equationOf(variable, element);
      if (equation === undefined || equation.expr === equationOf(before, element)?.expr) continue;
      const name = elementName(variable.name, labelsIn(element, variable.dimensions) ?? []);
      const slot = slots.get(name) ?? -1;
      if (!(variable.role === "stock" || constant.has(slot)) || !isClosed(equation.expr)) return null;
      const scalar = lower(equation.expr, { builder, owner: ode.slots[slot], element });
      given.set(slot, evaluate(scalar, state));
    }
  }
  return given;
}

const open: ReadonlySet<Expr["op"]> = new Set(["variable", "time", "dt", "argument", "table", "lookup"]);

/** Whether an expression is a number before anything runs. */
function isClosed(expr: Expr): boolean {
  if (open.has(expr.op)) return false;
  if (expr.op === "call" && dynamicFunctions.has(expr.fn) && expr.fn !== "annual") return false;
  return children(expr).every(isClosed);
}
