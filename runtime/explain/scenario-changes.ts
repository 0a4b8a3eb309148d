/** What tells two scenarios of a system apart, variable by variable. */
import { normalForm } from "../../compiler/diff/normal-form.ts";
import { applyChanges } from "../../language/check/apply-changes.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Model, Scenario, System, SystemVariable } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { useResult } from "../experiment/use-result.ts";

export interface VariableChange {
  readonly before: SystemVariable;
  readonly after: SystemVariable;
}

export function systemOf(scenario: Scenario, model: Model): System {
  const found = model.declarations.find((d) => d.kind === "system" && d.name === scenario.system);
  if (found?.kind !== "system") throw new Error(`no system ${scenario.system}`);
  return found;
}

/** Scenarios by name, those that use a calibration's or optimization's result with its numbers; null after a report. */
export function scenariosWithResults(
  model: Model,
  env: Environment,
  sink: Diagnostics,
): ReadonlyMap<string, Scenario> | null {
  const all = model.declarations.filter((d): d is Scenario => d.kind === "scenario");
  const used = all.map((scenario) =>
    scenario.using === undefined || env.table(scenario.using) === undefined
      ? scenario
      : useResult(scenario, model, env.table, sink),
  );
  return used.includes(null) ? null : new Map(used.map((scenario) => [scenario!.name, scenario!]));
}

/** The system as a scenario has it; as declared without one. */
export function inScenario(
  system: System,
  scenario: string | undefined,
  all: ReadonlyMap<string, Scenario>,
): System {
  const found = scenario === undefined ? undefined : all.get(scenario);
  return found === undefined ? system : applyChanges(system, found, all);
}

/** The variables whose equations differ. */
export function changedVariables(before: System, after: System): VariableChange[] {
  return before.variables.flatMap((variable, i) => {
    const other = after.variables[i]!;
    return equationsForm(variable) === equationsForm(other) ? [] : [{ before: variable, after: other }];
  });
}

/** What a variable's equations come to: overrides that are overridden again do not count. */
function equationsForm({ equations }: SystemVariable): string {
  const last = equations.findLastIndex(({ labels }) => labels === null);
  const byLabels = new Map<string, string>();
  for (const { labels, expr } of equations.slice(Math.max(0, last))) {
    byLabels.set(labels === null ? "" : labels.join(","), normalForm(expr));
  }
  return JSON.stringify([...byLabels].sort());
}
