/**
 * The range of each row's dual over all optimal duals of a program. The optimal value is a function of the right-hand side, and its
 * one-sided derivatives along a row are the extreme duals of that row (Gal 1986; for DEA Cooper, Ruiz & Sirvent 2007). Each derivative
 * is itself a program over the directions in which the optimum can move: intensities that are zero may only grow, positive ones move
 * freely, rows with slack do not bind.
 */
import type { LpColumn, LpFamily, LpRow, LpTask } from "./lp-family.ts";

/** An optimal point of a task. */
export interface OptimalPoint {
  readonly own: Float64Array;
  /** Positive intensities by column. */
  readonly lambda: readonly { readonly column: number; readonly value: number }[];
}

/** Slack below this share of the terms of its row is none. */
const tight = 1e-9;

/**
 * Two programs for each of `asked` rows, right-hand side up and down by one of its units: with v the change of the objective, the dual
 * lies between −v(down) and v(up) where the objective is minimised, between v(up) and −v(down) where it is maximised.
 */
export function priceRangeFamily(
  family: LpFamily,
  task: number,
  point: OptimalPoint,
  asked: readonly number[],
): LpFamily {
  const { own, excluded, costs } = family.tasks[task]!;
  const m = family.rows.length;
  const n = family.columns.length;
  const free = point.lambda.map(({ column }) => column);
  const width = n + free.length;
  const loose = looseRows(family, task, point);
  const kept = family.rows.flatMap((_, i) => (loose.has(i) ? [] : [i]));
  const rows: LpRow[] = kept.map((i) => family.rows[i]!);
  const matrix = new Float64Array(kept.length * width);
  for (const [r, i] of kept.entries()) {
    matrix.set(family.matrix.subarray(i * n, (i + 1) * n), r * width);
    for (const [k, column] of free.entries()) matrix[r * width + n + k] = -family.matrix[i * n + column]!;
  }
  const columns: LpColumn[] = [...family.columns, ...free.map((column) => family.columns[column]!)];
  const variables = family.own.map((variable, k) => ({
    ...variable,
    free: variable.free || point.own[k]! > 0,
  }));
  const coefficients = new Float64Array(variables.length * kept.length);
  for (let k = 0; k < variables.length; k++) {
    for (const [r, i] of kept.entries()) coefficients[k * kept.length + r] = own[k * m + i]!;
  }
  const step = (row: number, by: 1 | -1): LpTask => {
    const rhs = new Float64Array(kept.length);
    rhs[kept.indexOf(row)] = by;
    return { observation: row, rhs, own: coefficients, costs, excluded };
  };
  const bound = asked.filter((row) => !loose.has(row));
  return {
    name: `${family.name} price range`,
    rows,
    columns,
    matrix,
    own: variables,
    sense: family.sense,
    tasks: bound.flatMap((row) => [step(row, 1), step(row, -1)]),
  };
}

/** Inequalities that the point leaves slack in: their dual is zero. */
export function looseRows(family: LpFamily, task: number, point: OptimalPoint): ReadonlySet<number> {
  const { rhs, own } = family.tasks[task]!;
  const m = family.rows.length;
  const n = family.columns.length;
  const loose = new Set<number>();
  for (const [i, row] of family.rows.entries()) {
    if (row.relation === "=") continue;
    let activity = 0;
    let size = Math.abs(rhs[i]!);
    for (const { column, value } of point.lambda) {
      activity += family.matrix[i * n + column]! * value;
      size += Math.abs(family.matrix[i * n + column]! * value);
    }
    for (const [k, value] of point.own.entries()) {
      activity += own[k * m + i]! * value;
      size += Math.abs(own[k * m + i]! * value);
    }
    if (Math.abs(rhs[i]! - activity) > tight * size) loose.add(i);
  }
  return loose;
}
