/**
 * The test of constant returns to scale (Simar & Wilson 2002): the mean scale efficiency, held against what it is in samples drawn
 * where constant returns hold. Under them the crs distances are the distances; the samples are drawn from these as in the
 * smoothed bootstrap, and both frontiers are estimated from each.
 */
import { frontierKeys } from "../../language/check/returns-test.ts";
import type { Model, ReturnsTest } from "../../language/model.ts";
import { tableShape } from "../evaluate/column-value.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import type { Answer } from "../measure/score-requests.ts";
import { labels, numbers } from "../measure/table-columns.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { Draws } from "./draws.ts";
import type { Frontier } from "./frontiers.ts";
import { frontiersOf, periodsName, quiet } from "./frontiers.ts";
import { objectives, RescaledFamily, replicatedFrontier, unitDistances } from "./replicate.ts";
import { quantile, SmoothedDistances } from "./smoothed-distances.ts";
import { Tally } from "./tally.ts";

interface Outcome {
  readonly frontier: Frontier;
  readonly n: number;
  readonly statistic: number;
  readonly p: number;
  readonly critical: number;
}

/** The table of a test; none after errors, which are in the sink. */
export function runReturnsTest(
  test: ReturnsTest,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name } = test;
  const data = readFrontier(test.spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const answers: Answer[] = [];
  const tally = new Tally();
  const frontiers = frontiersOf(data);
  const outcomes = frontiers.map((frontier, f) => {
    const progress = (done: number) =>
      options.progress?.(f * test.replications + done, frontiers.length * test.replications);
    return outcomeOf(test, data, frontier, f, options, answers, tally, progress);
  });
  return { tables: [tableOf(test, data, outcomes)], count: tally.with(countPrograms(name, answers)) };
}

function outcomeOf(
  { spec, replications, alpha, seed }: ReturnsTest,
  data: FrontierData,
  frontier: Frontier,
  place: number,
  options: FrontierOptions,
  answers: Answer[],
  tally: Tally,
  progress: (done: number) => void,
): Outcome {
  const output = spec.orientation === "output";
  const crs = replicatedFrontier(data, frontier, options);
  const vrs = replicatedFrontier(data, frontier, options, { returns: "vrs" });
  answers.push(...crs.own.values(), ...vrs.own.values());
  // Under vrs a unit outside the reference set may have no solution; the tasks are then those of both.
  const both = crs.scored.filter((row) => vrs.scored.includes(row));
  const tasks = ({ family, scored }: typeof crs) => ({
    ...family,
    tasks: both.map((row) => family.tasks[scored.indexOf(row)]!),
  });
  if (both.length === 0) {
    return { frontier, n: 0, statistic: Number.NaN, p: Number.NaN, critical: Number.NaN };
  }
  const statistic = meanRatio(
    both.map((row) => crs.own.get(row)!.score),
    both.map((row) => vrs.own.get(row)!.score),
    output,
  );
  const distances = unitDistances(crs, output);
  const smooth = new SmoothedDistances(distances, crs.clusters, new Draws(seed, place));
  const orientation = output ? "output" : "input";
  const [constant, variable] = [crs, vrs].map(
    (one) => new RescaledFamily({ family: tasks(one), units: one.units }, data.technology, orientation),
  );
  const drawn = new Float64Array(replications);
  for (let b = 0; b < replications; b++) {
    const factors = smooth
      .next(b)
      .map((sampled, i) => (output ? distances[i]! / sampled : sampled / distances[i]!));
    const [c, v] = [constant!, variable!].map((one) => objectives(one.with(factors), quiet(options), tally));
    drawn[b] = meanRatio(c!, v!, output);
    progress(b + 1);
  }
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
  const asSmall = sorted.filter((value) => value <= statistic).length;
  return {
    frontier,
    n: both.length,
    statistic,
    p: (1 + asSmall) / (1 + sorted.length),
    critical: quantile(sorted, alpha),
  };
}

/** Mean of E_crs / E_vrs over the units that have both. */
function meanRatio(crs: ArrayLike<number>, vrs: ArrayLike<number>, output: boolean): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < crs.length; i++) {
    const ratio = output ? vrs[i]! / crs[i]! : crs[i]! / vrs[i]!;
    if (Number.isNaN(ratio)) continue;
    sum += ratio;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function tableOf(
  { name, measures, replications, alpha, seed }: ReturnsTest,
  data: FrontierData,
  outcomes: readonly Outcome[],
): Table {
  return {
    name,
    rows: outcomes.length,
    columns: [
      ...keysOf(data, outcomes),
      numbers(
        "n",
        outcomes.map((one) => one.n),
      ),
      numbers(
        "statistic",
        outcomes.map((one) => one.statistic),
        { symbol: "ω" },
      ),
      numbers(
        "p_value",
        outcomes.map((one) => one.p),
        { symbol: "p" },
      ),
      numbers(
        "critical",
        outcomes.map((one) => one.critical),
      ),
      labels(
        "rejected",
        outcomes.map(({ p }) => (Number.isNaN(p) ? null : p <= alpha ? "yes" : "no")),
      ),
    ],
    notes: [
      `H0: constant returns to scale; statistic: mean of efficiency under \`${measures[0]}\` over that under \`${measures[1]}\` (Simar & Wilson 2002); ${replications} samples under H0, seed ${seed}, level ${Number((100 * alpha).toPrecision(12))} %.`,
    ],
  };
}

/** Groups, then the period or periods. */
function keysOf(data: FrontierData, outcomes: readonly Outcome[]): TableColumn[] {
  const { technology, labels: known, scored } = data;
  const shape = tableShape(scored.table);
  const keys = frontierKeys(technology, {
    name: scored.table.name,
    keys: shape.keys.map(({ name, role }) => ({ name, role: role as "dmu" | "period" })),
    groups: [],
    columns: new Map(),
  });
  return keys.map(({ name, role }) => {
    const by = technology.by.indexOf(name);
    const values = outcomes.map(({ frontier }) => {
      if (by >= 0) return known.groups[frontier.group]![by]!;
      return name === "frontier" ? periodsName(data, frontier.range) : known.periods[frontier.range.from]!;
    });
    return labels(name, values, role);
  });
}
