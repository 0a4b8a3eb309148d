/** Least squares with fixed effects, and its standard errors. */
import type { Regression } from "../../language/model.ts";
import { classicalCovariance, clusterFactor, clusterSandwich, type Matrix, sandwich } from "./covariance.ts";
import { type Design, designOf, weightsOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { gaussianFit, jointTest } from "./fit-statistics.ts";
import { norm, solveTriangle } from "./orthogonal-basis.ts";
import { isNested, type Sample } from "./sample.ts";

/**
 * ŷ = Q Qᵀ y over the orthonormal columns. With fixed effects the coefficients are those of the regression on an indicator for each
 * label (Frisch & Waugh 1933; Lovell 1963): the effects with the most labels are taken out by their means, others as columns.
 */
export function leastSquares(sample: Sample, errors: Regression["errors"]): Estimate {
  const { y, clusters, fixed } = sample;
  const design = designOf(sample);
  const { rest, coordinates } = design.basis.project(y);
  const all = solveTriangle(design.triangle, coordinates);
  const coefficients = design.named.map(({ vector }) => all[vector]);
  const n = y.length;
  const df = n - design.basis.rank;
  const rss = norm(rest) ** 2;
  const covariance = covarianceOf(design, sample, errors.kind, rest);
  const freedom = clusters === null ? df : clusters.count - 1;
  const total = spread(sample, []);
  const within = spread(sample, fixed);
  return {
    design,
    coefficients,
    covariance,
    freedom,
    residuals: rest,
    statistics: {
      ...Object.fromEntries(fixed.map(({ name, count }) => [`groups.${name}`, count])),
      ...(clusters === null ? {} : { clusters: clusters.count }),
      df,
      r2: 1 - rss / total,
      ...(fixed.length === 0 ? {} : { r2_within: 1 - rss / within }),
      adjusted_r2: 1 - ((rss / total) * (n - 1)) / df,
      sigma: Math.sqrt(rss / df),
      ...jointTest(design, coefficients, covariance, freedom),
      ...gaussianFit(rss, n, design.basis.rank),
    },
  };
}

/** The sum of squares about the mean, or about fixed effects. */
function spread(sample: Sample, fixed: Sample["fixed"]): number {
  return norm(designOf({ ...sample, terms: [], fixed }).basis.project(sample.y).rest) ** 2;
}

/**
 * Classical: s² (X'X)⁻¹. Robust: HC1 of MacKinnon & White (1985), n/(n − k). HC3: each residual over 1 − hᵢ. Clusters: CR1, the factor
 * G/(G − 1) · (n − 1)/(n − k), where effects that are nested in the clusters do not count for k (Cameron & Miller 2015).
 */
function covarianceOf(
  design: Design,
  sample: Sample,
  kind: Regression["errors"]["kind"],
  residuals: Float64Array,
): Matrix {
  const { basis, rows } = design;
  const weights = weightsOf(design);
  switch (kind) {
    case "classical":
      return classicalCovariance(weights, norm(residuals) ** 2 / (rows - basis.rank));
    case "robust":
      return sandwich(weights, residuals, rows / (rows - basis.rank));
    case "hc3": {
      const leverages = basis.leverages(rows);
      // A row that fits exactly whatever its value has no residual to enlarge.
      const enlarged = residuals.map((e, i) => (1 - leverages[i] > 1e-10 ? e / (1 - leverages[i]) : 0));
      return sandwich(weights, enlarged, 1);
    }
    case "cluster": {
      const clusters = sample.clusters!;
      const outside = sample.fixed.filter((effects) => !isNested(effects, clusters));
      const counted = designOf({ ...sample, terms: [], fixed: outside }).basis.rank;
      const slopes = sample.fixed.length === 0 ? design.named.length - 1 : design.named.length;
      const factor = clusterFactor(clusters.count, rows, counted + slopes);
      return clusterSandwich(weights, residuals, clusters, factor);
    }
  }
}
