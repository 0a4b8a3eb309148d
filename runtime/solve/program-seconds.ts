/** How large one program of a family is. */
export interface ProgramSize {
  readonly rows: number;
  /** Intensities. */
  readonly columns: number;
  /** Own variables. */
  readonly own: number;
}

/**
 * Seconds for one program of a family in the kernel, roughly, by measurement: pivots cost rows³, and looking at all columns
 * rows × columns; with few rows most tasks end on a facet that was looked at before.
 */
export function programSeconds({ rows, columns, own }: ProgramSize): number {
  const looks = Math.min(1, (rows / 11) ** 4);
  const pivots = 0.03 * rows ** 3 * (own > 1 ? 4 : 1);
  return 1e-6 * (pivots + 1e-3 * rows * columns * looks);
}
