import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import { changes, slotsRead } from "../../compiler/ode/scalar-expressions.ts";
import type { Span } from "../../language/source.ts";
import { evaluate, type RunState } from "./interpreter.ts";

/** A stage of a delay or an average that lasts no longer than a step. */
export interface ShortLag {
  readonly kind: "short";
  readonly slot: number;
  readonly duration: number;
  readonly span: Span;
}

/** The lags whose length may change while running, by their number; the others are looked at once. */
export function varyingLags(system: OdeSystem): readonly number[] {
  const constant = new Set(system.constants.map(({ slot }) => slot));
  return system.lags.flatMap(({ duration }, i) =>
    slotsRead(duration).every((slot) => constant.has(slot)) && !changes(duration) ? [] : [i],
  );
}

/** Counts the stages that are shorter than a step now, and gives the first of them; null where there is none. */
export function shortLag(
  system: OdeSystem,
  state: RunState,
  counts: Float64Array,
  which: readonly number[],
): ShortLag | null {
  let first: ShortLag | null = null;
  which.forEach((i) => {
    const { slot, duration, span } = system.lags[i];
    const length = evaluate(duration, state);
    if (length >= state.dt * (1 - 1e-9)) return;
    counts[i]++;
    first ??= { kind: "short", slot, duration: length, span };
  });
  return first;
}
