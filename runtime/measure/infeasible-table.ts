/** Infeasible programs counted by period, frontier group and reason. */
import type { Table } from "../tables/table.ts";
import type { FrontierData } from "./frontier-data.ts";
import { periodColumn, rowName } from "./observations.ts";
import type { Answer, Request } from "./score-requests.ts";
import { labels, numbers } from "./table-columns.ts";

interface Count {
  readonly period: number;
  readonly group: number;
  readonly reason: string;
  readonly units: string[];
}

/** `NAME.infeasible`; empty where every program had a solution. */
export function infeasibleTable(
  name: string,
  data: FrontierData,
  requests: readonly Request[],
  answers: readonly Answer[],
): Table {
  const { labels: known, scored, technology } = data;
  const counts = new Map<string, Count>();
  const programs = new Map<string, number>();
  for (const [i, { row }] of requests.entries()) {
    const period = scored.period[row]!;
    const group = scored.group[row]!;
    const cell = `${period} ${group}`;
    programs.set(cell, (programs.get(cell) ?? 0) + 1);
    const { status, reason } = answers[i]!;
    if (status !== "infeasible") continue;
    const key = `${cell} ${reason}`;
    const count = counts.get(key);
    const unit = rowName(known, scored, row);
    if (count === undefined) counts.set(key, { period, group, reason, units: [unit] });
    else count.units.push(unit);
  }
  const rows = [...counts.values()].sort(
    (a, b) =>
      a.period - b.period ||
      a.group - b.group ||
      b.units.length - a.units.length ||
      (a.reason < b.reason ? -1 : 1),
  );
  const period = periodColumn(scored.table);
  return {
    name: `${name}.infeasible`,
    rows: rows.length,
    columns: [
      ...(period === undefined
        ? []
        : [
            labels(
              period.name,
              rows.map((r) => known.periods[r.period]!),
              "period",
            ),
          ]),
      ...technology.by.map((by, b) =>
        labels(
          by,
          rows.map((r) => known.groups[r.group]![b]!),
          "group",
        ),
      ),
      numbers(
        "infeasible",
        rows.map((r) => r.units.length),
      ),
      numbers(
        "programs",
        rows.map((r) => programs.get(`${r.period} ${r.group}`)!),
      ),
      labels(
        "reason",
        rows.map((r) => r.reason),
      ),
      labels(
        "units",
        rows.map((r) => r.units.sort().join("; ")),
      ),
    ],
  };
}
