import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { timeGrid } from "../../compiler/ode/time-grid.ts";
import type { Ranges } from "../../compiler/print/monotonicity.ts";
import type { Run } from "../dynamics/run.ts";

/** What each value was over the run. */
export function rangesOf(ode: OdeSystem, run: Run): Ranges {
  const width = ode.slots.length;
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < run.times.length; row++) {
    for (let slot = 0; slot < width; slot++) {
      const value = run.values[row * width + slot]!;
      low[slot] = Math.min(low[slot]!, value);
      high[slot] = Math.max(high[slot]!, value);
    }
  }
  const { dt } = timeGrid(ode.time);
  return {
    slot: (slot) => ({ low: low[slot]!, high: high[slot]! }),
    time: { low: run.times[0]!, high: run.times.at(-1)! },
    dt: { low: dt, high: dt },
  };
}
