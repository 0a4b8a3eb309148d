/**
 * The directional distance function (Chambers, Chung & Färe 1996; with bads Chung, Färe & Grosskopf 1997):
 *
 *     max β : Σλx ≤ x − βgx, Σλy ≥ y + βgy, Σλb (= | ≤) b − βgb,     g ≥ 0
 *
 * β is free: a unit beyond the frontier (another period's, or left out of its own reference set) has a negative one.
 */
import type { LpFamily } from "./lp-family.ts";
import { pulledFamily } from "./pulled-program.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/** One program for each point; β is the first own variable. */
export function directionalFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  return pulledFamily(name, form, reference, points, {
    sense: "max",
    own: [{ name: "β", free: true }],
    costs: () => Float64Array.of(1),
    row: (i, point) => ({ rhs: point.at[i]!, own: 0, by: towards(form, i) * point.move[i]! }),
  });
}

/**
 * The non-radial directional distance function (Zhou, Ang & Wang 2012; Färe & Grosskopf 2010): each moving variable has a β of
 * its own, none negative, and the objective weighs them:
 *
 *     max Σ w_v β_v : Σλx ≤ x − β_x gx, Σλy ≥ y + β_y gy, Σλb (= | ≤) b − β_b gb,     β ≥ 0
 *
 * @param moving the numbers of the variables that the direction moves; `worth` of a point holds w
 */
export function nonRadialFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  moving: readonly number[],
): LpFamily {
  return pulledFamily(name, form, reference, points, {
    sense: "max",
    own: moving.map((i) => ({
      name: `β ${form.variables[i]!.name}`,
      variable: form.variables[i]!.name,
      free: false,
    })),
    costs: (point) => Float64Array.from(moving, (i) => (point.move[i] === 0 ? 0 : point.worth[i]!)),
    row: (i, point) => {
      const own = moving.indexOf(i);
      const by = own < 0 ? 0 : towards(form, i) * point.move[i]!;
      return { rhs: point.at[i]!, own: Math.max(0, own), by };
    },
  });
}

/** A movement takes from inputs and bads, so it stands on their rows' left with a plus. */
function towards(form: TechnologyForm, i: number): 1 | -1 {
  return form.variables[i]!.role === "good" ? -1 : 1;
}
