/**
 * The value of an expression: a scalar, or one cell for each combination of its keys. Values align by label,
 * never by position, so the order of rows means nothing.
 */
import type { ColumnRole, LabelCells, NumberCells } from "../tables/table.ts";

export type Label = string | number | null;

/** One key (or a group that the keys determine) and its label in each row. */
export interface KeyColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly labels: readonly Label[];
}

/** 1 is true, 0 false, NaN unknown (a comparison with a missing value). */
export interface BooleanCells {
  readonly of: "boolean";
  readonly values: Float64Array;
}

export interface Value {
  /** What tells the rows apart; none for a scalar, which has one row. */
  readonly keys: readonly KeyColumn[];
  /** Label columns that the keys determine, e.g. `region`. */
  readonly groups: readonly KeyColumn[];
  readonly rows: number;
  readonly cells: NumberCells | LabelCells | BooleanCells;
}

/** A single number without keys. */
export function scalar(value: number): Value {
  return { keys: [], groups: [], rows: 1, cells: { of: "number", values: Float64Array.of(value) } };
}

/** A single label without keys. */
export function scalarLabel(label: Label): Value {
  return { keys: [], groups: [], rows: 1, cells: { of: "label", values: [label] } };
}

/** A single truth value without keys. */
export function scalarBoolean(truth: number): Value {
  return { keys: [], groups: [], rows: 1, cells: { of: "boolean", values: Float64Array.of(truth) } };
}

/** The numbers of a value (truth values count as 1 and 0); labels have none and read as missing. */
export function numbersOf(value: Value): Float64Array {
  return value.cells.of === "label" ? new Float64Array(value.rows).fill(Number.NaN) : value.cells.values;
}

/** The cells of a value as labels, for messages and comparisons. */
export function labelsOf(value: Value): readonly Label[] {
  if (value.cells.of === "label") return value.cells.values;
  return Array.from(value.cells.values, (v) => (Number.isNaN(v) ? null : v));
}
