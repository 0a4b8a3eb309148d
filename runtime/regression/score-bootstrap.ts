/**
 * What explains efficiency scores: the bootstraps of Simar & Wilson (2007, sections 4.2 and 4.3).
 *
 *     algorithm 1: scores ─▶ truncated fit ─▶ L samples from it, each fitted again ─▶ intervals
 *     algorithm 2: scores ─▶ first fit ─▶ 100 samples of scores, each against a frontier of its own ─▶ corrected scores ─▶ algorithm 1
 */
import type { Model, Regression, RegressionBootstrap } from "../../language/model.ts";
import { counterRandom } from "../counter-random.ts";
import type { Environment } from "../evaluate/environment.ts";
import { sd } from "../evaluate/statistics.ts";
import { quantile, sortedNumbers } from "../experiment/sample-statistics.ts";
import type { Tally } from "../inference/tally.ts";
import type { FrontierOptions } from "../measure/run-measure.ts";
import { correctedScores } from "./corrected-scores.ts";
import { columnsOf, designFrom, designOf, type RawColumn } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { criteria, jointTest } from "./fit-statistics.ts";
import { solveTriangle } from "./orthogonal-basis.ts";
import { type ReadSample, readSample } from "./read-sample.ts";
import type { Sample } from "./sample.ts";
import type { NoMaximum } from "./tobit.ts";
import { gathers, isInside, type Limits, TruncatedLikelihood } from "./truncated.ts";
import { truncatedQuantile } from "./truncated-normal.ts";

/** One less the confidence level of the intervals. */
const alpha = 0.05;
/** What numbers are drawn for: apart from those of other inference. */
const purposes = { score: 7001, replication: 7002 };

export interface ScoreContext {
  readonly model: Model;
  readonly env: Environment;
  readonly options: FrontierOptions;
  /** Counts the programs of corrected scores. */
  readonly tally: Tally;
}

/** The estimate and the rows that it stands on, whose scores algorithm 2 has corrected; null after a reported error. */
export function explainedScores(
  regression: Regression,
  read: ReadSample,
  context: ScoreContext,
): { readonly read: ReadSample; readonly estimate: Estimate } | NoMaximum | null {
  const bootstrap = regression.bootstrap!;
  const limits = regression.limits!;
  if (bootstrap.algorithm === 1) {
    const estimate = bootstrapped(read.sample, limits, bootstrap, context);
    return "why" in estimate ? estimate : { read, estimate };
  }
  const { limits: _, ...unlimited } = regression;
  const whole = readSample(unlimited, context.env);
  const means = firstMeans(whole.sample, limits);
  if (means === null) return { why: gathers };
  const draw = (replication: number, row: number) =>
    drawn(purposes.score, bootstrap.seed, replication, row, means.of[row], means.sigma, limits);
  const corrected = correctedScores(bootstrap, whole, draw, context);
  if (corrected === null) return null;
  const { values, samples } = corrected;
  const kept = Array.from(whole.rows.keys()).filter((i) => isInside(values[i], limits));
  const sample = takeSample({ ...whole.sample, y: values }, kept);
  const estimate = bootstrapped(sample, limits, bootstrap, context);
  if ("why" in estimate) return estimate;
  const bias = values.reduce((sum, value, i) => sum + value - whole.sample.y[i], 0) / values.length;
  const note = `Scores are corrected with ${samples} samples, on average by ${Number(bias.toPrecision(3))}.`;
  return {
    read: {
      ...whole,
      sample,
      rows: kept.map((i) => whole.rows[i]),
      beyond: whole.rows.length - kept.length,
    },
    estimate: { ...estimate, notes: [note, ...(estimate.notes ?? [])] },
  };
}

/** xβ of all rows and σ by the fit to those within the limits; null where there is none. */
function firstMeans(
  sample: Sample,
  limits: Limits,
): { readonly of: Float64Array; readonly sigma: number } | null {
  const columns = columnsOf(sample, false);
  const inside = Array.from(sample.y.keys()).filter((i) => isInside(sample.y[i], limits));
  const taken = columns.map(
    (column): RawColumn => ({ ...column, values: Float64Array.from(inside, (i) => column.values[i]) }),
  );
  const design = designFrom(taken, inside.length);
  if (inside.length <= design.basis.rank) return null;
  const y = Float64Array.from(inside, (i) => sample.y[i]);
  const likelihood = new TruncatedLikelihood(design, y, limits);
  const found = likelihood.fit(y);
  if (found === null) return null;
  const coefficients = solveTriangle(design.triangle, likelihood.coordinates(found.point));
  const of = sample.y.map((_, i) =>
    design.kept.reduce((sum, column, k) => sum + coefficients[k] * columns[column].values[i], 0),
  );
  return { of, sigma: likelihood.sigma(found.point) };
}

