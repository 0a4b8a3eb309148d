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
  /** The factors of the text, from which the text of a product or quotient is composed; absent: the unit is one factor. */
  readonly factors?: readonly UnitFactor[];
}

/** One factor of a unit as written: `10k t` in `10k t/year`. */
export interface UnitFactor {
  readonly text: string;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly scale: number;
  readonly power: number;
}

export const dimensionless: Unit = { dimensions: {}, scale: 1, text: "1", factors: [] };

/** Whether both measure the same kind of quantity, whatever their scale. */
export function sameDimension(a: Unit, b: Unit): boolean {
  const keys = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  for (const key of keys) if ((a.dimensions[key] ?? 0) !== (b.dimensions[key] ?? 0)) return false;
  return true;
}

/** A number without the noise of the last two digits where a shorter decimal is meant: 999.9999999999998 is 1000. */
export function clean(value: number): number {
  // Most are; printing digits is slow.
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return value;
  const short = Number(value.toPrecision(12));
  return Math.abs(value - short) <= 2e-14 * Math.abs(value) ? short : value;
}
