import { report } from "../../language/diagnostics/entry.ts";
import { experiments } from "../../language/diagnostics/experiments.ts";
import type { Sensitivity } from "../../language/model.ts";
import type { Table } from "../tables/table.ts";
import { bandsTable } from "./bands-table.ts";
import { indicesTable } from "./indices-table.ts";
import { type ManyRuns, runAll, warnOfFailures } from "./run-all.ts";
import type { ExperimentOptions } from "./run-experiment.ts";
import { samplePoints } from "./sample-points.ts";
import { sampledValue } from "./sampled-values.ts";
import { samplesTable } from "./samples-table.ts";
import { tornadoTable } from "./tornado-table.ts";
import { subjectSystem, VariedRuns } from "./varied-runs.ts";

/**
 * Runs a sensitivity. For d parameters and n samples, points in 2d dimensions are drawn: the first d make sample A, the others
 * sample B. The tables show A; B and, for each parameter, A with that parameter from B serve the variance-based indices, which a
 * Latin hypercube has not, as its points are not independent of each other.
 *
 * Tables: the samples, `.bands`, `.indices` (of two or more parameters) and `.tornado`.
 */
export function runSensitivity(sensitivity: Sensitivity, options: ExperimentOptions): Table[] | null {
  const { distributions, samples, sampling, seed, outputs, system, name } = sensitivity;
  const { model, env, sink, progress, pool } = options;
  const subject = subjectSystem(sensitivity, model);
  const values = distributions.map((parameter) => sampledValue(parameter, env, sink));
  if (!values.every((value) => value !== null)) return null;
  const runs = VariedRuns.make(subject, distributions, env, sink);
  if (runs === null) return null;
  const d = distributions.length;
  const withIndices = sampling !== "latin" && d > 1;
  const sets = withIndices ? d + 2 : 1;
  const unit = samplePoints(sampling, samples, withIndices ? 2 * d : d, seed);
  const valued = (offset: number) =>
    unit.map((point) => Float64Array.from(values, (value, i) => value(point[offset + i])));
  let set = 0;
  const runSet = (points: readonly Float64Array[]): ManyRuns => {
    const before = set++ * samples;
    return runAll(runs, points, outputs, system, env, {
      progress: (done) => progress?.(before + done, sets * samples),
      pool,
    });
  };
  const a = valued(0);
  const own = runSet(a);
  if (own.outputs === null) {
    const why = own.tally.first!.why;
    report(sink, experiments.allRunsFail, sensitivity.span, { name, runs: samples, why });
    return null;
  }
  const tornado = tornadoTable(sensitivity, subject, values, own.outputs, options);
  if (tornado === null) return null;
  const tables = [samplesTable(sensitivity, a, own), bandsTable(sensitivity, own)];
  if (withIndices) {
    const b = valued(d);
    const other = runSet(b);
    const mixed = distributions.map((_, i) =>
      runSet(a.map((point, j) => point.map((value, k) => (k === i ? b[j][k] : value)))),
    );
    tables.push(indicesTable(sensitivity, own, other, mixed));
  }
  warnOfFailures(sensitivity, own.tally, (place) => `sample ${place + 1}`, sink);
  return [...tables, tornado];
}
