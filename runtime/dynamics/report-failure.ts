import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { dynamics } from "../../language/diagnostics/dynamics.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { DelayFault } from "./delay-lines.ts";
import type { EventFault } from "./events.ts";
import type { Failure } from "./run-failure.ts";
import type { ShortLag } from "./short-lag.ts";

/** Tells why a run broke off: which variable, when, in which scenario. */
export function reportFailure(
  sink: Diagnostics,
  failure: Failure | DelayFault | ShortLag | EventFault,
  ode: OdeSystem,
  scenario: string | undefined,
): void {
  const slot = ode.slots[failure.slot];
  const name = slot.name.replace(/#.*/, "");
  if (failure.kind === "delay") {
    const step = ode.time.step.numerator / ode.time.step.denominator;
    report(sink, dynamics.delayOffGrid, failure.span, { name, delay: failure.duration, step, scenario });
    return;
  }
  if (failure.kind === "short") {
    const step = ode.time.step.numerator / ode.time.step.denominator;
    report(sink, dynamics.delayShort, failure.span, { name, part: failure.duration, step, scenario });
    return;
  }
  const { time } = failure;
  if (failure.kind === "endless" || failure.kind === "conflict") {
    const row = failure.kind === "endless" ? dynamics.eventEndless : dynamics.eventConflict;
    report(sink, row, failure.span, { name, time, scenario });
    return;
  }
  const span = spanOf(ode, failure.slot);
  if (failure.kind === "beyond" && failure.table !== undefined) {
    const table = ode.tables[failure.table];
    report(sink, dynamics.beyondTable, table.span, { table: table.name, time, scenario });
  } else if (failure.kind === "unsolved" && failure.unsolved !== undefined) {
    const { low, high, atLow, atHigh } = failure.unsolved;
    const at = { low, high, gives: [atLow + low, atHigh + high] as const };
    report(sink, dynamics.unsolved, span, { name, time, scenario, ...at });
  } else if (failure.kind === "diverged") {
    report(sink, dynamics.diverged, span, { name, time, scenario });
  } else {
    report(sink, dynamics.noValue, span, { name, time, scenario });
  }
}

function spanOf(ode: OdeSystem, slot: number) {
  const equation = [...ode.dynamic, ...ode.initial, ...ode.constants].find((a) => a.slot === slot);
  return equation?.span ?? ode.slots[slot].span;
}
