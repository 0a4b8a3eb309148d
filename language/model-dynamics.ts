/** What the checker makes of stock-flow systems and their scenarios. */
import type { Expr } from "./model.ts";
import type { Span } from "./source.ts";
import type { Unit } from "./units/unit.ts";

interface Named {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
}

/** A rational number, so that steps such as 1/8 or 0.1 are exact. */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
}
export interface System extends Named {
  readonly kind: "system";
  readonly time: {
    readonly unit: Unit;
    readonly start: Rational;
    readonly step: Rational;
    /** Whole number of steps from start to end. */
    readonly steps: number;
    /** Saved every so many steps. */
    readonly saveEvery: number;
    readonly method: "euler" | "rk2" | "rk4" | "rk45" | "rosenbrock";
    /** The relative error that an adaptive method allows in a step; the method's own where absent. */
    readonly tolerance?: number;
    readonly span: Span;
  };
  /** Its own, and those of its modules under names such as `north.water`. */
  readonly variables: readonly SystemVariable[];
  readonly events?: readonly SystemEvent[];
  /** Which dimensions hold some of the labels of another, by name; that other one. */
  readonly ranges?: Readonly<Record<string, string>>;
}
/** What happens at each moment at which a condition begins to hold. */
export interface SystemEvent {
  readonly span: Span;
  readonly doc?: string;
  /** A boolean expression without keys. */
  readonly condition: Expr;
  /** New values of stocks, all computed from the values just before the moment. */
  readonly changes: Scenario["changes"];
}
export interface SystemVariable extends Named {
  readonly role: "param" | "stock" | "flow" | "aux" | "lookup" | "series";
  readonly unit: Unit | null;
  /** Names of the dimensions that subscript it. */
  readonly dimensions: readonly string[];
  /**
   * Its right-hand sides: the first without labels covers all elements, later ones with labels override one.
   * Param: the value; stock: the initial value; flow, aux: the equation; lookup: the table of its argument;
   * series: the panel column.
   */
  readonly equations: readonly {
    readonly labels: readonly string[] | null;
    readonly expr: Expr;
    readonly span: Span;
  }[];
  /** A flow's stocks; null is the cloud. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly nonnegative?: boolean;
  /** The unit of a lookup's argument. */
  readonly argument?: Unit | null;
  readonly range?: { readonly low: Expr; readonly high: Expr };
  /** An auxiliary in a loop of equations: the bounds between which it is found so that its equation holds. */
  readonly solve?: { readonly low: Expr; readonly high: Expr; readonly span: Span };
  readonly series?: { readonly interpolation: "linear" | "hold" | "next"; readonly after: "hold" | "error" };
}
export interface Scenario extends Named {
  readonly kind: "scenario";
  readonly system: string;
  /** The scenario it inherits from. */
  readonly from?: string;
  /** The calibration or optimization whose result it takes before its own changes. */
  readonly using?: string;
  readonly changes: readonly {
    readonly variable: string;
    readonly labels: readonly string[] | null;
    readonly expr: Expr;
    readonly span: Span;
  }[];
}
