/** What a measure does with numbers: its program, its score, how big its efficiency is. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import type { MeasureSpec, Technology, Variable } from "../../language/model.ts";
import type { SlackPhase } from "../solve/slack-phase.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import type { LpSolution } from "../solve/solver.ts";
import type * as worth from "./worth.ts";

export type Build = (
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  spec: MeasureSpec,
) => LpFamily;

/** A solved program of a measure. */
export interface Solution {
  readonly family: LpFamily;
  readonly point: Point;
  readonly solved: { readonly solution: LpSolution; readonly slackPhase: SlackPhase | null };
}

export interface Method {
  readonly family: Build;
  /** What `worth` of a point is; absent where its program has none. */
  worth?(input: worth.WorthInput, spec: MeasureSpec): worth.Worth;
  /** The program's objective where absent. */
  score?(solution: Solution, spec: MeasureSpec): number;
  /** |∂score/∂objective|, to make prices of duals; 1 where absent, NaN where the objective alone does not tell the score. */
  slope?(objective: number, point: Point, spec: MeasureSpec): number;
  /** Bigger is better, 1 on the frontier; NaN where the score has none. */
  efficiency(score: number, spec: MeasureSpec): number;
  /** The field's sign for the score. */
  symbol(spec: MeasureSpec): string;
  /** Columns of its own, by the name in the table. */
  columns?(
    program: Solution,
    variables: readonly Variable[],
    technology: Technology,
  ): Readonly<Record<string, number>>;
  /** Further ones, of all rows at once; null stands for a row without a solution. */
  table?(
    programs: readonly (Solution | null)[],
    technology: Technology,
    options: SolveOptions,
  ): Readonly<Record<string, Float64Array>>;
  /** Whether it takes negative amounts where units are not scaled (vrs). */
  readonly takesNegative?: boolean;
  /** Whether the class follows from the score alone, because amounts may be traded for each other. */
  readonly byScore?: boolean;
  /** The program that scores efficient units, and those beyond the frontier, where `super` is asked; its efficiency is its score. */
  readonly beyond?: {
    readonly model: string;
    readonly family: Build;
    score(solution: Solution, spec: MeasureSpec): number;
  };
  /**
   * For what is no linear program: where to make it linear next, null once that is where its solution lies. Points of such a measure
   * begin at 1.
   */
  around?(solution: LpSolution, point: Point): number | null;
  /** What `model` calls the ordinary program. */
  readonly model?: string;
}

/** 1/(1 + score): 1 where nothing is left to gain. */
export function ofInefficiency(score: number): number {
  return 1 + score > 0 ? 1 / (1 + score) : Number.NaN;
}

export function objectiveOf({ solved }: Solution): number {
  return solved.solution.objective;
}
