/** Events and simultaneous equations of a system. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { SystemEvent, SystemVariable } from "../model.ts";
import type { UnitSolver } from "../units/solver.ts";
import { type ChangedSystem, changeTarget } from "./change-target.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { withWholes } from "./ranges.ts";
import type { Scope } from "./scope.ts";
import type { SystemTerm } from "./system-terms.ts";

/** What the parts of a system share while their units are inferred. */
export interface SystemDraft extends ChangedSystem<SystemTerm> {
  readonly scope: Scope;
  readonly units: UnitSolver;
  readonly ctx: CheckContext;
}

/** Drafts the events of a system; what it gives back is called once the units are solved. */
export function draftEvents(decl: ast.SystemDecl, system: SystemDraft): () => SystemEvent[] {
  const { scope, units, ctx } = system;
  const events = (decl.events ?? []).map((entry) => {
    const expected = { what: "the condition of an event", of: "boolean", keys: [] } as const;
    const condition = draft(entry.condition, scope, ctx, units, expected);
    if (entry.changes.length === 0) report(ctx.sink, dynamics.eventWithoutChange, entry.span, {});
    const changes = entry.changes.flatMap((change) => {
      const target = changeTarget(change, system, "event", ctx);
      if (target === null) return [];
      const { variable, labels } = target;
      const what = `the new value of \`${variable.name}\``;
      const keys = labels === null ? withWholes(variable.dimensions, ctx) : [];
      const drafted = draft(change.value, scope, ctx, units, { what, unit: variable.unit, keys });
      return drafted === null ? [] : [{ variable: variable.name, labels, draft: drafted, span: change.span }];
    });
    return { entry, condition, changes };
  });
  return () =>
    events.flatMap(({ entry, condition, changes }): SystemEvent[] => {
      if (condition === null) return [];
      return [
        {
          span: entry.span,
          ...(entry.doc === undefined ? {} : { doc: entry.doc }),
          condition: settle(condition, units),
          changes: changes.map(({ draft: drafted, ...change }) => ({
            ...change,
            expr: settle(drafted, units),
          })),
        },
      ];
    });
}

/** Drafts the bounds of the auxiliaries that are solved for; what it gives back has them by name once the units are solved. */
export function draftSolves(
  decl: ast.SystemDecl,
  system: SystemDraft,
): () => ReadonlyMap<string, NonNullable<SystemVariable["solve"]>> {
  const { scope, units, ctx } = system;
  const drafted = new Map<string, { low: Draft | null; high: Draft | null; span: ast.Node["span"] }>();
  for (const { name, range } of decl.solves ?? []) {
    if (name.text === "") continue;
    const variable = system.variables.find((candidate) => candidate.name === name.text);
    if (variable?.role !== "aux") {
      if (system.failed?.has(name.text)) continue;
      const known = system.variables.flatMap((v) => (v.role === "aux" ? [v.name] : []));
      const params = { name: name.text, role: variable?.role };
      report(ctx.sink, dynamics.solveWhat, name.span, params, suggestion(name.text, name.span, known));
      continue;
    }
    const before = drafted.get(name.text);
    if (before !== undefined) {
      const related = [{ span: before.span, message: "the first one" }];
      report(ctx.sink, dynamics.solveTwice, name.span, { name: name.text }, { related });
      continue;
    }
    const bound = (value: ast.Expr, what: string) =>
      draft(value, scope, ctx, units, {
        what: `the ${what} bound of \`${name.text}\``,
        unit: variable.unit,
        keys: withWholes(variable.dimensions, ctx),
      });
    drafted.set(name.text, {
      low: bound(range.from, "lower"),
      high: bound(range.to, "upper"),
      span: name.span,
    });
  }
  return () =>
    new Map(
      [...drafted].flatMap(([name, { low, high, span }]) =>
        low === null || high === null
          ? []
          : [[name, { low: settle(low, units), high: settle(high, units), span }] as const],
      ),
    );
}
