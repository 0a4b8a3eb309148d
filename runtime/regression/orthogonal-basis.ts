/** Columns made orthonormal one after the other: the QR factors of a least-squares problem, with what is collinear found on the way. */

/** A column whose part outside the others is this small, by its own length, is a combination of them. */
const collinearBelow = 1e-11;

/** What is left of a column outside a basis, and its coordinates in it. */
export interface Projection {
  readonly rest: Float64Array;
  /** One for each vector of the basis. */
  readonly coordinates: Float64Array;
}

/**
 * An orthonormal basis that grows by one column at a time. Gram and Schmidt's steps are done twice, after which the vectors are
 * orthogonal to working precision (Daniel, Gragg, Kaufman & Stewart 1976; Giraud, Langou & Rozložník 2005), so that coefficients
 * are as accurate as Householder's. Indicators of one partition of the rows may stand before the columns: subtracting means over
 * its parts is projecting them out, whatever their number.
 */
export class OrthogonalBasis {
  /** The vectors, each orthogonal to the indicators too. */
  readonly vectors: Float64Array[] = [];
  readonly #parts: Int32Array | null;
  readonly #sizes: Float64Array;

  /** @param parts the part of each row, numbered from 0; null where there is no partition */
  constructor(parts: Int32Array | null) {
    this.#parts = parts;
    const count = parts === null ? 0 : parts.reduce((most, part) => Math.max(most, part + 1), 0);
    this.#sizes = new Float64Array(count);
    for (const part of parts ?? []) this.#sizes[part]++;
  }

  /** The dimension of the space: parts and vectors. */
  get rank(): number {
    return this.#sizes.length + this.vectors.length;
  }

  project(column: Float64Array): Projection {
    const rest = column.slice();
    const coordinates = new Float64Array(this.vectors.length);
    for (let pass = 0; pass < 2; pass++) {
      this.#center(rest);
      this.vectors.forEach((vector, j) => {
        const along = dot(vector, rest);
        coordinates[j] += along;
        for (let i = 0; i < rest.length; i++) rest[i] -= along * vector[i];
      });
    }
    return { rest, coordinates };
  }

  /**
   * Adds a column's part outside the basis as the next vector.
   *
   * @returns its coordinates, the last one along the new vector; where it is a combination of what is there nothing is added and
   *   `dependent` is true
   */
  add(column: Float64Array): { readonly coordinates: Float64Array; readonly dependent: boolean } {
    const { rest, coordinates } = this.project(column);
    const length = norm(rest);
    if (!(length > collinearBelow * norm(column))) return { coordinates, dependent: true };
    this.vectors.push(rest.map((value) => value / length));
    return { coordinates: Float64Array.of(...coordinates, length), dependent: false };
  }

  /** The diagonal of the projection onto the space: how far each row pulls its own fit. */
  leverages(rows: number): Float64Array {
    const parts = this.#parts;
    return Float64Array.from({ length: rows }, (_, i) =>
      this.vectors.reduce(
        (sum, vector) => sum + vector[i] * vector[i],
        parts === null ? 0 : 1 / this.#sizes[parts[i]],
      ),
    );
  }

  #center(column: Float64Array): void {
    const parts = this.#parts;
    if (parts === null) return;
    const means = new Float64Array(this.#sizes.length);
    for (let i = 0; i < column.length; i++) means[parts[i]] += column[i];
    for (let g = 0; g < means.length; g++) means[g] /= this.#sizes[g];
    for (let i = 0; i < column.length; i++) column[i] -= means[parts[i]];
  }
}

/** Solves R x = c for an upper triangle given by columns, each up to its diagonal. */
export function solveTriangle(columns: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(columns, (_, j) => right[j]);
  for (let j = columns.length - 1; j >= 0; j--) {
    x[j] /= columns[j][j];
    for (let i = 0; i < j; i++) x[i] -= columns[j][i] * x[j];
  }
  return x;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function norm(a: Float64Array): number {
  const greatest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (greatest === 0 || !Number.isFinite(greatest)) return greatest;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] / greatest) ** 2;
  return greatest * Math.sqrt(sum);
}
