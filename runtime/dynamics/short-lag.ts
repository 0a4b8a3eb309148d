import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Span } from "../../language/source.ts";
import { evaluate, type RunState } from "./interpreter.ts";

/** A stage of a delay or an average that lasts no longer than a step. */
export interface ShortLag {
  readonly kind: "short";
  readonly slot: number;
  readonly duration: number;
  readonly span: Span;
}

/** Counts the stages that are shorter than a step now, and gives the first of them; null where there is none. */
export function shortLag(system: OdeSystem, state: RunState, counts: Float64Array): ShortLag | null {
  let first: ShortLag | null = null;
  system.lags.forEach(({ slot, duration, span }, i) => {
    const length = evaluate(duration, state);
    if (length >= state.dt * (1 - 1e-9)) return;
    counts[i]++;
    first ??= { kind: "short", slot, duration: length, span };
  });
  return first;
}
