/** Modules: systems inside a system, their variables named `north.water`, their parameters set by the system around them. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { Scenario, System, SystemVariable } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import { changeVariable } from "./apply-changes.ts";
import { changeTarget } from "./change-target.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { withPrefix } from "./prefix-names.ts";
import { withWholes } from "./ranges.ts";
import type { Scope } from "./scope.ts";
import { warnOutside } from "./system-equations.ts";
import type { SystemDraft } from "./system-parts.ts";
import { lookupScope } from "./system-scope.ts";

/** One module as it stands before its changes. */
export interface Instance {
  readonly entry: ast.ModuleEntry;
  readonly system: System;
  /** The system's variables under their names here. */
  readonly variables: readonly SystemVariable[];
  /** Variables that could not be read where they are declared, under their names here. */
  readonly failed: readonly string[];
}

/** The modules of a system; what is wrong is reported and left out. Their names are claimed in `taken`. */
export function readModules(
  decl: ast.SystemDecl,
  taken: Map<string, Span>,
  ctx: CheckContext,
): { instances: Instance[]; failed: string[] } {
  const failed: string[] = [];
  const instances = (decl.modules ?? []).flatMap((entry): Instance[] => {
    const name = entry.name.text;
    if (name === "") return [];
    const before = taken.get(name);
    if (before !== undefined) {
      const related = [{ span: before, message: `\`${name}\` is declared here` }];
      report(ctx.sink, dynamics.moduleName, entry.name.span, { name }, { related });
      return [];
    }
    taken.set(name, entry.name.span);
    const system = systemOf(entry, ctx);
    if (system === null) {
      failed.push(name);
      return [];
    }
    const unread = [...(ctx.shapes.get(system.name)?.failed ?? [])];
    return [
      {
        entry,
        system,
        variables: system.variables.map((variable) => withPrefix(variable, name)),
        failed: unread.map((variable) => `${name}.${variable}`),
      },
    ];
  });
  return { instances, failed };
}

function systemOf({ name, of }: ast.ModuleEntry, ctx: CheckContext): System | null {
  const known = [...ctx.declared].flatMap(([n, d]) => (d.kind === "system" ? [n] : []));
  if (of === undefined) {
    report(ctx.sink, dynamics.moduleOfNothing, name.span, { name: name.text, system: known[0] });
    return null;
  }
  const found = ctx.checked.get(of.text);
  if (found?.kind === "system") return found;
  if (ctx.declared.get(of.text)?.kind !== "system" && of.text !== "") {
    report(ctx.sink, dynamics.unknownSystem, of.span, { name: of.text }, suggestion(of.text, of.span, known));
  }
  return null;
}

interface DraftedChange {
  readonly variable: SystemVariable;
  readonly labels: readonly string[] | null;
  readonly draft: Draft;
  readonly span: Span;
}

/**
 * Drafts the changes of modules, whose values read the system around them, and demands that modules count time as it does. What it
 * gives back is called once the units are solved: the modules' variables with their changes.
 */
export function draftModules(
  instances: readonly Instance[],
  time: UnitTerm,
  { scope, units, ctx }: SystemDraft,
): () => SystemVariable[] {
  const changes = instances.flatMap((instance): DraftedChange[] => {
    demandTime(instance, time, units);
    return instance.entry.changes.flatMap((entry) => draftChange(entry, instance, scope, units, ctx) ?? []);
  });
  return () => {
    for (const instance of instances) checkTimeScale(instance, time, units, ctx);
    const made = changes.map(({ variable, labels, draft: drafted, span }) => {
      const expr = settle(drafted, units);
      warnOutside(variable, expr, ctx);
      return { variable: variable.name, labels, expr, span } satisfies Scenario["changes"][number];
    });
    return instances.flatMap(({ variables }) =>
      variables.map((variable) => made.reduce(changeVariable, variable)),
    );
  };
}

function draftChange(
  entry: ast.ChangeEntry,
  { system, variables }: Instance,
  scope: Scope,
  units: UnitSolver,
  ctx: CheckContext,
): DraftedChange | null {
  const failed = ctx.shapes.get(system.name)?.failed;
  const target = changeTarget(entry, { ...system, failed }, "module", ctx);
  if (target === null) return null;
  const variable = variables[system.variables.indexOf(target.variable)];
  const inside =
    variable.role === "lookup" ? lookupScope(scope, undefined, variable.argument ?? null) : scope;
  const what =
    variable.role === "stock" ? `the initial value of \`${variable.name}\`` : `\`${variable.name}\``;
  const expected = { what, unit: variable.unit, keys: withWholes(variable.dimensions, ctx) };
  const drafted = draft(entry.value, inside, ctx, units, expected);
  return drafted && { variable, labels: target.labels, draft: drafted, span: entry.span };
}

function demandTime({ entry, system }: Instance, time: UnitTerm, units: UnitSolver): void {
  units.same(time, units.of(system.time.unit), (sink, is, must) =>
    report(sink, dynamics.moduleTime, entry.name.span, {
      name: entry.name.text,
      system: system.name,
      is,
      must,
    }),
  );
}

function checkTimeScale(
  { entry, system }: Instance,
  time: UnitTerm,
  units: UnitSolver,
  ctx: CheckContext,
): void {
  if (Math.abs(units.factor(time, units.of(system.time.unit)) - 1) <= 1e-12) return;
  const is = units.unit(time)?.text ?? "?";
  const must = system.time.unit.text;
  report(ctx.sink, dynamics.moduleTime, entry.name.span, {
    name: entry.name.text,
    system: system.name,
    is,
    must,
  });
}
