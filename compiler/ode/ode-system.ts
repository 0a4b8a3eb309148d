/**
 * The ODE system: every element of every variable is a scalar with a slot of its own; expressions are scalar
 * and read slots. Plain data, ordered so that evaluating it from top to bottom is right.
 */
import type { Span } from "../../language/source.ts";

export interface OdeSystem {
  readonly name: string;
  readonly time: {
    readonly start: number;
    readonly step: number;
    readonly steps: number;
    readonly saveEvery: number;
    readonly method: string;
  };
  /** Every scalar, by slot. */
  readonly slots: readonly OdeSlot[];
  /** Slots whose values never change (parameters and what follows from them alone), in order of evaluation. */
  readonly constants: readonly OdeAssignment[];
  /** Initial values of the stocks and what they need, in order. */
  readonly initial: readonly OdeAssignment[];
  /** Auxiliaries and flows, in order. */
  readonly dynamic: readonly OdeAssignment[];
  readonly stocks: readonly OdeStock[];
}
export interface OdeSlot {
  readonly variable: string;
  readonly labels: readonly string[];
  /** `value[services]` */
  readonly name: string;
  readonly role: "param" | "stock" | "flow" | "aux" | "lookup" | "series" | "internal";
}
export interface OdeAssignment {
  readonly slot: number;
  readonly expr: OdeExpr;
  readonly span: Span;
}
export interface OdeStock {
  readonly slot: number;
  readonly inflows: readonly number[];
  readonly outflows: readonly number[];
  readonly nonnegative: boolean;
}
export type OdeExpr =
  | { readonly op: "const"; readonly value: number }
  | { readonly op: "slot"; readonly slot: number }
  | { readonly op: "time" | "dt" }
  | { readonly op: "call"; readonly fn: string; readonly args: readonly OdeExpr[] }
  | { readonly op: "if"; readonly condition: OdeExpr; readonly then: OdeExpr; readonly otherwise: OdeExpr }
  | {
      readonly op: "table";
      readonly form: "linear" | "schedule" | "spline";
      readonly xs: readonly number[];
      readonly ys: readonly OdeExpr[];
      readonly beyond: "hold" | "extend" | "error";
      readonly input: OdeExpr;
    };
