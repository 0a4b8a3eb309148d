/** Slacks, targets, peers, prices and class of scored rows: what stands beside each optimal score. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { SlackPhase } from "../solve/slack-phase.ts";
import { slackPhase } from "../solve/slack-phase.ts";
import type { FrontierData } from "./frontier-data.ts";
import { methods } from "./methods.ts";
import type { Answer } from "./score-requests.ts";

export type ClassLabel = "efficient" | "weakly_efficient" | "inefficient";

/** Scores within this of the frontier, and slacks within this of zero, relative to the unit's size, count as on it. */
const onFrontier = 1e-7;

/** By variable of the technology, in its order. */
export interface Details {
  readonly slacks: Float64Array;
  readonly targets: Float64Array;
  readonly prices: Float64Array;
  readonly peers: SlackPhase["lambda"];
  /** Null where the second phase failed, so that slacks are unknown. */
  readonly class: ClassLabel | null;
}

/** The second phase of one optimal answer and what follows from it. */
export function detailsOf(data: FrontierData, row: number, answer: Answer): Details {
  const { family, task, solved } = answer.program!;
  const { variables } = data.technology;
  const means = columnMeans(family, variables.length);
  const normalized = data.spec.slacks === "normalized";
  const weights = new Float64Array(family.rows.length);
  for (const [i, variable] of variables.entries()) {
    if (family.rows[i]!.relation === "=" || variable.fixed) continue;
    weights[i] = normalized && means[i]! > 0 ? 1 / means[i]! : 1;
  }
  const { solution } = solved;
  const phase = slackPhase(family, task, solution, weights);
  const { rhs, own } = family.tasks[task]!;
  const abatement = family.own.findIndex((variable) => variable.name === "abatement");
  const slacks = new Float64Array(variables.length).fill(Number.NaN);
  const targets = new Float64Array(variables.length).fill(Number.NaN);
  const prices = new Float64Array(variables.length);
  for (const [i, variable] of variables.entries()) {
    // Under Shephard's factor an input row stands multiplied by it; its slack and its dual are taken back to the input's own unit.
    const scaled = abatement >= 0 && variable.role === "input";
    const factor = scaled ? solution.own[abatement]! : 1;
    const gain = variable.role === "good" ? 1 : -1;
    prices[i] = clear((family.sense === "min" ? gain : -gain) * solution.dual[i]! * factor);
    if (!phase.ok) continue;
    const slack = factor > 0 ? phase.slacks[i]! / factor : 0;
    const bound = scaled ? data.values[i]![row]! : rhs[i]! - own[i]! * solution.own[0]!;
    slacks[i] = slack;
    targets[i] = clear(variable.role === "good" ? bound + slack : bound - slack);
  }
  return {
    slacks,
    targets,
    prices,
    peers: phase.lambda,
    class: phase.ok ? classOf(data, row, answer, slacks, means) : null,
  };
}

/** No negative zero. */
function clear(value: number): number {
  return value === 0 ? 0 : value;
}

function classOf(
  data: FrontierData,
  row: number,
  answer: Answer,
  slacks: Float64Array,
  means: Float64Array,
): ClassLabel {
  const { variables } = data.technology;
  const size = (i: number) => Math.max(Math.abs(data.values[i]![row]!), means[i]!);
  const method = methods[data.spec.fn]!;
  const moves = variables.map((_, i) => (size(i) > 0 ? data.moves[i]![row]! / size(i) : 0));
  const distance = method.distance(answer.score, moves, data.spec);
  if (distance > onFrontier) return "inefficient";
  if (distance < -onFrontier) return "efficient";
  const slack = slacks.some((value, i) => !variables[i]!.fixed && value > onFrontier * size(i));
  return slack ? "weakly_efficient" : "efficient";
}

const meansOf = new WeakMap<LpFamily, Float64Array>();

/** Mean absolute amount of each variable over the reference units. */
function columnMeans(family: LpFamily, variables: number): Float64Array {
  const known = meansOf.get(family);
  if (known !== undefined) return known;
  const units = family.columns.filter((column) => column.kind === "lambda").length;
  const n = family.columns.length;
  const means = new Float64Array(variables);
  for (let i = 0; i < variables; i++) {
    for (let j = 0; j < units; j++) means[i]! += Math.abs(family.matrix[i * n + j]!) / units;
  }
  meansOf.set(family, means);
  return means;
}
