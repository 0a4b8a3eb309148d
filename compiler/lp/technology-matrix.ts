/**
 * The rows and columns that a technology gives to every program on it: one row for each variable, one for the scale of
 * operation, one column (with Kuosmanen's μ or with emissions of their own two) for each reference unit. Those of a network are in network-matrix.ts.
 */
import type { Disposability, Returns, StageLink, Variable } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import { emissionRows, hasEmissionSet } from "./by-production.ts";
import type { LpColumn, LpRow, OwnVariable } from "./lp-family.ts";
import { networkMatrix } from "./network-matrix.ts";
import { limitColumns } from "./price-limits.ts";
import { convexityRow } from "./returns-to-scale.ts";
import { badRows } from "./weak-disposability.ts";

/** A technology without numbers. */
export interface TechnologyForm {
  readonly variables: readonly Pick<Variable, "name" | "role" | "fixed" | "span" | "polluting" | "stage">[];
  readonly returns: Returns;
  readonly disposability: Disposability;
  readonly span: Span;
  /** What is asked of prices (price-limits.ts): Σ limit_v · price_v ≤ 0, by variable. */
  readonly limits?: readonly Float64Array[];
  /** A network's stages and what passes between them (network-matrix.ts). */
  readonly stages?: readonly string[];
  readonly links?: readonly (Pick<StageLink, "name" | "from" | "to" | "fixed" | "span"> & {
    /** `>=` where more of a free link may be made than is used. */
    readonly relation?: ">=";
  })[];
}

/** The units that span the frontier. */
export interface ReferenceUnits {
  /** Rows of the reference panel, in the order of their labels, so that ties do not depend on the order of rows. */
  readonly observations: readonly number[];
  /** The technology's variables, then its links, over all rows of the reference panel. */
  readonly values: readonly Float64Array[];
}

/** One unit to be scored. */
export interface Point {
  /** Its row in the scored panel. */
  readonly observation: number;
  /** Its amount of each variable, then of each link. */
  readonly at: Float64Array;
  /** How far the program's direction moves each variable, never negative; only directional programs read it. */
  readonly move: Float64Array;
  /** What a unit of each variable counts in the objective (slacks, movements, money); only some programs read it. */
  readonly worth: Float64Array;
  /** Rows of the reference panel that it is not compared with (super-efficiency). */
  readonly without: readonly number[];
  /** Where a program that is no linear one is made linear (hyperbolic.ts). */
  readonly around?: number;
}

/** A row and the place of its right-hand side in a point's amounts. */
export interface FixedRow {
  readonly row: number;
  readonly of: number;
}

export interface TechnologyMatrix {
  readonly rows: readonly LpRow[];
  readonly columns: readonly LpColumn[];
  readonly matrix: Float64Array;
  /** The rows of each variable: the one of its number, and the one of the emission set for a polluting input. */
  readonly rowsOf: readonly (readonly number[])[];
  /** Rows on the sum of intensities, whose right-hand side is 1. */
  readonly sizes: readonly number[];
  /** Rows that are held at an observed amount. */
  readonly fixed: readonly FixedRow[];
  /** Row that bounds Shephard's abatement factor by 1, or −1 where the program has no such factor. */
  readonly abatement: number;
  /** Columns by reference row, for exclusion. */
  readonly columnsOf: ReadonlyMap<number, readonly number[]>;
}

