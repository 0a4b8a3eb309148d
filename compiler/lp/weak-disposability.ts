/**
 * What a kind of disposability makes of the rows of bad outputs.
 *
 * - `weak`: bads can only be cut together with goods. Under crs and nirs one set of intensities says so: Σλb = b (Färe,
 *   Grosskopf, Lovell & Pasurka 1989). Under vrs and ndrs each unit needs an abatement factor of its own, which Kuosmanen
 *   (2005, eq. 7) makes linear with intensities λ (active) and μ (abated): Σ(λ+μ)x ≤ x, Σλy ≥ y, Σλb = b, Σ(λ+μ) = 1.
 * - `strong`: Σλb ≤ b, bads act like inputs.
 * - `natural`, `managerial` (Sueyoshi & Goto 2012): Σλb ≤ b too. Under natural disposability a unit cuts bads by using less, Σλx ≤ x;
 *   under managerial disposability it uses no less, Σλx ≥ x, and cuts them by better management and technology.
 * - `by_production`: Σνb ≤ b with the intensities of the emission set (by-production.ts).
 * - `equality`: one λ and Σλb = b whatever the returns, as many papers print it; under vrs that set is not weakly disposable.
 * - `shephard`: one abatement factor θ ≤ 1 common to all units (Färe & Grosskopf 2003): with w = θλ, Σw = θ, Σwy ≥ y, Σwb = b,
 *   Σwx ≤ θx. Linear only while inputs do not move. Under crs and nirs the factor is redundant and the rows are those of `weak`.
 */
import type { Disposability, Returns } from "../../language/model.ts";

export interface BadRows {
  readonly relation: "=" | "<=";
  /** Each reference unit has a second column μ with its inputs alone. */
  readonly mu: boolean;
  /** The program has an own variable θ, the common abatement factor. */
  readonly abatement: boolean;
}

const freely: ReadonlySet<Disposability> = new Set(["strong", "natural", "managerial", "by_production"]);

/** The rows of bads; without bads there is nothing to abate, so every kind is the plain one. */
export function badRows(disposability: Disposability, returns: Returns, hasBads: boolean): BadRows {
  const convex = returns === "vrs" || returns === "ndrs";
  if (!hasBads) return { relation: "=", mu: false, abatement: false };
  return {
    relation: freely.has(disposability) ? "<=" : "=",
    mu: disposability === "weak" && convex,
    abatement: disposability === "shephard" && convex,
  };
}
