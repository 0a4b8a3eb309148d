/** From neighbouring rows to their changes: which distances each link needs, their solution, the index's formula. */
import type { Index, Reference } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import { aggregateChanges } from "./aggregate-index.ts";
import type { Change, ChangeRules } from "./change.ts";
import { changeOf, usedBases } from "./change.ts";
import type { Distance, Solution } from "./distances.ts";
import { DistanceTable, linkDistances } from "./distances.ts";
import type { Link } from "./links.ts";
import { scaleOf } from "./scale.ts";

export interface Computed {
  /** By row of the panel, for rows that have a neighbour. */
  readonly changes: ReadonlyMap<number, Change>;
  readonly distances: DistanceTable;
  /** The infeasible distances of a row's change, for rows that have any. */
  readonly failed: ReadonlyMap<number, readonly Solution[]>;
}

/** Solves the distances of all links and makes changes of them. */
export function computeChanges(
  index: Index,
  data: FrontierData,
  links: readonly Link[],
  reference: Reference,
  options: SolveOptions,
): Computed {
  const joined = links.flatMap((link) => (link.before === null ? [] : [{ ...link, before: link.before }]));
  if (index.fn === "hicks_moorsteen" || index.fn === "fare_primont") {
    return aggregateChanges(index, data, joined, reference, options);
  }
  const { decomposition } = index;
  const distances = new DistanceTable();
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
  const rules: ChangeRules = {
    scale: scaleOf(index),
    decomposition,
    answer: (distance) => distances.of(distance),
    nearness: (distance) => {
      const { score, efficiency } = distances.of(distance);
      return index.fn === "luenberger" ? -score : efficiency;
    },
  };
  const changes = new Map(needed.map(({ row, main, pure }) => [row, changeOf(rules, main, pure)]));
  return { changes, distances, failed: infeasibleOf(used, distances) };
}

/** The infeasible ones of the distances that each row used. */
export function infeasibleOf(
  used: ReadonlyMap<number, readonly Distance[]>,
  distances: DistanceTable,
): ReadonlyMap<number, readonly Solution[]> {
  const failed = new Map<number, readonly Solution[]>();
  for (const [row, list] of used) {
    const infeasible = [...new Set(list.map((one) => distances.solution(one)))].filter(
      ({ answer }) => answer.status === "infeasible",
    );
    if (infeasible.length > 0) failed.set(row, infeasible);
  }
  return failed;
}
