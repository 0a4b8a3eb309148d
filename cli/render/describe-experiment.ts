/** What an experiment and the tables beside it are, in a few words. */
import type { ExperimentDeclared } from "../../language/model.ts";

export function describeExperiment(declared: ExperimentDeclared): string {
  const of = declared.scenario ?? declared.system;
  switch (declared.kind) {
    case "sweep": {
      const counts = declared.ranges.map((range) => range.values.length.toLocaleString("en-US"));
      return `${counts.join(" × ")} runs of ${of}`;
    }
    case "sensitivity":
      return `${declared.samples.toLocaleString("en-US")} samples of ${of} (${declared.sampling}, seed ${declared.seed})`;
    case "calibration":
      return `parameters of ${of} that fit the data best`;
    case "optimization":
      return `${declared.goal} ${declared.objective.label} of ${of}`;
  }
}

/** The tables beside an experiment, by the word after its name. */
export const experimentTables: Readonly<Record<string, string>> = {
  outcomes: "what is one number for each run",
  bands: "mean, median and quantiles of the outputs over time",
  indices: "how much of the variance each parameter explains",
  tornado: "each parameter from low to high, the others as in the base run",
  fit: "how well each variable fits the data",
  residuals: "simulated numbers beside the data",
};

/** The tables that tell more than an experiment's own, which is a row for each sample. */
export function isShownBeside(declared: ExperimentDeclared, word: string): boolean {
  return (
    word in experimentTables &&
    word !== "residuals" &&
    (declared.kind === "sensitivity" || declared.kind === "calibration")
  );
}
