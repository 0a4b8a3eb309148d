/** A panel on its way: its rows with keys, groups and given columns, before conditions and derived columns. */
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import type { Span } from "../../language/source.ts";
import type { Table } from "../tables/table.ts";

export interface PanelRows {
  readonly table: Table;
  /** Where the rows come from, in messages: "`mills.csv`". */
  readonly source: string;
  /** The line of the source for each row. */
  readonly lines: readonly number[];
  /** Where a cell stands in the model's own text; inline tables only. */
  readonly cellSpan?: (row: number, column: string) => Span | undefined;
  /** What is written for a key. */
  readonly cellText: (row: number, column: string) => string;
  /** What is wrong with single rows: it is reported for the rows that the conditions keep. */
  readonly faults: readonly RowFault[];
}
export interface RowFault {
  readonly row: number;
  /** A cell that is no number; a key without a label; a text among periods of numbers; a row without a partner. */
  readonly kind: "number" | "label" | "period" | "join";
  /** Makes the diagnostic; `more` tells how many faults of the same kind are not reported. */
  readonly diagnostic: (more: number) => Diagnostic;
}