/** Builds what all programs on a technology and a reference set share. */
export function technologyMatrix(form: TechnologyForm, reference: ReferenceUnits): TechnologyMatrix {
  if (form.stages !== undefined) return networkMatrix(form, reference);
  const { variables } = form;
  const bads = badRows(
    form.disposability,
    form.returns,
    variables.some((v) => v.role === "bad"),
  );
  const emissions = hasEmissionSet(form);
  const rows: LpRow[] = variables.map(({ name, role, span }, i) => ({
    relation: grows(form, i) ? ">=" : role === "input" ? "<=" : bads.relation,
    kind: role,
    variable: name,
    label: name,
    span,
  }));
  const scale = convexityRow(form.returns, bads.mu ? "Σ(λ+μ)" : "Σλ", form.span);
  const sizes = scale === null ? [] : [rows.push(scale) - 1];
  const abatement = bads.abatement
    ? rows.push({ relation: "<=", kind: "bound", label: "abatement factor ≤ 1", span: form.span }) - 1
    : -1;
  const rowsOf = variables.map((_, i) => [i]);
  if (emissions) {
    for (const { row, of } of emissionRows(form)) rowsOf[of]!.push(rows.push(row) - 1);
    if (scale !== null) sizes.push(rows.push({ ...scale, label: "Σν" }) - 1);
  }

  const n = reference.observations.length;
  const kinds = [
    "lambda",
    ...(bads.mu ? ["mu" as const] : []),
    ...(emissions ? ["nu" as const] : []),
  ] as const;
  const limits = limitColumns(form, rows.length, rowsOf);
  const units = kinds.length * n;
  const width = units + limits.length;
  const matrix = new Float64Array(rows.length * width);
  for (const [i, { role }] of variables.entries()) {
    const values = reference.values[i]!;
    for (const [place, row] of rowsOf[i]!.entries()) {
      for (const [k, kind] of kinds.entries()) {
        // Emissions are made by the emission set alone; an abated unit uses its inputs, but makes and emits nothing.
        const ofEmissions = emissions && (role === "bad" || place > 0);
        if (kind === "mu" ? role !== "input" : (kind === "nu") !== ofEmissions) continue;
        const at = row * width + k * n;
        for (let j = 0; j < n; j++) matrix[at + j] = values[reference.observations[j]!]!;
      }
    }
  }
  for (const [place, row] of sizes.entries()) {
    const from = row * width + (place === 1 ? units - n : 0);
    matrix.fill(1, from, row * width + (emissions && place === 0 ? units - n : units));
  }
  for (const [l, column] of limits.entries()) {
    for (const [row, value] of column.entries()) matrix[row * width + units + l] = value;
  }

  const columns: LpColumn[] = kinds.flatMap((kind) =>
    reference.observations.map((observation) => ({ kind, observation })),
  );
  const columnsOf = new Map<number, number[]>();
  for (const [j, { observation }] of columns.entries()) {
    const list = columnsOf.get(observation);
    if (list === undefined) columnsOf.set(observation, [j]);
    else list.push(j);
  }
  for (const _ of limits) columns.push({ kind: "limit", observation: -1 });
  return { rows, columns, matrix, rowsOf, sizes, fixed: [], abatement, columnsOf };
}

/** Whether more of a variable is what the set allows less of: goods, and inputs under managerial disposability. */
export function grows(form: Pick<TechnologyForm, "variables" | "disposability">, i: number): boolean {
  const { role } = form.variables[i]!;
  return role === "good" || (role === "input" && form.disposability === "managerial");
}

/** The technology's own variable, where it has one: the last one of every program. */
export function abatementFactor({ abatement }: TechnologyMatrix): OwnVariable[] {
  return abatement < 0 ? [] : [{ name: "abatement", free: false }];
}

/**
 * Gives a task the technology's rows that no movement enters: sizes are 1 and, where there is a common abatement factor, it scales
 * the right-hand sides of inputs and of the size.
 * @param own the task's coefficients, in which the factor is the last own variable
 */
export function closeTask(
  form: TechnologyForm,
  { rows, sizes, fixed, abatement }: TechnologyMatrix,
  point: Point,
  rhs: Float64Array,
  own: Float64Array,
): void {
  for (const row of sizes) rhs[row] = 1;
  for (const { row, of } of fixed) rhs[row] = point.at[of]!;
  if (abatement < 0) return;
  const factor = own.length - rhs.length;
  const scaled = [...rows.keys()].filter((row) => form.variables[row]?.role === "input");
  for (const row of [...scaled, ...sizes]) {
    own[factor + row] = -rhs[row]!;
    rhs[row] = 0;
  }
  rhs[abatement] = 1;
  own[factor + abatement] = 1;
}

/** Columns of the reference rows that a point is not compared with, in order. */
export function excludedColumns(technology: TechnologyMatrix, point: Point): number[] {
  return point.without.flatMap((row) => technology.columnsOf.get(row) ?? []).sort((a, b) => a - b);
}
