/** Measures that move inputs and outputs at once by more than one straight line. */
import { epsilonBasedFamily } from "../../compiler/lp/epsilon-based.ts";
import { hyperbolicFamily, nextTangent } from "../../compiler/lp/hyperbolic.ts";
import type { MeasureSpec } from "../../language/model.ts";
import { affinities } from "./affinity.ts";
import type { Method } from "./method.ts";
import { objectiveOf } from "./method.ts";
import type { Worth, WorthInput } from "./worth.ts";

export const hyperbolic: Method = {
  family: (name, form, reference, points, { orientation }) =>
    hyperbolicFamily(name, form, reference, points, orientation === "output" ? "output" : "none"),
  around: ({ status, objective }, { around }) =>
    status === "optimal" ? nextTangent(objective, around) : null,
  efficiency: (score) => score,
  symbol: () => "θ",
};

/** Which roles an orientation counts. */
function sides({ orientation }: MeasureSpec): readonly ("input" | "good")[] {
  return orientation === "none" ? ["input", "good"] : [orientation === "output" ? "good" : "input"];
}

export const ebm: Method = {
  family: (name, form, reference, points, { orientation = "input" }) =>
    epsilonBasedFamily(name, form, reference, points, orientation),
  worth: epsilonWeights,
  score: (solution, { orientation }) =>
    orientation === "output" ? 1 / objectiveOf(solution) : objectiveOf(solution),
  slope: (objective, _point, { orientation }) => (orientation === "output" ? 1 / objective ** 2 : 1),
  efficiency: (score) => score,
  symbol: ({ orientation }) => (orientation === "none" ? "K" : orientation === "output" ? "τ" : "γ"),
  columns: ({ point }, variables) => {
    const columns: Record<string, number> = {};
    for (const role of ["input", "good"] as const) {
      const block = variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
      const parts = block.map((i) => point.worth[i]! * point.at[i]!);
      const epsilon = parts.reduce((sum, part) => sum + part, 0);
      columns[`epsilon.${role}`] = epsilon;
      // Where ε is zero all are alike, and their weights equal.
      for (const [k, i] of block.entries())
        columns[`weight.${variables[i]!.name}`] = epsilon > 0 ? parts[k]! / epsilon : 1 / block.length;
    }
    return columns;
  },
};

/** ε·w/x of the inputs, ε·w/y of the goods that count. */
function epsilonWeights({ variables, at, reference }: WorthInput, spec: MeasureSpec): Worth {
  const found = affinities(reference, variables);
  if (typeof found === "string") return found;
  const worth = new Float64Array(variables.length);
  for (const role of sides(spec)) {
    const block = variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
    const zero = block.find((i) => at[i] === 0);
    if (zero !== undefined)
      return `${variables[zero]!.name} is zero, and its slack has nothing to be relative to`;
    const { epsilon, weights } = found[role];
    for (const [k, i] of block.entries()) worth[i] = (epsilon * weights[k]!) / at[i]!;
  }
  return worth;
}
