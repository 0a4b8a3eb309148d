/** GTFP81xx: the settings of experiments, and scenarios that use their results. */
import { entry } from "./entry.ts";
import { experimentExample as model } from "./experiment-example.ts";
import { listed } from "./words.ts";

const fit = "calibration fit of economy { growth in 1% .. 9%; match gdp to history }";
const best = "optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030 }";
const doubt = (more: string) => model(`sensitivity doubt of economy { growth ~ normal(5%, 1%); ${more} }`);

export const experimentSettings = {
  settingTwice: entry<{ setting: string }>({
    code: "GTFP8101",
    severity: "error",
    title: "Setting that stands twice",
    message: ({ setting }) => `\`${setting}\` stands twice.`,
    page: "Each setting of an experiment stands once; only `match` and `subject to` may be repeated.",
    failing: doubt("samples 16; samples 32"),
    mended: doubt("samples 16"),
  }),
  badSetting: entry<{ setting: string; needs: string }>({
    code: "GTFP8102",
    severity: "error",
    title: "Setting with something else than it needs",
    message: ({ setting, needs }) => `\`${setting}\` needs ${needs}.`,
    page: "Each setting takes values of its own kind: `samples` and `seed` a whole number, `sampling` one of `sobol`, `latin` and `random`, `bands` per cents, `match` variables and the panel after `to`, `weights` a map of numbers, `test` two years after `in`.",
    failing: doubt("samples many"),
    mended: doubt("samples 16"),
  }),
  tooManyForSobol: entry<{ count: number; most: number }>({
    code: "GTFP8103",
    severity: "error",
    title: "Too many parameters for Sobol points",
    message: ({ count, most }) => `Sobol points are there for ${most} parameters, and these are ${count}.`,
    help: () => "write `sampling latin`",
    page: "Sobol points need direction numbers for each dimension, of which GTFP has 100: two for each parameter, as variance-based indices compare two samples. With more parameters than that, take a Latin hypercube or independent draws.",
    failing: manyParameters("sobol"),
    mended: manyParameters("latin"),
  }),
  tooMuchKept: entry<{ numbers: number; most: number }>({
    code: "GTFP8104",
    severity: "error",
    title: "Experiment that would keep too many numbers",
    message: ({ numbers, most }) =>
      `This would keep ${numbers.toLocaleString("en-US")} numbers; the most is ${most.toLocaleString("en-US")}.`,
    help: () => "name fewer `outputs`, take fewer `samples`, or save less often",
    page: "For each output over time, every run's value at every saved time is kept until the bands are computed. Name the outputs that you need, or save less often (`save every` in the system's `time`).",
    failing: model(
      "sensitivity doubt of economy { growth ~ normal(5%, 1%); samples 1000000; outputs gdp, gain, gdp / 2, gain / 2, 2 * gdp, 2 * gain, 3 * gdp, 3 * gain, 4 * gdp, 4 * gain }",
    ),
    mended: doubt("samples 16; outputs gdp"),
  }),
  nothingMatched: entry<{ name: string }>({
    code: "GTFP8110",
    severity: "error",
    title: "Calibration without data",
    message: ({ name }) => `The calibration \`${name}\` does not say which data it matches.`,
    help: () => "add `match VARIABLES to PANEL in 2004 .. 2014`",
    page: "A calibration looks for the parameters at which some variables match data best. `match gdp, co2 to china in 2004 .. 2014` compares each variable with the panel's column of the same name; `match co2 / gdp to china.intensity` compares an expression with a column.",
    failing: model("calibration fit of economy { growth in 1% .. 9% }"),
    mended: model(fit, "history"),
  }),
  matchWithoutTime: entry<{ label: string }>({
    code: "GTFP8111",
    severity: "error",
    title: "Match of a single number",
    message: ({ label }) => `\`${label}\` has no value over time that data could be matched to.`,
    page: "What is matched has a value at every saved time and is compared with the data at the same times.",
    failing: model(
      "calibration fit of economy { growth in 1% .. 9%; match gdp at 2022 to history.gdp }",
      "history",
    ),
    mended: model(fit, "history"),
  }),
  matchKeys: entry<{ label: string; keys: readonly string[]; wanted: readonly string[] }>({
    code: "GTFP8112",
    severity: "error",
    title: "Data with other keys than what is matched",
    message: ({ label, keys }) =>
      keys.length === 0
        ? `The data for \`${label}\` are a single value.`
        : `The data for \`${label}\` have the keys ${keys.join(", ")}, which do not fit.`,
    help: () =>
      'the data need a period, and beside it the dimensions of the variable: pick a DMU as in `panel.gdp["China"]`',
    page: 'Data are compared by label: their period with the time, their other keys with the dimensions of what is matched. A variable without dimensions is matched to data without DMUs, or to those of one: `match gdp to countries.gdp["China"]`.',
    failing: model(
      "calibration fit of economy { growth in 1% .. 9%; match growth to figures.top }",
      "figures",
    ),
    mended: model(fit, "history"),
  }),
  unknownPanel: entry<{ name: string }>({
    code: "GTFP8113",
    severity: "error",
    title: "Match to an unknown panel",
    message: ({ name }) => `There is no panel \`${name}\`.`,
    page: "After `to` stands the panel whose columns have the names of the variables, or one column.",
    failing: model("calibration fit of economy { growth in 1% .. 9%; match gdp to histroy }", "history"),
    mended: model(fit, "history"),
  }),
  unknownMatch: entry<{ name: string }>({
    code: "GTFP8114",
    severity: "error",
    title: "Weight of something that is not matched",
    message: ({ name }) => `\`${name}\` has a weight but is not matched.`,
    page: "Weights belong to the variables after `match`; one that is not named weighs 1.",
    failing: model(
      "calibration fit of economy { growth in 1% .. 9%; match gdp to history; weights {gpd: 2} }",
      "history",
    ),
    mended: model(
      "calibration fit of economy { growth in 1% .. 9%; match gdp to history; weights {gdp: 2} }",
      "history",
    ),
  }),
  validateForm: entry({
    code: "GTFP8115",
    severity: "error",
    title: "Validation with a part missing",
    message: () => "`validate` needs one run, the panel after `against`, and the columns after `:`.",
    help: () => "write `validate current against china: gdp, co2`",
    page: "`validate` shows a run beside data, year by year, with its errors. The columns after `:` are variables of the system and columns of the panel by the same name.",
    failing: model("scenario current of economy\nreport r { validate current against history }", "history"),
    mended: model(
      "scenario current of economy\nreport r { validate current against history: gdp }",
      "history",
    ),
  }),
  validateWhich: entry<{ system: string; scenarios: readonly string[] }>({
    code: "GTFP8116",
    severity: "error",
    title: "Validation of no particular run",
    message: ({ system, scenarios }) =>
      `\`${system}\` runs as ${listed(scenarios)}: say which of them is validated.`,
    page: "A system with scenarios runs once for each of them. `validate` shows one run beside the data.",
    failing: model(
      "scenario current of economy\nreport r { validate economy against history: gdp }",
      "history",
    ),
    mended: model(
      "scenario current of economy\nreport r { validate current against history: gdp }",
      "history",
    ),
  }),
  oneGoal: entry<{ name: string }>({
    code: "GTFP8120",
    severity: "error",
    title: "Optimization without one goal",
    message: ({ name }) => `The optimization \`${name}\` needs one goal.`,
    help: () => "write `maximize` or `minimize` and one value, such as `gdp at 2030`",
    page: "An optimization makes one number as great or as small as possible. Weigh several goals against each other in one expression, or make all but one of them a constraint: `subject to peak_time(co2) < 2030`.",
    failing: model("optimization best of economy { growth in 4% .. 8% }"),
    mended: model(best),
  }),
  usingUnknown: entry<{ name: string; is?: string }>({
    code: "GTFP8121",
    severity: "error",
    title: "Scenario that uses no result",
    message: ({ name, is }) =>
      is === undefined
        ? `There is no calibration or optimization \`${name}\`.`
        : `\`${name}\` is a ${is}; a scenario uses the result of a calibration or an optimization.`,
    page: "`using` takes the parameters that a calibration or an optimization found; the scenario's own changes come after them.",
    failing: model(`${best}\nscenario policy of economy using bets`),
    mended: model(`${best}\nscenario policy of economy using best`),
  }),
  usingOfOther: entry<{ name: string; of: string; system: string }>({
    code: "GTFP8122",
    severity: "error",
    title: "Scenario that uses another system's result",
    message: ({ name, of, system }) =>
      `\`${name}\` found values for parameters of \`${of}\`, so that a scenario of \`${system}\` cannot use them.`,
    page: "A calibration or an optimization finds parameters of the system that it runs.",
    failing: model(
      `${best}\nsystem tank {\n  time [year] = 2020 .. 2030\n  stock water = 1\n}\nscenario policy of tank using best`,
    ),
    mended: model(`${best}\nscenario policy of economy using best`),
  }),
};

function manyParameters(sampling: string): string {
  const names = Array.from({ length: 51 }, (_, i) => `p${i}`);
  return `system many {
  time [year] = 2020 .. 2021
${names.map((name) => `  param ${name} = 1`).join("\n")}
  aux total = ${names.join(" + ")}
}
sensitivity doubt of many {
${names.map((name) => `  ${name} ~ uniform(0, 1)`).join("\n")}
  samples 4
  sampling ${sampling}
  outputs total
}
`;
}
