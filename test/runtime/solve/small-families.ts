/** Families small enough to check by hand. */
import type { LpFamily, LpRow } from "../../../compiler/lp/lp-family.ts";

interface Small {
  readonly sense?: "min" | "max";
  readonly relations: readonly LpRow["relation"][];
  /** One list of coefficients for each column. */
  readonly columns: readonly (readonly number[])[];
  readonly free?: readonly boolean[];
  readonly tasks: readonly {
    readonly rhs: readonly number[];
    /** One list of coefficients for each own variable. */
    readonly own: readonly (readonly number[])[];
    readonly costs?: readonly number[];
    readonly excluded?: readonly number[];
  }[];
}

export function small(spec: Small): LpFamily {
  const m = spec.relations.length;
  const n = spec.columns.length;
  const matrix = new Float64Array(m * n);
  spec.columns.forEach((column, j) => {
    for (const [i, value] of column.entries()) matrix[i * n + j] = value;
  });
  const own = spec.tasks[0]!.own.length;
  return {
    name: "small",
    rows: spec.relations.map((relation, i) => ({ relation, kind: "bound", label: `row ${i}` })),
    columns: spec.columns.map((_, observation) => ({ kind: "lambda", observation })),
    matrix,
    own: Array.from({ length: own }, (_, k) => ({ name: `z${k}`, free: spec.free?.[k] ?? true })),
    sense: spec.sense ?? "min",
    tasks: spec.tasks.map((task, observation) => ({
      observation,
      rhs: Float64Array.from(task.rhs),
      own: Float64Array.from(task.own.flat()),
      costs: Float64Array.from(task.costs ?? [1]),
      excluded: task.excluded ?? [],
    })),
  };
}
