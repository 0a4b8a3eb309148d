import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Output } from "../../language/model.ts";

/** Less work than this, in seconds of one thread, is not worth starting others. */
export const worthSharing = 0.2;

/** Seconds for one equation in one step: generated code evaluates one in a few nanoseconds, the interpreter is slower. */
const eachEquation: Readonly<Record<OdeSystem["time"]["method"], number>> = {
  euler: 2e-9,
  rk2: 4e-9,
  rk4: 8e-9,
  rk45: 4e-7,
  rosenbrock: 4e-7,
};
/** Seconds for evaluating one output of a run. */
const eachOutput = 1e-5;

/** How long many runs take, roughly; from counts alone, so that it is the same everywhere. */
export function expectedSeconds(
  { time, dynamic }: OdeSystem,
  outputs: readonly Output[],
  runs: number,
): number {
  return runs * runSeconds(time.method, time.steps, dynamic.length, outputs.length);
}

/** One run's part of it. */
export function runSeconds(
  method: OdeSystem["time"]["method"],
  steps: number,
  equations: number,
  outputs: number,
): number {
  return steps * equations * eachEquation[method] + outputs * eachOutput;
}
