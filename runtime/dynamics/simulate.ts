import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { integrate } from "./integrate.ts";
import { integrateAdaptive } from "./integrate-adaptive.ts";
import { integrateGenerated } from "./integrate-generated.ts";
import type { RunChoices, RunOutcome } from "./run.ts";

/** Below so many evaluations of equations writing and compiling code takes longer than interpreting them. */
const worthCompiling = 20_000;

/**
 * Runs a compiled system by the method it names. Longer runs with fixed steps use generated code, which computes the same numbers;
 * where it may not be generated, and where a run breaks off, the interpreter runs.
 */
export function simulate(system: OdeSystem, choices: RunChoices = {}): RunOutcome {
  const { method } = system.time;
  if (method === "rk45" || method === "rosenbrock") return integrateAdaptive(system, choices);
  const again = choices.given !== undefined;
  const long = again || system.time.steps * system.dynamic.length > worthCompiling;
  return (long ? integrateGenerated(system, choices) : null) ?? integrate(system, choices);
}
