/** The unit that a `frontier` or `program` item names, as a row of the scored panel. */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { evaluation } from "../../language/diagnostics/runtime.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Span } from "../../language/source.ts";
import { listed } from "../evaluate/select.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { dmuColumns, periodColumn } from "../measure/observations.ts";

export interface UnitAsked {
  readonly span: Span;
  /** One label for each DMU column. */
  readonly dmu: readonly string[];
  /** The unit's last period where absent. */
  readonly at?: number | string;
}

/** Null after a reported error. */
export function itemUnit(data: FrontierData, { span, dmu, at }: UnitAsked, sink: Diagnostics): number | null {
  const { labels, scored } = data;
  const number = labels.dmus.findIndex((parts) => parts.every((part, i) => String(part) === dmu[i]));
  const rows = scored.order.filter((row) => scored.dmu[row] === number);
  if (rows.length === 0) {
    const names = labels.dmus.map((parts) => parts.join(", "));
    const key = dmuColumns(scored.table)
      .map(({ name }) => name)
      .join(", ");
    const label = dmu.join(", ");
    const help = didYouMean(label, names);
    report(sink, evaluation.noSuchLabel, span, { key, label, known: listed(names) }, help ? { help } : {});
    return null;
  }
  if (at === undefined) return rows.at(-1)!;
  const periods = rows.map((row) => labels.periods[scored.period[row]!] ?? null);
  const place = periods.findIndex((period) => String(period) === String(at));
  if (place >= 0) return rows[place]!;
  const key = periodColumn(scored.table)?.name ?? "period";
  report(sink, evaluation.notSaved, span, { key, at: String(at), known: listed(periods) });
  return null;
}
