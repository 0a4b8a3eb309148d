/** GTFP80xx: experiments as they are written: what is run, what is varied. */
import { entry } from "./entry.ts";
import { experimentExample as model } from "./experiment-example.ts";
import { experimentRuns } from "./experiment-runs.ts";
import { experimentSettings } from "./experiment-settings.ts";

const sweep = "sweep rates of economy { growth in 4% .. 8% step 1% }";

const experimentParameters = {
  ofNothing: entry<{ kind: string; name: string; known?: string }>({
    code: "GTFP8001",
    severity: "error",
    title: "Experiment that runs nothing",
    message: ({ kind, name }) => `The ${kind} \`${name}\` does not say what it runs.`,
    help: ({ kind, name, known }) => `write \`${kind} ${name} of ${known ?? "SYSTEM"}\``,
    page: "An experiment is `of` a system, or `of` a scenario from whose values its runs start.",
    failing: model("sweep rates { growth in 4% .. 8% step 1% }"),
    mended: model(sweep),
  }),
  unknownSubject: entry<{ kind: string; name: string }>({
    code: "GTFP8002",
    severity: "error",
    title: "Experiment with something that does not run",
    message: ({ kind, name }) => `\`${name}\` is no system and no scenario, so that a ${kind} cannot run it.`,
    page: "An experiment runs a system or a scenario of one, which stands after `of`.",
    failing: model("sweep rates of economie { growth in 4% .. 8% step 1% }"),
    mended: model(sweep),
  }),
  nothingVaried: entry<{ kind: string; form: "range" | "distribution" }>({
    code: "GTFP8003",
    severity: "error",
    title: "Experiment that varies nothing",
    message: ({ kind }) => `This ${kind} varies no parameter.`,
    help: ({ form }) =>
      form === "range"
        ? "add one with its range: `growth in 4% .. 8%`"
        : "add one with its distribution: `growth ~ normal(6%, 0.5%)`",
    page: "An experiment runs a system many times with other values of some parameters. Name at least one: with a range (`in`) in a sweep, a calibration or an optimization, with a distribution (`~`) in a sensitivity.",
    failing: model("sweep rates of economy { outputs gdp }"),
    mended: model(sweep),
  }),
  otherForm: entry<{ kind: string; form: "range" | "distribution"; name: string }>({
    code: "GTFP8004",
    severity: "error",
    title: "Range where a distribution is needed, or the other way round",
    message: ({ kind, form }) =>
      form === "range"
        ? `A ${kind} takes ranges, and this is a distribution.`
        : `A ${kind} takes distributions, and this is a range.`,
    help: ({ form, name }) =>
      form === "range" ? `write \`${name} in 4% .. 8%\`` : `write \`${name} ~ uniform(4%, 8%)\``,
    page: "In a sweep, a calibration and an optimization a parameter has a range (`in`); in a sensitivity it has a distribution (`~`). A range in which every value is as likely is `uniform(low, high)`.",
    failing: model("sensitivity doubt of economy { growth in 4% .. 8% }"),
    mended: model("sensitivity doubt of economy { growth ~ uniform(4%, 8%); samples 16 }"),
  }),
  variedTwice: entry<{ name: string }>({
    code: "GTFP8005",
    severity: "error",
    title: "Parameter that is varied twice",
    message: ({ name }) => `\`${name}\` is varied twice.`,
    page: "Each parameter of an experiment has one range or one distribution.",
    failing: model("sweep rates of economy { growth in 4% .. 8% step 1%; growth in 1% .. 2% step 1% }"),
    mended: model(sweep),
  }),
  unknownParameter: entry<{ name: string; system: string }>({
    code: "GTFP8006",
    severity: "error",
    title: "Experiment with a parameter that does not exist",
    message: ({ name, system }) => `The system \`${system}\` has no \`${name}\` that could be varied.`,
    page: "An experiment varies parameters, auxiliaries and initial values of stocks that the system declares. A name that the system does not have would change nothing, so that it is an error.",
    failing: model("sweep rates of economy { grwoth in 4% .. 8% step 1% }"),
    mended: model(sweep),
  }),
  notVariable: entry<{ name: string; role: string }>({
    code: "GTFP8007",
    severity: "error",
    title: "Experiment with a flow, lookup or series",
    message: ({ name, role }) =>
      `\`${name}\` is a ${role}; an experiment varies parameters, auxiliaries and initial values of stocks.`,
    help: () => "let its equation read a parameter, and vary that",
    page: "Each run sets what is varied to one number. A flow is the structure of a system, a lookup and a series are whole curves: let them read a parameter, such as a factor, and vary that.",
    failing: model("sweep rates of economy { gain in 4 .. 8 step 1 }"),
    mended: model(sweep),
  }),
  notARange: entry<{ name: string }>({
    code: "GTFP8008",
    severity: "error",
    title: "Something else than a range after `in`",
    message: ({ name }) => `After \`in\` stands the range of \`${name}\`.`,
    help: () => "write `4% .. 8%`, or a function of a range such as `annual(4% .. 8%)`",
    page: "A range is `low .. high`, in a sweep with `step`. One function may stand around it, which is then applied to each of its values: `annual(4% .. 8% step 1%)` makes yearly growth rates continuous ones.",
    failing: model("sweep rates of economy { growth in 4% }"),
    mended: model(sweep),
  }),
  rangeNotConstant: entry<{ name: string }>({
    code: "GTFP8009",
    severity: "error",
    title: "Range that is not known from the text",
    message: ({ name }) => `The range of \`${name}\` must consist of numbers.`,
    page: "The ranges of an experiment are part of its plan and do not depend on data or on other parameters.",
    failing: model("sweep rates of economy { growth in 4% .. sum(figures.top) step 1% }", "figures"),
    mended: model(sweep),
  }),
  rangeReversed: entry<{ name: string; low: number; high: number }>({
    code: "GTFP8010",
    severity: "error",
    title: "Range without an inside",
    message: ({ name, low, high }) =>
      low === high
        ? `The range of \`${name}\` holds one value only, ${low}.`
        : `The range of \`${name}\` goes from ${low} down to ${high}.`,
    page: "The lower bound stands first. A calibration and an optimization search between the bounds, so that these differ.",
    failing: model("sweep rates of economy { growth in 8% .. 4% step 1% }"),
    mended: model(sweep),
  }),
  noStep: entry<{ name: string }>({
    code: "GTFP8011",
    severity: "error",
    title: "Sweep without a step",
    message: ({ name }) => `The range of \`${name}\` does not say which of its values are run.`,
    help: () => "add `step` and the distance from one value to the next",
    page: "A sweep runs every combination of the values of its ranges, so that each range has a step: `4% .. 8% step 0.5%`.",
    failing: model("sweep rates of economy { growth in 4% .. 8% }"),
    mended: model(sweep),
  }),
  stepNotPositive: entry<{ name: string }>({
    code: "GTFP8012",
    severity: "error",
    title: "Step that does not lead upwards",
    message: ({ name }) => `The step of \`${name}\` does not lead from the lower to the upper bound.`,
    page: "A step is a positive number in the unit of the range.",
    failing: model("sweep rates of economy { growth in 4% .. 8% step 0% }"),
    mended: model(sweep),
  }),
  needlessStep: entry<{ kind: string }>({
    code: "GTFP8013",
    severity: "error",
    title: "Step where every value may be taken",
    message: ({ kind }) =>
      `A ${kind} may take every value between the bounds, so that a step has no meaning.`,
    help: () => "leave `step` out, or use a `sweep`",
    page: "Calibrations and optimizations search between bounds. A `sweep` runs the values of a grid.",
    failing: model("optimization best of economy { growth in 4% .. 8% step 1%; maximize gdp at 2030 }"),
    mended: model("optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030 }"),
  }),
  tooManyRuns: entry<{ runs: string; most: number }>({
    code: "GTFP8014",
    severity: "error",
    title: "More runs than make sense",
    message: ({ runs, most }) => `This asks for ${runs} runs; the most is ${most.toLocaleString("en-US")}.`,
    help: () => "take longer steps, fewer parameters, or samples: `sensitivity`",
    page: "All combinations of several ranges soon are more than anyone can look at. A `sensitivity` covers the same ranges with as many samples as one wants: `growth ~ uniform(4%, 8%)`.",
    failing: model("sweep rates of economy { growth in 0% .. 100% step 0.0001% }"),
    mended: model(sweep),
  }),
  bareRate: entry<{ name: string; percent: number }>({
    code: "GTFP8015",
    severity: "note",
    title: "Continuous rate where the base has a yearly one",
    message: ({ name, percent }) =>
      `\`${name}\` is \`annual(…)\` in the system, but ${percent}% here is a continuous rate: ${((Math.exp(percent / 100) - 1) * 100).toPrecision(3)} % a year.`,
    help: () => "write `annual(…)` around the range or the distribution to mean growth from year to year",
    page: "A bare number takes the unit of its parameter. A rate per year that acts at every instant makes a little more than its per cent in a year: 6 % makes e^0.06 − 1 = 6.18 %. The base value of this parameter is `annual(…)`, which takes the yearly figure, so that base and experiment would mean different things by the same per cent. `annual(4% .. 8% step 1%)` and `annual(normal(6%, 0.5%))` mean yearly figures.",
    failing: model(sweep),
    mended: model("sweep rates of economy { growth in annual(4% .. 8% step 1%) }"),
  }),
  oneDistribution: entry<{ name: string; count: number }>({
    code: "GTFP8016",
    severity: "error",
    title: "Not one distribution after `~`",
    message: ({ name, count }) =>
      count === 0
        ? `There is no distribution of \`${name}\` after \`~\`.`
        : `There are ${count} distributions of \`${name}\` after \`~\`, and each parameter has one.`,
    help: () =>
      "write `normal(mean, sd)`, `uniform(low, high)`, `triangular(low, mode, high)` or another one",
    page: "After `~` stands one distribution, or a function of one: `annual(normal(6%, 0.5%))`, `10 + exponential(5)`. Its arguments may come from data.",
    failing: model("sensitivity doubt of economy { growth ~ 5%; samples 16 }"),
    mended: model("sensitivity doubt of economy { growth ~ normal(5%, 1%); samples 16 }"),
  }),
};

export const experiments = { ...experimentParameters, ...experimentSettings, ...experimentRuns };
