import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Model, Scenario } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";

/**
 * A scenario with the parameters that a calibration or optimization found, before its own changes. Null after a report: the
 * optimization found no point that satisfies its constraints.
 */
export function useResult(
  scenario: Scenario,
  model: Pick<Model, "declarations">,
  table: (name: string) => Table | undefined,
  sink: Diagnostics,
): Scenario | null {
  if (scenario.using === undefined) return scenario;
  const found = model.declarations.find((d) => d.name === scenario.using);
  if (found?.kind !== "calibration" && found?.kind !== "optimization") throw new Error("no such result");
  const result = table(found.name);
  const values = result?.columns.find((column) => column.name === "value")?.cells;
  if (values?.of !== "number") throw new Error(`the result of ${found.name} has not been computed`);
  const met = result?.columns.find((column) => column.name === "met")?.cells.values;
  if (met !== undefined && Array.from<unknown>(met).includes("no")) {
    report(sink, experiments.usingInfeasible, scenario.span, { scenario: scenario.name, name: found.name });
    return null;
  }
  const changes = found.parameters.map(({ variable, labels, unit }, i) => {
    const type = { of: "number", unit, keys: [], scale: "level" } as const;
    const { span } = scenario;
    return { variable, labels, expr: { op: "number", value: values.values[i], type, span } as const, span };
  });
  return { ...scenario, changes: [...changes, ...scenario.changes] };
}
