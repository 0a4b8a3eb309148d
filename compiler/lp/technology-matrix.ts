/**
 * The rows and columns that a technology gives to every program on it: one row for each variable, one for the scale of
 * operation, one column (with Kuosmanen's μ two) for each reference unit.
 */
import type { Disposability, Returns, Variable } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { LpColumn, LpFamily, LpRow, LpTask, OwnVariable } from "./lp-family.ts";
import { convexityRow } from "./returns-to-scale.ts";
import { badRows } from "./weak-disposability.ts";

/** A technology without numbers. */
export interface TechnologyForm {
  readonly variables: readonly Pick<Variable, "name" | "role" | "fixed" | "span">[];
  readonly returns: Returns;
  readonly disposability: Disposability;
  readonly span: Span;
}

/** The units that span the frontier. */
export interface ReferenceUnits {
  /** Rows of the reference panel, in the order of their labels, so that ties do not depend on the order of rows. */
  readonly observations: readonly number[];
  /** The technology's variables over all rows of the reference panel. */
  readonly values: readonly Float64Array[];
}

/** One unit to be scored. */
export interface Point {
  /** Its row in the scored panel. */
  readonly observation: number;
  /** Its amount of each variable. */
  readonly at: Float64Array;
  /** How far the program's direction moves each variable, never negative; only directional programs read it. */
  readonly move: Float64Array;
  /** Rows of the reference panel that it is not compared with (super-efficiency). */
  readonly without: readonly number[];
}

export interface TechnologyMatrix {
  readonly rows: readonly LpRow[];
  readonly columns: readonly LpColumn[];
  readonly matrix: Float64Array;
  /** Row of each variable is its number; the convexity row follows, or −1. */
  readonly convexity: number;
  /** Row that bounds Shephard's abatement factor by 1, or −1 where the program has no such factor. */
  readonly abatement: number;
  /** Columns by reference row, for exclusion. */
  readonly columnsOf: ReadonlyMap<number, readonly number[]>;
}

/** Builds what all programs on a technology and a reference set share. */
export function technologyMatrix(form: TechnologyForm, reference: ReferenceUnits): TechnologyMatrix {
  const { variables } = form;
  const bads = badRows(
    form.disposability,
    form.returns,
    variables.some((v) => v.role === "bad"),
  );
  const rows: LpRow[] = variables.map(({ name, role, span }) => ({
    relation: role === "input" ? "<=" : role === "good" ? ">=" : bads.relation,
    kind: role,
    variable: name,
    label: name,
    span,
  }));
  const scale = convexityRow(form.returns, bads.mu ? "Σ(λ+μ)" : "Σλ", form.span);
  const convexity = scale === null ? -1 : rows.push(scale) - 1;
  const abatement = bads.abatement
    ? rows.push({ relation: "<=", kind: "bound", label: "abatement factor ≤ 1", span: form.span }) - 1
    : -1;

  const n = reference.observations.length;
  const width = bads.mu ? 2 * n : n;
  const columns: LpColumn[] = reference.observations.map((observation) => ({ kind: "lambda", observation }));
  if (bads.mu) for (const observation of reference.observations) columns.push({ kind: "mu", observation });
  const matrix = new Float64Array(rows.length * width);
  for (let i = 0; i < variables.length; i++) {
    const values = reference.values[i]!;
    const twice = bads.mu && variables[i]!.role === "input";
    for (let j = 0; j < n; j++) {
      const value = values[reference.observations[j]!]!;
      matrix[i * width + j] = value;
      if (twice) matrix[i * width + n + j] = value;
    }
  }
  if (convexity >= 0) matrix.fill(1, convexity * width, (convexity + 1) * width);

  const columnsOf = new Map<number, number[]>();
  for (const [j, column] of columns.entries()) {
    const list = columnsOf.get(column.observation);
    if (list === undefined) columnsOf.set(column.observation, [j]);
    else list.push(j);
  }
  return { rows, columns, matrix, convexity, abatement, columnsOf };
}

/** The program's main variable (θ, φ or β) and how it enters the row of each variable. */
export interface Pull {
  readonly name: string;
  readonly sense: "min" | "max";
  /** Right-hand side and coefficient of the main variable in the row of variable `i` for a unit. */
  readonly row: (i: number, point: Point) => { readonly rhs: number; readonly own: number };
}

/**
 * The family of programs that push one number as far as the technology allows. Shephard's abatement factor, where there is one,
 * is the second own variable: it scales every input row's right-hand side and the convexity row, and is at most 1.
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
  const own: OwnVariable[] = [{ name: pull.name, free: true }];
  if (abatement >= 0) own.push({ name: "abatement", free: false });
  const costs = new Float64Array(own.length);
  costs[0] = 1;
  const tasks = points.map((point): LpTask => {
    const rhs = new Float64Array(m);
    const coefficients = new Float64Array(own.length * m);
    for (let i = 0; i < form.variables.length; i++) {
      const row = pull.row(i, point);
      rhs[i] = row.rhs;
      coefficients[i] = row.own;
      if (abatement >= 0 && form.variables[i]!.role === "input") {
        coefficients[m + i] = -row.rhs;
        rhs[i] = 0;
      }
    }
    if (convexity >= 0) rhs[convexity] = 1;
    if (abatement >= 0) {
      rhs[convexity] = 0;
      coefficients[m + convexity] = -1;
      rhs[abatement] = 1;
      coefficients[m + abatement] = 1;
    }
    const excluded = point.without.flatMap((row) => technology.columnsOf.get(row) ?? []);
    return {
      observation: point.observation,
      rhs,
      own: coefficients,
      costs,
      excluded: excluded.sort((a, b) => a - b),
    };
  });
  return {
    name,
    rows,
    columns: technology.columns,
    matrix: technology.matrix,
    own,
    sense: pull.sense,
    tasks,
  };
}
