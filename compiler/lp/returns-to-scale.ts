/**
 * Returns to scale as one row on the sum of all intensities (Banker, Charnes & Cooper 1984; Färe, Grosskopf & Lovell 1985):
 * crs none, vrs Σ = 1, nirs Σ ≤ 1, ndrs Σ ≥ 1. Kuosmanen's μ count too: an abated unit has its full size.
 */
import type { Returns } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { LpRow } from "./lp-family.ts";

/** The convexity row, or null where intensities are free to sum to anything. Its right-hand side is 1. */
export function convexityRow(returns: Returns, label: string, span: Span): LpRow | null {
  const relation = returns === "vrs" ? "=" : returns === "nirs" ? "<=" : returns === "ndrs" ? ">=" : null;
  return relation === null ? null : { relation, kind: "convexity", label, span };
}
