/** The unit solver; signatures first, the algebra follows. */
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { UnitTerm } from "./term.ts";
import type { Unit } from "./unit.ts";

/** Reports one contradiction, given both sides' units as text. */
export type Blame = (sink: Diagnostics, left: string, right: string) => void;

export class UnitSolver {
  /** A unit that is not known yet. */
  fresh(): UnitTerm {
    throw new Error("not yet");
  }
  /** The term of a unit; null (no unit written) is a fresh unknown. */
  of(_unit: Unit | null): UnitTerm {
    throw new Error("not yet");
  }
  /**
   * Demands that both sides have the same dimension. Where one side's scale is unknown it becomes the other's; where both are
   * known and differ, `factor` tells the conversion. A contradiction is blamed once; the equation is then dropped.
   */
  same(_left: UnitTerm, _right: UnitTerm, _blame: Blame): void {
    throw new Error("not yet");
  }
  /** Solves all equations demanded so far and reports each contradiction once. May be called again after more demands. */
  solve(_sink: Diagnostics): void {
    throw new Error("not yet");
  }
  /** The unit of a term after `solve`; null where it is still unknown. */
  unit(_term: UnitTerm): Unit | null {
    throw new Error("not yet");
  }
  /** By what a number in `from` is multiplied to be one in `to`; 1 where either is unknown. */
  factor(_from: UnitTerm, _to: UnitTerm): number {
    throw new Error("not yet");
  }
}
