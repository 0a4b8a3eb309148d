/** GTFP82xx: what turns up when experiments are run. */
import { entry } from "./entry.ts";
import { experimentExample as model } from "./experiment-example.ts";

export const experimentRuns = {
  allRunsFail: entry<{ name: string; runs: number; why: string }>({
    code: "GTFP8201",
    severity: "error",
    title: "Experiment of which no run came to an end",
    message: ({ name, runs, why }) =>
      `None of the ${runs.toLocaleString("en-US")} runs of \`${name}\` came to its end; in the first one ${why}.`,
    page: "Runs that break off are counted and shown in an experiment's tables and notes. Here all of them did, so that there is nothing to show: look at the run that the message tells of.",
    failing: model("sweep rates of economy { gdp in -2 .. -1 step 1; outputs gdp }").replace(
      "growth * gdp",
      "growth * sqrt(gdp) * 1 [CNY^0.5]",
    ),
    mended: model("sweep rates of economy { gdp in 1 .. 2 step 1; outputs gdp }").replace(
      "growth * gdp",
      "growth * sqrt(gdp) * 1 [CNY^0.5]",
    ),
  }),
  someRunsFail: entry<{ name: string; failed: number; runs: number; first: string; why: string }>({
    code: "GTFP8206",
    severity: "warning",
    title: "Runs of an experiment that broke off",
    message: ({ name, failed, runs, first, why }) =>
      `${failed.toLocaleString("en-US")} of the ${runs.toLocaleString("en-US")} runs of \`${name}\` broke off and count nowhere; the first is ${first}: ${why}.`,
    help: () => "look at that run, and keep the parameters to values for which the system has a meaning",
    page: "Some of the values that the experiment tried make a run without an end: a stock grows beyond all numbers, an equation has no value, a table is read where it has none. These runs have no numbers, so that means and bands are those of the others and mostly too narrow.",
    failing: model("sensitivity doubt of economy { gdp ~ normal(1, 1); samples 16; outputs gdp }").replace(
      "growth * gdp",
      "growth * sqrt(gdp) * 1 [CNY^0.5]",
    ),
    mended: model("sensitivity doubt of economy { gdp ~ normal(10, 1); samples 16; outputs gdp }").replace(
      "growth * gdp",
      "growth * sqrt(gdp) * 1 [CNY^0.5]",
    ),
  }),
  badDistribution: entry<{ name: string; fn: string; needs: string }>({
    code: "GTFP8202",
    severity: "error",
    title: "Distribution that is none",
    message: ({ name, fn, needs }) => `\`${fn}\` of \`${name}\` needs ${needs}.`,
    page: "The arguments of a distribution must make one: a standard deviation is positive, a lower bound lies below the upper one, the likeliest value between them.",
    failing: model("sensitivity doubt of economy { growth ~ normal(5%, -1%); samples 16 }"),
    mended: model("sensitivity doubt of economy { growth ~ normal(5%, 1%); samples 16 }"),
  }),
  noDataInWindow: entry<{ label: string; times: string; data: string }>({
    code: "GTFP8203",
    severity: "error",
    title: "Nothing to match in a span",
    message: ({ label, times, data }) =>
      `No data for \`${label}\` fall on a saved time: the run has ${times}, the data ${data}.`,
    help: () => "let the system start where the data do, or choose another span",
    page: "A calibration compares a run with data at the saved times that both have and that lie in the span after `in`. Here there are none.",
    failing: model(
      "calibration fit of economy { growth in 1% .. 9%; match gdp to history in 2004 .. 2014 }",
      "history",
    ),
    mended: model(
      "calibration fit of economy { growth in 1% .. 9%; match gdp to history in 2020 .. 2022 }",
      "history",
    ),
  }),
  noFeasible: entry<{ name: string; runs: number; nearest: string }>({
    code: "GTFP8204",
    severity: "warning",
    title: "No point that satisfies the constraints",
    message: ({ name, runs, nearest }) =>
      `\`${name}\` found no parameters that satisfy its constraints in ${runs.toLocaleString("en-US")} runs. The nearest: ${nearest}.`,
    help: () => "widen the ranges, or relax a constraint",
    page: "The search looked at many points between the bounds, and none satisfied all constraints. That is no proof that there is none, but a strong hint. The result shows the point that comes nearest, with the slack of each constraint; a scenario cannot use it.",
    failing: model(
      "optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030; subject to gdp at 2030 < 50 }",
    ),
    mended: model(
      "optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030; subject to gdp at 2030 < 200 }",
    ),
  }),
  noObjective: entry<{ name: string; label: string; runs: number }>({
    code: "GTFP8207",
    severity: "error",
    title: "Goal that has no value anywhere",
    message: ({ name, label, runs }) =>
      `\`${label}\` has no value in any of the ${runs.toLocaleString("en-US")} runs of \`${name}\`, so that nothing can be better than another.`,
    help: () => "`peak_time` is empty where the maximum lies at the last saved time",
    page: "An optimization compares points by the value of its goal. Here the goal was empty at every point between the bounds: a `peak_time` of something that always rises to the end, or a logarithm or quotient without a value.",
    failing: model("optimization best of economy { growth in 4% .. 8%; minimize peak_time(gdp) }"),
    mended: model("optimization best of economy { growth in -8% .. 8%; minimize peak_value(gdp) }"),
  }),
  usingInfeasible: entry<{ scenario: string; name: string }>({
    code: "GTFP8205",
    severity: "error",
    title: "Scenario that uses a result which breaks its constraints",
    message: ({ scenario, name }) =>
      `\`${scenario}\` cannot use \`${name}\`, which found no parameters that satisfy its constraints.`,
    page: "A scenario that uses an optimization stands for a policy that satisfies the constraints. There is none to use.",
    failing: model(
      "optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030; subject to gdp at 2030 < 50 }\nscenario policy of economy using best",
    ),
    mended: model(
      "optimization best of economy { growth in 4% .. 8%; maximize gdp at 2030; subject to gdp at 2030 < 200 }\nscenario policy of economy using best",
    ),
  }),
};
