/**
 * A unit: a product of powers of base dimensions, and how many base units it is. `100M CNY` is
 * `{ CNY: 1 }` × 1e8. Money and declared units (`unit person`) are dimensions of their own.
 */
export interface Unit {
  /** Exponents by base dimension, zeros left out. */
  readonly dimensions: Readonly<Record<string, number>>;
  /** This unit in base units. */
  readonly scale: number;
  /** How the user wrote it; composed for an inferred one. */
  readonly text: string;
}

export const dimensionless: Unit = { dimensions: {}, scale: 1, text: "1" };

/** Whether both measure the same kind of quantity, whatever their scale. */
export function sameDimension(a: Unit, b: Unit): boolean {
  const keys = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  for (const key of keys) if ((a.dimensions[key] ?? 0) !== (b.dimensions[key] ?? 0)) return false;
  return true;
}
