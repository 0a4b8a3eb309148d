/** What a unit of each row's slack counts in the second phase. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { FrontierData } from "./frontier-data.ts";

/** By row. Fixed inputs and rows that are equal anyway have no slack to maximise. */
export function slackWeights(data: FrontierData, family: LpFamily): Float64Array {
  const { variables } = data.technology;
  const means = columnMeans(family, variables.length);
  const weights = new Float64Array(family.rows.length);
  for (const [i, variable] of variables.entries()) {
    if (family.rows[i]!.relation === "=" || variable.fixed) continue;
    weights[i] = data.spec.slacks === "normalized" && means[i]! > 0 ? 1 / means[i]! : 1;
  }
  return weights;
}

const meansOf = new WeakMap<LpFamily, Float64Array>();

/** Mean absolute amount of each variable over the reference units; emissions may have columns of their own. */
export function columnMeans(family: LpFamily, variables: number): Float64Array {
  const known = meansOf.get(family);
  if (known !== undefined) return known;
  const [first] = family.columns;
  const units = family.columns.filter(
    ({ kind, stage }) => kind === "lambda" && stage === first?.stage,
  ).length;
  const n = family.columns.length;
  const means = new Float64Array(variables);
  for (let i = 0; i < variables; i++) {
    for (let j = 0; j < n; j++) {
      const { kind } = family.columns[j]!;
      if (kind === "lambda" || kind === "nu") means[i]! += Math.abs(family.matrix[i * n + j]!) / units;
    }
  }
  meansOf.set(family, means);
  return means;
}
