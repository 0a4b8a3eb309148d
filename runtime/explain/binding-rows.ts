import type { Details } from "../measure/details.ts";
import { intensityDivisor } from "../measure/details.ts";
import type { Program } from "../measure/score-requests.ts";

/** By row whether it holds with equality at the solution that is shown, within 1e−7 of its terms. */
export function bindingRows(program: Program, details: Details): boolean[] {
  const { family, task, solved } = program;
  const { rhs, own } = family.tasks[task]!;
  const m = family.rows.length;
  const n = family.columns.length;
  const divisor = intensityDivisor(program);
  return family.rows.map((_, i) => {
    let activity = 0;
    let size = Math.abs(rhs[i]!);
    const term = (value: number) => {
      activity += value;
      size += Math.abs(value);
    };
    for (const { column, value } of details.peers) term(family.matrix[i * n + column]! * value * divisor);
    for (const [k, value] of solved.solution.own.entries()) term(own[k * m + i]! * value);
    return Math.abs(activity - rhs[i]!) <= 1e-7 * size;
  });
}
