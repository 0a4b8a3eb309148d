/** The programs of one frontier, solved again for each sample. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { Technology } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { Answer, Variation } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import { solveFamily } from "../solve/solve-family.ts";
import type { Frontier } from "./frontiers.ts";
import { quiet } from "./frontiers.ts";
import type { Cluster } from "./smoothed-distances.ts";
import type { Tally } from "./tally.ts";

/** What replications need: the frontier's programs, its units and how they hang together. */
export interface Replicated {
  /** One task for each of `scored`. */
  readonly family: LpFamily;
  /** Rows of the scored panel with a score of their own, by label. */
  readonly scored: readonly number[];
  readonly units: readonly number[];
  readonly clusters: readonly Cluster[];
  /** The answers without resampling, by row: of all the frontier's rows and units. */
  readonly own: ReadonlyMap<number, Answer>;
}

/** The programs of a frontier's rows and, for the distances that are resampled, of its units. */
export function replicatedFrontier(
  data: FrontierData,
  frontier: Frontier,
  options: SolveOptions,
  variation: Variation = {},
): Replicated {
  const rows = [...new Set([...frontier.rows, ...frontier.units])];
  const requests = rows.map((row) => ({ row, range: frontier.range }));
  const answers = scoreRequests(data, requests, quiet(options), variation);
  const own = new Map(rows.map((row, i) => [row, answers[i]!]));
  const scored = frontier.rows.filter((row) => own.get(row)!.status === "optimal");
  const programs = scored.map((row) => own.get(row)!.program!);
  const family = programs[0]?.family ?? nothing;
  const tasks = programs.map((program) => family.tasks[program.task]!);
  const { units } = frontier;
  return { family: { ...family, tasks }, scored, units, clusters: clustersOf(data, frontier), own };
}

const nothing: LpFamily = {
  name: "",
  rows: [],
  columns: [],
  matrix: new Float64Array(0),
  own: [],
  sense: "min",
  tasks: [],
};

/** The distances of a frontier's units, 1/θ or φ. A unit without a proved score stays where it is. */
export function unitDistances({ units, own }: Replicated, output: boolean): Float64Array {
  return Float64Array.from(units, (unit) => {
    const { score } = own.get(unit)!;
    return Number.isNaN(score) ? 1 : Math.max(1, output ? score : 1 / score);
  });
}

/** The units of a frontier by DMU. */
function clustersOf({ reference }: FrontierData, { units }: Frontier): Cluster[] {
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

  constructor(
    { family, units }: Pick<Replicated, "family" | "units">,
    { variables }: Technology,
    orientation: "input" | "output",
  ) {
    this.family = family;
    this.matrix = family.matrix.slice();
    const role = orientation === "input" ? "input" : "good";
    this.moving = variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
    const places = new Map(units.map((unit, place) => [unit, place]));
    this.placeOf = Int32Array.from(family.columns, (column) => places.get(column.observation) ?? -1);
  }

  with(factors: Float64Array): LpFamily {
    const { family, matrix, placeOf } = this;
    const n = placeOf.length;
    for (const i of this.moving) {
      for (let j = 0; j < n; j++) {
        const place = placeOf[j]!;
        // A trade that a limit on prices allows belongs to no unit and stays.
        if (place >= 0) matrix[i * n + j] = family.matrix[i * n + j]! * factors[place]!;
      }
    }
    // A new object: solvers remember what they found out about a family.
    return { ...family, matrix };
  }
}

/** The family with the columns of some units alone. */
export function subfamily({ family, units }: Replicated, chosen: readonly number[]): LpFamily {
  const kept = new Set(chosen.map((place) => units[place]!));
  const at = family.columns.flatMap(({ observation }, j) =>
    observation < 0 || kept.has(observation) ? [j] : [],
  );
  const n = family.columns.length;
  const matrix = new Float64Array(family.rows.length * at.length);
  for (let i = 0; i < family.rows.length; i++) {
    for (let j = 0; j < at.length; j++) matrix[i * at.length + j] = family.matrix[i * n + at[j]!]!;
  }
  return { ...family, columns: at.map((j) => family.columns[j]!), matrix };
}

/** The objective of each task; NaN for a program without solution or certificate. */
export function objectives(family: LpFamily, options: SolveOptions, tally: Tally): Float64Array {
  return Float64Array.from(solveFamily(family, options), (solved) => {
    tally.add(solved);
    return solved.solution.objective;
  });
}
