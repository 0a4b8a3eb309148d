import { compileSystem } from "../../compiler/ode/compile-system.ts";
import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { applyChanges } from "../../language/check/apply-changes.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Model, Scenario, System } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Table } from "../tables/table.ts";
import { type CompiledSystem, numericChanges } from "./numeric-changes.ts";
import { warnOutsideRange } from "./parameter-range.ts";
import { reportFailure } from "./report-failure.ts";
import type { Given } from "./run.ts";
import { runNotes } from "./run-notes.ts";
import { type NamedRun, runTable } from "./run-table.ts";
import { simulate } from "./simulate.ts";
import { systemInputs } from "./system-inputs.ts";

export interface RunSystemOptions {
  readonly sink: Diagnostics;
  /** Added to the seeds of random numbers. */
  readonly seed?: number;
  readonly progress?: (done: number, total: number) => void;
}

/** The runs of a system: the tidy table of all of them, and the scalar systems that were run, by scenario. */
export interface SystemRuns {
  readonly table: Table;
  readonly systems: ReadonlyMap<string, OdeSystem>;
}

/** So many of the systems compiled last are looked at for one that differs by numbers alone. */
const mostCompared = 8;

/** The name of the only run of a system that has no scenario. */
export const baseline = "baseline";

/**
 * Runs a system once for each of its scenarios, or once as `baseline`. The table has the columns `scenario`, `time` and
 * one for each element of every parameter, stock, flow, auxiliary and series; rows stand by scenario, then by time.
 * Null after reported errors: an empty input, a loop, a run that diverges or reads a table where it has no value.
 */
export function runSystem(
  system: System,
  scenarios: readonly Scenario[],
  model: Pick<Model, "declarations">,
  env: Environment,
  options: RunSystemOptions,
): SystemRuns | null {
  const inputs = systemInputs(env);
  const all = new Map(
    model.declarations.flatMap((d) => (d.kind === "scenario" ? [[d.name, d] as const] : [])),
  );
  const cases =
    scenarios.length === 0
      ? [{ name: baseline, system }]
      : scenarios.map((s) => ({ name: s.name, system: applyChanges(system, s, all) }));
  const runs: NamedRun[] = [];
  const compiled: CompiledSystem[] = [];
  /** A compiled system and the numbers to set in it; cases that differ by numbers alone share one. */
  const prepare = (changed: System): { ode: OdeSystem; given?: Given } | null => {
    for (const before of compiled.slice(-mostCompared)) {
      const given = numericChanges(before, changed, inputs, options.sink);
      if (given !== null) return { ode: before.ode, given };
    }
    const ode = compileSystem(changed, inputs, options.sink, system);
    if (ode !== null) compiled.push({ system: changed, ode });
    return ode && { ode };
  };
  cases.forEach(({ name, system: changed }, i) => {
    options.progress?.(i, cases.length);
    const ready = prepare(changed);
    if (ready === null) return;
    const { ode } = ready;
    const outcome = simulate(ode, { seed: options.seed, given: ready.given });
    if ("failure" in outcome) {
      reportFailure(options.sink, outcome.failure, ode, scenarios.length === 0 ? undefined : name);
      return;
    }
    warnOutsideRange(options.sink, changed, ode, outcome.run);
    runs.push({ scenario: name, ode, run: outcome.run });
  });
  options.progress?.(cases.length, cases.length);
  if (runs.length < cases.length) return null;
  return {
    table: { ...runTable(system, runs), notes: runNotes(runs) },
    systems: new Map(runs.map((run) => [run.scenario, run.ode])),
  };
}
