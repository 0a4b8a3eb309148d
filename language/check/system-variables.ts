/** The variables of a system while their units are inferred over all equations together. */
import type * as ast from "../ast.ts";
import type { SystemVariable } from "../model.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { withWholes } from "./ranges.ts";
import type { Scope } from "./scope.ts";
import type { WrittenVariable } from "./system-entries.ts";
import { lookupScope } from "./system-scope.ts";
import type { DraftedSeries } from "./system-series.ts";
import type { SystemTerm } from "./system-terms.ts";

/** A variable with the term of its unit. */
export interface DraftedVariable extends WrittenVariable {
  readonly unitTerm: UnitTerm;
  readonly argumentTerm?: UnitTerm | undefined;
}
interface DraftedEquation {
  readonly labels: readonly string[] | null;
  readonly draft: Draft;
  readonly span: Draft["span"];
}
type Series = ReadonlyMap<string, DraftedSeries>;

/** The written variables with terms for their units, unknown where none is written or where it is in doubt. */
export function typeVariables(
  written: readonly WrittenVariable[],
  series: Series,
  units: UnitSolver,
  ctx: CheckContext,
  doubted: ReadonlySet<string>,
): DraftedVariable[] {
  return written.map((variable) => {
    const believed = variable.unit !== undefined && !doubted.has(variable.name);
    const own = believed ? ctx.readUnit(variable.unit) : null;
    const { entry } = variable;
    const written = entry.kind === "lookup" ? entry.argument?.unit : undefined;
    return {
      ...variable,
      dimensions: series.get(variable.name)?.dimensions ?? variable.dimensions,
      unitTerm: series.get(variable.name)?.unit ?? units.of(own),
      argumentTerm:
        entry.kind === "lookup" ? units.of(written === undefined ? null : ctx.readUnit(written)) : undefined,
    };
  });
}

export function termOfDrafted({
  name,
  role,
  dimensions,
  entry,
  unitTerm,
  argumentTerm,
}: DraftedVariable): SystemTerm {
  return { name, role, dimensions, span: entry.name.span, unit: unitTerm, argument: argumentTerm };
}

/**
 * Drafts all equations and ranges.
 *
 * @returns the names of variables of which not all equations could be read, and what settles the variables once the units are
 *     solved (`solved` is false after a contradiction)
 */
export function draftVariables(
  variables: readonly DraftedVariable[],
  series: Series,
  scope: Scope,
  units: UnitSolver,
  ctx: CheckContext,
): { partial: ReadonlySet<string>; settle: (solved: boolean) => SystemVariable[] } {
  const partial = new Set<string>();
  const equations = new Map<string, DraftedEquation[]>();
  const ranges = new Map<string, { low: Draft; high: Draft }>();
  for (const variable of variables) {
    const { name, entry, unitTerm, argumentTerm, dimensions } = variable;
    const known = units.unit(unitTerm);
    const expected = { what: place(variable), unit: unitTerm, known };
    const inside =
      entry.kind === "lookup" ? lookupScope(scope, entry.argument?.name.text, argumentTerm ?? null) : scope;
    const list: DraftedEquation[] = [];
    const rangesAt = (labels: readonly string[] | null) =>
      variable.overrides.find((override) => override.labels === labels)?.ranges ?? [];
    const add = (labels: readonly string[] | null, value: ast.Expr, span: Draft["span"]) => {
      const keys = withWholes([...dimensions, ...rangesAt(labels)], ctx);
      const drafted = draft(value, inside, ctx, units, { ...expected, keys });
      if (drafted === null) partial.add(name);
      else list.push({ labels, draft: drafted, span });
    };
    const ready = series.get(name);
    if (ready !== undefined) list.push({ labels: null, draft: ready.draft, span: entry.span });
    else if (entry.kind === "series") partial.add(name);
    else if (entry.value !== undefined) add(null, entry.value, entry.span);
    for (const { labels, value, span } of variable.overrides) add(labels, value, span);
    equations.set(name, list);
    if ("range" in entry && entry.range !== undefined) {
      const bound = { what: `the range of \`${name}\``, unit: unitTerm, keys: [] };
      const low = draft(entry.range.from, scope, ctx, units, bound);
      const high = draft(entry.range.to, scope, ctx, units, bound);
      if (low !== null && high !== null) ranges.set(name, { low, high });
    }
  }
  const settled = (variable: DraftedVariable, solved: boolean): SystemVariable => {
    const { name, role, entry, dimensions, unitTerm, argumentTerm } = variable;
    const range = ranges.get(name);
    const kind = series.get(name)?.kind;
    return {
      name,
      span: entry.name.span,
      ...(entry.doc === undefined ? {} : { doc: entry.doc }),
      role,
      // What was inferred over a contradiction would be blamed again.
      unit: solved || variable.unit !== undefined ? units.unit(unitTerm) : null,
      dimensions,
      equations: (equations.get(name) ?? []).map(({ labels, draft: drafted, span }) => ({
        labels,
        expr: settle(drafted, units),
        span,
      })),
      ...(entry.kind === "flow" ? { from: entry.from?.text ?? null, to: entry.to?.text ?? null } : {}),
      ...(entry.kind === "stock" ? { nonnegative: entry.nonnegative === true } : {}),
      ...(argumentTerm === undefined ? {} : { argument: units.unit(argumentTerm) }),
      ...(range === undefined
        ? {}
        : { range: { low: settle(range.low, units), high: settle(range.high, units) } }),
      ...(kind === undefined ? {} : { series: kind }),
    };
  };
  return { partial, settle: (solved) => variables.map((variable) => settled(variable, solved)) };
}

function place({ name, role }: WrittenVariable): string {
  if (role === "param") return `the value of \`${name}\``;
  return role === "stock" ? `the initial value of \`${name}\`` : `the equation of \`${name}\``;
}
