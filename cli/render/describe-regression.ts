import type { Regression } from "../../language/model.ts";

const names: Readonly<Record<Regression["estimator"], string>> = {
  ols: "least squares",
  random: "random effects",
  tobit: "censored regression",
  truncated: "truncated regression",
  quantile: "quantile regression",
};

/** What a regression does, in a few words: `least squares of invest on firms, effects of firm, clustered by firm`. */
export function describeRegression(regression: Regression): string {
  const { estimator, dependent, panel, fixed, errors, at, bootstrap } = regression;
  return [
    `${names[estimator]}${at === undefined ? "" : ` at ${at}`} of ${dependent.label} on ${panel}`,
    ...(fixed.length === 0 ? [] : [`effects of ${fixed.join(" and ")}`]),
    ...(errors.kind === "cluster" ? [`clustered by ${errors.by}`] : []),
    ...(bootstrap === undefined ? [] : [`algorithm ${bootstrap.algorithm}`]),
  ].join(", ");
}

/** The tables beside a regression, by the word after its name. */
export const regressionTables: Readonly<Record<string, string>> = {
  fit: "how well it fits, in one row",
  residuals: "fitted values and residuals of the rows that were used",
};
