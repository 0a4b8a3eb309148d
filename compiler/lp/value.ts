/**
 * Least cost and greatest revenue (Farrell 1957; Färe, Grosskopf & Lovell 1985) and greatest profit (Chambers, Chung & Färe 1998);
 * `worth` holds the prices, those of inputs negative for profit.
 *
 *     cost:    min Σ w x̂ : Σλx ≤ x̂, Σλy ≥ y          revenue: max Σ p ŷ : Σλx ≤ x, Σλy ≥ ŷ
 *     profit:  max Σ p ŷ − Σ w x̂ : Σλx ≤ x̂, Σλy ≥ ŷ
 *
 * Fixed inputs and bads keep their amount and the rows of the technology.
 */
import type { LpFamily } from "./lp-family.ts";
import { pulledFamily } from "./pulled-program.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";

/** One program for each point; the amounts chosen are its own variables. */
export function valueFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  what: "cost" | "revenue" | "profit",
): LpFamily {
  const roles = what === "cost" ? ["input"] : what === "revenue" ? ["good"] : ["input", "good"];
  const chosen = form.variables.flatMap((v, i) => (roles.includes(v.role) && !v.fixed ? [i] : []));
  return pulledFamily(name, form, reference, points, {
    sense: what === "cost" ? "min" : "max",
    own: chosen.map((i) => {
      const variable = form.variables[i]!.name;
      return { name: `amount ${variable}`, variable, free: false };
    }),
    costs: (point) => Float64Array.from(chosen, (i) => point.worth[i]!),
    row: (i, point) => {
      const own = chosen.indexOf(i);
      return own < 0 ? { rhs: point.at[i]!, own: 0, by: 0 } : { rhs: 0, own, by: -1 };
    },
  });
}
