/**
 * Infeasible cross-period programs of an index: how many in each period and frontier group, and what a global or biennial
 * reference says of the same rows. These values stand beside the index and never take the place of a missing one.
 */
import type { Index, Reference } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { periodColumn } from "../measure/observations.ts";
import { keyColumns, labels, numbers, takeRows } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import type { Change } from "./change.ts";
import type { Solution } from "./distances.ts";
import type { Link } from "./links.ts";
import { scaleOf } from "./scale.ts";

type Compute = (links: readonly Link[], reference: Reference) => ReadonlyMap<number, Change>;

/** `NAME.infeasible` (counts by period and group) and `NAME.remedies` (row by row); both empty where all was feasible. */
export function remedyTables(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  failed: ReadonlyMap<number, readonly Solution[]>,
  compute: Compute,
): Table[] {
  const { scored } = data;
  const missing = scored.order.filter((row) => failed.has(row));
  const asked = links.filter((link) => missing.includes(link.row));
  const under = (kind: "global" | "biennial"): ReadonlyMap<number, Change> =>
    asked.length === 0 || index.decomposition === "grifell_lovell" ? new Map() : compute(asked, { kind });
  const global = under("global");
  const biennial = under("biennial");
  const value = (from: ReadonlyMap<number, Change>, row: number) =>
    from.get(row)?.values.change ?? Number.NaN;
  const entry = scaleOf(index).none === 1 ? "ratio" : "difference";
  return [
    countTable(index, data, missing, failed, {
      global: (row) => value(global, row),
      biennial: (row) => value(biennial, row),
    }),
    {
      name: `${index.name}.remedies`,
      rows: missing.length,
      columns: [
        ...takeRows(keyColumns(scored.table), missing),
        labels(
          "reason",
          missing.map((row) =>
            [...new Set((failed.get(row) ?? []).map((one) => one.answer.reason))].join("; "),
          ),
        ),
        numbers(
          "global",
          missing.map((row) => value(global, row)),
          { scale: entry },
        ),
        numbers(
          "biennial",
          missing.map((row) => value(biennial, row)),
          { scale: entry },
        ),
      ],
    },
  ];
}

function countTable(
  index: Index,
  data: FrontierData,
  missing: readonly number[],
  failed: ReadonlyMap<number, readonly Solution[]>,
  values: { readonly global: (row: number) => number; readonly biennial: (row: number) => number },
): Table {
  const { scored, labels: known, technology } = data;
  const scale = scaleOf(index);
  const cells = new Map<string, number[]>();
  for (const row of missing) {
    const cell = `${scored.period[row]} ${scored.group[row]}`;
    const list = cells.get(cell);
    if (list === undefined) cells.set(cell, [row]);
    else list.push(row);
  }
  const rows = [...cells.values()].sort(
    ([a], [b]) => scored.period[a!]! - scored.period[b!]! || scored.group[a!]! - scored.group[b!]!,
  );
  const mean = (of: (row: number) => number) =>
    rows.map((list) => {
      const known = list.map(of).filter((value) => !Number.isNaN(value));
      if (known.length === 0) return Number.NaN;
      if (scale.none === 0) return known.reduce((sum, value) => sum + value, 0) / known.length;
      return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
    });
  const kind = scale.none === 1 ? "ratio" : "difference";
  return {
    name: `${index.name}.infeasible`,
    rows: rows.length,
    columns: [
      labels(
        periodColumn(scored.table)!.name,
        rows.map(([row]) => known.periods[scored.period[row!]!]!),
        "period",
      ),
      ...technology.by.map((by, b) =>
        labels(
          by,
          rows.map(([row]) => known.groups[scored.group[row!]!]![b]!),
          "group",
        ),
      ),
      numbers(
        "rows",
        rows.map((list) => list.length),
      ),
      numbers(
        "infeasible",
        rows.map((list) => list.reduce((sum, row) => sum + (failed.get(row)?.length ?? 0), 0)),
      ),
      numbers("global", mean(values.global), { scale: kind }),
      numbers("biennial", mean(values.biennial), { scale: kind }),
    ],
  };
}
