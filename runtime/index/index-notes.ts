/** Sentences under an index. */
import type { Index } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { someOf, technologyNotes } from "../measure/notes.ts";
import { rowName } from "../measure/observations.ts";
import type { Change } from "./change.ts";
import type { DistanceTable } from "./distances.ts";
import type { Link } from "./links.ts";

/** What was assumed, which rows have no number and why. */
export function indexNotes(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  changes: ReadonlyMap<number, Change>,
  distances: DistanceTable,
): string[] {
  const { technology, scored, labels } = data;
  const notes = technologyNotes(data);
  if (index.decomposition === undefined && technology.returns !== "crs") {
    notes.push(
      `Distances are taken under ${technology.returns}, so this is not a TFP index; under crs it is.`,
    );
  } else if (index.decomposition !== undefined && technology.returns !== "crs") {
    notes.push(
      `\`${index.decomposition}\` takes change under crs and pure efficiency under vrs; the technology's ${technology.returns} plays no part.`,
    );
  }
  if (index.spec.super !== false) {
    notes.push("Distances to the own period's frontier are super-efficient: the unit is left out of it.");
  }
  const infeasible = distances.all().filter(({ answer }) => answer.status === "infeasible");
  if (infeasible.length > 0) {
    const byPeriod = new Map<string, number>();
    for (const { row } of infeasible) {
      const period = String(labels.periods[scored.period[row]!]);
      byPeriod.set(period, (byPeriod.get(period) ?? 0) + 1);
    }
    const counts = [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, n]) => `${period}: ${n}`);
    notes.push(
      `${infeasible.length} of ${distances.all().length} programs have no solution (observed in ${counts.join(", ")}); change is empty there. \`${index.name}.infeasible\` counts them and gives global, biennial and window values beside, \`${index.name}.remedies\` names each.`,
    );
  }
  const named = (rows: readonly number[]) => someOf(rows.map((row) => rowName(labels, scored, row)));
  const withStatus = (status: Change["status"]) =>
    scored.order.filter((row) => changes.get(row)?.status === status);
  const gaps = scored.order.filter((row) => links[row]!.before === null && !links[row]!.first);
  if (gaps.length > 0) notes.push(`No row in the period before: ${named(gaps)}.`);
  const unbounded = withStatus("unbounded");
  if (unbounded.length > 0) notes.push(`The frontier sets no limit: ${named(unbounded)}.`);
  const undefinedRows = withStatus("undefined");
  if (undefinedRows.length > 0) {
    notes.push(
      `No change is defined (a distance is missing, or 1 + D is not above 0): ${named(undefinedRows)}.`,
    );
  }
  return notes;
}
