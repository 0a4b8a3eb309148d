import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { LpSolution } from "./solver.ts";

export interface SlackPhase {
  readonly ok: boolean;
  /** Non-zero intensities by column, sorted by column. */
  readonly lambda: readonly { readonly column: number; readonly value: number }[];
  /** |rhs − activity| by row, in the row's own unit; 0 on `=` rows. */
  readonly slacks: Float64Array;
}

export function slackPhase(
  _family: LpFamily,
  _task: number,
  _solution: LpSolution,
  _weights: Float64Array,
): SlackPhase {
  throw new Error("not built yet");
}
