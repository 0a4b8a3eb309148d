/**
 * Why a program has no solution, to the last row: a smallest set of rows that conflict, found by deletion (Chinneck & Dravnieks 1991).
 * An equation counts as its two inequalities. Each row that stays is needed: without it there would be a solution.
 */
import type { LpFamily, LpRow } from "../../compiler/lp/lp-family.ts";
import { solveFamily } from "../solve/solve-family.ts";

export interface Conflict {
  readonly row: LpRow;
  /** The side of it that conflicts. */
  readonly relation: "<=" | ">=";
}

/** The rows of a minimal conflict, in the program's order; within `withSolvers`. */
export function minimalConflict(family: LpFamily, task: number): Conflict[] {
  const sides = family.rows.flatMap((row, i) =>
    (row.relation === "=" ? (["<=", ">="] as const) : [row.relation]).map((relation) => ({
      row,
      relation,
      i,
    })),
  );
  let kept = sides;
  for (const side of sides) {
    const without = kept.filter((one) => one !== side);
    if (without.length > 0 && isInfeasible(family, task, without)) kept = without;
  }
  return kept.map(({ row, relation }) => ({ row, relation }));
}

function isInfeasible(
  family: LpFamily,
  index: number,
  sides: readonly { readonly i: number; readonly row: LpRow; readonly relation: "<=" | ">=" }[],
): boolean {
  const task = family.tasks[index]!;
  const n = family.columns.length;
  const m = family.rows.length;
  const matrix = new Float64Array(sides.length * n);
  for (const [r, { i }] of sides.entries()) matrix.set(family.matrix.subarray(i * n, (i + 1) * n), r * n);
  const own = new Float64Array(family.own.length * sides.length);
  for (let k = 0; k < family.own.length; k++) {
    for (const [r, { i }] of sides.entries()) own[k * sides.length + r] = task.own[k * m + i]!;
  }
  const rhs = Float64Array.from(sides, ({ i }) => task.rhs[i]!);
  const rows = sides.map(({ row, relation }): LpRow => ({ ...row, relation }));
  // Whether there is any point does not depend on the objective, and without one no program is unbounded.
  const costs = new Float64Array(family.own.length);
  const [solved] = solveFamily({ ...family, rows, matrix, tasks: [{ ...task, rhs, own, costs }] });
  return solved!.solution.status === "infeasible" && solved!.certificate.holds;
}
