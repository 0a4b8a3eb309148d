/** The columns of a regression made orthonormal: constant or fixed effects first, then the terms in the order of the model. */
import { norm, OrthogonalBasis, solveTriangle } from "./orthogonal-basis.ts";
import type { Partition, Sample } from "./sample.ts";

/** A column that gets a coefficient. */
export interface NamedColumn {
  readonly label: string;
  /** Its vector in the basis. */
  readonly vector: number;
  readonly isConstant: boolean;
}
export interface DroppedColumn {
  readonly label: string;
  /** The columns that it is a combination of; fixed effects are called so. */
  readonly of: readonly string[];
}

export interface Design {
  readonly rows: number;
  readonly basis: OrthogonalBasis;
  readonly named: readonly NamedColumn[];
  readonly dropped: readonly DroppedColumn[];
  /** For each vector the place of its column. */
  readonly kept: readonly number[];
  /** R by columns: one for each vector. */
  readonly triangle: readonly Float64Array[];
}

/** A column before it is made orthonormal. */
export interface RawColumn {
  readonly label: string;
  readonly kind: "constant" | "effect" | "term";
  readonly values: Float64Array;
}

/**
 * The constant, or in its place the fixed effects, and the terms.
 *
 * @param absorb takes the effects with the most labels out by their means; else all stand as indicator columns
 */
export function designOf(sample: Sample, absorb = true): Design {
  const [largest] = byCount(sample.fixed);
  const absorbed =
    absorb && largest !== undefined ? { codes: largest.codes, label: effectsOf(sample.fixed) } : null;
  return designFrom(columnsOf(sample, absorb), sample.y.length, absorbed);
}

/** The columns of a design in their order: what is left of the effects, then the terms. */
export function columnsOf({ y, terms, fixed }: Sample, absorb: boolean): RawColumn[] {
  const rows = y.length;
  const ones = new Float64Array(rows).fill(1);
  const effects = effectsOf(fixed);
  const effect = (values: Float64Array): RawColumn => ({ label: effects, kind: "effect", values });
  const [largest, ...others] = byCount(fixed);
  const first: RawColumn[] =
    largest === undefined
      ? [{ label: "constant", kind: "constant", values: ones }]
      : absorb
        ? []
        : [effect(ones)];
  const factors = absorb || largest === undefined ? others : [largest, ...others];
  return [
    ...first,
    ...factors.flatMap((factor) =>
      Array.from({ length: factor.count }, (_, part) => effect(indicator(factor, part, rows))),
    ),
    ...terms.map(({ label, values }): RawColumn => ({ label, kind: "term", values })),
  ];
}

/**
 * A column that is a combination of what stands before it is dropped.
 *
 * @param absorbed effects that are taken out by their means: the number of each row's label, and how they are called
 */
export function designFrom(
  columns: readonly RawColumn[],
  rows: number,
  absorbed: { readonly codes: Int32Array; readonly label: string } | null = null,
): Design {
  const basis = new OrthogonalBasis(absorbed?.codes ?? null);
  const named: NamedColumn[] = [];
  const dropped: DroppedColumn[] = [];
  const kept: number[] = [];
  const triangle: Float64Array[] = [];
  for (const [place, { label, kind, values }] of columns.entries()) {
    const { coordinates, dependent } = basis.add(values);
    if (!dependent) {
      if (kind !== "effect") named.push({ label, vector: triangle.length, isConstant: kind === "constant" });
      triangle.push(coordinates);
      kept.push(place);
    } else if (kind === "term") {
      const weights = solveTriangle(triangle, coordinates);
      const sizes = weights.map((weight, j) => Math.abs(weight) * norm(triangle[j]));
      const size = norm(coordinates);
      const shared = kept.flatMap((column, j) => (sizes[j] > 1e-8 * size ? [columns[column].label] : []));
      const alone = absorbed !== null && norm(values) > 0 && size <= 1e-8 * norm(values);
      dropped.push({ label, of: [...new Set([...shared, ...(alone ? [absorbed.label] : [])])] });
    }
  }
  return { rows, basis, named, dropped, kept, triangle };
}

/**
 * For each named column the weights that its coefficient gives the rows: b = B y. Their products are (X'X)⁻¹, and B with residuals
 * makes every sandwich.
 */
export function weightsOf({ triangle, basis, named, rows }: Design): Float64Array[] {
  const inverse = inverseRows(triangle);
  return named.map(({ vector }) => {
    const weights = new Float64Array(rows);
    for (let k = vector; k < triangle.length; k++) {
      const factor = inverse[vector][k];
      if (factor === 0) continue;
      const q = basis.vectors[k];
      for (let i = 0; i < rows; i++) weights[i] += factor * q[i];
    }
    return weights;
  });
}

/** The rows of the inverse of an upper triangle given by columns. */
export function inverseRows(triangle: readonly Float64Array[]): Float64Array[] {
  const n = triangle.length;
  const rows = triangle.map(() => new Float64Array(n));
  for (let k = 0; k < n; k++) {
    const unit = new Float64Array(n);
    unit[k] = 1;
    solveTriangle(triangle.slice(0, k + 1), unit).forEach((value, j) => {
      rows[j][k] = value;
    });
  }
  return rows;
}

function effectsOf(fixed: readonly Partition[]): string {
  return `the fixed effects of ${fixed.map(({ name }) => `\`${name}\``).join(" and ")}`;
}

function byCount(fixed: readonly Partition[]): Partition[] {
  return [...fixed].sort((a, b) => b.count - a.count);
}

function indicator({ codes }: Partition, part: number, rows: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => (codes[i] === part ? 1 : 0));
}
