import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { NoRoot } from "./find-root.ts";
import { assign, type RunState } from "./interpreter.ts";

/** Where a run broke off: the first slot without a finite value, and when. */
export interface Failure {
  /**
   * diverged: a stock grew beyond all numbers; undefined: an equation has no value; beyond: a table has none there; unsolved: a
   * simultaneous equation has no solution between its bounds.
   */
  readonly kind: "diverged" | "undefined" | "beyond" | "unsolved";
  readonly slot: number;
  readonly time: number;
  /** The table that was read beyond its ends. */
  readonly table?: number;
  /** What was looked for in vain, and the equation's value less the slot's at the bounds. */
  readonly unsolved?: NoRoot;
}

/** The first slot, in order of evaluation, that has no finite value at a saved instant; null where all have. */
export function failureAtSave(system: OdeSystem, state: RunState): Failure | null {
  for (const { slot } of system.stocks) {
    if (!Number.isFinite(state.values[slot])) return { kind: "undefined", slot, time: state.time };
  }
  for (const { slot } of [...system.constants, ...system.dynamic]) {
    if (!Number.isFinite(state.values[slot])) return explain(system, state, slot);
  }
  return null;
}

/** Notes a stock that is on its way beyond all numbers: what happens after it in a step follows from that. */
export function noteVast({ stocks }: OdeSystem, state: RunState): void {
  if (state.vast >= 0) return;
  for (const { slot } of stocks) {
    const size = Math.abs(state.values[slot]);
    // What is infinite at once comes from a division by 0.
    if (size > 1e150 && size < Number.POSITIVE_INFINITY) state.vast = slot;
  }
}

/** Whether the step has left a stock without a finite value, and the equation it comes from. */
export function failureInStep(system: OdeSystem, state: RunState, end: number): Failure | null {
  const broken = system.stocks.find(({ slot }) => !Number.isFinite(state.values[slot]));
  if (broken === undefined) return null;
  if (state.vast >= 0) return { kind: "diverged", slot: state.vast, time: end };
  const late = system.dynamic.find(({ slot }) => !Number.isFinite(state.values[slot]))?.slot;
  // Go back to the step's start: an equation without a value there is nearer to the cause than one in a later stage.
  for (const { slot } of system.stocks) state.values[slot] = state.held[slot];
  state.time = state.heldTime;
  assign(system.dynamic, state, false);
  const failure = failureAtSave(system, state) ?? explain(system, state, late ?? broken.slot);
  if (failure.kind === "undefined" && failure.slot === broken.slot)
    return { ...failure, kind: "diverged", time: end };
  return failure.slot === late ? { ...failure, time: end } : failure;
}

function explain(system: OdeSystem, state: RunState, slot: number): Failure {
  if (state.unsolved?.slot === slot) {
    return { kind: "unsolved", slot, time: state.time, unsolved: state.unsolved };
  }
  if (state.refused >= 0) return { kind: "beyond", slot, time: state.time, table: state.refused };
  const largest = system.stocks.reduce(
    (most, stock) => (Math.abs(state.values[stock.slot]) > Math.abs(state.values[most]) ? stock.slot : most),
    system.stocks[0]?.slot ?? slot,
  );
  const huge = Math.abs(state.values[largest]) > 1e25;
  return { kind: huge ? "diverged" : "undefined", slot: huge ? largest : slot, time: state.time };
}
