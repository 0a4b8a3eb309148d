/**
 * What an acceptance model must give: the form of `<case>.expected.json`. The numbers come from the scripts in
 * `oracle/` (numpy, scipy) or from hand calculation, never from this program.
 */
export interface Expected {
  /** How the numbers were found. */
  readonly about: string;
  /** Result tables by name; absent for a model that must fail. */
  readonly tables?: Readonly<Record<string, ExpectedTable>>;
  /** Tables of the reports' items, by `REPORT.n`. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** The expectations' outcomes in source order. */
  readonly expectations?: readonly ExpectedClaim[];
  /** Words that the notes of tables, the diagnostics or the reports must hold somewhere. */
  readonly notes?: readonly string[];
  /** Diagnostics that must be there. Errors beyond these fail the case. */
  readonly diagnostics?: readonly ExpectedDiagnostic[];
}

export interface ExpectedTable {
  /** The columns compared; the first `keys` of them find the row. */
  readonly columns: readonly string[];
  readonly keys: number;
  /** Cells: null is empty, "*" is not compared. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Greatest |actual − expected| / max(1, |expected|). */
  readonly tolerance?: number;
  /** Whether the table has these rows and no others. Default true. */
  readonly complete?: boolean;
  /** Whether the table has these columns and no others, in this order, and its rows in this order. */
  readonly exact?: boolean;
  /** Units by column as the user would write them; null is none. */
  readonly units?: Readonly<Record<string, string | null>>;
  readonly roles?: Readonly<Record<string, string>>;
}

export interface ExpectedClaim {
  readonly pass: boolean;
  /** The left side's value. */
  readonly actual?: number | null;
  /** A word of the reason. */
  readonly says?: string;
}

export interface ExpectedDiagnostic {
  readonly severity: "error" | "warning" | "note";
  /** The code's area: 1 syntax, 2 names, 3 units, 4 data, 5 frontiers, 6 systems, 7 reports. One of them suffices. */
  readonly areas?: readonly number[];
  /** The line of the model (or, with `file`, of that file) where the message stands; one of them. */
  readonly line?: number | readonly number[];
  readonly file?: string;
  /** Words that must stand in the message, the help or the related notes. */
  readonly says?: readonly string[];
}
