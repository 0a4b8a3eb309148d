import type { OdeSystem } from "../../compiler/ode/ode-system.ts";
import type { Run } from "../dynamics/run.ts";

/** What a run may tell beside its numbers: limited outflows, tables read beyond their ends, delays that became too short. */
export class RunEvents {
  /** "the outflows of co2 were limited", each once; its place is the event's number. */
  readonly sentences: readonly string[];
  readonly #parts: readonly {
    readonly counts: (run: Run) => Float64Array;
    readonly events: readonly number[];
  }[];

  constructor({ stocks, slots, tables, lags }: OdeSystem) {
    const places = new Map<string, number>();
    const place = (sentence: string): number => {
      const known = places.get(sentence) ?? places.size;
      places.set(sentence, known);
      return known;
    };
    this.#parts = [
      {
        counts: (run) => run.limited,
        events: stocks.map(({ slot }) => place(`the outflows of ${slots[slot].name} were limited`)),
      },
      {
        counts: (run) => run.below,
        events: tables.map(({ name }) => place(`${name} was read below its first point`)),
      },
      {
        counts: (run) => run.above,
        events: tables.map(({ name }) => place(`${name} was read above its last point`)),
      },
      {
        counts: (run) => run.short,
        events: lags.map(({ slot }) =>
          place(`a delay in ${slots[slot].name.replace(/#.*/, "")} became shorter than a step`),
        ),
      },
    ];
    this.sentences = [...places.keys()];
  }

  /** The events of a run, ascending. */
  of(run: Run): number[] {
    const found = new Set<number>();
    for (const { counts, events } of this.#parts) {
      counts(run).forEach((n, i) => {
        if (n > 0) found.add(events[i]);
      });
    }
    return [...found].sort((a, b) => a - b);
  }
}
