/** Checks `sweep`: ranges with steps, and what is kept of each run. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { experiments } from "../diagnostics/experiments.ts";
import type { Sweep } from "../model.ts";
import type { CheckContext } from "./context.ts";
import { checkSubject, experimentBase } from "./experiment.ts";
import { checkParameters, rangeValues } from "./experiment-parameters.ts";
import { checkOutputs, defaultOutputs, Settings } from "./experiment-settings.ts";
import { sweepShapes } from "./experiment-shape.ts";

const mostRuns = 100_000;

/** The checked sweep, the shape of its table set in the context; null after reported errors. */
export function checkSweep(decl: ast.ExperimentDecl, ctx: CheckContext): Sweep | null {
  const subject = checkSubject(decl, ctx);
  if (subject === null) return null;
  const settings = new Settings(decl, [], ctx);
  const ranges = checkParameters(decl, "range", subject, ctx, (entry, target) => {
    const read = rangeValues(entry, target, ctx);
    return read === null ? null : { ...target.varied, ...read };
  });
  // `all combinations` says what is done anyway.
  const all = settings.first("all");
  const [word] = all?.values ?? [];
  if (all !== undefined && !(word?.kind === "name" && word.name.text === "combinations"))
    settings.refuse(all, "`combinations`");
  const varied = new Set(ranges?.map((range) => range.variable));
  const values = settings.first("outputs")?.values ?? defaultOutputs(subject, varied);
  const outputs = checkOutputs(values, "an output of the sweep", "number", subject, ctx);
  if (ranges === null || outputs === null || !settings.ok) return null;
  const runs = ranges.reduce((product, { values: list }) => product * list.length, 1);
  if (runs > mostRuns) {
    report(ctx.sink, experiments.tooManyRuns, decl.name.span, {
      runs: runs.toLocaleString("en-US"),
      most: mostRuns,
    });
    return null;
  }
  for (const shape of sweepShapes(decl.name.text, ranges, outputs, ctx)) ctx.shapes.set(shape.name, shape);
  return { kind: "sweep", ...experimentBase(decl, subject), ranges, outputs };
}
