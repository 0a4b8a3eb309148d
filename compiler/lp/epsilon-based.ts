/**
 * The epsilon-based measure (Tone & Tsutsui 2010, EJOR 207, eqs. 2, 9 and 12): radial movements θ and η, and beside them slacks that
 * count only as much as ε says. `worth` holds ε·w/x for inputs and ε·w/y for goods (runtime/measure/affinity.ts).
 *
 *     input:   γ = min θ − Σ wx sx : Σλx + sx = θx, Σλy ≥ y
 *     output:  1/τ = max η + Σ wy sy : Σλx ≤ x, Σλy − sy = ηy
 *     none:    K = min (θ − Σ wx sx) / (η + Σ wy sy) : Σλx + sx = θx, Σλy − sy = ηy, θ ≤ 1, η ≥ 1
 *
 * The last is made linear as by Charnes & Cooper (1962), all amounts times t: H + Σ wy Sy = 1, Θ ≤ t, H ≥ t.
 */
import type { LpFamily, LpRow, LpTask, OwnVariable } from "./lp-family.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "./technology-matrix.ts";
import { closeTask, excludedColumns, technologyMatrix } from "./technology-matrix.ts";

/** One program for each point. */
export function epsilonBasedFamily(
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  orientation: "none" | "input" | "output",
): LpFamily {
  const { variables } = form;
  const technology = technologyMatrix(form, reference);
  const both = orientation === "none";
  const moved = variables.flatMap(({ role, fixed }, i) => {
    const counts = both || role === (orientation === "input" ? "input" : "good");
    return counts && !fixed ? [i] : [];
  });
  const rows: LpRow[] = technology.rows.map((row, i) =>
    moved.includes(i) ? { ...row, relation: "=" } : row,
  );
  const radial: OwnVariable[] = both
    ? ["t", "θ", "η"].map((one) => ({ name: one, free: false }))
    : [{ name: orientation === "input" ? "θ" : "η", free: true }];
  const own: OwnVariable[] = [
    ...radial,
    ...moved.map((i) => ({ name: `slack ${variables[i]!.name}`, variable: variables[i]!.name, free: false })),
  ];
  const bound = (relation: LpRow["relation"], label: string): number =>
    rows.push({ relation, kind: "bound", label }) - 1;
  const normalization = both
    ? rows.push({ relation: "=", kind: "normalization", label: "outputs' part is 1" }) - 1
    : -1;
  const [share, growth] = both ? [bound("<=", "θ ≤ 1"), bound(">=", "η ≥ 1")] : [-1, -1];
  const m = rows.length;
  const matrix = new Float64Array(m * technology.columns.length);
  matrix.set(technology.matrix);
  const tasks = points.map((point): LpTask => {
    const rhs = new Float64Array(m);
    const coefficients = new Float64Array(own.length * m);
    const costs = new Float64Array(own.length);
    const set = (k: number, row: number, value: number) => {
      coefficients[k * m + row] = value;
    };
    for (const [i, { role }] of variables.entries()) {
      const amount = point.at[i]!;
      const place = moved.indexOf(i);
      if (place < 0) {
        if (both) set(0, i, -amount);
        else rhs[i] = amount;
        continue;
      }
      const slack = radial.length + place;
      const good = role === "good";
      set(both ? (good ? 2 : 1) : 0, i, -amount);
      set(slack, i, good ? -1 : 1);
      if (both && good) set(slack, normalization, point.worth[i]!);
      else costs[slack] = (good ? 1 : -1) * point.worth[i]!;
    }
    if (both) {
      costs[1] = 1;
      set(2, normalization, 1);
      rhs[normalization] = 1;
      for (const [k, row] of [
        [1, share],
        [2, growth],
      ] as const) {
        set(k, row, 1);
        set(0, row, -1);
      }
      for (const row of technology.sizes) set(0, row, -1);
    } else {
      costs[0] = 1;
      closeTask(form, technology, point, rhs, coefficients);
    }
    const excluded = excludedColumns(technology, point);
    return { observation: point.observation, rhs, own: coefficients, costs, excluded };
  });
  const sense = orientation === "output" ? "max" : "min";
  return { name, rows, columns: technology.columns, matrix, own, sense, tasks };
}
