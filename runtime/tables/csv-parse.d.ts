/**
 * What we use of csv-parse's browser build. Its own types name Node's `Buffer` and streams, which must not be
 * seen in the pure core; `tsconfig.base.json` maps the module to this file for types only.
 */
export interface CsvOptions {
  readonly delimiter: string;
  readonly bom: boolean;
  readonly info: true;
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  readonly on_record: (record: string[], context: { readonly lines: number }) => string[];
}
export interface CsvRecord {
  readonly record: string[];
  /** `lines` counts the lines read when the record ends. */
  readonly info: { readonly lines: number };
}
/** Throws an error with `code` and `lines` where the text breaks the rules of quoting. */
export declare function parse(text: string, options: CsvOptions): CsvRecord[];
