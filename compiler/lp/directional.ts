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

/**
 * The directional distance function of a network: each stage has a β of its own, none negative, and the objective weighs them (as
 * Fukuyama & Weber 2010 and Akther, Fukuyama & Weber 2013 sum the inefficiencies of stages):
 *
 *     max Σ w_s β_s : Σλ(s) x ≤ x − β_s gx, Σλ(s) y ≥ y + β_s gy, Σλ(s) b (= | ≤) b − β_s gb for each stage s, and the links
 *
 * `worth` of a point holds w_s at each variable of the stage, 0 where nothing of the stage moves.
 */
export function networkDirectionalFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
): LpFamily {
  const stages = form.stages!;
  return pulledFamily(name, form, reference, points, {
    sense: "max",
    own: stages.map((stage) => ({ name: `β ${stage}`, free: false })),
    costs: (point) =>
      Float64Array.from(stages, (stage) =>
        Math.max(0, ...form.variables.map((v, i) => (v.stage === stage ? point.worth[i]! : 0))),
      ),
    row: (i, point) => ({
      rhs: point.at[i]!,
      own: stages.indexOf(form.variables[i]!.stage!),
      by: towards(form, i) * point.move[i]!,
    }),
  });
}

/** A movement takes from inputs and bads, so it stands on their rows' left with a plus. */
function towards(form: TechnologyForm, i: number): 1 | -1 {
  return form.variables[i]!.role === "good" ? -1 : 1;
}
