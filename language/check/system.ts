/** Checks `system`: its time, its variables, their equations together (units are inferred over all of them), loops. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { System, SystemVariable } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import { dimensionless } from "../units/unit.ts";
import { noteBareRate } from "./bare-rate.ts";
import type { CheckContext } from "./context.ts";
import { reportLoops } from "./element-graph.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { demandFlowUnits } from "./flow-units.ts";
import { graphLabels } from "./graph-labels.ts";
import * as q from "./rational.ts";
import { readEntries, type WrittenVariable } from "./system-entries.ts";
import { checkEquations } from "./system-equations.ts";
import { lookupScope, systemScope } from "./system-scope.ts";
import { draftSeries } from "./system-series.ts";
import { runShape } from "./system-shape.ts";
import { checkTime, type TimeSpan } from "./system-time.ts";

/** A variable while its units are inferred. */
export interface DraftedVariable extends WrittenVariable {
  readonly unitTerm: UnitTerm;
  readonly argumentTerm?: UnitTerm;
}
interface DraftedEquation {
  readonly labels: readonly string[] | null;
  readonly draft: Draft;
  readonly span: Draft["span"];
}

/**
 * The checked system, the shape of its table of runs set in `ctx.shapes`. After errors it is what could be read of it (its time may
 * then be made up), so that scenarios and all that names its runs are checked in the same pass.
 */
export function checkSystem(decl: ast.SystemDecl, ctx: CheckContext): System {
  const entry = timeEntry(decl, ctx);
  const time = entry === null ? null : checkTime(entry, ctx);
  const units = new UnitSolver();
  const timeUnit = entry?.unit === undefined ? undefined : (ctx.readUnit(entry.unit) ?? undefined);
  const timeTerm = units.of(timeUnit ?? null);
  const written = readEntries(decl, ctx);
  const series = draftSeries(written, ctx, units);
  const variables = written.map((variable): DraftedVariable => {
    const own = variable.unit === undefined ? null : ctx.readUnit(variable.unit);
    const argument = variable.entry.kind === "lookup" ? variable.entry.argument : undefined;
    return {
      ...variable,
      dimensions: series.get(variable.name)?.dimensions ?? variable.dimensions,
      unitTerm: series.get(variable.name)?.unit ?? units.of(own),
      argumentTerm:
        variable.entry.kind === "lookup"
          ? units.of(argument?.unit === undefined ? null : ctx.readUnit(argument.unit))
          : undefined,
    };
  });
  const failed = new Set(decl.entries.flatMap((e) => (e.kind === "time" ? [] : [e.name.text])));
  for (const { name } of variables) failed.delete(name);
  const checkScales = demandFlowUnits(variables, failed, timeTerm, units, ctx);
  // What pipes say of their flows' units does not depend on the order of equations.
  units.solve(ctx.sink);
  const scope = systemScope(
    variables.map((v) => ({ ...v, unit: v.unitTerm, argument: v.argumentTerm })),
    timeTerm,
    ctx,
    failed,
  );
  const partial = new Set<string>();
  const equations = new Map<string, DraftedEquation[]>();
  const ranges = new Map<string, { low: Draft; high: Draft }>();
  for (const variable of variables) {
    const { name, entry: at, unitTerm, argumentTerm, dimensions } = variable;
    const known = units.unit(unitTerm);
    const expected = { what: place(variable), unit: unitTerm, known, keys: dimensions };
    const inside =
      at.kind === "lookup" ? lookupScope(scope, at.argument?.name.text, argumentTerm ?? null) : scope;
    const list: DraftedEquation[] = [];
    const add = (labels: readonly string[] | null, value: ast.Expr, span: Draft["span"]) => {
      const drafted = draft(value, inside, ctx, units, expected);
      if (drafted === null) partial.add(name);
      else list.push({ labels, draft: drafted, span });
    };
    const ready = series.get(name);
    if (ready !== undefined) list.push({ labels: null, draft: ready.draft, span: at.span });
    else if (at.kind === "series") partial.add(name);
    else if (at.value !== undefined) add(null, at.value, at.span);
    for (const { labels, value, span } of variable.overrides) add(labels, value, span);
    equations.set(name, list);
    if ((at.kind === "param" || at.kind === "aux" || at.kind === "stock") && at.range !== undefined) {
      const bound = { what: `the range of \`${name}\``, unit: unitTerm, keys: [] };
      const low = draft(at.range.from, scope, ctx, units, bound);
      const high = draft(at.range.to, scope, ctx, units, bound);
      if (low !== null && high !== null) ranges.set(name, { low, high });
    }
  }
  const solved = units.solve(ctx.sink);
  checkScales();
  const settled = variables.map((variable): SystemVariable => {
    const range = ranges.get(variable.name);
    const at = variable.entry;
    return {
      name: variable.name,
      span: at.name.span,
      ...(at.doc === undefined ? {} : { doc: at.doc }),
      role: variable.role,
      // What was inferred over a contradiction would be blamed again.
      unit: solved || variable.unit !== undefined ? units.unit(variable.unitTerm) : null,
      dimensions: variable.dimensions,
      equations: (equations.get(variable.name) ?? []).map((e) => ({
        labels: e.labels,
        expr: settle(e.draft, units),
        span: e.span,
      })),
      ...(at.kind === "flow" ? { from: at.from?.text ?? null, to: at.to?.text ?? null } : {}),
      ...(at.kind === "stock" ? { nonnegative: at.nonnegative === true } : {}),
      ...(at.kind === "lookup" && variable.argumentTerm !== undefined
        ? { argument: units.unit(variable.argumentTerm) }
        : {}),
      ...(range === undefined
        ? {}
        : { range: { low: settle(range.low, units), high: settle(range.high, units) } }),
      ...(series.get(variable.name)?.kind === undefined ? {} : { series: series.get(variable.name)?.kind }),
    };
  });
  const system: System = {
    kind: "system",
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    time: { ...(time ?? madeUp(decl)), unit: units.unit(timeTerm) ?? dimensionless },
    variables: settled,
  };
  checkEquations(system, ctx, partial);
  reportLoops(system, graphLabels(system, ctx), ctx.sink);
  noteBareRate(decl, system, ctx);
  ctx.shapes.set(system.name, runShape(system, failed));
  return system;
}

/** A time for a system whose own could not be read. */
function madeUp(decl: ast.SystemDecl): TimeSpan {
  return { start: q.whole(0), step: q.one, steps: 1, saveEvery: 1, method: "rk4", span: decl.name.span };
}

function timeEntry(decl: ast.SystemDecl, ctx: CheckContext): ast.TimeEntry | null {
  const entries = decl.entries.filter((entry) => entry.kind === "time");
  for (const again of entries.slice(1)) {
    report(
      ctx.sink,
      dynamics.secondTime,
      again.span,
      {},
      {
        related: [{ span: entries[0].span, message: "the first one is here" }],
      },
    );
  }
  if (entries.length === 0)
    report(ctx.sink, dynamics.missingTime, decl.name.span, { system: decl.name.text });
  return entries[0] ?? null;
}

function place({ name, role }: WrittenVariable): string {
  if (role === "param") return `the value of \`${name}\``;
  return role === "stock" ? `the initial value of \`${name}\`` : `the equation of \`${name}\``;
}
