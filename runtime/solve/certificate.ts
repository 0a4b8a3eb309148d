import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { LpSolution } from "./solver.ts";

/** Proof that an answer is right, from the original unscaled program alone. All figures are relative. */
export interface Certificate {
  readonly kind: "optimal" | "infeasible" | "none";
  /** Largest violation of a row or sign by the intensities and own variables. */
  readonly primal: number;
  /** Largest violation of a reduced cost or sign by the duals (or by the ray). */
  readonly dual: number;
  /** |primal objective − dual objective|, relative. */
  readonly gap: number;
  readonly holds: boolean;
}

export function certify(_family: LpFamily, _task: number, _solution: LpSolution): Certificate {
  throw new Error("not built yet");
}
