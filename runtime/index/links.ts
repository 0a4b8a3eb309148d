/** Neighbouring periods of the same DMU: what an index compares. Keyed by label, never by the order of rows. */
import type { Observations } from "../measure/observations.ts";

/** One row of the panel and the same DMU's row in the panel's previous period. */
export interface Link {
  readonly row: number;
  /** Null where there is none. */
  readonly before: number | null;
  /** Whether the row's period is the panel's first one. */
  readonly first: boolean;
}

/** One link for each row, in the order of rows. */
export function linksOf(scored: Observations): Link[] {
  const periods = [...new Set(scored.period)].sort((a, b) => a - b);
  const previous = new Map(periods.map((period, i) => [period, periods[i - 1]]));
  const rows = new Map<string, number>();
  for (const row of scored.order) rows.set(`${scored.dmu[row]} ${scored.period[row]}`, row);
  return Array.from(scored.period, (period, row): Link => {
    const earlier = previous.get(period);
    const before = earlier === undefined ? undefined : rows.get(`${scored.dmu[row]} ${earlier}`);
    return { row, before: before ?? null, first: earlier === undefined };
  });
}

/** The rows of each DMU by period, for chaining. */
export function chains(scored: Observations): readonly (readonly number[])[] {
  const byDmu = new Map<number, number[]>();
  for (const row of scored.order) {
    const list = byDmu.get(scored.dmu[row]!);
    if (list === undefined) byDmu.set(scored.dmu[row]!, [row]);
    else list.push(row);
  }
  return [...byDmu.values()];
}
