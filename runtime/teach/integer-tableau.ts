/**
 * A simplex tableau of whole numbers over one common denominator, so that it holds no rounding (Edmonds 1967; Bareiss 1968): the entry in
 * row i and column j is `cell(i, j) / denominator`. Every entry stays a minor of the first tableau, which bounds its length.
 */
export class IntegerTableau {
  /** Constraint rows first, then objectives; the right side is the last entry of each. */
  readonly #rows: bigint[][];
  denominator = 1n;

  constructor(rows: readonly (readonly bigint[])[]) {
    this.#rows = rows.map((row) => [...row]);
  }

  row(i: number): readonly bigint[] {
    return this.#rows[i]!;
  }

  /** Makes column `s` the basic one of row `r`. */
  pivot(r: number, s: number): void {
    const rows = this.#rows;
    // The denominator stays positive; a row may only be turned where its right side is zero.
    if (rows[r]![s]! < 0n) rows[r] = rows[r]!.map((value) => -value);
    const pivotRow = rows[r]!;
    const by = pivotRow[s]!;
    const before = this.denominator;
    for (const [i, row] of rows.entries()) {
      const factor = row[s]!;
      if (i === r) continue;
      if (factor === 0n) {
        if (by !== before) for (let j = 0; j < row.length; j++) row[j] = (row[j]! * by) / before;
        continue;
      }
      for (let j = 0; j < row.length; j++) row[j] = (row[j]! * by - factor * pivotRow[j]!) / before;
    }
    this.denominator = by;
  }
}
