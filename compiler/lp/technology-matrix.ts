/**
 * The rows and columns that a technology gives to every program on it: one row for each variable, one for the scale of
 * operation, one column (with Kuosmanen's μ two) for each reference unit.
 */
import type { Disposability, Returns, Variable } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { LpColumn, LpRow } from "./lp-family.ts";
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
  /** What a unit of each variable counts in the objective (slacks, movements, money); only some programs read it. */
  readonly worth: Float64Array;
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

/** Columns of the reference rows that a point is not compared with, in order. */
export function excludedColumns(technology: TechnologyMatrix, point: Point): number[] {
  return point.without.flatMap((row) => technology.columnsOf.get(row) ?? []).sort((a, b) => a - b);
}
