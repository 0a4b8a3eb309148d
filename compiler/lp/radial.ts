/**
 * Radial efficiency (Charnes, Cooper & Rhodes 1978; Banker, Charnes & Cooper 1984).
 *
 * Input:  min θ : Σλx ≤ θx for inputs that are not fixed, Σλx ≤ x for fixed ones (Banker & Morey 1986), Σλy ≥ y.
 * Output: max φ : Σλx ≤ x, Σλy ≥ φy.
 * Bads keep their observed amount and the rows that the technology's disposability gives them: the input form shrinks inputs
 * alone, the output form expands goods alone.
 */
import type { LpFamily } from "./lp-family.ts";
import { pulledFamily } from "./pulled-program.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/** One program for each point; θ or φ is the first own variable and free (its sign follows from the data). */
export function radialFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  orientation: "input" | "output",
): LpFamily {
  const moves = form.variables.map(
    (v) => v.role === (orientation === "input" ? "input" : "good") && !v.fixed,
  );
  return pulledFamily(name, form, reference, points, {
    sense: orientation === "input" ? "min" : "max",
    own: [{ name: orientation === "input" ? "θ" : "φ", free: true }],
    costs: () => Float64Array.of(1),
    row: (i, point) => {
      const amount = point.at[i]!;
      return moves[i] ? { rhs: 0, own: 0, by: -amount } : { rhs: amount, own: 0, by: 0 };
    },
  });
}
