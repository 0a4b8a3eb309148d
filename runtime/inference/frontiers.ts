/** The frontiers of a measure: which rows are scored against which units. */
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { Request } from "../measure/score-requests.ts";
import type { SolveOptions } from "../solve/solve-family.ts";

export interface Frontier {
  readonly range: PeriodRange;
  readonly group: number;
  /** Rows of the scored panel, by label. */
  readonly rows: readonly number[];
  /** Rows of the reference panel, by label. */
  readonly units: readonly number[];
}

/** The program of each row of the panel, in the order of rows. */
export function ownRequests({ scored, labels, technology }: FrontierData): Request[] {
  const periods = Math.max(1, labels.periods.length);
  return Array.from(scored.period, (period, row) => ({
    row,
    range: referencePeriods(technology.reference, period, periods),
  }));
}

/** By periods, then group. */
export function frontiersOf(data: FrontierData): Frontier[] {
  const { scored, reference, referenceRows } = data;
  const requests = ownRequests(data);
  const found = new Map<string, { range: PeriodRange; group: number; rows: number[] }>();
  for (const row of scored.order) {
    const { range } = requests[row]!;
    const group = scored.group[row]!;
    const key = `${range.from} ${range.to} ${group}`;
    const frontier = found.get(key);
    if (frontier === undefined) found.set(key, { range, group, rows: [row] });
    else frontier.rows.push(row);
  }
  return [...found.values()]
    .sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to || a.group - b.group)
    .map((frontier) => {
      const units = referenceRows.filter(
        (unit) =>
          reference.group[unit] === frontier.group &&
          reference.period[unit]! >= frontier.range.from &&
          reference.period[unit]! <= frontier.range.to,
      );
      return { ...frontier, units };
    });
}

/** The periods of a frontier in words: `2014`, `2004 to 2010`. */
export function periodsName({ labels }: FrontierData, { from, to }: PeriodRange): string {
  const [first, last] = [labels.periods[from], labels.periods[to]];
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** How to solve without telling progress: for programs that are a small part of the work. */
export function quiet({ solver, pool }: SolveOptions): SolveOptions {
  return { solver, pool };
}
