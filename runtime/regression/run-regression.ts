/**
 * The run of a regression.
 *
 *     panel's rows ─▶ sample (complete rows) ─▶ estimate, perhaps of corrected scores ─▶ coefficients · fit · residuals
 */
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { regressions } from "../../language/diagnostics/regressions.ts";
import type { Model, Regression } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { Tally } from "../inference/tally.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierOptions } from "../measure/run-measure.ts";
import type { ProgramCount } from "../results.ts";
import type { Table } from "../tables/table.ts";
import { designOf } from "./design.ts";
import type { Estimate } from "./estimate.ts";
import { leastSquares } from "./least-squares.ts";
import { norm } from "./orthogonal-basis.ts";
import { quantileRegression } from "./quantile-regression.ts";
import { randomEffects } from "./random-effects.ts";
import { type ReadSample, readSample } from "./read-sample.ts";
import { coefficientTable, fitTable, residualTable } from "./result-tables.ts";
import { explainedScores } from "./score-bootstrap.ts";
import { tobit } from "./tobit.ts";
import { truncatedRegression } from "./truncated.ts";

/** The tables; none after errors, which are in the sink. The measures whose scores are explained have been computed. */
export function runRegression(
  regression: Regression,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): { readonly tables: readonly Table[]; readonly count?: ProgramCount } {
  const { sink } = options;
  const sample = readSample(regression, env);
  if (!isSound(regression, sample, sink)) return { tables: [] };
  const tally = new Tally();
  const found =
    regression.bootstrap === undefined
      ? { read: sample, estimate: estimateOf(regression, sample, sink) }
      : explainedScores(regression, sample, { model, env, options, tally });
  if (found !== null && "why" in found) {
    report(sink, regressions.noMaximum, regression.span, { estimator: "truncated", why: found.why });
    return { tables: [] };
  }
  if (found === null || found.estimate === null) return { tables: [] };
  const { read, estimate } = found;
  reportDropped(regression, estimate, sink);
  return {
    tables: [
      coefficientTable(regression, read, estimate),
      fitTable(regression, read, estimate),
      residualTable(regression, read, estimate),
    ],
    ...(regression.bootstrap?.algorithm === 2 && { count: tally.with(countPrograms(regression.name, [])) }),
  };
}

/** The estimate; null after a reported error. */
function estimateOf(regression: Regression, read: ReadSample, sink: Diagnostics): Estimate | null {
  const { estimator, errors, span, dependent } = regression;
  const { sample } = read;
  const refuse = (why: string): null => {
    report(sink, regressions.noMaximum, span, { estimator, why });
    return null;
  };
  switch (estimator) {
    case "ols":
      return leastSquares(sample, errors);
    case "random": {
      const estimate = randomEffects(sample, read.units!, errors);
      if (!("needed" in estimate)) return estimate;
      report(sink, regressions.tooFewUnits, span, estimate);
      return null;
    }
    case "tobit": {
      const beyond = beyondLimits(sample.y, regression.limits!);
      if (beyond !== null) {
        report(sink, regressions.beyondLimits, dependent.span, { label: dependent.label, ...beyond });
        return null;
      }
      const estimate = tobit(sample, regression.limits!, errors);
      return "why" in estimate ? refuse(estimate.why) : estimate;
    }
    case "truncated": {
      const estimate = truncatedRegression(sample, regression.limits!, errors);
      return "why" in estimate ? refuse(estimate.why) : estimate;
    }
    case "quantile":
      return quantileRegression(sample, regression.at!, errors);
  }
}

/** How many values lie beyond a limit at which they are censored. */
function beyondLimits(y: Float64Array, { low, high }: NonNullable<Regression["limits"]>) {
  const below = low === undefined ? 0 : y.filter((value) => value < low).length;
  const above = high === undefined ? 0 : y.filter((value) => value > high).length;
  if (below > 0) return { rows: below, limit: low!, side: "below" as const };
  return above > 0 ? { rows: above, limit: high!, side: "above" as const } : null;
}

/** Whether there is something to explain, and enough to explain it with. */
function isSound(regression: Regression, { sample, leftOut }: ReadSample, sink: Diagnostics): boolean {
  const { dependent, span, errors } = regression;
  const { y, fixed, clusters } = sample;
  const { rank } = designOf(sample).basis;
  if (y.length <= rank) {
    report(sink, regressions.tooFewRows, span, { rows: y.length, needed: rank, leftOut });
    return false;
  }
  const { rest } = designOf({ ...sample, terms: [] }).basis.project(y);
  if (norm(rest) <= 1e-13 * norm(y)) {
    const where = fixed.length === 0 ? "" : ` within ${fixed.map(({ name }) => `\`${name}\``).join(" and ")}`;
    report(sink, regressions.constantDependent, dependent.span, { label: dependent.label, where });
    return false;
  }
  if (clusters !== null && clusters.count < 2) {
    report(sink, regressions.oneCluster, span, { key: errors.by! });
    return false;
  }
  return true;
}

function reportDropped({ terms }: Regression, { design }: Estimate, sink: Diagnostics): void {
  for (const { label, of } of design.dropped) {
    const { span } = terms.find((term) => term.label === label)!;
    report(sink, regressions.collinear, span, { label, of });
  }
}
