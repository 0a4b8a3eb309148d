/** Checks `scenario`: what it inherits from, and each change with the unit and the element it changes. */
import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Scenario, System } from "../model.ts";
import { applyChanges } from "./apply-changes.ts";
import { noteBareChange } from "./bare-rate.ts";
import { changeTarget } from "./change-target.ts";
import type { CheckContext } from "./context.ts";
import { reportLoops } from "./element-graph.ts";
import { checkExpr } from "./expression.ts";
import { graphLabels } from "./graph-labels.ts";
import { suggestion } from "./naming.ts";
import { withWholes } from "./ranges.ts";
import { warnOutside } from "./system-equations.ts";
import { lookupScope, systemScope } from "./system-scope.ts";

/** The checked scenario, with those of its changes that could be read; null where it is unknown what it changes. */
export function checkScenario(decl: ast.ScenarioDecl, ctx: CheckContext): Scenario | null {
  const parent = decl.from === undefined ? undefined : findParent(decl.from, ctx);
  const named = decl.of === undefined ? undefined : findSystem(decl.of, ctx);
  if (parent === null || named === null) return null;
  if (parent === undefined && named === undefined) {
    const systems = [...ctx.declared].flatMap(([name, d]) => (d.kind === "system" ? [name] : []));
    report(ctx.sink, dynamics.scenarioOfNothing, decl.name.span, {
      scenario: decl.name.text,
      system: systems[0],
    });
    return null;
  }
  const inherited = parent === undefined ? undefined : ctx.checked.get(parent.system);
  const system = named ?? (inherited?.kind === "system" ? inherited : undefined);
  if (system === undefined) return null;
  if (parent !== undefined && parent.system !== system.name && decl.of !== undefined) {
    const params = { parent: parent.name, other: parent.system, system: system.name };
    report(ctx.sink, dynamics.scenarioOfOther, decl.of.span, params);
    return null;
  }
  const using = decl.using === undefined ? undefined : findResult(decl.using, system, ctx);
  if (using === null) return null;
  // A change with an error is left out, so that what names the scenario's runs is still checked.
  const changes = decl.entries.map((entry) => checkChange(entry, system, ctx));
  const scenario: Scenario = {
    kind: "scenario",
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    system: system.name,
    ...(parent === undefined ? {} : { from: parent.name }),
    ...(using === undefined ? {} : { using }),
    changes: changes.flatMap((change) => change ?? []),
  };
  const scenarios = new Map(
    [...ctx.checked].flatMap(([n, d]) => (d.kind === "scenario" ? [[n, d] as const] : [])),
  );
  const changed = applyChanges(system, scenario, scenarios);
  reportLoops(changed, graphLabels(changed, ctx), ctx.sink);
  return scenario;
}

/** The calibration or optimization after `using`; null after a report, or silently where it failed. */
function findResult(name: ast.Name, system: System, ctx: CheckContext): string | null {
  const found = ctx.checked.get(name.text);
  if (found?.kind === "calibration" || found?.kind === "optimization") {
    if (found.system === system.name) return found.name;
    const params = { name: found.name, of: found.system, system: system.name };
    report(ctx.sink, experiments.usingOfOther, name.span, params);
    return null;
  }
  const declared = ctx.declared.get(name.text);
  if (declared?.kind === "calibration" || declared?.kind === "optimization") return null;
  const known = [...ctx.declared].flatMap(([n, d]) =>
    d.kind === "calibration" || d.kind === "optimization" ? [n] : [],
  );
  const more = suggestion(name.text, name.span, known);
  report(ctx.sink, experiments.usingUnknown, name.span, { name: name.text, is: declared?.kind }, more);
  return null;
}

function findParent(name: ast.Name, ctx: CheckContext): Scenario | null {
  const found = ctx.checked.get(name.text);
  if (found?.kind === "scenario") return found;
  const declared = ctx.declared.get(name.text);
  if (declared?.kind === "scenario") return null;
  const known = [...ctx.declared].flatMap(([n, d]) => (d.kind === "scenario" ? [n] : []));
  const more =
    declared?.kind === "system"
      ? { help: `write \`of ${name.text}\`: \`from\` takes the scenario that this one starts from` }
      : suggestion(name.text, name.span, known);
  report(ctx.sink, dynamics.unknownScenario, name.span, { name: name.text }, more);
  return null;
}

function findSystem(name: ast.Name, ctx: CheckContext): System | null {
  const found = ctx.checked.get(name.text);
  if (found?.kind === "system") return found;
  const declared = ctx.declared.get(name.text);
  if (declared?.kind === "system") return null;
  const known = [...ctx.declared].flatMap(([n, d]) => (d.kind === "system" ? [n] : []));
  const more =
    declared?.kind === "scenario"
      ? { help: `write \`from ${name.text}\`: \`of\` takes the system that is run` }
      : suggestion(name.text, name.span, known);
  report(ctx.sink, dynamics.unknownSystem, name.span, { name: name.text }, more);
  return null;
}

function checkChange(
  entry: ast.ChangeEntry,
  system: System,
  ctx: CheckContext,
): Scenario["changes"][number] | null {
  const failed = ctx.shapes.get(system.name)?.failed;
  const target = changeTarget(entry, { ...system, failed }, "scenario", ctx);
  if (target === null) return null;
  const { variable, labels } = target;
  const { name } = variable;
  const scope = systemScope(system.variables, system.time.unit, ctx, failed);
  const inside =
    variable.role === "lookup" ? lookupScope(scope, undefined, variable.argument ?? null) : scope;
  const what = variable.role === "stock" ? `the initial value of \`${name}\`` : `\`${name}\``;
  const expr = checkExpr(entry.value, inside, ctx, {
    what,
    unit: variable.unit,
    keys: withWholes(variable.dimensions, ctx),
  });
  if (expr === null) return null;
  warnOutside(variable, expr, ctx);
  noteBareChange(entry, system, ctx);
  return { variable: name, labels, expr, span: entry.span };
}
