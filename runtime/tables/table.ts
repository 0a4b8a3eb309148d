/**
 * Every result is a tidy table: some key columns that name its rows, then values. The same value is written as
 * CSV and JSON, shown in the terminal and read by expressions.
 */
import type { Unit } from "../../language/units/unit.ts";

export type ColumnRole = "dmu" | "period" | "group" | "scenario" | "time" | "dimension" | "label" | "value";

export interface TableColumn {
  readonly name: string;
  readonly role: ColumnRole;
  /** Null where no unit is known; values only. */
  readonly unit: Unit | null;
  /** How the values average: ratio indices geometrically. Levels unless said. */
  readonly scale?: "level" | "ratio" | "difference";
  /** The field's sign for the column in readable tables, e.g. `θ`, `β`, `ML`, `EC`. */
  readonly symbol?: string;
  /** Decimals in readable tables, where the author chose them (`digits 3`). */
  readonly digits?: number;
  /** One cell for each row; NaN stands for a missing number, null for a missing label. */
  readonly cells: NumberCells | LabelCells;
}
export interface NumberCells {
  readonly of: "number";
  readonly values: Float64Array;
}
export interface LabelCells {
  readonly of: "label";
  readonly values: readonly (string | number | null)[];
}

export interface Table {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /** Sentences to show under the table: what was noted, counted or left out. */
  readonly notes?: readonly string[];
}
