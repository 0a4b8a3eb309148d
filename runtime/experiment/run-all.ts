import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Output } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Environment } from "../evaluate/environment.ts";
import { EnvironmentReads } from "./environment-reads.ts";
import { expectedSeconds, worthSharing } from "./expected-seconds.ts";
import { RunEvents } from "./run-events.ts";
import { RunOutputs } from "./run-outputs.ts";
import { type RunsPool, type SharedRuns, sharedRun, shareRuns } from "./shared-runs.ts";
import type { VariedRuns } from "./varied-runs.ts";

/** What many runs gave. */
export interface ManyRuns {
  /** How the outputs are laid out; null where no run came to its end. */
  readonly outputs: RunOutputs | null;
  /** By run: the numbers of each column, or null where it broke off. */
  readonly values: readonly (readonly Float64Array[] | null)[];
  readonly tally: RunTally;
}

export interface RunAllOptions {
  readonly progress?: (done: number, total: number) => void;
  /** No result depends on it. */
  readonly pool?: RunsPool;
}

/** Runs a system at each point; the results are in their order. */
export function runAll(
  runs: VariedRuns,
  points: readonly ArrayLike<number>[],
  outputs: readonly Output[],
  system: string,
  env: Environment,
  { progress, pool }: RunAllOptions = {},
): ManyRuns {
  const events = new RunEvents(runs.ode);
  const tally = new RunTally(events);
  const reads = new EnvironmentReads(env);
  const total = points.length;
  const values: (readonly Float64Array[] | null)[] = [];
  let reader: RunOutputs | null = null;
  let shared: SharedRuns | null = null;
  for (let place = 0; place < total; place++) {
    const done = shared === null ? null : sharedRun(shared, place);
    if (done !== null && (done.ended || tally.first !== null)) {
      tally.count(done, place);
      values.push(done.ended ? done.values : null);
      continue;
    }
    if (done === null) progress?.(place, total);
    const outcome = runs.run(points[place]);
    if ("why" in outcome) {
      tally.count({ ended: false, why: outcome.why }, place);
      values.push(null);
      continue;
    }
    tally.count({ ended: true, events: events.of(outcome.run) }, place);
    const first = reader === null;
    reader ??= new RunOutputs(outputs, system, runs.ode, outcome.run, reads.env);
    const read = reader.read(outcome.run);
    values.push(read);
    // What a run gives shows how much room the others need.
    if (first && pool !== undefined && expectedSeconds(runs.ode, outputs, total) > worthSharing) {
      const { plan } = runs;
      const head = { kind: "runs", plan, outputs, system, sample: outcome.run, reads: reads.found } as const;
      shared = shareRuns(head, points, place + 1, read, events.sentences.length);
      pool.run(shared, (n) => progress?.(place + 1 + n, total));
    }
  }
  progress?.(total, total);
  return { outputs: reader, values, tally };
}

/** Warns where some of the runs that an experiment shows broke off. */
export function warnOfFailures(
  { name, span }: { readonly name: string; readonly span: Span },
  { first, failed, total }: RunTally,
  nameOf: (place: number) => string,
  sink: Diagnostics,
): void {
  if (first === null) return;
  const params = { name, failed, runs: total, first: nameOf(first.place), why: first.why };
  report(sink, experiments.someRunsFail, span, params);
}

type Counted =
  | { readonly ended: true; readonly events: readonly number[] }
  /** Why is known of the first at least. */
  | { readonly ended: false; readonly why?: string };

/** What happened in many runs that their numbers do not tell. */
class RunTally {
  total = 0;
  failed = 0;
  /** The first run that broke off, by its place, and why. */
  first: { readonly place: number; readonly why: string } | null = null;
  readonly #events: RunEvents;
  /** Runs by event, in the order in which they were met. */
  readonly #counts = new Map<number, number>();

  constructor(events: RunEvents) {
    this.#events = events;
  }

  count(run: Counted, place: number): void {
    this.total++;
    if (!run.ended) {
      this.failed++;
      this.first ??= { place, why: run.why ?? "" };
      return;
    }
    for (const event of run.events) this.#counts.set(event, (this.#counts.get(event) ?? 0) + 1);
  }

  /**
   * Sentences for a table's notes: on runs that broke off, and on what else happened in runs.
   *
   * @param nameOf what the run at a place is called: "sample 17"
   */
  notes(nameOf: (place: number) => string): string[] {
    const total = this.total.toLocaleString("en-US");
    const others = [...this.#counts].map(
      ([event, runs]) =>
        `In ${runs.toLocaleString("en-US")} of ${total} runs ${this.#events.sentences[event]}.`,
    );
    return [...this.failures(nameOf), ...others];
  }

  /** A sentence on the runs that broke off, if any. */
  failures(nameOf: (place: number) => string): string[] {
    if (this.first === null) return [];
    const { place, why } = this.first;
    const [failed, total] = [this.failed, this.total].map((n) => n.toLocaleString("en-US"));
    return [
      `${failed} of ${total} runs broke off and have no values; the first is ${nameOf(place)}: ${why}.`,
    ];
  }
}
