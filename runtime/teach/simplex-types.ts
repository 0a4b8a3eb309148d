/** The simplex method's tableaux as plain data. */
import type { Formula } from "../../compiler/print/math.ts";
import type { Span } from "../../language/source.ts";

/** One program and the way to its end. */
export interface SimplexSteps {
  readonly sense: "min" | "max";
  readonly columns: readonly SimplexColumn[];
  readonly rows: readonly SimplexRow[];
  /** In order; the last one ends. */
  readonly tableaux: readonly SimplexTableau[];
  readonly status: "optimal" | "infeasible" | "unbounded";
  /** Of the program; null unless optimal. */
  readonly objective: number | null;
  /** What the columns come to; empty unless optimal. */
  readonly values: readonly number[];
}
export interface SimplexColumn {
  /** `own`: the program's own variable (θ, β, a slack of the measure); `slack` and `surplus` turn a row into an equation. */
  readonly kind: "intensity" | "own" | "slack" | "surplus" | "artificial";
  /** For people: `λ Beijing`, `β`, `slack of energy`. */
  readonly name: string;
  readonly formula: Formula;
  /** A free variable is the difference of two: +1 for the first, −1 for the second; 0 elsewhere. */
  readonly part: 1 | -1 | 0;
  /** The row of the reference panel's table behind an intensity, and its unit's name. */
  readonly observation?: number;
  readonly unit?: string;
  /** The row that a slack, surplus or artificial variable belongs to. */
  readonly row?: number;
  /** The technology's variable that the column is about. */
  readonly variable?: string;
  readonly source?: Span;
  /** In the program's objective. */
  readonly cost: number;
}
export interface SimplexRow {
  readonly name: string;
  readonly relation: "≤" | "=" | "≥";
  /** Whether it was multiplied by −1 so that its right side is not negative. */
  readonly turned: boolean;
  readonly variable?: string;
  readonly source?: Span;
}
export interface SimplexTableau {
  /** 1 looks for a first basis by driving artificial variables to zero, 2 for the optimum. */
  readonly phase: 1 | 2;
  /** The basic column of each row. */
  readonly basis: readonly number[];
  /** Row by row over the columns. Artificial ones do not enter again; one that stays basic marks a row that says nothing new. */
  readonly cells: readonly (readonly number[])[];
  readonly rhs: readonly number[];
  /** What the phase's objective changes by with one unit of each column. Phase 1 minimises the sum of the artificial variables. */
  readonly reduced: readonly number[];
  /** The phase's objective here. */
  readonly objective: number;
  /** What is done next. */
  readonly step: SimplexStep;
}
export type SimplexStep =
  | {
      readonly is: "pivot";
      readonly entering: number;
      /** rhs ÷ cell by row; null where the cell is not above zero. */
      readonly ratios: readonly (number | null)[];
      /** The row with the least ratio, and the column that leaves with it. */
      readonly row: number;
      readonly leaving: number;
      /** The greatest improvement per unit enters, but Bland's rule (the first column that improves, the first of tied rows) after a step without progress. */
      readonly rule: "greatest" | "bland";
      /** The objective does not change. */
      readonly degenerate: boolean;
      /** How many rows share the least ratio. */
      readonly tied: number;
    }
  /** An artificial variable is basic at zero after phase 1 and leaves for any column. */
  | { readonly is: "drive_out"; readonly entering: number; readonly row: number; readonly leaving: number }
  /** Phase 1 found a basis. */
  | { readonly is: "feasible" }
  | { readonly is: "infeasible" }
  | { readonly is: "unbounded"; readonly entering: number }
  | { readonly is: "optimal" };

/** The program is larger than a tableau that anyone can read. */
export interface TooLarge {
  readonly tooLarge: { readonly rows: number; readonly columns: number };
}

/** A program of any origin: what is asked for is never negative, but for free columns. */
export interface DenseProgram {
  readonly sense: "min" | "max";
  readonly columns: readonly (Omit<SimplexColumn, "part"> & { readonly free?: boolean })[];
  readonly rows: readonly (Omit<SimplexRow, "turned"> & {
    /** By column. */
    readonly cells: readonly number[];
    readonly rhs: number;
  })[];
}
