/**
 * By-production (Murty, Russell & Levkoff 2012, JEEM 64, eqs. 3.6–3.8 and 4.1): a technology is where two meet. One makes goods of all
 * inputs, the other emissions of the polluting inputs x₂, each with intensities of its own:
 *
 *     T₁: Σλx ≤ x, Σλy ≥ y          T₂: Σνx₂ ≥ x₂, Σνb ≤ b
 *
 * More of a polluting input is freely disposable in T₁, but in T₂ it cannot go with less emission than a mix of units that use at
 * least as much of it (costly disposability).
 */
import type { LpRow } from "./lp-family.ts";
import type { TechnologyForm } from "./technology-matrix.ts";

/** Whether emissions have a set, and intensities, of their own. */
export function hasEmissionSet({ variables, disposability }: TechnologyForm): boolean {
  return disposability === "by_production" && variables.some((v) => v.role === "bad");
}

/** The rows of the polluting inputs in T₂, and the variables that they are of. */
export function emissionRows({ variables }: TechnologyForm): { readonly row: LpRow; readonly of: number }[] {
  return variables.flatMap(({ name, polluting, span }, of) =>
    polluting === true
      ? [{ row: { relation: ">=", kind: "input", variable: name, label: `${name} burnt`, span }, of }]
      : [],
  );
}
