/** What an expression may read while it is evaluated. */
import type { Table } from "../tables/table.ts";

export interface Environment {
  /** A result table that has been computed: panel, measure, index, system. Later declarations are not there yet. */
  table(name: string): Table | undefined;
  /** The labels of a dimension. */
  dimension(name: string): readonly string[];
}
