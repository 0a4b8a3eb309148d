import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { integrate, type RunOutcome } from "./integrate.ts";
import { integrateAdaptive } from "./integrate-adaptive.ts";
import { integrateGenerated } from "./integrate-generated.ts";
import type { Given } from "./interpreter.ts";

/** Below so many evaluations of equations writing and compiling code takes longer than interpreting them. */
const worthCompiling = 20_000;

/**
 * Runs a compiled system by the method it names. Longer runs with fixed steps use generated code, which computes the same numbers;
 * where it may not be generated, and where a run breaks off, the interpreter runs.
 *
 * @param given numbers for slots of constants and initial values, in one of many runs of the same system
 */
export function simulate(system: OdeSystem, seed = 0, given?: Given): RunOutcome {
  const { method } = system.time;
  if (method === "rk45" || method === "rosenbrock") return integrateAdaptive(system, seed, given);
  const long = given !== undefined || system.time.steps * system.dynamic.length > worthCompiling;
  return (long ? integrateGenerated(system, seed, given) : null) ?? integrate(system, seed, given);
}
