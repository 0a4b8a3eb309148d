/** Checks `compare`: variables of a system's runs, scenario against scenario. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { reports } from "../diagnostics/reports.ts";
import type { System } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext } from "./context.ts";
import { settle } from "./expression.ts";
import { timeKey } from "./expression-accept.ts";
import { hasKeys, suggestion } from "./naming.ts";
import { draftValues, type ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";
import { type Binding, columnBinding, declarationScope, innerScope, type Scope } from "./scope.ts";
import { endOf } from "./system-time.ts";

export function checkCompare(item: ListItem, ctx: CheckContext) {
  const clauses = new Clauses("compare", item.clauses, ctx);
  const [against] = clauses.nameList("against", "a scenario") ?? [];
  const others = clauses.nameList("for", "scenarios");
  const at = clauses.instants();
  const digits = clauses.digits();
  if (clauses.get("against") === undefined) {
    report(ctx.sink, reports.needsAgainst, item.span, {});
    return null;
  }
  const system = against === undefined ? null : systemOf(against, undefined, ctx);
  if (system === null) return null;
  const compared = others ?? scenariosOf(system, against!.text, ctx);
  const fits = compared.filter((name) => systemOf(name, system, ctx) !== null);
  const units = new UnitSolver();
  const drafted = draftValues(item, runScope(system, ctx), ctx, units);
  if (drafted === null || fits.length < compared.length || !clauses.ok) return null;
  let ok = units.solve(ctx.sink);
  for (const { draft } of drafted) {
    const { keys } = draft.type;
    if (timeKey(keys) !== undefined && keys.some((key) => key.role === "scenario")) continue;
    report(ctx.sink, reports.noRun, draft.span, { keys: hasKeys(keys) });
    ok = false;
  }
  if (!ok) return null;
  return {
    kind: "compare" as const,
    values: drafted.map((value) => ({ label: value.label, expr: settle(value.draft, units) })),
    at: at?.map(Number) ?? [endOf(ctx.checked.get(system) as System)],
    scenarios: compared.map((name) => name.text),
    against: against!.text,
    ...(digits === undefined ? {} : { digits }),
  };
}

/** The system of a scenario; null after a report, or silently where the scenario failed. */
export function systemOf(name: ast.Name, wanted: string | undefined, ctx: CheckContext): string | null {
  const checked = ctx.checked.get(name.text);
  if (checked?.kind === "scenario" && (wanted === undefined || checked.system === wanted))
    return checked.system;
  if (ctx.declared.get(name.text)?.kind === "scenario" && checked === undefined) return null;
  if (name.text === "") return null;
  const scenarios = [...ctx.declared].filter(([, decl]) => decl.kind === "scenario").map(([key]) => key);
  const params = { name: name.text, ...(wanted === undefined ? {} : { system: wanted }) };
  report(ctx.sink, reports.notAScenario, name.span, params, suggestion(name.text, name.span, scenarios));
  return null;
}

/** All other scenarios of a system, in order. */
function scenariosOf(system: string, against: string, ctx: CheckContext): ast.Name[] {
  return [...ctx.declared].flatMap(([name, decl]) => {
    const checked = ctx.checked.get(name);
    if (checked?.kind !== "scenario" || checked.system !== system || name === against) return [];
    return decl.kind === "scenario" ? [decl.name] : [];
  });
}

/** The system's variables by their bare names, as runs of all scenarios. */
export function runScope(system: string, ctx: CheckContext): Scope {
  const own = new Map<string, Binding>();
  const shape = ctx.shapes.get(system);
  for (const variable of shape?.columns.keys() ?? []) {
    const found = columnBinding(shape!, variable);
    if (found !== undefined) own.set(variable, { ...found, leaf: { op: "run", system, variable } });
  }
  return innerScope(own, declarationScope(ctx));
}
