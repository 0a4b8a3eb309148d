/** A table as it was read: headers and cells, and where each row stands for messages. */
import type { Span } from "../../language/source.ts";

export interface RawTable {
  /** The table in messages: "`mills.csv`", "the rows of `mills`". */
  readonly source: string;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
}
export interface RawRow {
  /** Line of the file, number of the record or row of the inline table; from 1. */
  readonly line: number;
  /** JSON gives numbers as numbers; an empty text is an empty cell. */
  readonly cells: readonly (string | number)[];
  /** The places of cells that hold dates; workbooks only. */
  readonly dates?: readonly number[];
  /** Where the cells stand in the model's own text; inline tables only. */
  readonly spans?: readonly Span[];
}

/** A cell may have so many characters; more means a quotation mark that is not closed. */
export const longestCell = 100_000;

/** How many messages of one kind a file may give before the rest is only counted. */
export const mostMessages = 10;
