/** What names mean at a place: a block's own names first, then the declarations around it. */
import type { FunctionEntry } from "../builtins/functions.ts";
import type { ValueType } from "../model.ts";
import type { UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";

/** A key of a value. A group stands where an aggregate kept it as a key: `mean(x by region)`. */
export interface Key {
  readonly name: string;
  readonly role: "dmu" | "period" | "scenario" | "time" | "dimension" | "group";
}

/** What a name stands for in the checked model. */
export type Leaf =
  | { readonly op: "column"; readonly table: string; readonly column: string }
  | { readonly op: "run"; readonly system: string; readonly scenario?: string; readonly variable: string }
  | { readonly op: "variable"; readonly variable: string }
  | { readonly op: "time" | "dt" | "argument" };

/** What a name means. */
export type Binding =
  | ValueBinding
  /** A panel, measure or index: its columns follow a point. */
  | { readonly kind: "table"; readonly shape: TableShape }
  /** A system, or a scenario of it: its variables follow a point. */
  | { readonly kind: "runs"; readonly shape: TableShape; readonly system: string; readonly scenario?: string }
  /** A system's lookup, called with one argument. */
  | {
      readonly kind: "lookup";
      readonly lookup: string;
      readonly argument: UnitTerm | Unit | null;
      readonly result: UnitTerm | Unit | null;
    }
  /** A declaration that has no value of its own, e.g. a technology or a dimension; `what` is its word. */
  | { readonly kind: "other"; readonly what: string }
  /** A name whose own check failed: what depends on it is not complained about again. */
  | { readonly kind: "failed" };

/** A value that a bare name gives. */
export interface ValueBinding {
  readonly kind: "value";
  readonly leaf: Leaf;
  readonly of: ValueType["of"];
  /** A known unit, a term of the solver in use, or null: unknown. */
  readonly unit: UnitTerm | Unit | null;
  readonly keys: readonly Key[];
  /** Label columns that the keys determine. */
  readonly groups?: readonly string[];
  /** `level` unless said. */
  readonly scale?: ValueType["scale"];
}

export interface Scope {
  /** The meaning of a name here, or undefined. */
  find(name: string): Binding | undefined;
  /** All names that mean something here, for suggestions. */
  names(): Iterable<string>;
  /** Functions beyond the general ones, e.g. `step` and `annual` inside a system. */
  readonly functions?: ReadonlyMap<string, FunctionEntry>;
  /** What `linear(…)`, `schedule(…)` and `spline(…)` look up here: `time` in a system, the argument in a lookup. */
  readonly input?: ValueBinding;
  /** The system's unit of time: `time` in the unit patterns of functions. */
  readonly timeUnit?: UnitTerm | Unit;
  /** In a system: values with different dimensions combine to all combinations of their labels. */
  readonly crosses?: boolean;
  /** In `data X from Y`: an aggregate over Y's columns without `by` runs for each combination of X's keys. */
  readonly each?: { readonly table: string; readonly keys: readonly string[] };
  /** The panel whose columns may stand bare, where it is read from files: these may hold more than it declares. */
  readonly panel?: { readonly name: string; readonly files?: readonly string[]; readonly own: boolean };
}

/** A scope with names of its own before those of `outer`; what is not given is inherited. */
export function innerScope(
  own: ReadonlyMap<string, Binding>,
  outer: Scope,
  more: Pick<Scope, "functions" | "input" | "timeUnit" | "crosses" | "each" | "panel"> = {},
): Scope {
  return {
    functions: more.functions ?? outer.functions,
    input: more.input ?? outer.input,
    timeUnit: more.timeUnit ?? outer.timeUnit,
    crosses: more.crosses ?? outer.crosses,
    each: more.each ?? outer.each,
    panel: more.panel ?? outer.panel,
    find: (name) => own.get(name) ?? outer.find(name),
    *names() {
      yield* own.keys();
      for (const name of outer.names()) if (!own.has(name)) yield name;
    },
  };
}

/** The declarations of the model, as far as they have been checked. */
export function declarationScope(ctx: CheckContext): Scope {
  return {
    find: (name) => declarationBinding(name, ctx),
    names: () => ctx.declared.keys(),
  };
}

function declarationBinding(name: string, ctx: CheckContext): Binding | undefined {
  const checked = ctx.checked.get(name);
  if (checked?.kind === "scenario") {
    const shape = ctx.shapes.get(checked.system);
    return shape === undefined
      ? { kind: "failed" }
      : { kind: "runs", shape, system: checked.system, scenario: name };
  }
  const shape = ctx.shapes.get(name);
  if (checked?.kind === "system") {
    return shape === undefined ? { kind: "failed" } : { kind: "runs", shape, system: name };
  }
  if (shape !== undefined) return { kind: "table", shape };
  if (checked !== undefined) return { kind: "other", what: checked.kind };
  return ctx.declared.has(name) ? { kind: "failed" } : undefined;
}

/** The names of a table's keys, groups and columns as bindings: what a block that stands on it may name bare. */
export function columnBindings(shape: TableShape): Map<string, Binding> {
  const own = new Map<string, Binding>();
  for (const name of [...shape.keys.map((key) => key.name), ...shape.groups, ...shape.columns.keys()]) {
    const binding = columnBinding(shape, name);
    if (binding !== undefined) own.set(name, binding);
  }
  return own;
}

/**
 * One column of a table as a value; undefined where there is none. Keys and groups are columns too: a period is a number
 * without a unit, all else a label.
 */
export function columnBinding(shape: TableShape, name: string): ValueBinding | undefined {
  const leaf: Leaf = { op: "column", table: shape.name, column: name };
  const column = shape.columns.get(name);
  if (column !== undefined) {
    const keys =
      column.keys === undefined ? shape.keys : shape.keys.filter((key) => column.keys!.includes(key.name));
    const { of, unit, scale } = column;
    return { kind: "value", leaf, of, unit, keys, groups: shape.groups, scale };
  }
  const key = shape.keys.find((candidate) => candidate.name === name);
  if (key === undefined && !shape.groups.includes(name)) return undefined;
  const of = key?.role === "period" || key?.role === "time" ? "number" : "label";
  return { kind: "value", leaf, of, unit: null, keys: shape.keys, groups: shape.groups };
}
