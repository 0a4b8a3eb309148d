/**
 * Returns to scale as one row on the sum of all intensities (Banker, Charnes & Cooper 1984; Färe, Grosskopf & Lovell 1985):
 * crs none, vrs Σ = 1, nirs Σ ≤ 1, ndrs Σ ≥ 1. Kuosmanen's μ count too: an abated unit has its full size. The free disposal hull
 * has the row of vrs and intensities of 0 or 1 (Deprins, Simar & Tulkens 1984; Tulkens 1993).
 */
import type { Returns } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { LpFamily, LpRow } from "./lp-family.ts";

/** The convexity row, or null where intensities are free to sum to anything. Its right-hand side is 1. */
export function convexityRow(returns: Returns, label: string, span: Span): LpRow | null {
  const relations = { crs: null, vrs: "=", fdh: "=", nirs: "<=", ndrs: ">=" } as const;
  const relation = relations[returns];
  return relation === null ? null : { relation, kind: "convexity", label, span };
}

/** Whether one unit alone may be the peer, as a part of a family. */
export function peersOf(returns: Returns): Pick<LpFamily, "single"> {
  return returns === "fdh" ? { single: true } : {};
}
