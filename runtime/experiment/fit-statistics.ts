import { mean } from "./sample-statistics.ts";

/** How well simulated numbers agree with data. */
export interface FitStatistics {
  readonly n: number;
  /** √mean (s − d)², in the variable's unit. */
  readonly rmse: number;
  /** mean |s − d| / |d|, in per cent; of data that are not zero. */
  readonly mape: number;
  /** Theil's shares of the mean squared error: of unequal means, unequal variation, unequal covariation; they add to 1. */
  readonly bias: number;
  readonly variation: number;
  readonly covariation: number;
  /** 1 − Σ(s − d)² / Σ(d − d̄)²; may be negative. */
  readonly rSquared: number;
}

/**
 * Statistics of fit as Sterman (1984), "Appropriate summary statistics for evaluating the historical fit of system dynamics models",
 * Dynamica 10, recommends them; the shares are those of Theil (1966), Applied Economic Forecasting.
 */
export function fitStatistics(simulated: readonly number[], data: readonly number[]): FitStatistics {
  const n = data.length;
  const errors = data.map((d, i) => simulated[i] - d);
  const mse = mean(errors.map((e) => e * e));
  const relative = data.flatMap((d, i) => (d === 0 ? [] : [Math.abs(errors[i] / d)]));
  const [sMean, dMean] = [mean(simulated), mean(data)];
  const sd = (values: readonly number[], center: number) =>
    Math.sqrt(mean(values.map((v) => (v - center) ** 2)));
  const [sSd, dSd] = [sd(simulated, sMean), sd(data, dMean)];
  const covariance = mean(data.map((d, i) => (simulated[i] - sMean) * (d - dMean)));
  const total = data.reduce((sum, d) => sum + (d - dMean) ** 2, 0);
  const share = (part: number) => (mse > 0 ? part / mse : Number.NaN);
  return {
    n,
    rmse: Math.sqrt(mse),
    mape: 100 * mean(relative),
    bias: share((sMean - dMean) ** 2),
    variation: share((sSd - dSd) ** 2),
    covariation: share(2 * (sSd * dSd - covariance)),
    rSquared: total > 0 ? 1 - (n * mse) / total : Number.NaN,
  };
}
