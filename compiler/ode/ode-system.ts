/**
 * The ODE system: every element of every variable is a scalar with a slot of its own; expressions are scalar
 * and read slots. Plain data, ordered so that evaluating each list from top to bottom is right.
 *
 * One step of a run from t to t + dt:
 *   1. take up the delays that are due, then evaluate `dynamic` (times: t); let events happen, each with `dynamic` evaluated again;
 *   2. save if the step is on the save grid; note the delays' sources;
 *   3. integrate the stocks; further stages evaluate `dynamic` again without its `held` assignments.
 */
import type { Rational } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";

export interface OdeSystem {
  readonly name: string;
  readonly time: {
    readonly start: Rational;
    readonly step: Rational;
    readonly steps: number;
    readonly saveEvery: number;
    readonly method: "euler" | "rk2" | "rk4" | "rk45" | "rosenbrock";
    /** The relative error that an adaptive method allows in a step; the method's own where absent. */
    readonly tolerance?: number;
  };
  /** Every scalar, by slot. */
  readonly slots: readonly OdeSlot[];
  /** Slots whose values never change (parameters and what follows from them alone), in order of evaluation. */
  readonly constants: readonly OdeAssignment[];
  /** Values at the start: of stocks, of delays, of `initial(…)`, and what they need, in order. */
  readonly initial: readonly OdeAssignment[];
  /** Auxiliaries and flows, in order. */
  readonly dynamic: readonly OdeAssignment[];
  readonly stocks: readonly OdeStock[];
  readonly delays: readonly OdeDelay[];
  /** How long each stage of a delay or an average lasts; shorter than a step it swings out of bounds. */
  readonly lags: readonly { readonly slot: number; readonly duration: OdeExpr; readonly span: Span }[];
  /** The tables that expressions read, by the number that they carry. */
  readonly tables: readonly { readonly name: string; readonly span: Span }[];
  /** Moments at which something jumps or bends; an adaptive step never crosses them. Slots or numbers. */
  readonly breaks: readonly OdeExpr[];
  readonly events: readonly OdeEvent[];
}
export interface OdeSlot {
  readonly variable: string;
  readonly labels: readonly string[];
  /** `value[services]` */
  readonly name: string;
  readonly role: "param" | "stock" | "flow" | "aux" | "internal";
  readonly span: Span;
}
export interface OdeAssignment {
  readonly slot: number;
  readonly expr: OdeExpr;
  readonly span: Span;
  /** Evaluated at the start of a step only, and kept through its stages. */
  readonly held?: boolean;
  /**
   * The slot is in a loop: it is found between two bounds so that it equals `expr`, for which each trial evaluates `within`, the
   * other members of the loop in order. They follow as assignments of their own.
   */
  readonly solve?: {
    readonly low: OdeExpr;
    readonly high: OdeExpr;
    readonly within: readonly OdeAssignment[];
  };
}
/** What happens at each moment at which a condition begins to hold; what holds at the start has not begun. */
export interface OdeEvent {
  readonly condition: OdeExpr;
  /** New values of stocks, all from the values just before. */
  readonly changes: readonly { readonly slot: number; readonly expr: OdeExpr }[];
  readonly span: Span;
}
export interface OdeStock {
  readonly slot: number;
  readonly inflows: readonly number[];
  readonly outflows: readonly number[];
  /** Of a non-negative stock: the slot of the share (0 … 1) of the outflows asked for that it can give. */
  readonly share?: number;
}
/** `slot` shows what `source` was `duration` earlier (both at steps' starts), until then its initial value. */
export interface OdeDelay {
  readonly slot: number;
  readonly source: number;
  /** In units of time, read once at the start; absent: one step. */
  readonly duration?: number;
  readonly span: Span;
}
export type OdeBeyond = "hold" | "extend" | "error";
export type OdeExpr =
  | { readonly op: "const"; readonly value: number }
  | { readonly op: "slot"; readonly slot: number }
  /** A stock's value at the start of the step, whatever the stage. */
  | { readonly op: "held"; readonly slot: number }
  /**
   * `time` is the stage's. `held_time` is the step's start, for what jumps: it is held over a Runge–Kutta step; an adaptive method
   * has the last break there. `input_time` is the step's start too, but the stage's in an adaptive method, for data and
   * ramps, which bend but do not jump. `half_step` is dt/2, and 0 in an adaptive method, which meets breaks exactly.
   */
  | { readonly op: "time" | "held_time" | "input_time" | "half_step" | "dt" }
  /** `add min max median sd` take any number of arguments; `random` takes its key and the number of the draw. */
  | { readonly op: "call"; readonly fn: string; readonly args: readonly OdeExpr[] }
  | { readonly op: "if"; readonly condition: OdeExpr; readonly then: OdeExpr; readonly otherwise: OdeExpr }
  | OdeTable;
export interface OdeTable {
  readonly op: "table";
  /** The number under which its reads beyond the ends are counted. */
  readonly table: number;
  /** `next` takes the value of the next point; `schedule` that of the last one. */
  readonly form: "linear" | "schedule" | "spline" | "next";
  readonly xs: readonly number[];
  readonly ys: readonly OdeExpr[];
  readonly before: OdeBeyond;
  readonly after: OdeBeyond;
  readonly input: OdeExpr;
}
