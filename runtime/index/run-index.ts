/** Runs an index: the distances of neighbouring periods, their changes, and the tables. */
import { indices } from "../../language/builtins/indices.ts";
import { indexColumns } from "../../language/check/frontier-shapes.ts";
import type { Index, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { Change } from "./change.ts";
import { computeChanges } from "./compute-changes.ts";
import { distancesTable, indexCertificates } from "./distances-table.ts";
import { indexNotes } from "./index-notes.ts";
import type { Link } from "./links.ts";
import { chains, linksOf } from "./links.ts";
import { remedyTables } from "./remedies.ts";
import { scaleOf } from "./scale.ts";

/** The index's tables; none after errors, which are in the sink. Within `withSolvers`. */
export function runIndex(
  index: Index,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, spec } = index;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const links = linksOf(data.scored);
  const { changes, distances, failed } = computeChanges(index, data, links, index.reference, options);
  const remedies = remedyTables(
    index,
    data,
    links,
    failed,
    (some, reference) => computeChanges(index, data, some, reference, { solver: options.solver }).changes,
  );
  const notes = indexNotes(index, data, links, changes, distances);
  const main: Table = {
    name,
    rows: links.length,
    columns: [...keysAndGroups(data.scored.table), ...valueColumns(index, data, links, changes)],
    ...(notes.length > 0 ? { notes } : {}),
  };
  return {
    tables: [
      main,
      distancesTable(index, data, distances),
      indexCertificates(index, data, distances),
      ...remedies,
    ],
    count: countPrograms(
      name,
      distances.all().map((one) => one.answer),
    ),
  };
}

function valueColumns(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  changes: ReadonlyMap<number, Change>,
): TableColumn[] {
  const entry = indices.get(index.fn)!;
  const cumulative = cumulated(index, data, links, changes);
  const prefix = { global: "G", biennial: "B", sequential: "S", window: "W", contemporaneous: "" }[
    index.reference.kind
  ];
  return indexColumns(entry, index.decomposition !== undefined).map((column) => {
    if (column.name === "status")
      return labels(
        "status",
        links.map((link) => statusOf(link, changes)),
      );
    const values =
      column.name === "cumulative"
        ? cumulative
        : links.map(({ row }) => {
            const change = changes.get(row);
            return change?.values[column.name] ?? Number.NaN;
          });
    const symbol = column.name === "change" ? `${prefix}${column.symbol}` : column.symbol;
    return numbers(column.name, values, {
      scale: entry.scale,
      ...(symbol === undefined ? {} : { symbol }),
    });
  });
}

function statusOf(link: Link, changes: ReadonlyMap<number, Change>): string {
  return changes.get(link.row)?.status ?? (link.first ? "first_period" : "gap");
}

/** Chained changes of each DMU from the panel's first period; a missing link empties what follows or, with `rebase`, starts anew. */
function cumulated(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  changes: ReadonlyMap<number, Change>,
): Float64Array {
  const scale = scaleOf(index);
  const values = new Float64Array(links.length);
  for (const rows of chains(data.scored)) {
    let level = Number.NaN;
    for (const row of rows) {
      const change = changes.get(row)?.values.change ?? Number.NaN;
      if (links[row]!.first) level = scale.none;
      else level = scale.chain(level, change);
      if (index.rebase && Number.isNaN(level)) level = scale.none;
      values[row] = level;
    }
  }
  return values;
}
