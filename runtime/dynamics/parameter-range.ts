import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { constantValue } from "../../language/check/constant-value.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { System } from "../../language/model.ts";
import type { Run } from "./run.ts";

/** Warns of parameters that come from data and lie outside their range; what the source shows, the checker has told. */
export function warnOutsideRange(sink: Diagnostics, system: System, ode: OdeSystem, run: Run): void {
  for (const variable of system.variables) {
    if (variable.range === undefined) continue;
    const low = constantValue(variable.range.low);
    const high = constantValue(variable.range.high);
    if (low === undefined || high === undefined) continue;
    if (variable.equations.every(({ expr }) => constantValue(expr) !== undefined)) continue;
    ode.slots.forEach((slot, i) => {
      const value = run.values[i];
      if (slot.variable !== variable.name || slot.role === "internal" || (value >= low && value <= high))
        return;
      report(sink, dynamics.outsideRange, variable.span, { name: slot.name, value, low, high });
    });
  }
}
