/** The catalogue of regressions: what hover, `gtfp explain`, the reference manual and the tables read. */
import type { Estimator, Regression } from "../model.ts";

/** A column of a regression's table or of the table `NAME.fit`. */
export interface RegressionColumn {
  readonly name: string;
  readonly of: "number" | "label";
  /** For numbers: a plain one, in the unit of the dependent, or in that of each row. */
  readonly unit?: "1" | "y" | "row";
  readonly line: string;
}
export interface EstimatorEntry {
  readonly name: Estimator;
  readonly line: string;
  /** What is computed, in plain mathematics. */
  readonly formula: string;
  /** What statistics are compared with. */
  readonly compared: string;
  readonly source: string;
  /** The columns of `NAME.fit` that this estimator has. */
  readonly fit: readonly RegressionColumn[];
}

const plain = (name: string, line: string): RegressionColumn => ({ name, of: "number", unit: "1", line });
const likeY = (name: string, line: string): RegressionColumn => ({ name, of: "number", unit: "y", line });

/** The columns of every regression's table. */
export const regressionColumns: readonly RegressionColumn[] = [
  {
    name: "coefficient",
    of: "number",
    unit: "row",
    line: "how much the dependent grows with one unit more of the term; empty for a term that was left out",
  },
  { name: "standard_error", of: "number", unit: "row", line: "its standard error, as `errors` says" },
  plain("statistic", "the coefficient over its standard error"),
  plain("p", "the probability of a statistic at least as far from 0 if the coefficient were 0"),
  { name: "lower", of: "number", unit: "row", line: "the lower end of its 95 % interval" },
  { name: "upper", of: "number", unit: "row", line: "the upper end of its 95 % interval" },
  { name: "unit", of: "label", line: "the unit of the coefficient: the dependent's per unit of the term" },
];

const rows = [
  plain("observations", "rows that were used"),
  plain("left_out", "rows that were not, as something is missing in them"),
];
const criteria = [
  plain("log_likelihood", "the logarithm of the likelihood"),
  plain("aic", "Akaike's criterion, 2k − 2 ln L"),
  plain("bic", "Schwarz's criterion, k ln n − 2 ln L"),
];
const wald = [
  plain("wald", "Wald's χ² of all terms together"),
  plain("wald_p", "the probability of one at least as great if all coefficients were 0"),
];

