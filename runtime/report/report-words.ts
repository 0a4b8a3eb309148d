/** The words of a report's file that the model does not say itself; a page gives them in its reader's language. */
export interface FileWords {
  readonly contents: string;
  readonly table: (n: number) => string;
  readonly figure: (n: number) => string;
  readonly program: (n: number) => string;
  /** Heads what folds away below a picture. */
  readonly numbers: string;
  readonly noRows: string;
  /** What is said in place of rows that a file leaves out. */
  readonly moreRows: (n: number, table: string) => string;
  readonly expectations: string;
  readonly allMet: (n: number) => string;
  readonly notMet: (n: number, of: number) => string;
  readonly met: string;
  readonly failed: string;
  readonly actual: (value: string) => string;
  readonly notes: string;
  readonly method: string;
}

export const englishWords: FileWords = {
  contents: "Contents",
  table: (n) => `Table ${n}`,
  figure: (n) => `Figure ${n}`,
  program: (n) => `Program ${n}`,
  numbers: "The numbers behind it",
  noRows: "No rows.",
  moreRows: (n, table) => `${n.toLocaleString("en-US")} more rows: ${table}.csv has all.`,
  expectations: "Expectations",
  allMet: (n) => (n === 1 ? "One claim, and it is met." : `${n} claims, all met.`),
  notMet: (n, of) => `${n} of ${of} claims not met.`,
  met: "met",
  failed: "not met",
  actual: (value) => `actual value ${value}`,
  notes: "Notes",
  method: "How this was made",
};
