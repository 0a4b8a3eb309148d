import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { integrate, type RunOutcome } from "./integrate.ts";
import { integrateAdaptive } from "./integrate-adaptive.ts";

/** Runs a compiled system by the method it names. */
export function simulate(system: OdeSystem, seed = 0): RunOutcome {
  return system.time.method === "rk45" ? integrateAdaptive(system, seed) : integrate(system, seed);
}
