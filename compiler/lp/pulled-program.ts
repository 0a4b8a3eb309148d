/**
 * Programs that push one or several movements as far as the technology allows: radial, directional and non-radial ones differ
 * only in which movement enters which row.
 */
import type { LpFamily, LpTask, OwnVariable } from "./lp-family.ts";
import { peersOf } from "./returns-to-scale.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { abatementFactor, closeTask, excludedColumns, technologyMatrix } from "./technology-matrix.ts";

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
  const { rows, rowsOf } = technology;
  const m = rows.length;
  const own = [...pull.own, ...abatementFactor(technology)];
  const each = m + own.length * m + own.length;
  // All tasks' numbers together: a hundred thousand small vectors would take several times their memory.
  const numbers = new Float64Array(points.length * each);
  const tasks = points.map((point, t): LpTask => {
    const at = t * each;
    const rhs = numbers.subarray(at, at + m);
    const coefficients = numbers.subarray(at + m, at + m + own.length * m);
    for (const [i, places] of rowsOf.entries()) {
      const pulled = pull.row(i, point);
      for (const row of places) {
        rhs[row] = pulled.rhs;
        coefficients[pulled.own * m + row] = pulled.by;
      }
    }
    closeTask(form, technology, point, rhs, coefficients);
    const costs = numbers.subarray(at + m + own.length * m, at + each);
    costs.set(pull.costs(point));
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  const { columns, matrix } = technology;
  return { name, rows, columns, matrix, own, sense: pull.sense, ...peersOf(form.returns), tasks };
}
