/**
 * The hyperbolic (graph) measure (Färe, Grosskopf & Lovell 1985, ch. 5; with bads Färe, Grosskopf, Lovell & Pasurka 1989):
 *
 *     min θ : Σλx ≤ θx, Σλy ≥ y/θ, Σλb (= | ≤) θb
 *
 * It is no linear program, but a convex one: only 1/θ is curved, and (Σλy)·θ ≥ y is a convex set. With the tangent at u in place of
 * 1/θ,
 *
 *     Σλy ≥ (2/u − θ/u²) y,
 *
 * it is linear, and never asks more than the curve. So each such program's optimum is a proven lower bound of θ. Taking each as the next
 * u is Newton's method: from below it climbs, and converges quadratically; where θ = u the tangent touches, the point is feasible for
 * the curve too, and the certificate of that last program is one of the whole. (The tangent at u = 1 is the linear approximation of the
 * 1989 article.) Under crs one step more is known: θ² is the optimum of min ψ : Σλx ≤ ψx, Σλy ≥ y, Σλb (= | ≤) ψb.
 */
import type { LpFamily } from "./lp-family.ts";
import { pulledFamily } from "./pulled-program.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/**
 * One program for each point, linear about its `around` (1 where it has none); θ is the first own variable.
 * @param orientation `output` leaves inputs as they are
 */
export function hyperbolicFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  orientation: "none" | "output",
): LpFamily {
  const still = form.variables.map(
    ({ role, fixed }) => role === "input" && (fixed || orientation === "output"),
  );
  return pulledFamily(name, form, reference, points, {
    sense: "min",
    own: [{ name: "θ", free: false }],
    costs: () => Float64Array.of(1),
    row: (i, { at, around = 1 }) => {
      const amount = at[i]!;
      if (still[i]) return { rhs: amount, own: 0, by: 0 };
      if (form.variables[i]!.role !== "good") return { rhs: 0, own: 0, by: -amount };
      return { rhs: (2 * amount) / around, own: 0, by: amount / around ** 2 };
    },
  });
}

/** Where the tangent touches closely enough: the curve is missed by the square of this. */
const touching = 1e-9;

/** The next point of Newton's method after a program about `around` gave θ; null once it touches. */
export function nextTangent(theta: number, around = 1): number | null {
  if (Math.abs(theta - around) <= touching * around) return null;
  // Far from the curve's bend a step may overshoot to nothing; any point above zero serves to go on from.
  return Math.max(theta, around / 8);
}
