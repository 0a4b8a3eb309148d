/**
 * Bias and confidence interval of each score.
 *
 * Radial scores: the smoothed homogeneous bootstrap (Simar & Wilson 1998) in distances δ = 1/θ or φ. Directional distances:
 * subsamples of m = n^0.6 DMUs (Kneip, Simar & Wilson 2008; Simar, Vanhems & Wilson 2012). The sampling unit of a frontier of
 * several periods is the DMU with all its observations.
 */
import type { Bootstrap, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { methods } from "../measure/methods.ts";
import { ranks } from "../measure/ranks.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import type { Answer } from "../measure/score-requests.ts";
import { keysAndGroups, labels, numbers } from "../measure/table-columns.ts";
import type { Interval } from "./bootstrap-interval.ts";
import { radialInterval, subsampleInterval } from "./bootstrap-interval.ts";
import { bootstrapNotes } from "./bootstrap-notes.ts";
import { Draws } from "./draws.ts";
import type { Frontier } from "./frontiers.ts";
import { frontiersOf, quiet } from "./frontiers.ts";
import type { Replicated } from "./replicate.ts";
import { objectives, RescaledFamily, replicatedFrontier, subfamily, unitDistances } from "./replicate.ts";
import { SmoothedDistances } from "./smoothed-distances.ts";
import { Tally } from "./tally.ts";

/**
 * How many DMUs a subsample has: n to this power. Consistency asks for less than 1 alone; on simulated data of 50 to 200 units and two
 * or three variables 0.6 comes nearest to the nominal coverage.
 */
const subsampleExponent = 0.6;

/** What was drawn on one frontier, for the notes. */
export interface Sampling {
  readonly frontier: Frontier;
  readonly clusters: number;
  /** Bandwidth of the smoothed bootstrap, or size of the subsamples. */
  readonly bandwidth?: number;
  readonly subsample?: number;
}

/** The table of a bootstrap; none after errors, which are in the sink. */
export function runBootstrap(
  bootstrap: Bootstrap,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, spec, replications } = bootstrap;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const rows = data.scored.table.rows;
  const intervals = new Array<Interval | null>(rows).fill(null);
  const answers = new Array<Answer>(rows);
  const samplings: Sampling[] = [];
  const tally = new Tally();
  const frontiers = frontiersOf(data);
  for (const [f, frontier] of frontiers.entries()) {
    const progress = (done: number) =>
      options.progress?.(f * replications + done, frontiers.length * replications);
    const draws = new Draws(bootstrap.seed, f);
    const replicated = replicatedFrontier(data, frontier, options);
    const { own, scored, clusters } = replicated;
    for (const row of frontier.rows) answers[row] = own.get(row)!;
    if (scored.length === 0) continue;
    const sampled =
      spec.fn === "radial"
        ? smoothed(bootstrap, data, replicated, draws, options, progress, tally)
        : subsampled(bootstrap, replicated, draws, options, progress, tally);
    const { samples, ...sampling } = sampled;
    samplings.push({ frontier, clusters: clusters.length, ...sampling });
    const rate = rateOf(data);
    for (const [task, row] of scored.entries()) {
      const drawn = Float64Array.from(samples, (sample) => sample[task]!);
      const { score } = own.get(row)!;
      intervals[row] =
        sampling.subsample === undefined
          ? radialInterval(score, drawn, spec.orientation === "output", bootstrap.alpha)
          : subsampleInterval(score, drawn, (sampling.subsample / clusters.length) ** rate, bootstrap.alpha);
    }
  }
  return {
    tables: [
      {
        name,
        rows,
        columns: [...keysAndGroups(data.scored.table), ...columnsOf(data, answers, intervals)],
        notes: bootstrapNotes(bootstrap, data, samplings, answers, intervals),
      },
    ],
    count: tally.with(countPrograms(name, answers)),
  };
}

type Report = (done: number) => void;

/** Scores by replication, then task. */
interface Samples {
  readonly samples: readonly Float64Array[];
  readonly bandwidth?: number;
  readonly subsample?: number;
}

function smoothed(
  { replications, spec }: Bootstrap,
  data: FrontierData,
  replicated: Replicated,
  draws: Draws,
  options: FrontierOptions,
  report: Report,
  tally: Tally,
): Samples {
  const output = spec.orientation === "output";
  const distances = unitDistances(replicated, output);
  const smooth = new SmoothedDistances(distances, replicated.clusters, draws);
  const rescaled = new RescaledFamily(replicated, data.technology, output ? "output" : "input");
  const samples: Float64Array[] = [];
  for (let b = 0; b < replications; b++) {
    const factors = smooth
      .next(b)
      .map((sampled, i) => (output ? distances[i]! / sampled : sampled / distances[i]!));
    samples.push(objectives(rescaled.with(factors), quiet(options), tally));
    report(b + 1);
  }
  return { samples, bandwidth: smooth.h };
}

function subsampled(
  { replications }: Bootstrap,
  replicated: Replicated,
  draws: Draws,
  options: FrontierOptions,
  report: Report,
  tally: Tally,
): Samples {
  const { clusters } = replicated;
  const subsample = Math.max(1, Math.round(clusters.length ** subsampleExponent));
  const samples: Float64Array[] = [];
  for (let b = 0; b < replications; b++) {
    const chosen = Array.from(draws.subsample(clusters.length, subsample, b)).flatMap(
      (c) => clusters[c]!.members,
    );
    samples.push(objectives(subfamily(replicated, chosen), quiet(options), tally));
    report(b + 1);
  }
  return { samples, subsample };
}

/** κ of the rate n^κ at which directional distances converge: 2/(p + q) under crs, else 2/(p + q + 1), with all p + q variables. */
function rateOf({ technology }: FrontierData): number {
  return 2 / (technology.variables.length + (technology.returns === "crs" ? 0 : 1));
}

function columnsOf(data: FrontierData, answers: readonly Answer[], intervals: readonly (Interval | null)[]) {
  const { spec, scored } = data;
  const efficiency = Float64Array.from(answers, (answer) => answer.efficiency);
  const cells = answers.map((_, row) => `${scored.period[row]} ${scored.group[row]}`);
  const of = (which: keyof Interval) => intervals.map((one) => one?.[which] ?? Number.NaN);
  return [
    numbers(
      "score",
      answers.map((answer) => answer.score),
      { symbol: methods[spec.fn]!.symbol(spec) },
    ),
    numbers("bias", of("bias")),
    numbers("corrected", of("corrected")),
    numbers("lower", of("lower")),
    numbers("upper", of("upper")),
    numbers("efficiency", efficiency),
    numbers("rank", ranks(efficiency, cells)),
    labels(
      "status",
      answers.map((answer) => answer.status),
    ),
    numbers("replications", of("replications")),
  ];
}
