/** What changed between two models, as plain data. */

export interface ModelDiff {
  readonly changes: readonly DeclarationChange[];
  /** How many declarations, reports and expectations the new model has. */
  readonly total: number;
}
export interface DeclarationChange {
  readonly change: "added" | "removed" | "renamed" | "changed";
  /** `measure`, `system`, `report`, `expectation`. */
  readonly kind: string;
  readonly name: string;
  /** Its name in the old model, where that is another one. */
  readonly was?: string;
  /** What it is, in a few words; added and removed ones. */
  readonly summary?: string;
  readonly entries: readonly EntryChange[];
}
export interface EntryChange {
  readonly change: "added" | "removed" | "renamed" | "changed";
  /** `returns`, `param growth`, `row A, 2020`. */
  readonly entry: string;
  readonly before?: string;
  readonly after?: string;
}
