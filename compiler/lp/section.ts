/**
 * How far one variable can go where another one has a given amount and all others keep theirs: the boundary of a two-dimensional section
 * of the technology.
 *
 *     best y : (X, y, v) ∈ T      where v are the other variables of a unit, as it has them
 *
 * For a convex technology the best y is a concave function of X (convex where less is better), and the dual of X's row is one of its
 * slopes there (Bertsimas & Tsitsiklis 1997, theorem 5.1 and section 5.3).
 */
import type { LpFamily } from "./lp-family.ts";
import { pulledFamily } from "./pulled-program.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/** The best y for each X that the points have as their amount of x. */
export function boundaryFamily(
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  y: number,
  sense: "min" | "max",
): LpFamily {
  return pulledFamily("boundary", form, reference, points, {
    sense,
    own: [{ name: "y", free: true }],
    costs: () => Float64Array.of(1),
    row: (i, point) => (i === y ? { rhs: 0, own: 0, by: -1 } : { rhs: point.at[i]!, own: 0, by: 0 }),
  });
}

/** The least or greatest x that the technology allows at any y. */
export function reachFamily(
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  x: number,
  y: number,
  sense: "min" | "max",
): LpFamily {
  return pulledFamily("reach", form, reference, points, {
    sense,
    own: [
      { name: "x", free: true },
      { name: "y", free: true },
    ],
    costs: () => Float64Array.of(1, 0),
    row: (i, point) => {
      if (i === x || i === y) return { rhs: 0, own: i === x ? 0 : 1, by: -1 };
      return { rhs: point.at[i]!, own: 0, by: 0 };
    },
  });
}
