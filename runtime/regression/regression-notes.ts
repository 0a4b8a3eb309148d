/** What is told under a regression's table: how errors were computed, what was left out, what to beware of. */
import type { Regression } from "../../language/model.ts";
import type { Estimate } from "./estimate.ts";
import { isExact } from "./fit-statistics.ts";
import type { ReadSample } from "./read-sample.ts";
import { isNested, type Partition } from "./sample.ts";

/** With fewer clusters than this the errors tend to be too small (Cameron & Miller 2015). */
const manyClusters = 30;

export function regressionNotes(regression: Regression, read: ReadSample, estimate: Estimate): string[] {
  const { sample, rows, leftOut, beyond, missing } = read;
  const { fixed, clusters } = sample;
  return [
    `${rows.length} rows.${regression.bootstrap === undefined ? ` ${errorWords(regression, clusters)}` : ""}`,
    fitWords(regression, estimate),
    ...(isExact(estimate.residuals, sample.y)
      ? ["Every row is fitted exactly: standard errors and what is made of them mean nothing."]
      : []),
    ...(leftOut === 0
      ? []
      : [
          `${leftOut === 1 ? "1 row is" : `${leftOut} rows are`} left out as a value is missing: ${missing.map(({ label, rows: n }) => `${label} in ${n}`).join(", ")}.`,
        ]),
    ...(beyond === 0
      ? []
      : [`${beyond === 1 ? "1 row is" : `${beyond} rows are`} at or beyond a limit and not used.`]),
    ...incidentalWords(regression),
    ...fixed.flatMap((effects) => aloneWords(effects)),
    ...nestedWords(fixed, clusters),
    ...estimate.design.dropped.map(
      ({ label }) => `${label} is left out: the columns before it determine it.`,
    ),
    ...(estimate.notes ?? []),
  ];
}

function errorWords({ errors, estimator }: Regression, clusters: Partition | null): string {
  switch (errors.kind) {
    case "classical":
      return "Standard errors assume errors of one variance, independent of each other.";
    case "robust":
      return `Standard errors are robust against unlike variances${estimator === "ols" ? " (HC1)" : ""}.`;
    case "hc3":
      return "Standard errors are robust against unlike variances (HC3).";
    case "cluster": {
      const few = clusters!.count < manyClusters ? ", which are few: the errors may be too small" : "";
      return `Standard errors are clustered in ${clusters!.count} labels of ${errors.by}${few}.`;
    }
  }
}

/** The numbers of the fit that a reader looks for first. */
function fitWords({ estimator }: Regression, { statistics, freedom, design }: Estimate): string {
  const told = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? "–" : String(Number(value.toPrecision(4)));
  const q = design.named.filter(({ isConstant }) => !isConstant).length;
  const joint =
    q === 0
      ? ""
      : "F" in statistics
        ? `; F(${q}, ${freedom}) = ${told(statistics.F)}, p = ${told(statistics.F_p)}`
        : `; Wald χ²(${q}) = ${told(statistics.wald)}, p = ${told(statistics.wald_p)}`;
  switch (estimator) {
    case "ols": {
      const within = "r2_within" in statistics ? `, within fixed effects ${told(statistics.r2_within)}` : "";
      return `R² ${told(statistics.r2)}${within}${joint}.`;
    }
    case "random":
      return `R² ${told(statistics.r2)}, within ${told(statistics.r2_within)}${joint}; Hausman χ²(${statistics.hausman_df}) = ${told(statistics.hausman)}, p = ${told(statistics.hausman_p)}.`;
    case "tobit":
      return `Rows at the lower limit: ${statistics.at_low}, at the upper one: ${statistics.at_high}${joint}.`;
    case "truncated":
      return `ln L ${told(statistics.log_likelihood)}${joint}.`;
    case "quantile":
      return `Pseudo R² ${told(statistics.pseudo_r2)}${joint}.`;
  }
}

/** Effects that are estimated beside the coefficients, by likelihood or quantiles, bias them. */
function incidentalWords({ estimator, fixed }: Regression): string[] {
  if (fixed.length === 0 || estimator === "ols" || estimator === "random") return [];
  return [
    `Where labels of ${fixed.join(" and ")} have few rows, their effects bias the coefficients (incidental parameters: Neyman & Scott 1948).`,
  ];
}

/** Labels with a row of their own, which tells nothing of the terms. */
function aloneWords({ name, codes, count }: Partition): string[] {
  const sizes = new Int32Array(count);
  for (const code of codes) sizes[code]++;
  const alone = sizes.filter((size) => size === 1).length;
  return alone === 0
    ? []
    : [`${alone} labels of ${name} have a single row, which their fixed effect fits exactly.`];
}

function nestedWords(fixed: readonly Partition[], clusters: Partition | null): string[] {
  if (clusters === null) return [];
  const nested = fixed.filter((effects) => isNested(effects, clusters)).map(({ name }) => name);
  return nested.length === 0
    ? []
    : [
        `The fixed effects of ${nested.join(" and ")} lie within the clusters and do not count in the small-sample factor.`,
      ];
}
