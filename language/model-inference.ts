/** What the checker makes of inference: who owns the frontier, other choices, intervals, partial frontiers, comparisons. */
import type { Index, Measure, MeasureSpec, Orientation, Technology } from "./model.ts";
import type { Span } from "./source.ts";

interface Base {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
}

/** Each unit of the frontier left out in turn. */
export interface Influence extends Base {
  readonly kind: "influence";
  readonly measure: string;
  readonly spec: MeasureSpec;
}

/** A measure or index again, under other choices. */
export interface Robustness extends Base {
  readonly kind: "robustness";
  /** The measure or index. */
  readonly measure: string;
  /** The first one is the model's own. */
  readonly choices: readonly Choice[];
}
export interface Choice {
  /** `base`, `returns vrs`, `returns vrs, without energy`. */
  readonly label: string;
  /** The variable that is left out. */
  readonly without?: string;
  /** Stands in for the technology of the same name. */
  readonly technology: Technology;
  readonly subject: Measure | Index;
}

/** Bias and interval of each score of a measure. */
export interface Bootstrap extends Base {
  readonly kind: "bootstrap";
  readonly measure: string;
  readonly spec: MeasureSpec;
  readonly replications: number;
  /** One less the confidence level: 0.05. */
  readonly alpha: number;
  readonly seed: number;
}

/** Order-m or order-α scores. */
export interface PartialFrontier extends Base {
  readonly kind: "partial_frontier";
  readonly fn: "order_m" | "order_alpha";
  /** The radial measure whose hull, orientation and data it shares. */
  readonly spec: MeasureSpec & { readonly orientation: Exclude<Orientation, "none"> };
  /** m, or α. */
  readonly order: number;
}

/** One measure against another of the same units. */
export interface Comparison extends Base {
  readonly kind: "comparison";
  readonly fn: "technology_gap" | "scale_efficiency";
  /** The measure that the ratio divides by (the difference takes away), then the one on top. */
  readonly measures: readonly [below: string, above: string];
  /** Directional distances differ, efficiencies divide. */
  readonly scale: "ratio" | "difference";
  /** The technology whose groups share a ranking. */
  readonly technology: string;
}

/** Whether constant returns fit, on each frontier. */
export interface ReturnsTest extends Base {
  readonly kind: "returns_test";
  /** The measure under constant and under variable returns. */
  readonly measures: readonly [crs: string, vrs: string];
  /** Of the first. */
  readonly spec: MeasureSpec;
  readonly replications: number;
  /** The level at which constant returns are rejected. */
  readonly alpha: number;
  readonly seed: number;
}

/** Each unit valued at the prices that suit each other one. */
export interface CrossEfficiency extends Base {
  readonly kind: "cross_efficiency";
  readonly spec: MeasureSpec;
  readonly secondary: "none" | "benevolent" | "aggressive";
}

export type InferenceDeclared =
  | Influence
  | Robustness
  | Bootstrap
  | PartialFrontier
  | Comparison
  | ReturnsTest
  | CrossEfficiency;