const entries: readonly EstimatorEntry[] = [
  {
    name: "ols",
    line: "least squares, with fixed effects where `fixed` names keys",
    formula: "min Σ (y − α − xβ)²; with `fixed`, an αg for each label g in place of α",
    compared:
      "Student's t with n − k degrees of freedom, with as many as there are clusters less one for `errors cluster`",
    source:
      "fixed effects: Frisch & Waugh (1933), Lovell (1963); errors: White (1980), MacKinnon & White (1985), Liang & Zeger (1986), Cameron & Miller (2015)",
    fit: [
      ...rows,
      plain("df", "degrees of freedom of the residuals: rows less coefficients and fixed effects"),
      plain("r2", "1 − residual over total sum of squares; what fixed effects explain counts"),
      plain("r2_within", "the same within the fixed effects"),
      plain("adjusted_r2", "1 − (1 − R²)(n − 1)/df"),
      likeY("sigma", "the standard deviation of the errors, √(Σe²/df)"),
      plain("F", "Wald's F of all terms together"),
      plain("F_p", "the probability of one at least as great if all coefficients were 0"),
      ...criteria,
    ],
  },
  {
    name: "random",
    line: "generalised least squares with a random effect of each DMU",
    formula:
      "y = α + xβ + u + e with independent u ~ (0, σu²) of each DMU and e ~ (0, σe²): least squares of y − θ·ȳ on 1 − θ and x − θ·x̄, with means over the DMU's T rows and θ = 1 − √(σe²/(T σu² + σe²)); σe² within DMUs, σu² between them",
    compared: "the normal distribution; Student's t for `errors cluster`",
    source:
      "Swamy & Arora (1972); DMUs with unlike numbers of rows: Baltagi & Chang (1994); against fixed effects: Hausman (1978)",
    fit: [
      ...rows,
      plain("groups", "DMUs"),
      plain("r2", "the squared correlation of the dependent with xβ"),
      plain("r2_within", "that of their deviations from the DMUs' means"),
      plain("r2_between", "that of the DMUs' means"),
      likeY("sigma_u", "the standard deviation of the random effects"),
      likeY("sigma_e", "the standard deviation of the errors"),
      plain("rho", "the share of the effects in the variance, σu²/(σu² + σe²)"),
      plain("theta_min", "the least θ of a DMU: 0 is least squares of all rows"),
      plain("theta_max", "the greatest θ: 1 is fixed effects"),
      ...wald,
      plain("hausman", "Hausman's χ² of the difference from fixed effects; empty where it is not defined"),
      plain("hausman_df", "the coefficients that it compares"),
      plain("hausman_p", "the probability of one at least as great if effects and terms were uncorrelated"),
    ],
  },
  {
    name: "tobit",
    line: "a regression of a dependent that is cut off at limits, by maximum likelihood",
    formula:
      "y = min(max(xβ + e, low), high), e ~ N(0, σ²): max Σ ln φ((y − xβ)/σ)/σ + Σ ln Φ((low − xβ)/σ) + Σ ln Φ((xβ − high)/σ) over rows between the limits, at the lower and at the upper one; by Newton's steps in β/σ and 1/σ, in which it is concave",
    compared: "the normal distribution",
    source: "Tobin (1958); two limits: Rosett & Nelson (1975); concavity: Olsen (1978)",
    fit: [
      ...rows,
      plain("at_low", "rows at the lower limit"),
      plain("at_high", "rows at the upper limit"),
      ...wald,
      ...criteria,
    ],
  },
  {
    name: "truncated",
    line: "a regression of a dependent that is observed between limits alone; for efficiency scores with the bootstraps of Simar & Wilson",
    formula:
      "y = xβ + e, e ~ N(0, σ²), where low < y < high: max Σ ln φ((y − xβ)/σ)/σ − ln(Φ((high − xβ)/σ) − Φ((low − xβ)/σ)). `algorithm 1`: again for samples y* drawn from the fitted model, and intervals β̂ − quantiles of β̂* − β̂. `algorithm 2`: distances are first corrected, δ̂ − mean(δ̂* − δ̂), with δ̂* against a frontier of units moved by δ̂/δ*, where δ* is drawn from a first fit",
    compared: "the normal distribution; with an `algorithm` intervals are bootstrapped",
    source: "Hausman & Wise (1977); concavity: Orme & Ruud (2002); Simar & Wilson (2007), algorithms 1 and 2",
    fit: [...rows, plain("beyond", "rows at or beyond the limits, which are not used"), ...wald, ...criteria],
  },
  {
    name: "quantile",
    line: "the quantile of the dependent, not its mean, as a linear function of the terms",
    formula: "min Σ ρ(y − xβ), ρ(e) = e (τ − [e < 0]): a linear program, solved to its vertex",
    compared: "Student's t with n − k degrees of freedom",
    source:
      "Koenker & Bassett (1978); steps: Barrodale & Roberts (1973); errors: Hall & Sheather (1988), Powell (1991), clusters Parente & Santos Silva (2016); fit: Koenker & Machado (1999)",
    fit: [
      ...rows,
      plain("df", "rows less coefficients"),
      likeY("objective", "Σρ at the solution"),
      plain("pseudo_r2", "1 − Σρ over that of the constant alone"),
      likeY("bandwidth", "the width of the window about 0 in which residuals tell the density of errors"),
      plain("F", "Wald's F of all terms together"),
      plain("F_p", "the probability of one at least as great if all coefficients were 0"),
    ],
  },
];

/** The estimators by name. */
export const estimators: ReadonlyMap<string, EstimatorEntry> = new Map(entries.map((e) => [e.name, e]));

/** The columns of `NAME.fit` of one regression. */
export function fitColumns({
  estimator,
  fixed,
  errors,
}: Pick<Regression, "estimator" | "fixed" | "errors">): readonly RegressionColumn[] {
  const counts = [
    ...fixed.map((key) => plain(`groups.${key}`, `labels of \`${key}\``)),
    ...(errors.kind === "cluster" ? [plain("clusters", `clusters: labels of \`${errors.by}\``)] : []),
  ];
  const [observations, leftOut, ...rest] = estimators.get(estimator)!.fit;
  return [
    observations!,
    leftOut!,
    ...counts,
    ...rest.filter(({ name }) => name !== "r2_within" || fixed.length > 0),
  ];
}