/** A fit, and its intervals: β is to β̂ what β̂ is to the β̂* of samples drawn from the fit. */
function bootstrapped(
  sample: Sample,
  limits: Limits,
  { replications, seed, algorithm }: RegressionBootstrap,
  { options }: ScoreContext,
): Estimate | NoMaximum {
  const { y } = sample;
  const design = designOf(sample, false);
  if (y.length <= design.basis.rank) return { why: "no rows are left to judge its coefficients by" };
  const likelihood = new TruncatedLikelihood(design, y, limits);
  const found = likelihood.fit(y);
  if (found === null) return { why: gathers };
  const { point, local } = found;
  const means = likelihood.means(point);
  const estimates = [...likelihood.coefficients(point), likelihood.sigma(point)];
  const all = estimates.map((): number[] => []);
  for (let b = 0; b < replications; b++) {
    const sigma = estimates.at(-1)!;
    const again = likelihood.fit(
      y.map((_, i) => drawn(purposes.replication, seed, b, i, means[i], sigma, limits)),
      point,
    );
    if (again !== null) {
      const values = [...likelihood.coefficients(again.point), likelihood.sigma(again.point)];
      values.forEach((value, j) => {
        all[j].push(value);
      });
    }
    if (b % 100 === 99) options.progress?.(b + 1, replications);
  }
  const intervals = all.map((values, j) => {
    const sorted = sortedNumbers(values);
    return {
      lower: 2 * estimates[j] - quantile(sorted, 1 - alpha / 2),
      upper: 2 * estimates[j] - quantile(sorted, alpha / 2),
    };
  });
  const covariance = covarianceOf(all);
  const coefficients = estimates.slice(0, -1);
  const failed = replications - all[0].length;
  return {
    design,
    coefficients,
    covariance,
    freedom: Number.POSITIVE_INFINITY,
    residuals: y.map((value, i) => value - means[i]),
    scale: { label: "sigma", value: estimates.at(-1)!, error: sd(all.at(-1)!) },
    intervals,
    statistics: {
      ...Object.fromEntries(sample.fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...jointTest(design, coefficients, covariance, Number.POSITIVE_INFINITY),
      ...criteria(local.value - y.length * Math.log(likelihood.scale), y.length, design.basis.rank + 1),
    },
    notes: [
      `Algorithm ${algorithm} of Simar & Wilson (2007): intervals and standard errors from ${replications} samples, seed ${seed}.`,
      ...(failed === 0 ? [] : [`In ${failed} samples the likelihood has no maximum; they do not count.`]),
    ],
  };
}

/** xβ + e between the limits. It depends on its arguments alone. */
function drawn(
  purpose: number,
  seed: number,
  replication: number,
  row: number,
  mean: number,
  sigma: number,
  { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY }: Limits,
): number {
  const p = counterRandom(purpose, seed, replication, row);
  return mean + sigma * truncatedQuantile(p, (low - mean) / sigma, (high - mean) / sigma);
}

function covarianceOf(all: readonly (readonly number[])[]): number[][] {
  const centered = all.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  });
  return centered.map((a) =>
    centered.map((b) => a.reduce((sum, value, i) => sum + value * b[i], 0) / (a.length - 1)),
  );
}

function takeSample(sample: Sample, rows: readonly number[]): Sample {
  const take = (values: Float64Array) => Float64Array.from(rows, (i) => values[i]);
  return {
    y: take(sample.y),
    terms: sample.terms.map(({ label, values }) => ({ label, values: take(values) })),
    fixed: sample.fixed.map(({ name, codes, count }) => ({
      name,
      codes: Int32Array.from(rows, (i) => codes[i]),
      count,
    })),
    clusters: null,
  };
}
