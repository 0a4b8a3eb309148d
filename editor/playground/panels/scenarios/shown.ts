/** What the reader of Scenarios has chosen, by system, so that it stays through runs and other panels. */
import { signal } from "@preact/signals";

export interface Choice {
  /** The run that others are compared with. */
  readonly control?: string;
  /** The run whose parameters the sliders move: a scenario, or the system itself (null). */
  readonly moved?: string | null;
  readonly variables?: readonly string[];
  /** The table of runs: the system's own, or that of a sweep. */
  readonly runs?: string;
}
export const choices = signal<Readonly<Record<string, Choice>>>({});
export const system = signal<string | null>(null);
/** Differences in per cent of the control run. */
export const relative = signal(false);

export function choose(of: string, choice: Choice): void {
  choices.value = { ...choices.value, [of]: { ...choices.value[of], ...choice } };
}
