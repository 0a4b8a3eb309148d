/** Finds the row that `--dmu` and `--period` mean. */
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { periodColumn } from "../measure/observations.ts";

export type Found =
  | { readonly row: number; readonly note?: string }
  /** Why there is no such row, in words. */
  | { readonly wrong: string };

/**
 * A unit is named by its DMU's labels as tables show them, joined by a comma; a part of them will do where it is one unit's alone.
 * Without a period the last one that the unit has is taken, and told.
 */
export function findUnit(data: FrontierData, dmu: string, period: string | undefined): Found {
  const { labels, scored, technology } = data;
  const names = labels.dmus.map((parts) => parts.join(", "));
  const written = dmu.split(/\s*,\s*/).join(", ");
  let number = names.indexOf(written);
  if (number < 0) {
    const partly = labels.dmus.flatMap((parts, i) =>
      parts.some((part) => String(part) === written) ? [i] : [],
    );
    if (partly.length > 1) {
      const some = partly.slice(0, 4).map((i) => `"${names[i]}"`);
      return {
        wrong: `${partly.length} units of \`${technology.panel}\` are called ${dmu}; name one, as ${some.join(", ")}`,
      };
    }
    number = partly[0] ?? -1;
  }
  if (number < 0) return { wrong: noneOf("unit", dmu, technology.panel, names) };
  const rows = scored.order.filter((row) => scored.dmu[row] === number);
  if (periodColumn(scored.table) === undefined) {
    if (period !== undefined) return { wrong: `\`${technology.panel}\` has no period; leave --period out` };
    return { row: rows[0]! };
  }
  const own = rows.map((row) => String(labels.periods[scored.period[row]!]));
  if (period === undefined) {
    const note =
      rows.length > 1
        ? `${own.at(-1)} is the last of ${rows.length} periods; --period takes another.`
        : undefined;
    return { row: rows.at(-1)!, ...(note === undefined ? {} : { note }) };
  }
  const at = own.indexOf(period);
  return at < 0
    ? { wrong: noneOf(`period of ${names[number]}`, period, technology.panel, own) }
    : { row: rows[at]! };
}

function noneOf(what: string, written: string, panel: string, names: readonly string[]): string {
  const shown = names.slice(0, 12).join("; ");
  const more = names.length > 12 ? ` and ${names.length - 12} more` : "";
  const near = didYouMean(written, names);
  return `\`${panel}\` has no ${what} "${written}"; ${near?.replaceAll("`", '"') ?? `it has ${shown}${more}`}`;
}
