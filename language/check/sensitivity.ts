/** Checks `sensitivity`: distributions, how samples are drawn, what is kept and shown of each run. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Sensitivity } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkSubject, experimentBase } from "./experiment.ts";
import { checkDistribution, checkParameters } from "./experiment-parameters.ts";
import { checkOutputs, defaultOutputs, Settings } from "./experiment-settings.ts";
import { besideSensitivity, isOverTime, sampleShape } from "./experiment-shape.ts";
import { endOf } from "./system-time.ts";

/** The most numbers that are kept of all runs. */
const mostNumbers = 100_000_000;
/** Half of the dimensions for which there are direction numbers: indices need two samples. */
const mostSobolParameters = 50;

/** The checked sensitivity, the shape of its table set in the context; null after reported errors. */
export function checkSensitivity(decl: ast.ExperimentDecl, ctx: CheckContext): Sensitivity | null {
  const subject = checkSubject(decl, ctx);
  if (subject === null) return null;
  const settings = new Settings(decl, [], ctx);
  const samples = settings.whole("samples", 1000, 2, 1_000_000);
  const sampling = settings.word("sampling", ["sobol", "latin", "random"] as const);
  const seed = settings.whole("seed", 1, 0, 2 ** 31 - 1);
  const bands = settings.numbers("bands", [50, 90], 0, 100);
  const distributions = checkParameters(decl, "distribution", subject, ctx, (entry, target) => {
    const distribution = checkDistribution(entry, target, ctx);
    return distribution === null ? null : { ...target.varied, distribution };
  });
  const varied = new Set(distributions?.map((parameter) => parameter.variable));
  const values = settings.first("outputs")?.values ?? defaultOutputs(subject, varied);
  const outputs = checkOutputs(values, "an output of the sensitivity", "number", subject, ctx);
  if (distributions === null || outputs === null || !settings.ok) return null;
  if (sampling === "sobol" && distributions.length > mostSobolParameters) {
    report(ctx.sink, experiments.tooManyForSobol, decl.name.span, {
      count: distributions.length,
      most: mostSobolParameters,
    });
    return null;
  }
  const { time } = subject.system;
  const rows = Math.ceil(time.steps / time.saveEvery) + 1;
  const numbers = samples * outputs.reduce((sum, output) => sum + (isOverTime(output) ? rows : 1), 0);
  if (numbers > mostNumbers) {
    report(ctx.sink, experiments.tooMuchKept, decl.name.span, { numbers, most: mostNumbers });
    return null;
  }
  const name = decl.name.text;
  ctx.shapes.set(name, sampleShape(name, distributions, outputs, endOf(subject.system), ctx));
  for (const shape of besideSensitivity(name, bands)) ctx.shapes.set(shape.name, shape);
  const base = experimentBase(decl, subject);
  return { kind: "sensitivity", ...base, distributions, samples, sampling, seed, outputs, bands };
}
