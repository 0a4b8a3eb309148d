/**
 * The secondary goal of cross-efficiency (Doyle & Green 1994): among the prices (u, v) that make unit d look best,
 *
 *     max (benevolent) or min (aggressive) u·Y : v·X = 1, u·y_d = θ_d v·x_d, u·y_j ≤ v·x_j for all j,  u, v ≥ 0
 *
 * with Y, X the sums over the other units. Its dual is a program over the technology's own columns, so that the prices are the
 * duals of its rows, certified like any other:
 *
 *     min z₁ : Σλy + z₂ y_d ≥ ±Y,  Σλx ≤ z₁ X − θ_d z₂ x_d,  λ ≥ 0, z free
 */
import type { LpFamily, LpTask } from "./lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { technologyMatrix } from "./technology-matrix.ts";

/**
 * One program for each point, under constant returns and without bads.
 *
 * @param efficiencies θ of each point
 * @param goal whether the others are to look their best or their worst
 */
export function crossPriceFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  efficiencies: readonly number[],
  goal: "benevolent" | "aggressive",
): LpFamily {
  const { rows, columns, matrix } = technologyMatrix(form, reference);
  const m = rows.length;
  const sums = form.variables.map((_, i) =>
    reference.observations.reduce((sum, row) => sum + reference.values[i]![row]!, 0),
  );
  const sign = goal === "benevolent" ? 1 : -1;
  const tasks = points.map((point, p): LpTask => {
    const rhs = new Float64Array(m);
    const own = new Float64Array(2 * m);
    for (const [i, { role }] of form.variables.entries()) {
      const others = sums[i]! - point.at[i]!;
      if (role === "good") {
        rhs[i] = sign * others;
        own[m + i] = point.at[i]!;
      } else {
        own[i] = -others;
        own[m + i] = efficiencies[p]! * point.at[i]!;
      }
    }
    return { observation: point.observation, rhs, own, costs: Float64Array.of(1, 0), excluded: [] };
  });
  return {
    name,
    rows,
    columns,
    matrix,
    own: [
      { name: "z₁", free: true },
      { name: "z₂", free: true },
    ],
    sense: "min",
    tasks,
  };
}
