/**
 * One optimum out of many. Where several values of the own variables are optimal (the β of a non-radial measure, the
 * slacks of an additive one), which of them a solver returns is chance: the lexicographically largest in the
 * family's order of own variables is taken, so that no result depends on the solver or on a warm start.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { OptimalFace } from "./optimal-face.ts";
import type { LpSolution } from "./solver.ts";
import { settled } from "./standard-form.ts";

/** The solution with its own variables (and intensities to match) settled; itself where nothing is open. */
export function settleOwn(family: LpFamily, task: number, solution: LpSolution): LpSolution {
  if (family.own.length < 2) return solution;
  const face = new OptimalFace(family, task, solution, true);
  const started = face.simplex();
  if (!started) return solution;
  const { simplex, ownAt, slackAt } = started;
  const costs = new Float64Array(slackAt + face.loose.length);
  for (let at = 0; at < face.own.length && !simplex.settled(); at++) {
    costs.fill(0);
    face.setOwn(costs, at, 1, ownAt);
    // Unbounded only where the variable has no bearing on the optimum; then it stays where it is.
    simplex.maximize(costs);
  }
  const values = simplex.values();
  const own = new Float64Array(family.own.length);
  for (const [at, k] of face.own.entries()) own[k] = settled(face.ownValue(values, at, ownAt));
  const lambda = face.columns.flatMap((column, c) =>
    values[c] > 0 ? [{ column, value: settled(values[c]) }] : [],
  );
  const objective = own.reduce((sum, value, k) => {
    const cost = family.tasks[task].costs[k];
    return cost === 0 ? sum : sum + cost * value;
  }, 0);
  return { ...solution, objective, own, lambda };
}
