/** Diagnostics of regressions (GTFP52xx). */
import { entry } from "./entry.ts";

/** Five plants over two years; what `rest` holds is each example's own. */
function plants(rest: string): string {
  const rows = [
    ["A", "north", 2020, 10, 30, 0.5],
    ["B", "north", 2020, 20, 41, 0.8],
    ["C", "south", 2020, 31, 55, 0.7],
    ["D", "south", 2020, 42, 68, 0.9],
    ["E", "west", 2020, 52, 74, 1],
    ["A", "north", 2021, 11, 33, 0.6],
    ["B", "north", 2021, 19, 42, 0.8],
    ["C", "south", 2021, 33, 54, 0.8],
    ["D", "south", 2021, 41, 71, 1],
    ["E", "west", 2021, 55, 80, 0.9],
  ];
  const table = rows.map((row) => `  | ${row.join(" | ")} |`).join("\n");
  return `data plants {\n  dmu plant\n  period year\n  group region\n  | plant | region | year | energy [GJ] | paper [t] | share [1] |\n${table}\n}\n${rest}`;
}

export const regressions = {
  noFormula: entry<{ name: string }>({
    code: "GTFP5201",
    severity: "error",
    title: "A regression that explains nothing",
    message: ({ name }) => `Regression \`${name}\` has no formula.`,
    help: () => "for example `{ ols paper ~ energy }`",
    page: "A regression has one formula: an estimator (`ols`, `random`, `tobit`, `truncated` or `quantile`), what is explained, `~`, and the terms that explain it, with `+` between them.",
    failing: plants("regression r on plants { errors robust }\n"),
    mended: plants("regression r on plants { ols paper ~ energy; errors robust }\n"),
  }),
  twice: entry<{ entry: string }>({
    code: "GTFP5202",
    severity: "error",
    title: "An entry that stands twice",
    message: ({ entry: what }) => `This regression has ${what} already.`,
    help: ({ entry: what }) => (what === "a formula" ? "another formula is another `regression`" : undefined),
    page: "A regression has one formula, one way to compute its errors, and each term and setting once. Several formulas side by side are several declarations, whose tables stand beside each other.",
    failing: plants("regression r on plants { ols paper ~ energy; ols share ~ energy }\n"),
    mended: plants(
      "regression r on plants { ols paper ~ energy }\nregression s on plants { ols share ~ energy }\n",
    ),
  }),
  noPanel: entry<{ name: string }>({
    code: "GTFP5203",
    severity: "error",
    title: "A regression without a panel",
    message: ({ name }) => `Regression \`${name}\` does not say on which panel it stands.`,
    help: ({ name }) => `write \`regression ${name} on PANEL { … }\``,
    page: "The rows of a regression are those of a panel, which stands after `on`. Columns of other tables may explain or be explained; they are aligned with the panel's rows by the labels of their keys.",
    failing: plants("regression r { ols plants.paper ~ plants.energy }\n"),
    mended: plants("regression r on plants { ols paper ~ energy }\n"),
  }),
  badClause: entry<{ estimator: string; clause: string; takes: string }>({
    code: "GTFP5204",
    severity: "error",
    title: "A setting that this estimator does not take",
    message: ({ estimator, clause, takes }) => `\`${estimator}\` takes no ${clause}${takes}.`,
    page: "`tobit` takes the limits at which the dependent is censored, `truncated` those beyond which it is not observed and an `algorithm`, `quantile` the share `at` which it is fitted. `replications` and `seed` belong to an `algorithm`; `hc3` errors to `ols`.",
    failing: plants("regression r on plants { ols paper ~ energy at 0.5 }\n"),
    mended: plants("regression r on plants { quantile paper ~ energy at 0.5 }\n"),
  }),
  badNumber: entry<{ setting: string; needs: string }>({
    code: "GTFP5205",
    severity: "error",
    title: "A setting that cannot be",
    message: ({ setting, needs }) => `\`${setting}\` needs ${needs}.`,
    page: "Limits are numbers in the dependent's own unit, the lower below the upper one. A quantile lies between 0 and 1. There are the algorithms 1 and 2 of Simar & Wilson (2007).",
    failing: plants("regression r on plants { quantile paper ~ energy at 50 }\n"),
    mended: plants("regression r on plants { quantile paper ~ energy at 0.5 }\n"),
  }),
  badErrors: entry<{ needs: string }>({
    code: "GTFP5206",
    severity: "error",
    title: "Errors that are not known",
    message: ({ needs }) => `\`errors\` needs ${needs}.`,
    page: "Standard errors are `classical` (the default), `robust` against unlike variances (HC1), `hc3` against them in small samples, or `cluster KEY`: robust against any correlation within the labels of one key or group.",
    failing: plants("regression r on plants { ols paper ~ energy; errors cluster }\n"),
    mended: plants("regression r on plants { ols paper ~ energy; errors cluster plant }\n"),
  }),
  repeated: entry<{ label: string; lacks: string }>({
    code: "GTFP5207",
    severity: "error",
    title: "A dependent that is the same in many rows",
    message: ({ label, lacks }) =>
      `\`${label}\` has one value for all of ${lacks}, which each row has its own.`,
    help: () => "take a panel whose keys are those of the dependent",
    page: "What is explained must have the keys of the panel, so that each row has a value of its own. A value that repeats in many rows would count as many observations, and standard errors would come out far too small (Moulton 1990). Terms may have fewer keys.",
    failing: plants(
      "data regions from plants { dmu region; period year; paper = mean(plants.paper) }\nregression r on plants { ols regions.paper ~ energy }\n",
    ),
    mended: plants(
      "data regions from plants { dmu region; period year; paper = mean(plants.paper); energy = mean(plants.energy) }\nregression r on regions { ols paper ~ energy }\n",
    ),
  }),
  noCorrection: entry<{ label: string; why: string }>({
    code: "GTFP5210",
    severity: "error",
    title: "Scores that algorithm 2 cannot correct",
    message: ({ label, why }) => `\`algorithm 2\` is not defined for \`${label}\`: ${why}.`,
    help: () => "`algorithm 1` takes the scores as they are",
    page: "Algorithm 2 of Simar & Wilson (2007) corrects the bias of radial efficiency scores before it explains them: it draws distances from a first regression, moves each unit along its ray by the estimated over the drawn distance, and scores all units against the frontier of the moved ones. That is defined for scores of a radial measure of the same units against a convex frontier of their own, written `m.score`, `m.efficiency` or 1 over one of them. For directional distances and indices nobody has shown how.",
    failing: plants("regression r on plants { truncated share ~ energy in 0 .. 1 algorithm 2 }\n"),
    mended: plants(
      "regression r on plants { truncated share ~ energy in 0 .. 1 algorithm 1; replications 100 }\n",
    ),
  }),
  tooFewRows: entry<{ rows: number; needed: number; leftOut: number }>({
    code: "GTFP5220",
    severity: "error",
    title: "Fewer rows than coefficients need",
    message: ({ rows, needed, leftOut }) =>
      `There are ${rows} complete rows for ${needed} coefficients and effects${leftOut === 0 ? "" : ` (${leftOut} rows lack a value)`}: nothing is left to judge them by.`,
    page: "A regression needs more complete rows than it has coefficients, fixed effects included; with as many it fits every row and says nothing. Leave terms or fixed effects out, or look why so many rows lack a value.",
    failing: plants(
      "data few from plants { dmu plant; period year; where energy < 15; energy [GJ]; paper [t] }\nregression s on few { ols paper ~ energy }\n",
    ),
    mended: plants("regression r on plants { ols paper ~ energy + share; fixed plant }\n"),
  }),
  constantDependent: entry<{ label: string; where: string }>({
    code: "GTFP5221",
    severity: "error",
    title: "Nothing to explain",
    message: ({ label, where }) => `\`${label}\` does not vary${where}.`,
    page: "Where what is explained is the same in every row, or in all rows that share their fixed effects, there is nothing to explain.",
    failing: plants("regression r on plants { ols paper - paper ~ energy }\n"),
    mended: plants("regression r on plants { ols paper ~ energy }\n"),
  }),
  oneCluster: entry<{ key: string }>({
    code: "GTFP5222",
    severity: "error",
    title: "A single cluster",
    message: ({ key }) => `All rows have the same \`${key}\`: errors clustered by it cannot be told.`,
    page: "Clustered errors compare clusters with each other, so there must be several, and with less than some thirty they tend to be too small.",
    failing: plants(
      'data north from plants { dmu plant; period year; group region; where region == "north"; energy [GJ]; paper [t] }\nregression r on north { ols paper ~ energy; errors cluster region }\n',
    ),
    mended: plants("regression r on plants { ols paper ~ energy; errors cluster plant }\n"),
  }),
  tooFewUnits: entry<{ units: number; needed: number }>({
    code: "GTFP5224",
    severity: "error",
    title: "Too few DMUs for random effects",
    message: ({ units, needed }) =>
      units > needed
        ? "The DMUs have too few rows each to tell their effects from errors."
        : `${units} DMUs do not tell the variance of their effects: there must be more than the ${needed} coefficients.`,
    help: () => "`ols` with `fixed` for the DMU needs no such variance",
    page: "Random effects are told from errors by a regression between the DMUs' means (Swamy & Arora 1972), which must have more DMUs than coefficients, and by one within DMUs, which must have several rows.",
    failing: plants(
      "regression r on plants { random paper ~ energy + energy^2 + share + share^2 + energy * share }\n",
    ),
    mended: plants("regression r on plants { random paper ~ energy + share }\n"),
  }),
  noUnits: entry<{ panel: string }>({
    code: "GTFP5208",
    severity: "error",
    title: "Random effects without DMUs over time",
    message: ({ panel }) =>
      `\`random\` needs a panel of DMUs over several periods, and \`${panel}\` has no ${"`dmu` and `period`"} both.`,
    page: "Each DMU has a random effect that all its rows share, so the panel needs `dmu` columns and a `period`. For a cross-section or a time series take `ols`.",
    failing:
      "data plants {\n  dmu plant\n  | plant | energy [GJ] | paper [t] |\n  | A | 1 | 3 |\n  | B | 2 | 4 |\n  | C | 4 | 7 |\n}\nregression r on plants { random paper ~ energy }\n",
    mended: plants("regression r on plants { random paper ~ energy }\n"),
  }),
  noLimits: entry<{ estimator: string; label: string }>({
    code: "GTFP5209",
    severity: "error",
    title: "Limits that are not known",
    message: ({ estimator, label }) =>
      estimator === "tobit"
        ? `\`tobit\` needs the limits at which \`${label}\` is censored.`
        : `\`truncated\` needs the limits within which \`${label}\` is observed.`,
    help: ({ estimator }) =>
      estimator === "tobit"
        ? "write `censored in 0 .. 1`, `censored below 0` or `censored above 1` after the terms"
        : "write `in 0 .. 1`, `below 1` or `above 1` after the terms",
    page: "A `tobit` is told where its dependent is cut off; values at a limit count as at least as far as that. A `truncated` regression is told beyond which limits nothing is observed, except for the scores of a radial or directional measure, whose limits are known: 0 and 1 for an efficiency, 1 for a distance such as `1 / m.score`, 0 for a directional distance.",
    failing: plants("regression r on plants { tobit share ~ energy }\n"),
    mended: plants("regression r on plants { tobit share ~ energy censored above 1 }\n"),
  }),
  beyondLimits: entry<{ label: string; rows: number; limit: number; side: "below" | "above" }>({
    code: "GTFP5225",
    severity: "error",
    title: "Values beyond the limit at which they are censored",
    message: ({ label, rows, limit, side }) =>
      `${rows === 1 ? "1 value" : `${rows} values`} of \`${label}\` ${rows === 1 ? "is" : "are"} ${side} ${limit}, at which it is said to be censored.`,
    page: "A censored dependent has no values beyond its limits, since they were replaced by the limit. Where there are some, the limit is another one, or the dependent is not censored there.",
    failing: plants("regression r on plants { tobit share ~ energy censored above 0.9 }\n"),
    mended: plants("regression r on plants { tobit share ~ energy censored above 1 }\n"),
  }),
  noMaximum: entry<{ estimator: string; why: string }>({
    code: "GTFP5226",
    severity: "error",
    title: "A likelihood without a maximum",
    message: ({ estimator, why }) => `The likelihood of this \`${estimator}\` has no maximum: ${why}.`,
    page: "Some samples do not tell the coefficients of a censored or truncated regression, however long one searches: where a term separates the rows at a limit from all others, where there are none between the limits, or where a truncated dependent gathers at its limit as if its mean lay infinitely far beyond (Orme & Ruud 2002). Leave the term or effect out, or take another estimator.",
    failing: plants(
      "regression r on plants { tobit share ~ energy + (if share == 1 then 1 else 0) censored above 1 }\n",
    ),
    mended: plants("regression r on plants { tobit share ~ energy censored above 1 }\n"),
  }),
  collinear: entry<{ label: string; of: readonly string[] }>({
    code: "GTFP5223",
    severity: "warning",
    title: "A term that other terms determine",
    message: ({ label, of }) =>
      of.length === 0
        ? `\`${label}\` is 0 in every row, so it has no coefficient.`
        : of.length === 1 && of[0] === "constant"
          ? `\`${label}\` is the same in every row, which the constant tells already.`
          : `\`${label}\` is a combination of ${listOf(of)}, so it has no coefficient of its own.`,
    help: () => "leave out the term whose effect does not matter",
    page: "A term that is a linear combination of the constant or fixed effects and the terms before it has no effect that could be told apart from theirs. It is left out, its row in the table stays empty, and the others are estimated as if it were not there. Which term is left out is decided by their order: the last one.",
    failing: plants("regression r on plants { ols paper ~ energy + 2 * energy }\n"),
    mended: plants("regression r on plants { ols paper ~ energy + energy^2 }\n"),
  }),
};

/** `the constant`, `a` and `b`; what is no term stands as it is. */
function listOf(names: readonly string[]): string {
  const words = names.map((name) =>
    name === "constant" ? "the constant" : name.startsWith("the ") ? name : `\`${name}\``,
  );
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
