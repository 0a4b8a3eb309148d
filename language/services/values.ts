/** What a host may tell the services beside source text: headers of data files, and the values of a run. */
import type { Span } from "../source.ts";

export interface DataFile {
  readonly columns: readonly string[];
  readonly rows: number;
}
export interface ClaimResult {
  readonly pass: boolean;
  readonly actual: number | null;
  readonly reason?: string;
}
export interface ComputedValues {
  /** What a column of a result table holds, in a line: "440 values from 0 to 0.83, mean 0.31". */
  column(table: string, column: string): string | undefined;
  /** How many rows a result table has, and in words of what: "40 country × 11 year". */
  size(table: string): string | undefined;
  claim(place: Span): ClaimResult | undefined;
}
export interface ServiceHost {
  /** A data file's header, by its resolved path; undefined where it cannot be read. */
  dataFile(path: string): DataFile | undefined;
  /** The values of the last run of a model, if there was one since it changed. */
  values?: ComputedValues;
}
export const NO_HOST: ServiceHost = { dataFile: () => undefined };
