/**
 * The second phase: what the first phase's optimum leaves open is settled the same way for every solver.
 *
 * Own variables are held at their optimum; on the optimal face the weighted sum of row slacks is maximised (Ali &
 * Seiford 1993: two phases, never a non-Archimedean number); among the optima of that the intensities are the
 * lexicographically largest in the family's column order, so that peers are unique.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { certificateTolerance, primalViolation } from "./certificate.ts";
import { OptimalFace } from "./optimal-face.ts";
import type { LpSolution } from "./solver.ts";
import { settled } from "./standard-form.ts";
import { Vectors } from "./vectors.ts";

const vectors = new Vectors();

export interface SlackPhase {
  /** False if the face could not be worked on (numbers beyond repair, or an unbounded slack): then no numbers. */
  readonly ok: boolean;
  /** Non-zero intensities by column, sorted by column. */
  readonly lambda: readonly { readonly column: number; readonly value: number }[];
  /** |rhs − activity| by row, in the row's own unit; 0 on `=` rows and on rows with a price. */
  readonly slacks: Float64Array;
}

/** `weights` by row: what a unit of its slack counts; a slack that counts 0 is still free. */
export function slackPhase(
  family: LpFamily,
  task: number,
  solution: LpSolution,
  weights: Float64Array,
): SlackPhase {
  const slacks = vectors.take(family.rows.length);
  const failed: SlackPhase = { ok: false, lambda: [], slacks };
  if (solution.status !== "optimal") return failed;
  const face = new OptimalFace(family, task, solution, false);
  if (face.isPoint(slacks)) return { ok: true, lambda: solution.lambda, slacks };
  slacks.fill(0);
  const started = face.simplex();
  if (!started) return failed;
  const { simplex, slackAt } = started;
  const costs = new Float64Array(slackAt + face.loose.length);
  for (const [c, row] of face.loose.entries()) costs[slackAt + c] = weights[row]!;
  if (!simplex.maximize(costs)) return failed;
  for (let c = 0; c < face.columns.length && !simplex.settled(); c++) {
    simplex.maximize(costs.fill(0).fill(1, c, c + 1));
  }
  const values = simplex.values();
  const lambda = face.columns.flatMap((column, c) =>
    values[c]! > 0 ? [{ column, value: settled(values[c]!) }] : [],
  );
  for (const [c, row] of face.loose.entries()) slacks[row] = values[slackAt + c]!;
  const ok = primalViolation(family, task, lambda, solution.own) <= certificateTolerance;
  return { ok, lambda, slacks };
}
