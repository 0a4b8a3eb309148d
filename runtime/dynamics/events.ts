import type { OdeEvent, OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Span } from "../../language/source.ts";
import { evaluate, type RunState } from "./interpreter.ts";

/** Events that cannot be: they go on at one instant without end, or two of them set one stock at once. */
export interface EventFault {
  readonly kind: "endless" | "conflict";
  readonly slot: number;
  readonly time: number;
  readonly span: Span;
}

/** The most rounds of events at one instant, each set off by the changes of the one before. */
export const mostRounds = 100;

/** Which conditions held when they were last looked at, and what happens when others begin to. */
export class EventWatch {
  readonly #events: readonly OdeEvent[];
  readonly #state: RunState;
  readonly #again: () => void;
  readonly #held: boolean[];

  /** @param again evaluates the equations of the instant, after stocks have changed */
  constructor({ events }: OdeSystem, state: RunState, again: () => void) {
    this.#events = events;
    this.#state = state;
    this.#again = again;
    this.#held = events.map(() => false);
  }

  /** Takes what holds as known: nothing of it begins now. */
  look(): void {
    this.#events.forEach((event, i) => {
      this.#held[i] = this.#holds(event);
    });
  }

  /** Whether a condition holds now that did not when they were last looked at. */
  begins(): boolean {
    return this.#events.some((event, i) => !this.#held[i] && this.#holds(event));
  }

  /** The fault of a row of events without end, told of the first that begins now. */
  endless(): EventFault {
    const first = this.#events.find((event, i) => !this.#held[i] && this.#holds(event)) ?? this.#events[0];
    return { kind: "endless", slot: first.changes[0]?.slot ?? 0, time: this.#state.time, span: first.span };
  }

  /** Lets happen what begins now, and what that sets off. */
  happen(): EventFault | null {
    const { values, held, time } = this.#state;
    for (let round = 0; ; round++) {
      const firing = this.#events.filter((event, i) => !this.#held[i] && this.#holds(event));
      if (round === mostRounds && firing.length > 0) return this.endless();
      this.look();
      if (firing.length === 0) return null;
      const set = new Map<number, number>();
      for (const { changes, span } of firing) {
        for (const { slot, expr } of changes) {
          if (set.has(slot)) return { kind: "conflict", slot, time, span };
          set.set(slot, evaluate(expr, this.#state));
        }
      }
      for (const [slot, value] of set) values[slot] = held[slot] = value;
      this.#again();
    }
  }

  #holds({ condition }: OdeEvent): boolean {
    return evaluate(condition, this.#state) !== 0;
  }
}
