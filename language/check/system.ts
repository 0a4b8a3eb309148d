/** Checks `system`: its time, its variables, their equations together (units are inferred over all of them), loops. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { System } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import { dimensionless } from "../units/unit.ts";
import { noteBareRate } from "./bare-rate.ts";
import type { CheckContext } from "./context.ts";
import { reportLoops, warnNeedlessSolves } from "./element-graph.ts";
import { demandFlowUnits } from "./flow-units.ts";
import { graphLabels } from "./graph-labels.ts";
import { rangesOf } from "./ranges.ts";
import * as q from "./rational.ts";
import { noteStepLength } from "./step-length.ts";
import { readEntries } from "./system-entries.ts";
import { checkEquations } from "./system-equations.ts";
import { draftModules, readModules } from "./system-modules.ts";
import { draftEvents, draftSolves } from "./system-parts.ts";
import { systemScope } from "./system-scope.ts";
import { draftSeries } from "./system-series.ts";
import { runShape } from "./system-shape.ts";
import { termOfVariable } from "./system-terms.ts";
import { checkTime, type TimeSpan } from "./system-time.ts";
import { draftVariables, termOfDrafted, typeVariables } from "./system-variables.ts";
import { atRoots } from "./unit-roots.ts";

/**
 * The checked system, the shape of its table of runs set in `ctx.shapes`. After errors it is what could be read of it (its time may
 * then be made up), so that scenarios and all that names its runs are checked in the same pass.
 */
export function checkSystem(decl: ast.SystemDecl, ctx: CheckContext): System {
  return atRoots(decl, ctx, (doubted, sink) => checkOnce(decl, { ...ctx, sink }, doubted));
}

/** @param doubted variables whose written unit is not believed */
function checkOnce(decl: ast.SystemDecl, ctx: CheckContext, doubted: ReadonlySet<string>): System {
  const entry = timeEntry(decl, ctx);
  const time = entry === null ? null : checkTime(entry, ctx);
  const units = new UnitSolver();
  const timeUnit = entry?.unit === undefined ? undefined : (ctx.readUnit(entry.unit) ?? undefined);
  const timeTerm = units.of(timeUnit ?? null);
  const written = readEntries(decl, ctx);
  const series = draftSeries(written, ctx, units);
  const own = typeVariables(written, series, units, ctx, doubted);
  const taken = new Map(own.map(({ name, entry: at }) => [name, at.name.span]));
  const modules = readModules(decl, taken, ctx);
  const terms = [
    ...own.map(termOfDrafted),
    ...modules.instances.flatMap(({ variables }) => variables.map((v) => termOfVariable(v, units))),
  ];
  const failed = new Set(decl.entries.flatMap((e) => (e.kind === "time" ? [] : [e.name.text])));
  for (const { name } of own) failed.delete(name);
  for (const name of [...modules.failed, ...modules.instances.flatMap((i) => i.failed)]) failed.add(name);
  const checkScales = demandFlowUnits(own, terms, failed, timeTerm, units, ctx);
  // What pipes say of their flows' units does not depend on the order of equations.
  units.solve(ctx.sink);
  const scope = systemScope(terms, timeTerm, ctx, failed);
  const draft = { name: decl.name.text, variables: terms, failed, scope, units, ctx };
  const variables = draftVariables(own, series, scope, units, ctx);
  const inside = draftModules(modules.instances, timeTerm, draft);
  const solves = draftSolves(decl, draft);
  const events = draftEvents(decl, draft);
  const solved = units.solve(ctx.sink);
  checkScales();
  const bounds = solves();
  const happenings = events();
  const ranges = rangesOf(ctx);
  const system: System = {
    kind: "system",
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    time: { ...(time ?? madeUp(decl)), unit: units.unit(timeTerm) ?? dimensionless },
    variables: [
      ...variables.settle(solved).map((v) => (bounds.has(v.name) ? { ...v, solve: bounds.get(v.name) } : v)),
      ...inside(),
    ],
    ...(happenings.length === 0 ? {} : { events: happenings }),
    ...(Object.keys(ranges).length === 0 ? {} : { ranges }),
  };
  checkEquations(system, ctx, variables.partial);
  reportLoops(system, graphLabels(system, ctx), ctx.sink);
  warnNeedlessSolves(system, ctx.sink);
  noteBareRate(decl, system, ctx);
  if (time !== null) noteStepLength(system, ctx);
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
