/** What the four experiments share: what is run, and the names that its results are computed from. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Scenario, System } from "../model.ts";
import { applyChanges } from "./apply-changes.ts";
import type { CheckContext } from "./context.ts";
import { suggestion } from "./naming.ts";
import { type Binding, columnBinding, declarationScope, innerScope, type Scope } from "./scope.ts";

/** What an experiment runs. */
export interface Subject {
  /** With the changes of the scenario that the runs start from. */
  readonly system: System;
  readonly scenario?: string;
}

/** The system or scenario after `of`; null after a report, or silently where it failed itself. */
export function checkSubject(decl: ast.ExperimentDecl, ctx: CheckContext): Subject | null {
  const { of, kind, name } = decl;
  const known = [...ctx.declared].flatMap(([n, d]) =>
    d.kind === "system" || d.kind === "scenario" ? [n] : [],
  );
  if (of === undefined) {
    report(ctx.sink, experiments.ofNothing, name.span, { kind, name: name.text, known: known[0] });
    return null;
  }
  const found = ctx.checked.get(of.text);
  if (found?.kind === "system") return { system: found };
  if (found?.kind === "scenario") {
    const system = ctx.checked.get(found.system);
    if (system?.kind !== "system") return null;
    return { system: applyChanges(system, found, scenarios(ctx)), scenario: found.name };
  }
  const declared = ctx.declared.get(of.text);
  if (declared?.kind === "system" || declared?.kind === "scenario" || of.text === "") return null;
  report(
    ctx.sink,
    experiments.unknownSubject,
    of.span,
    { name: of.text, kind },
    suggestion(of.text, of.span, known),
  );
  return null;
}

function scenarios(ctx: CheckContext): ReadonlyMap<string, Scenario> {
  return new Map([...ctx.checked].flatMap(([n, d]) => (d.kind === "scenario" ? [[n, d] as const] : [])));
}

/** The fields of a checked experiment that do not depend on its kind. */
export function experimentBase(decl: ast.ExperimentDecl, { system, scenario }: Subject) {
  return {
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    system: system.name,
    ...(scenario === undefined ? {} : { scenario }),
  };
}

/** The scenario under which an experiment's expressions read the run at hand; no name that a declaration could have. */
export const thisRun = "(run)";

/** The system's variables by their bare names, as those of one run. */
export function outputScope({ system }: Subject, ctx: CheckContext): Scope {
  const own = new Map<string, Binding>();
  const shape = ctx.shapes.get(system.name);
  for (const name of shape?.failed ?? []) own.set(name, { kind: "failed" });
  for (const variable of shape?.columns.keys() ?? []) {
    const found = columnBinding(shape!, variable);
    if (found === undefined) continue;
    const keys = found.keys.filter((key) => key.role !== "scenario");
    own.set(variable, {
      ...found,
      keys,
      leaf: { op: "run", system: system.name, scenario: thisRun, variable },
    });
  }
  return innerScope(own, declarationScope(ctx));
}

/** The keys that an output may have: time, and the system's dimensions. */
export function outputKeys({ system }: Subject): string[] {
  return ["time", ...new Set(system.variables.flatMap((variable) => variable.dimensions))];
}
