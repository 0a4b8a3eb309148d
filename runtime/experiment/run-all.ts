import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Output } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Run } from "../dynamics/run.ts";
import type { Environment } from "../evaluate/environment.ts";
import { RunOutputs } from "./run-outputs.ts";
import type { VariedRuns } from "./varied-runs.ts";

/** What many runs gave. */
export interface ManyRuns {
  /** How the outputs are laid out; null where no run came to its end. */
  readonly outputs: RunOutputs | null;
  /** By run: the numbers of each column, or null where it broke off. */
  readonly values: readonly (readonly Float64Array[] | null)[];
  readonly tally: RunTally;
}

/** Runs a system at each point, in order. */
export function runAll(
  runs: VariedRuns,
  points: readonly ArrayLike<number>[],
  outputs: readonly Output[],
  system: string,
  env: Environment,
  progress?: (done: number, total: number) => void,
): ManyRuns {
  const tally = new RunTally(runs);
  let reader: RunOutputs | null = null;
  const values = points.map((point, i) => {
    progress?.(i, points.length);
    const outcome = runs.run(point);
    tally.count(outcome, i);
    if ("why" in outcome) return null;
    reader ??= new RunOutputs(outputs, system, runs.ode, outcome.run, env);
    return reader.read(outcome.run);
  });
  progress?.(points.length, points.length);
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

/** What happened in many runs that their numbers do not tell. */
class RunTally {
  total = 0;
  failed = 0;
  /** The first run that broke off, by its place, and why. */
  first: { readonly place: number; readonly why: string } | null = null;
  readonly #runs: VariedRuns;
  readonly #counts = new Map<string, number>();

  constructor(runs: VariedRuns) {
    this.#runs = runs;
  }

  count(outcome: { readonly run: Run } | { readonly why: string }, place: number): void {
    this.total++;
    if ("why" in outcome) {
      this.failed++;
      this.first ??= { place, why: outcome.why };
      return;
    }
    const { ode } = this.#runs;
    const { limited, below, above, short } = outcome.run;
    const told = new Set<string>();
    limited.forEach((n, i) => {
      if (n > 0) told.add(`the outflows of ${ode.slots[ode.stocks[i].slot].name} were limited`);
    });
    below.forEach((n, i) => {
      if (n > 0) told.add(`${ode.tables[i].name} was read below its first point`);
    });
    above.forEach((n, i) => {
      if (n > 0) told.add(`${ode.tables[i].name} was read above its last point`);
    });
    short.forEach((n, i) => {
      const name = ode.slots[ode.lags[i].slot].name.replace(/#.*/, "");
      if (n > 0) told.add(`a delay in ${name} became shorter than a step`);
    });
    for (const sentence of told) this.#counts.set(sentence, (this.#counts.get(sentence) ?? 0) + 1);
  }

  /**
   * Sentences for a table's notes: on runs that broke off, and on what else happened in runs.
   *
   * @param nameOf what the run at a place is called: "sample 17"
   */
  notes(nameOf: (place: number) => string): string[] {
    const total = this.total.toLocaleString("en-US");
    const others = [...this.#counts].map(
      ([sentence, runs]) => `In ${runs.toLocaleString("en-US")} of ${total} runs ${sentence}.`,
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
