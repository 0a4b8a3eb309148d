import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Calibration } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import { type Fit, fitParameters } from "./fit-parameters.ts";
import { fitTable, residualsTable } from "./fit-tables.ts";
import { matchTargets, type Targets } from "./match-targets.ts";
import { numberText } from "./number-text.ts";
import { runAll } from "./run-all.ts";
import type { ExperimentOptions } from "./run-experiment.ts";
import { samplePoints } from "./sample-points.ts";
import { labelColumn, numberColumn } from "./table-columns.ts";
import { subjectSystem, VariedRuns } from "./varied-runs.ts";

/**
 * Looks for the parameters at which the run is nearest to the data: the least sum, over what is matched, of its weight times the
 * mean of squared relative errors ((s − d)/|d|)²; where some of the data are 0, of errors relative to their mean size.
 *
 * Tables: the parameters, `.fit` and `.residuals`.
 */
export function runCalibration(calibration: Calibration, options: ExperimentOptions): Table[] | null {
  const { parameters, matches, seed, name, system } = calibration;
  const { model, env, sink, progress } = options;
  const runs = VariedRuns.make(subjectSystem(calibration, model), parameters, env, sink);
  if (runs === null) return null;
  const d = parameters.length;
  const valuesAt = (x: Float64Array) =>
    x.map((v, i) => parameters[i].low + v * (parameters[i].high - parameters[i].low));
  const starts = samplePoints("sobol", Math.min(512, 16 * 2 ** Math.ceil(Math.log2(d + 1))), d, seed);
  const first = runAll(runs, starts.slice(0, 16).map(valuesAt), matches, system, env);
  if (first.outputs === null) {
    const why = first.tally.first!.why;
    report(sink, experiments.allRunsFail, calibration.span, { name, runs: 16, why });
    return null;
  }
  const { outputs } = first;
  const targets = matchTargets(calibration, outputs, env, sink);
  if (targets === null) return null;
  const scales = targetScales(calibration, targets);
  const read = (x: Float64Array) => {
    const outcome = runs.run(valuesAt(x));
    return "why" in outcome ? null : outputs.read(outcome.run);
  };
  const residuals = (x: Float64Array): Float64Array | null => {
    const run = read(x);
    if (run === null) return null;
    const r = Float64Array.from(
      targets.matched,
      ({ column, place, data }, i) => (run[column][place] - data) / scales[i],
    );
    return r.every(Number.isFinite) ? r : null;
  };
  const fit = fitParameters(starts, residuals, progress);
  const best = fit === null ? null : read(fit.x);
  if (fit === null || best === null) {
    const why = "no run has a value for all data";
    report(sink, experiments.allRunsFail, calibration.span, { name, runs: starts.length, why });
    return null;
  }
  return [
    parametersTable(calibration, fit, valuesAt(fit.x), targets),
    fitTable(calibration, targets, outputs, best),
    residualsTable(calibration, targets, outputs, best),
  ];
}

/** What an error is divided by, so that the squares add up to the loss. */
function targetScales({ matches }: Calibration, { matched }: Targets): Float64Array {
  const scales = new Float64Array(matched.length);
  for (const match of matches) {
    const own = matched.flatMap((target, i) => (target.match === match ? [i] : []));
    const sizes = own.map((i) => Math.abs(matched[i].data));
    const size = sizes.includes(0) ? sizes.reduce((sum, s) => sum + s, 0) / sizes.length || 1 : undefined;
    own.forEach((i, k) => {
      scales[i] = (size ?? sizes[k]) * Math.sqrt(own.length / match.weight);
    });
  }
  return scales;
}

function parametersTable(
  { name, parameters, matches, test }: Calibration,
  fit: Fit,
  values: Float64Array,
  { matched, tested }: Targets,
): Table {
  const weights = matches.map((match) => `${match.label}${match.weight === 1 ? "" : ` × ${match.weight}`}`);
  const end = fit.x.map((x) => (x <= 1e-6 ? -1 : x >= 1 - 1e-6 ? 1 : 0));
  const untested =
    test === undefined || tested.length > 0
      ? []
      : [`No data fall on a saved time from ${test.from} to ${test.to}: the fit is not tested.`];
  const errors = fit.errors.map((error, i) => error * (parameters[i].high - parameters[i].low));
  const idle = fit.idle.map(
    (i) => `Nothing that is matched depends on ${parameters[i].name}: its value means nothing.`,
  );
  const bounds = parameters.flatMap((p, i) =>
    end[i] === 0 || fit.idle.includes(i)
      ? []
      : [`${p.name} stands at its ${end[i] < 0 ? "lower" : "upper"} bound: a better fit may lie beyond it.`],
  );
  const bound = fit.correlated.map(
    ([i, j, r]) =>
      `${parameters[i].name} and ${parameters[j].name} can hardly be told apart by these data (correlation ${r.toFixed(2)}).`,
  );
  return {
    name,
    rows: parameters.length,
    columns: [
      labelColumn(
        "parameter",
        "dimension",
        parameters.map((p) => p.name),
      ),
      labelColumn(
        "unit",
        "label",
        parameters.map((p) => p.unit?.text ?? null),
      ),
      numberColumn("value", null, values),
      numberColumn(
        "low",
        null,
        parameters.map((p) => p.low),
      ),
      numberColumn(
        "high",
        null,
        parameters.map((p) => p.high),
      ),
      labelColumn(
        "at_bound",
        "label",
        Array.from(end, (e) => (e < 0 ? "low" : e > 0 ? "high" : null)),
      ),
      numberColumn("standard_error", null, errors),
    ],
    notes: [
      `Least weighted mean of squared relative errors of ${weights.join(", ")} (${matched.length} data): ${numberText(fit.loss)}, found in ${fit.runs.toLocaleString("en-US")} runs; ${fit.agreeing} of ${fit.starts} searches ended there.`,
      ...(fit.agreeing < fit.starts
        ? ["Searches that ended elsewhere found a worse fit or other parameters with the same one."]
        : []),
      ...idle,
      ...bounds,
      ...bound,
      ...untested,
      "Standard errors take the errors for independent, which those of data over time seldom are: they are lower bounds.",
    ],
  };
}
