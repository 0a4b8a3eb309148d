/**
 * What we use of csv-parse's browser build. Its own types name Node's `Buffer` and streams, which must not be
 * seen in the pure core; `tsconfig.core.json` maps the module to this file, for types only. (Only there: bundlers
 * read `tsconfig.json` and would take the mapping for the module itself.)
 */
export interface CsvOptions {
  readonly delimiter: string;
  readonly bom: boolean;
  readonly info: true;
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  readonly on_record: (record: string[], context: { readonly lines: number }) => string[];
}
/** Throws an error with `code` and `lines` where the text breaks the rules of quoting. */
export declare function parse(text: string, options: CsvOptions): readonly unknown[];
