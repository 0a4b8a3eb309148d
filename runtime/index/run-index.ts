/** Runs an index: the distances of neighbouring periods, their changes, and the tables. */
import { indices } from "../../language/builtins/indices.ts";
import { indexColumns } from "../../language/check/frontier-shapes.ts";
import type { Index, Model, Reference } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { methods } from "../measure/methods.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import type { Change, ChangeRules } from "./change.ts";
import { changeOf, usedBases } from "./change.ts";
import type { Distance, Solution } from "./distances.ts";
import { DistanceTable, linkDistances } from "./distances.ts";
import { distancesTable, indexCertificates } from "./distances-table.ts";
import { indexNotes } from "./index-notes.ts";
import type { Link } from "./links.ts";
import { chains, linksOf } from "./links.ts";
import { remedyTables } from "./remedies.ts";
import { scaleOf } from "./scale.ts";

/** The index's tables; none after errors, which are in the sink. `loadSolvers` must have been awaited. */
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

interface Computed {
  /** By row of the panel, for rows that have a neighbour. */
  readonly changes: ReadonlyMap<number, Change>;
  readonly distances: DistanceTable;
  /** The infeasible distances of a row's change, for rows that have any. */
  readonly failed: ReadonlyMap<number, readonly Solution[]>;
}

/** Solves the distances of all links and makes changes of them. */
function computeChanges(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  reference: Reference,
  options: Omit<FrontierOptions, "sink">,
): Computed {
  const { decomposition, spec } = index;
  const distances = new DistanceTable();
  const joined = links.flatMap((link) => (link.before === null ? [] : [{ ...link, before: link.before }]));
  const needed = joined.map((link) => {
    const under = (returns: "crs" | "vrs") => linkDistances(data, link, reference, returns);
    const main =
      decomposition === undefined
        ? linkDistances(data, link, reference, data.technology.returns)
        : under("crs");
    return { row: link.row, main, pure: decomposition === undefined ? null : under("vrs") };
  });
  const used = new Map<number, Distance[]>();
  for (const { row, main, pure } of needed) {
    const list: Distance[] = [];
    used.set(row, list);
    for (const one of pure === null ? [main] : [main, pure]) {
      list.push(one.ownBefore, one.ownNow);
      // fgnz needs the pure efficiency change alone; grifell_lovell the base t and the own distances.
      const bases = one === pure && decomposition === "fgnz" ? [] : one.bases;
      for (const { before, now } of usedBases(index, { ...one, bases })) list.push(before, now);
    }
  }
  for (const list of used.values()) distances.add(...list);
  distances.solve(data, options);
  const method = methods[spec.fn]!;
  const rules: ChangeRules = {
    scale: scaleOf(index),
    decomposition,
    answer: (distance) => distances.of(distance),
    nearness: (distance) => {
      const { status, score } = distances.of(distance);
      if (status !== "optimal") return Number.NaN;
      return index.fn === "luenberger" ? -score : method.efficiency(score, spec);
    },
  };
  const changes = new Map(needed.map(({ row, main, pure }) => [row, changeOf(rules, main, pure)]));
  const failed = new Map<number, readonly Solution[]>();
  for (const [row, list] of used) {
    const infeasible = [...new Set(list.map((one) => distances.solution(one)))].filter(
      ({ answer }) => answer.status === "infeasible",
    );
    if (infeasible.length > 0) failed.set(row, infeasible);
  }
  return { changes, distances, failed };
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
            return change === undefined ? Number.NaN : change[column.name as Exclude<keyof Change, "status">];
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
      const change = changes.get(row)?.change ?? Number.NaN;
      if (links[row]!.first) level = scale.none;
      else level = scale.chain(level, change);
      if (index.rebase && Number.isNaN(level)) level = scale.none;
      values[row] = level;
    }
  }
  return values;
}
