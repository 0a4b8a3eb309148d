import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { System } from "../../language/model.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { Run } from "./run.ts";

export interface NamedRun {
  readonly scenario: string;
  readonly ode: OdeSystem;
  readonly run: Run;
}

/**
 * The tidy table of runs: `scenario`, `time`, then one column for each element in order of declaration.
 *
 * @param only the variables that are to have columns; all where absent
 */
export function runTable(system: System, runs: readonly NamedRun[], only?: ReadonlySet<string>): Table {
  const { slots } = runs[0].ode;
  const units = new Map(system.variables.map((variable) => [variable.name, variable.unit]));
  const rows = runs.reduce((total, { run }) => total + run.times.length, 0);
  const column = (read: (run: NamedRun, row: number) => number): Float64Array => {
    const values = new Float64Array(rows);
    let at = 0;
    for (const named of runs) {
      for (let row = 0; row < named.run.times.length; row++) values[at++] = read(named, row);
    }
    return values;
  };
  const labels = runs.flatMap(({ scenario, run }) => Array.from(run.times, () => scenario));
  const columns: TableColumn[] = [
    { name: "scenario", role: "scenario", unit: null, cells: { of: "label", values: labels } },
    {
      name: "time",
      role: "time",
      unit: null,
      cells: { of: "number", values: column(({ run }, row) => run.times[row]) },
    },
  ];
  // Scenarios may have other internal slots, so that an element's place is looked up by its name.
  const placesOf = new Map<OdeSystem, ReadonlyMap<string, number>>();
  for (const { ode } of runs) {
    if (!placesOf.has(ode)) placesOf.set(ode, new Map(ode.slots.map(({ name }, i) => [name, i])));
  }
  slots.forEach((slot) => {
    if (slot.role === "internal" || only?.has(slot.variable) === false) return;
    const places = new Map([...placesOf].map(([ode, places]) => [ode, places.get(slot.name) ?? -1]));
    const values = column(
      ({ ode, run }, row) => run.values[row * ode.slots.length + (places.get(ode) ?? -1)],
    );
    columns.push({
      name: slot.name,
      role: "value",
      unit: units.get(slot.variable) ?? null,
      cells: { of: "number", values },
    });
  });
  return { name: system.name, rows, columns };
}
