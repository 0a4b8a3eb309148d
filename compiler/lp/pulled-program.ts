/**
 * Programs that push one or several movements as far as the technology allows: radial, directional and non-radial ones differ
 * only in which movement enters which row.
 */
import type { LpFamily, LpTask, OwnVariable } from "./lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { excludedColumns, technologyMatrix } from "./technology-matrix.ts";

/** The program's movements (θ, φ, β) and how they enter the row of each variable. */
export interface Pull {
  readonly sense: "min" | "max";
  readonly own: readonly OwnVariable[];
  /** What each movement counts in the objective. */
  readonly costs: (point: Point) => Float64Array;
  /** Right-hand side of variable `i`'s row, the movement in it and its coefficient. */
  readonly row: (
    i: number,
    point: Point,
  ) => { readonly rhs: number; readonly own: number; readonly by: number };
}

/**
 * The family of such programs. Shephard's abatement factor, where there is one, is the last own variable: it scales every input
 * row's right-hand side and the convexity row, and is at most 1.
 */
export function pulledFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  pull: Pull,
): LpFamily {
  const technology = technologyMatrix(form, reference);
  const { rows, convexity, abatement } = technology;
  const m = rows.length;
  const own = abatement < 0 ? pull.own : [...pull.own, { name: "abatement", free: false }];
  const factor = pull.own.length * m;
  const tasks = points.map((point): LpTask => {
    const rhs = new Float64Array(m);
    const coefficients = new Float64Array(own.length * m);
    for (let i = 0; i < form.variables.length; i++) {
      const row = pull.row(i, point);
      rhs[i] = row.rhs;
      coefficients[row.own * m + i] = row.by;
      if (abatement >= 0 && form.variables[i]!.role === "input") {
        coefficients[factor + i] = -row.rhs;
        rhs[i] = 0;
      }
    }
    if (convexity >= 0) rhs[convexity] = 1;
    if (abatement >= 0) {
      rhs[convexity] = 0;
      coefficients[factor + convexity] = -1;
      rhs[abatement] = 1;
      coefficients[factor + abatement] = 1;
    }
    const costs = new Float64Array(own.length);
    costs.set(pull.costs(point));
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  const { columns, matrix } = technology;
  return { name, rows, columns, matrix, own, sense: pull.sense, tasks };
}
