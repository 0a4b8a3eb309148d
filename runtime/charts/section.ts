/**
 * The two-dimensional section of a technology through one unit, as plain data: the boundary of what is possible for two of its variables
 * while all others stay at the unit's own amounts, the units, where the measure moves the unit, and the facts of a sentence about it.
 */
import type { Role } from "../../language/ast.ts";
import type { Label } from "../evaluate/value.ts";
import type { ClassLabel } from "../measure/details.ts";
import type { ScoreStatus } from "../measure/score-requests.ts";

export interface FrontierSection {
  readonly measure: string;
  /** The measure's function in the catalogue: `ddf`. */
  readonly fn: string;
  /** The field's sign for the score: `β`. */
  readonly symbol: string;
  readonly technology: string;
  /** The period that the frontier is of; null where the panel has none. */
  readonly period: Label;
  readonly group: readonly Label[];
  readonly x: SectionAxis;
  readonly y: SectionAxis;
  /** The other variables, with the chosen unit's amounts, at which the section is taken. */
  readonly held: readonly HeldVariable[];
  /**
   * The variable by whose amount all units are drawn at the chosen unit's size (`factor`): under constant returns, where it is the only
   * one that is held, so that every unit lies in the section. Null elsewhere.
   */
  readonly scaledBy: string | null;
  /** The boundary in the direction in which y is better, from its first vertex to its last; exact between vertices. */
  readonly frontier: readonly SectionPoint[];
  /** What is possible: for each x all y from `low` to `high`; where y has no end, to the edge of the view or beyond. Exact between its entries. */
  readonly area: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  /** The x for which the technology has any y; null where it has no end. */
  readonly reach: { readonly low: number | null; readonly high: number | null };
  /** What a picture shows of both axes. */
  readonly view: {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    /** Units outside it. */
    readonly outside: number;
  };
  /** The units of the frontier's reference set and the scored ones of its period, by label; the chosen one among them. */
  readonly units: readonly SectionUnit[];
  readonly chosen: ChosenUnit;
  readonly facts: SentenceFacts;
}

export interface SectionPoint {
  readonly x: number;
  readonly y: number;
}
export interface SectionAxis {
  readonly name: string;
  readonly role: Role;
  /** As written, `10k t`; null where none is known or it is a plain number. */
  readonly unit: string | null;
  /** Which way is better: more (1) or less (−1). */
  readonly better: 1 | -1;
  /** Whether the measure moves it. */
  readonly moves: boolean;
}
export interface HeldVariable {
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly amount: number;
  /** Whether the measure moves it too, so that the unit's projection lies in another section. */
  readonly moves: boolean;
}

export interface SectionUnit extends SectionPoint {
  /** The row of the scored panel's table; null for a reference unit that is not scored. */
  readonly row: number | null;
  /** Its labels as `dmu` of the command line takes them: `Beijing, services`. */
  readonly dmu: string;
  readonly period: Label;
  /** Without what all units share: `Beijing`, `Beijing 2014`. */
  readonly name: string;
  /** What its amounts are multiplied by to be drawn; 1 unless `scaledBy`. */
  readonly factor: number;
  readonly kind: UnitKind;
  readonly status: ScoreStatus | null;
  /** NaN has no JSON, so what is missing is null. */
  readonly score: number | null;
  readonly class: ClassLabel | null;
  readonly certified: boolean;
  /** Whether it may be part of the frontier. */
  readonly reference: boolean;
  /** Its part in the chosen unit's target, and what of it stands abated (μ) or is of the emission set (ν); null unless it is a peer. */
  readonly peer: { readonly weight: number; readonly abated: number; readonly emitting: number } | null;
}
/** How a unit is drawn: what it is to the chosen one first, then its own class. */
export type UnitKind = "chosen" | "peer" | "efficient" | "inefficient" | "none";

export interface ChosenUnit extends SectionPoint {
  readonly row: number;
  readonly dmu: string;
  readonly period: Label;
  readonly name: string;
  readonly status: ScoreStatus;
  /** Why it has no number; empty for an optimal one. */
  readonly reason: string;
  readonly score: number | null;
  readonly class: ClassLabel | null;
  readonly certified: boolean;
  /** The measure's direction in this plane, in the axes' units; (0, 0) where it moves neither. */
  readonly direction: { readonly dx: number; readonly dy: number };
  /** Where the score's movement brings it, and where its slacks leave it; null without a score. */
  readonly projection: SectionPoint | null;
  readonly target: SectionPoint | null;
  /** Whether nothing but x and y moves, so that the projection lies in this section. */
  readonly inPlane: boolean;
  /** Shadow prices of x and y: score per unit; null where there is none. */
  readonly price: { readonly x: number | null; readonly y: number | null };
}

/** Numbers and names of one sentence: "C could make 31 % more and emit 31 % less, as A (0.4) and B (0.6) together do". */
export interface SentenceFacts {
  readonly unit: string;
  /** `beyond`: it is better than the frontier allows; `none`: there is no number. */
  readonly kind: "could" | "frontier" | "beyond" | "none";
  /** Every variable that the score's movement moves. */
  readonly moves: readonly MoveFact[];
  /** What is left beyond that movement. */
  readonly slacks: readonly {
    readonly variable: string;
    readonly role: Role;
    readonly unit: string | null;
    readonly amount: number;
  }[];
  /** Without the unit itself where it is its own only peer. */
  readonly peers: readonly {
    readonly name: string;
    readonly weight: number;
    readonly abated: number;
    readonly emitting: number;
  }[];
  readonly reason: string;
}
export interface MoveFact {
  readonly variable: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly from: number;
  readonly to: number;
  /** (to − from) / |from|; null where `from` is 0. */
  readonly share: number | null;
}
