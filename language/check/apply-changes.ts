import type { Scenario, System, SystemVariable } from "../model.ts";

/**
 * The system as a scenario has it: the changes of the scenarios it inherits from, the oldest first, then its own. A change
 * without labels replaces the whole right-hand side, one with labels that element's; all else stays as it was.
 */
export function applyChanges(system: System, scenario: Scenario, all: ReadonlyMap<string, Scenario>): System {
  const line = lineage(scenario, all);
  const variables = system.variables.map((variable) =>
    line.flatMap((member) => member.changes).reduce(changeVariable, variable),
  );
  return { ...system, variables };
}

/** The scenario and those it inherits from, the oldest first. */
export function lineage(scenario: Scenario, all: ReadonlyMap<string, Scenario>): Scenario[] {
  const line: Scenario[] = [];
  for (let at: Scenario | undefined = scenario; at !== undefined && !line.includes(at); ) {
    line.unshift(at);
    at = at.from === undefined ? undefined : all.get(at.from);
  }
  return line;
}

/** A variable with one change; the same one where the change is another's. */
export function changeVariable(variable: SystemVariable, by: Scenario["changes"][number]): SystemVariable {
  if (by.variable !== variable.name) return variable;
  const { labels, expr, span } = by;
  const kept = labels === null ? [] : variable.equations;
  return { ...variable, equations: [...kept, { labels, expr, span }] };
}
