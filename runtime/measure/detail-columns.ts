/**
 * The details of all rows as columns: vectors for each of a hundred thousand rows would take ten times the memory of
 * the numbers in them.
 */
import type { ClassLabel, Details } from "./details.ts";

const kinds = ["slacks", "targets", "prices", "low", "high", "betas"] as const;
export type DetailKind = (typeof kinds)[number];

export class DetailColumns {
  /** By row; null where there are no details, and where the second phase failed. */
  readonly class: (ClassLabel | null)[];
  /** By row; null where there are no details. */
  readonly peers: (Details["peers"] | null)[];
  private readonly columns: Readonly<Record<DetailKind, readonly Float64Array[]>>;

  constructor(rows: number, variables: number) {
    this.class = new Array(rows).fill(null);
    this.peers = new Array(rows).fill(null);
    const empty = () => Array.from({ length: variables }, () => new Float64Array(rows).fill(Number.NaN));
    const columns = kinds.map((kind) => [kind, empty()] as const);
    this.columns = Object.fromEntries(columns) as Record<DetailKind, Float64Array[]>;
  }

  set(row: number, details: Details): void {
    this.class[row] = details.class;
    this.peers[row] = details.peers;
    for (const kind of kinds) {
      for (const [i, column] of this.columns[kind].entries()) column[row] = details[kind][i]!;
    }
  }

  /** By row; NaN where there is no number. */
  column(kind: DetailKind, variable: number): Float64Array {
    return this.columns[kind][variable]!;
  }
}
