/** The programs of one frontier, solved again for each sample. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { Technology } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import { solveFamily } from "../solve/solve-family.ts";
import type { Frontier } from "./frontiers.ts";
import type { Cluster } from "./smoothed-distances.ts";

/** What replications need: the frontier's programs, its units and how they hang together. */
export interface Replicated {
  readonly family: LpFamily;
  readonly units: readonly number[];
  readonly clusters: readonly Cluster[];
}

/** The units of a frontier by DMU. */
export function clustersOf({ reference }: FrontierData, { units }: Frontier): Cluster[] {
  const found = new Map<number, { members: number[]; periods: number[] }>();
  for (const [place, unit] of units.entries()) {
    const cluster = found.get(reference.dmu[unit]!) ?? { members: [], periods: [] };
    cluster.members.push(place);
    cluster.periods.push(reference.period[unit]!);
    found.set(reference.dmu[unit]!, cluster);
  }
  return [...found.values()];
}

/**
 * The family with each unit's moving amounts multiplied: inputs by the sampled over the estimated distance, goods by
 * its inverse (Simar & Wilson 1998). Fills a matrix
 * of its own, which the next call overwrites.
 *
 * @param factors by place of the unit
 */
export class RescaledFamily {
  private readonly family: LpFamily;
  private readonly matrix: Float64Array;
  private readonly moving: readonly number[];
  private readonly placeOf: Int32Array;

  constructor({ family, units }: Replicated, { variables }: Technology, orientation: "input" | "output") {
    this.family = family;
    this.matrix = family.matrix.slice();
    const role = orientation === "input" ? "input" : "good";
    this.moving = variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
    const places = new Map(units.map((unit, place) => [unit, place]));
    this.placeOf = Int32Array.from(family.columns, (column) => places.get(column.observation)!);
  }

  with(factors: Float64Array): LpFamily {
    const { family, matrix, placeOf } = this;
    const n = placeOf.length;
    for (const i of this.moving) {
      for (let j = 0; j < n; j++) matrix[i * n + j] = family.matrix[i * n + j]! * factors[placeOf[j]!]!;
    }
    // A new object: solvers remember what they found out about a family.
    return { ...family, matrix };
  }
}

/** The family with the columns of some units alone. */
export function subfamily({ family, units }: Replicated, chosen: readonly number[]): LpFamily {
  const kept = new Set(chosen.map((place) => units[place]!));
  const at = family.columns.flatMap(({ observation }, j) => (kept.has(observation) ? [j] : []));
  const n = family.columns.length;
  const matrix = new Float64Array(family.rows.length * at.length);
  for (let i = 0; i < family.rows.length; i++) {
    for (let j = 0; j < at.length; j++) matrix[i * at.length + j] = family.matrix[i * n + at[j]!]!;
  }
  return { ...family, columns: at.map((j) => family.columns[j]!), matrix };
}

/** The objective of each task; NaN for a program without solution or certificate. */
export function objectives(family: LpFamily, options: SolveOptions): Float64Array {
  return Float64Array.from(solveFamily(family, options), ({ solution }) => solution.objective);
}
