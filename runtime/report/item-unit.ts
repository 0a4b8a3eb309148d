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
  /** Labels of DMU columns, in their order; where some are left out several units may be meant. */
  readonly dmu: readonly string[];
  /** The unit's last period where absent. */
  readonly at?: number | string;
}

/** Null after a reported error. */
export function itemUnit(data: FrontierData, { span, dmu, at }: UnitAsked, sink: Diagnostics): number | null {
  const { labels, scored } = data;
  const meant = labels.dmus.flatMap((parts, i) => (names(dmu, parts.map(String)) ? [i] : []));
  const [number] = meant;
  if (number !== undefined && meant.length > 1) {
    const unit = labels.dmus[number]!.join(", ");
    report(sink, evaluation.oneOfSeveral, span, { label: dmu.join(", "), count: meant.length, unit });
  }
  const rows = scored.order.filter((row) => scored.dmu[row] === number);
  if (rows.length === 0) {
    const all = labels.dmus.map((parts) => parts.join(", "));
    const key = dmuColumns(scored.table)
      .map(({ name }) => name)
      .join(", ");
    const label = dmu.join(", ");
    const help = didYouMean(label, all);
    report(sink, evaluation.noSuchLabel, span, { key, label, known: listed(all) }, help ? { help } : {});
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

/** Whether labels stand among the parts of a unit's name, in their order. */
function names(labels: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) if (part === labels[at]) at++;
  return at === labels.length;
}
