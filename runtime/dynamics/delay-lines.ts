import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Span } from "../../language/source.ts";
import type { RunState } from "./interpreter.ts";

/** A fixed delay whose length is no whole number of steps, at least one. */
export interface DelayFault {
  readonly kind: "delay";
  readonly slot: number;
  readonly duration: number;
  readonly span: Span;
}

/** The memory of one delay. */
export interface Line {
  readonly slot: number;
  readonly source: number;
  /** What the source was at the last steps, as a ring. */
  readonly ring: Float64Array;
}

/** What fixed delays remember: the source's values at the starts of the last steps. */
export class DelayLines {
  readonly lines: readonly Line[];

  private constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  /** Reads each delay's length, once; a fault where it fits no number of steps. */
  static make(system: OdeSystem, { values, dt }: RunState): DelayLines | DelayFault {
    const lines: Line[] = [];
    for (const { slot, source, duration, span } of system.delays) {
      const length = duration === undefined ? 1 : values[duration] / dt;
      const steps = Math.round(length);
      if (!(steps >= 1) || Math.abs(length - steps) > 1e-6 * steps) {
        return { kind: "delay", slot, duration: length * dt, span };
      }
      lines.push({ slot, source, ring: new Float64Array(steps) });
    }
    return new DelayLines(lines);
  }

  /** Puts what is due at step `k` into the delays' slots; before that they keep their initial values. */
  show(k: number, values: Float64Array): void {
    for (const { slot, ring } of this.lines) {
      if (k >= ring.length) values[slot] = ring[k % ring.length];
    }
  }

  /** Remembers the sources at step `k`. */
  note(k: number, values: Float64Array): void {
    for (const { source, ring } of this.lines) ring[k % ring.length] = values[source];
  }
}
