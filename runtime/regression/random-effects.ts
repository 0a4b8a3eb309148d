/** Generalised least squares with a random effect of each DMU (Swamy & Arora 1972). */
import type { Regression } from "../../language/model.ts";
import { classicalCovariance, clusterFactor, clusterSandwich, type Matrix, sandwich } from "./covariance.ts";
import { columnsOf, type Design, designFrom, designOf, type RawColumn, weightsOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { isExact, jointTest, waldOf } from "./fit-statistics.ts";
import { leastSquares } from "./least-squares.ts";
import { norm, solveTriangle } from "./orthogonal-basis.ts";
import { chiSquareTail } from "./probabilities.ts";
import type { Partition, Sample } from "./sample.ts";

/** Why there are no random effects: too few DMUs for the coefficients of the regression between them. */
export interface TooFewUnits {
  readonly units: number;
  readonly needed: number;
}

/**
 * σe² from the regression within DMUs; σu² from that between their means, where with unlike numbers of rows
 * σu² = (RSS − (N − K) σe²)/(n − tr((X'PX)⁻¹ X'ZZ'X)) (Baltagi & Chang 1994), 0 where that is negative. Then least squares
 * of y − θ ȳ, θ = 1 − √(σe²/(T σu² + σe²)) of each DMU, with s² from its own residuals.
 */
export function randomEffects(
  sample: Sample,
  units: Partition,
  errors: Regression["errors"],
): Estimate | TooFewUnits {
  const { y, clusters } = sample;
  const n = y.length;
  const sizes = sizesOf(units);
  const columns = columnsOf(sample, false);
  const inner = { ...sample, fixed: [units, ...sample.fixed], clusters: null };
  const meanOf = (values: Float64Array) => groupMeans(values, units, sizes);

  const between = designFrom(
    columns.map((column) => ({ ...column, values: meanOf(column.values) })),
    n,
  );
  const innerRank = designOf(inner).basis.rank;
  const spare = units.count - between.basis.rank;
  if (spare < 1 || n <= innerRank) return { units: units.count, needed: between.basis.rank };
  const within = leastSquares(inner, { kind: "classical" });
  const errorVariance = within.statistics.sigma ** 2;
  const rss = norm(between.basis.project(meanOf(y)).rest) ** 2;
  const trace = between.basis.vectors.reduce(
    (sum, vector) => sum + vector.reduce((part, q, i) => part + sizes[units.codes[i]] * q * q, 0),
    0,
  );
  const unitVariance = Math.max(0, (rss - spare * errorVariance) / (n - trace));

  const theta = sizes.map((size) => 1 - Math.sqrt(errorVariance / (size * unitVariance + errorVariance)));
  const transform = (values: Float64Array) => {
    const means = meanOf(values);
    return values.map((value, i) => value - theta[units.codes[i]] * means[i]);
  };
  const design = designFrom(
    columns.map((column) => ({ ...column, values: transform(column.values) })),
    n,
  );
  const { rest, coordinates } = design.basis.project(transform(y));
  const all = solveTriangle(design.triangle, coordinates);
  const coefficients = design.named.map(({ vector }) => all[vector]);
  const weights = weightsOf(design);
  const { rank } = design.basis;
  const classical = classicalCovariance(weights, norm(rest) ** 2 / (n - rank));
  const covariance =
    errors.kind === "cluster"
      ? clusterSandwich(weights, rest, clusters!, clusterFactor(clusters!.count, n, rank))
      : errors.kind === "robust"
        ? sandwich(weights, rest, n / (n - rank))
        : classical;
  const freedom = clusters === null ? Number.POSITIVE_INFINITY : clusters.count - 1;
  const fitted = fittedOf(design, columns, all, n);
  const about = (values: Float64Array) => {
    const means = meanOf(values);
    return values.map((value, i) => value - means[i]);
  };
  const joint = jointTest(design, coefficients, covariance, Number.POSITIVE_INFINITY);
  return {
    design,
    coefficients,
    covariance,
    freedom,
    residuals: y.map((value, i) => value - fitted[i]),
    statistics: {
      groups: units.count,
      ...Object.fromEntries(sample.fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...(clusters === null ? {} : { clusters: clusters.count }),
      r2: correlation(fitted, y) ** 2,
      r2_within: correlation(about(fitted), about(y)) ** 2,
      r2_between: correlation(onePerUnit(fitted, units, sizes), onePerUnit(y, units, sizes)) ** 2,
      sigma_u: Math.sqrt(unitVariance),
      sigma_e: Math.sqrt(errorVariance),
      rho: unitVariance / (unitVariance + errorVariance),
      theta_min: theta.reduce((a, b) => Math.min(a, b)),
      theta_max: theta.reduce((a, b) => Math.max(a, b)),
      ...joint,
      ...hausman(within, { design, coefficients, covariance: classical }),
    },
    notes: [
      ...(unitVariance === 0
        ? ["The variance between DMUs is no greater than errors make it: the random effects vanish."]
        : []),
      ...(isExact(within.residuals, y)
        ? ["Within DMUs every row is fitted exactly, which leaves no errors to tell effects from."]
        : []),
    ],
  };
}

type Compared = Pick<Estimate, "design" | "coefficients" | "covariance">;

/** (b − β)'(V(b) − V(β))⁻¹(b − β) over the coefficients that both have (Hausman 1978); empty where V(b) − V(β) is no covariance. */
function hausman(within: Compared, random: Compared): Record<string, number> {
  const places = ({ named }: Design) => new Map(named.map(({ label }, j) => [label, j]));
  const [inner, outer] = [places(within.design), places(random.design)];
  const pairs = [...inner].flatMap(([label, j]) => {
    const k = outer.get(label);
    return k === undefined ? [] : [[j, k] as const];
  });
  const difference = pairs.map(([j, k]) => within.coefficients[j] - random.coefficients[k]);
  const covariance: Matrix = pairs.map(([j, k]) =>
    pairs.map(([i, l]) => within.covariance[j][i] - random.covariance[k][l]),
  );
  const statistic = waldOf(difference, covariance);
  return {
    hausman: statistic,
    hausman_df: pairs.length,
    hausman_p: chiSquareTail(statistic, pairs.length),
  };
}

function sizesOf({ codes, count }: Partition): Float64Array {
  const sizes = new Float64Array(count);
  for (const code of codes) sizes[code]++;
  return sizes;
}

/** The mean of each row's unit. */
function groupMeans(values: Float64Array, { codes, count }: Partition, sizes: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) sums[codes[i]] += values[i];
  return values.map((_, i) => sums[codes[i]] / sizes[codes[i]]);
}

function onePerUnit(values: Float64Array, units: Partition, sizes: Float64Array): Float64Array {
  const means = groupMeans(values, units, sizes);
  const one = new Float64Array(units.count);
  units.codes.forEach((code, i) => {
    one[code] = means[i];
  });
  return one;
}

/** Xβ on the columns as they were before the transformation. */
function fittedOf(
  { kept }: Design,
  columns: readonly RawColumn[],
  coefficients: Float64Array,
  rows: number,
): Float64Array {
  const fitted = new Float64Array(rows);
  kept.forEach((column, j) => {
    const { values } = columns[column];
    for (let i = 0; i < rows; i++) fitted[i] += coefficients[j] * values[i];
  });
  return fitted;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const center = (values: Float64Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [x, y] = [center(a), center(b)];
  return x.reduce((sum, value, i) => sum + value * y[i], 0) / (norm(x) * norm(y));
}
