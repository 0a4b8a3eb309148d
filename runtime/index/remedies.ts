/**
 * Infeasible cross-period programs of an index: how many in each period and frontier group, and what a global, biennial or window
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

/** The references that are tried, by column. The window is the one period to either side of Stata's `window(1)`, so it sees the future. */
const remedies: Readonly<Record<string, Reference>> = {
  global: { kind: "global" },
  biennial: { kind: "biennial" },
  window: { kind: "window", size: 3, centered: true },
};

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
  const none: ReadonlyMap<number, Change> = new Map();
  const values = Object.entries(remedies).map(([name, reference]): Remedy => {
    // With base t alone there is no index over a frontier common to both periods.
    const common = reference.kind !== "window" && index.decomposition === "grifell_lovell";
    const changes = asked.length === 0 || common ? none : compute(asked, reference);
    return { name, of: (row) => changes.get(row)?.values.change ?? Number.NaN };
  });
  const entry = scaleOf(index).none === 1 ? "ratio" : "difference";
  return [
    countTable(index, data, links, failed, values),
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
        ...values.map(({ name, of }) => numbers(name, missing.map(of), { scale: entry })),
      ],
    },
  ];
}

/** What another reference says of a row; NaN where nothing. */
interface Remedy {
  readonly name: string;
  readonly of: (row: number) => number;
}

function countTable(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  failed: ReadonlyMap<number, readonly Solution[]>,
  values: readonly Remedy[],
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
      ...values.map(({ name, of }) => numbers(name, mean(of), { scale: kind })),
    ],
  };
}
