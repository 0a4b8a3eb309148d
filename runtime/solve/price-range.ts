/**
 * How far an optimum leaves prices open. A degenerate one (most units on the frontier have it) has many optimal dual
 * vectors; the least and the greatest dual of a row are the optimum's one-sided derivatives by its right-hand side.
 *
 * With an optimal point (λ*, z*, slack s*) the optimal duals are exactly the feasible π with π·a_j = 0 where λ*_j > 0,
 * π_i = 0 where s*_i > 0 and π·own_k = cost_k where z*_k > 0. So the derivative along d is the optimum of
 *
 *     costs · z :  Σ a_j λ_j + Σ own_k z_k (≤ | = | ≥) d     with those λ_j, s_i and z_k free and all others ≥ 0,
 *
 * a program over all columns of the family that is solved and certified like any other (Gal 1986; for DEA Cooper,
 * Ruiz & Sirvent 2007). Where it has no point, the price has no bound on that side.
 */
import type { LpFamily, LpTask, OwnVariable } from "../../compiler/lp/lp-family.ts";
import { solveFamily } from "./solve-family.ts";
import type { LpSolution } from "./solver.ts";
import { rowMagnitudes } from "./standard-form.ts";

/** An intensity, slack or own variable is 0 when in every row it takes no larger part than this. */
const zero = 1e-9;

/** By row of the family; ±Infinity where there is no bound, NaN where none could be proved. */
export interface PriceRange {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The least and the greatest optimal dual of each row, with the signs of `LpSolution.dual`. */
export function priceRange(family: LpFamily, task: number, solution: LpSolution): PriceRange {
  const tangent = tangentFamily(family, task, solution);
  if (tangent === null) return { low: solution.dual.slice(), high: solution.dual.slice() };
  const derivatives = solveFamily(tangent).map(({ solution: found, certificate }) => {
    if (!certificate.holds) return Number.NaN;
    if (found.status === "optimal") return found.objective;
    if (found.status !== "infeasible") return Number.NaN;
    return family.sense === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  });
  const upwards = Float64Array.from(family.rows, (_, i) => derivatives[2 * i] + 0);
  const downwards = Float64Array.from(family.rows, (_, i) => -derivatives[2 * i + 1] + 0);
  // A minimum is convex in its right-hand side, a maximum concave.
  return family.sense === "min" ? { low: downwards, high: upwards } : { low: upwards, high: downwards };
}

/** Two tasks for each row: its right-hand side one more, and one less. Null where no price is open. */
function tangentFamily(family: LpFamily, index: number, solution: LpSolution): LpFamily | null {
  const { rows, columns, matrix } = family;
  const task = family.tasks[index];
  const m = rows.length;
  const n = columns.length;
  const activity = new Float64Array(m);
  const sizes = sizesOf(family, task, solution, activity);
  const counts = (coefficient: (row: number) => number, value: number) => {
    for (let i = 0; i < m; i++) if (Math.abs(coefficient(i) * value) > zero * sizes[i]) return true;
    return false;
  };
  const used = solution.lambda.filter(({ column, value }) => counts((i) => matrix[i * n + column], value));
  const loose = rows.flatMap((row, i) =>
    row.relation !== "=" && Math.abs(activity[i] - task.rhs[i]) > zero * sizes[i] ? [i] : [],
  );
  const own = family.own.map(
    (variable, k): OwnVariable => ({
      ...variable,
      free: variable.free || counts((i) => task.own[k * m + i], solution.own[k]),
    }),
  );
  const held = own.filter((variable) => variable.free).length;
  // A vertex with a positive variable for every row has one dual only.
  if (used.length + loose.length + held >= m) return null;

  const free: OwnVariable = { name: "", free: true };
  const width = own.length + used.length + loose.length;
  const coefficients = new Float64Array(width * m);
  coefficients.set(task.own);
  for (const [c, { column }] of used.entries()) {
    for (let i = 0; i < m; i++) coefficients[(own.length + c) * m + i] = matrix[i * n + column];
  }
  for (const [c, row] of loose.entries()) coefficients[(own.length + used.length + c) * m + row] = 1;
  const costs = new Float64Array(width);
  costs.set(task.costs);
  const excluded = [...task.excluded, ...used.map(({ column }) => column)].sort((a, b) => a - b);
  const towards = (row: number, step: number): LpTask => {
    const rhs = new Float64Array(m);
    rhs[row] = step;
    return { observation: task.observation, rhs, own: coefficients, costs, excluded };
  };
  return {
    ...family,
    own: [...own, ...used.map(() => free), ...loose.map(() => free)],
    tasks: rows.flatMap((_, row) => [towards(row, 1), towards(row, -1)]),
  };
}

/** What each row's terms add up to without their signs; fills in what they add up to with them. */
function sizesOf(family: LpFamily, task: LpTask, solution: LpSolution, activity: Float64Array): Float64Array {
  const m = family.rows.length;
  const n = family.columns.length;
  const magnitudes = rowMagnitudes(family);
  let mass = 0;
  for (const { value } of solution.lambda) mass += value;
  return Float64Array.from(family.rows, (_, i) => {
    let size = Math.abs(task.rhs[i]);
    for (const { column, value } of solution.lambda) {
      const term = family.matrix[i * n + column] * value;
      activity[i] += term;
      size += Math.abs(term);
    }
    for (let k = 0; k < family.own.length; k++) {
      const term = task.own[k * m + i] * solution.own[k];
      activity[i] += term;
      size += Math.abs(term);
    }
    // Where all of it should be 0, it is rounding of numbers as large as a mean unit's.
    return Math.max(size, 1e-6 * mass * magnitudes[i]);
  });
}
