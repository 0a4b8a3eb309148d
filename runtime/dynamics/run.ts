import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { DelayFault } from "./delay-lines.ts";
import type { EventFault } from "./events.ts";
import type { Failure } from "./run-failure.ts";
import type { ShortLag } from "./short-lag.ts";

/** One run of a system: every slot at every saved instant, and what was counted on the way. */
export interface Run {
  readonly times: Float64Array;
  /** Row after row, one number for each slot. */
  readonly values: Float64Array;
  /** Steps in which a non-negative stock could not give all that was asked of it, by stock. */
  readonly limited: Float64Array;
  /** Steps in which a table was read below its first or above its last point, by table. */
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** Saved instants at which a stage of a delay was shorter than a step, by lag. */
  readonly short: Float64Array;
}
export type RunOutcome =
  | { readonly run: Run }
  | { readonly failure: Failure | DelayFault | ShortLag | EventFault };

/** Numbers that stand in for the equations of some constants or initial values, by slot. */
export type Given = ReadonlyMap<number, number>;

/** What one of many runs of a compiled system has of its own. */
export interface RunChoices {
  /** Added to the seeds of random numbers; 0 unless said. */
  readonly seed?: number;
  readonly given?: Given;
  /** An earlier run of the same system that is no longer looked at: its arrays are written over. */
  readonly reuse?: Run;
}

/** Room for the saved rows of a run; every number of it is written by the run. */
export function roomFor(system: OdeSystem, { reuse }: RunChoices): Pick<Run, "times" | "values"> {
  const rows = Math.ceil(system.time.steps / system.time.saveEvery) + 1;
  const width = system.slots.length;
  if (reuse?.times.length === rows && reuse.values.length === rows * width) return reuse;
  return { times: new Float64Array(rows), values: new Float64Array(rows * width) };
}
