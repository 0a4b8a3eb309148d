/**
 * Infeasible cross-period programs of an index: how many in each period and frontier group, and what a global or biennial
 * reference says of the same rows. These values stand beside the index and never take the place of a missing one.
 */
import type { Index, Reference } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { cellColumns, cellsOf } from "../measure/infeasible-table.ts";
import { keyColumns, labels, numbers, takeRows } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import type { Change } from "./change.ts";
import type { Solution } from "./distances.ts";
import type { Link } from "./links.ts";
import { scaleOf } from "./scale.ts";

type Compute = (links: readonly Link[], reference: Reference) => ReadonlyMap<number, Change>;

/** `NAME.infeasible` (a row for each period and group, zeros included) and `NAME.remedies` (row by row, what failed alone). */
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
    countTable(index, data, links, failed, {
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
  links: readonly Link[],
  failed: ReadonlyMap<number, readonly Solution[]>,
  values: { readonly global: (row: number) => number; readonly biennial: (row: number) => number },
): Table {
  const { scored } = data;
  const scale = scaleOf(index);
  // The first period has no change; its rows are not counted.
  const cells = cellsOf(
    scored,
    scored.order.filter((row) => !links[row]!.first),
  );
  const missing = cells.map(({ rows }) => rows.filter((row) => failed.has(row)));
  const mean = (of: (row: number) => number) =>
    missing.map((list) => {
      const known = list.map(of).filter((value) => !Number.isNaN(value));
      if (known.length === 0) return Number.NaN;
      if (scale.none === 0) return known.reduce((sum, value) => sum + value, 0) / known.length;
      return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
    });
  const kind = scale.none === 1 ? "ratio" : "difference";
  return {
    name: `${index.name}.infeasible`,
    rows: cells.length,
    columns: [
      ...cellColumns(data, cells),
      numbers(
        "rows",
        missing.map((list) => list.length),
      ),
      numbers(
        "infeasible",
        missing.map((list) => list.reduce((sum, row) => sum + (failed.get(row)?.length ?? 0), 0)),
      ),
      numbers("global", mean(values.global), { scale: kind }),
      numbers("biennial", mean(values.biennial), { scale: kind }),
    ],
  };
}
