import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Calibration, Match, Window } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { timeKey } from "../evaluate/series.ts";
import { numbersOf } from "../evaluate/value.ts";
import type { RunOutputs } from "./run-outputs.ts";

/** A number of the data and where a run has its counterpart. */
export interface Target {
  readonly match: Match;
  /** The output's column, and the place of the time in it. */
  readonly column: number;
  readonly place: number;
  readonly data: number;
}

/** The data of a calibration at the saved times, those that are matched and those that test the fit. */
export interface Targets {
  readonly matched: readonly Target[];
  readonly tested: readonly Target[];
}

/** Null after a report: something that is matched has no data at a saved time in its span. */
export function matchTargets(
  { matches, test }: Pick<Calibration, "matches" | "test">,
  outputs: RunOutputs,
  env: Environment,
  sink: Diagnostics,
): Targets | null {
  const matched: Target[] = [];
  const tested: Target[] = [];
  let ok = true;
  matches.forEach((match, output) => {
    const all = targetsOf(match, output, outputs, env);
    const own = all.filter(({ time }) => isIn(time, match.window));
    if (own.length === 0) {
      const params = {
        label: match.label,
        times: spanText(outputs.times),
        data: spanText(dataTimes(match, env)),
      };
      report(sink, experiments.noDataInWindow, match.span, params);
      ok = false;
    }
    matched.push(...own);
    if (test !== undefined) tested.push(...all.filter(({ time }) => isIn(time, test)));
  });
  return ok ? { matched, tested } : null;
}

function isIn(time: number, window: Window | undefined): boolean {
  return window === undefined || (time >= window.from && time <= window.to);
}

/** The data of a match that fall on saved times, in order of elements and time. */
function targetsOf(match: Match, output: number, { columns, times }: RunOutputs, env: Environment) {
  const value = evaluate(match.data, env);
  const period = timeKey(value);
  const numbers = numbersOf(value);
  const others = value.keys.filter((key) => key.name !== period.name);
  const places = new Map(times.map((time, place) => [time, place]));
  return columns.flatMap((column, c) => {
    if (column.output !== output) return [];
    const found: (Target & { readonly time: number })[] = [];
    for (let row = 0; row < value.rows; row++) {
      const time = Number(period.labels[row]);
      const place = places.get(time);
      const data = numbers[row];
      const fits = others.every((key) => String(key.labels[row]) === column.element.get(key.name));
      if (place !== undefined && fits && Number.isFinite(data))
        found.push({ match, column: c, place, data, time });
    }
    return found.sort((a, b) => a.place - b.place);
  });
}

function dataTimes(match: Match, env: Environment): number[] {
  const value = evaluate(match.data, env);
  const numbers = numbersOf(value);
  return timeKey(value).labels.flatMap((label, row) =>
    Number.isFinite(numbers[row]) ? [Number(label)] : [],
  );
}

/** "2004 to 2014", "none" */
function spanText(times: readonly number[]): string {
  if (times.length === 0) return "none";
  return `${Math.min(...times)} to ${Math.max(...times)}`;
}
