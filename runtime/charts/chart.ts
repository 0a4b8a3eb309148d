/** A picture as plain data: what a page, a report or a test does with it is theirs. */
import type { Table } from "../tables/table.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** A Vega-Lite 6 specification. It names its data sets, sets no colour that a theme should set, and fetches nothing. */
export type VegaLite = { readonly [key: string]: Json };

export interface Chart {
  readonly spec: VegaLite;
  /** What the picture shows, in one sentence: it stands below it, and is its text for those who cannot see it. */
  readonly sentence: string;
  /** The numbers that are drawn; in results it is the table `REPORT.n`. */
  readonly table: Table;
}
