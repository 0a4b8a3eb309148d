import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import type { SystemVariable } from "../model.ts";
import { one, type UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext } from "./context.ts";
import { wholesOf } from "./elements.ts";
import { rangesOf } from "./ranges.ts";
import {
  type Binding,
  declarationScope,
  innerScope,
  type Key,
  type Scope,
  type ValueBinding,
} from "./scope.ts";

/** What the scope of a system's equations must know of a variable. */
export interface ScopedVariable {
  readonly name: string;
  readonly role: SystemVariable["role"];
  readonly dimensions: readonly string[];
  readonly unit: UnitTerm | Unit | null;
  /** A lookup's argument. */
  readonly argument?: UnitTerm | Unit | null;
}

/**
 * The names that the equations of a system may use: its variables, `time`, `dt`, the dimensions' own labels.
 *
 * @param failed variables that could not be read
 */
export function systemScope(
  variables: Iterable<ScopedVariable>,
  timeUnit: UnitTerm | Unit,
  ctx: CheckContext,
  failed: Iterable<string> = [],
): Scope {
  const own = new Map<string, Binding>();
  const ranges = rangesOf(ctx);
  for (const name of failed) own.set(name, { kind: "failed" });
  for (const { name, role, dimensions, unit, argument } of variables) {
    // A variable of a module: what stands before the point is a name too.
    const module = name.match(/^(.+?)\./)?.[1];
    if (module !== undefined) own.set(module, { kind: "other", what: "module" });
    if (role === "lookup") {
      own.set(name, { kind: "lookup", lookup: name, argument: argument ?? null, result: unit });
      continue;
    }
    const groups = [...wholesOf(dimensions, ranges).keys()];
    own.set(name, { ...value({ op: "variable", variable: name }, unit, dimensions), groups });
    for (const dimension of dimensions) {
      const label = value({ op: "variable", variable: dimension }, one, [dimension]);
      if (!own.has(dimension)) own.set(dimension, { ...label, of: "label" });
    }
  }
  const time = value({ op: "time" }, timeUnit, []);
  own.set("time", time);
  own.set("dt", value({ op: "dt" }, timeUnit, []));
  return innerScope(own, declarationScope(ctx), {
    functions: dynamicFunctions,
    input: time,
    timeUnit,
    crosses: true,
  });
}

/** Inside a lookup the argument has its name, and tables look it up. */
export function lookupScope(scope: Scope, name: string | undefined, unit: UnitTerm | Unit | null): Scope {
  const argument = value({ op: "argument" }, unit, []);
  const own = new Map<string, Binding>(name === undefined ? [] : [[name, argument]]);
  return innerScope(own, scope, { input: argument });
}

function value(
  leaf: ValueBinding["leaf"],
  unit: UnitTerm | Unit | null,
  dimensions: readonly string[],
): ValueBinding {
  const keys = dimensions.map((name): Key => ({ name, role: "dimension" }));
  return { kind: "value", leaf, of: "number", unit, keys };
}
