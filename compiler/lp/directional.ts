/**
 * The directional distance function (Chambers, Chung & Färe 1996; with bads Chung, Färe & Grosskopf 1997):
 *
 *     max β : Σλx ≤ x − βgx, Σλy ≥ y + βgy, Σλb (= | ≤) b − βgb,     g ≥ 0
 *
 * β is free: a unit beyond the frontier (another period's, or left out of its own reference set) has a negative one.
 */
import type { LpFamily } from "./lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { pulledFamily } from "./technology-matrix.ts";

/** One program for each point; β is the first own variable. */
export function directionalFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  return pulledFamily(name, form, reference, points, {
    name: "β",
    sense: "max",
    row: (i, point) => ({
      rhs: point.at[i]!,
      own: form.variables[i]!.role === "good" ? -point.move[i]! : point.move[i]!,
    }),
  });
}
