/** What the checker makes of experiments: many runs of one system, and what is made of them. */
import type { Expr } from "./model.ts";
import type { Span } from "./source.ts";
import type { Unit } from "./units/unit.ts";

interface Experiment {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
  /** What is run. */
  readonly system: string;
  /** The scenario that the runs start from; the system as declared where absent. */
  readonly scenario?: string;
}

/** A parameter, auxiliary or initial value that each run sets to a number of its own. */
export interface Varied {
  /** `growth`, or `rate[services]` for one element. */
  readonly name: string;
  readonly variable: string;
  /** The labels of one element; null: all elements alike. */
  readonly labels: readonly string[] | null;
  readonly unit: Unit | null;
  readonly span: Span;
}
/** Bounds in the parameter's own unit. */
export interface Bounded extends Varied {
  readonly low: number;
  readonly high: number;
}

/** A number, or one for each saved time, that is kept of each run. */
export interface Output {
  /** Its source text. */
  readonly label: string;
  /** Its variables are those of the run at hand: `run` with the scenario `(run)`. */
  readonly expr: Expr;
}

/** All combinations of some values. */
export interface Sweep extends Experiment {
  readonly kind: "sweep";
  /** The values that are run, and the upper bound, which need not be one of them. */
  readonly ranges: readonly (Varied & { readonly values: readonly number[]; readonly high: number })[];
  readonly outputs: readonly Output[];
}

/** Runs at samples of distributions. */
export interface Sensitivity extends Experiment {
  readonly kind: "sensitivity";
  /** Each has exactly one call of a distribution in it, of which it is a function. */
  readonly distributions: readonly (Varied & { readonly distribution: Expr })[];
  readonly samples: number;
  readonly sampling: Sampling;
  readonly seed: number;
  readonly outputs: readonly Output[];
  /** Central bands, in per cent of the runs, ascending. */
  readonly bands: readonly number[];
}
export type Sampling = "sobol" | "latin" | "random";

/** The parameters at which runs fit data best. */
export interface Calibration extends Experiment {
  readonly kind: "calibration";
  readonly parameters: readonly Bounded[];
  readonly matches: readonly Match[];
  /** The span kept back to test the fit. */
  readonly test?: Window;
  readonly seed: number;
}
export interface Window {
  readonly from: number;
  readonly to: number;
}
/** A variable and the data that it is to match. */
export interface Match extends Output {
  readonly data: Expr;
  /** The data used; all where absent. */
  readonly window?: Window;
  readonly weight: number;
  readonly span: Span;
}

/** The parameters that reach a goal best, under constraints. */
export interface Optimization extends Experiment {
  readonly kind: "optimization";
  readonly parameters: readonly Bounded[];
  readonly goal: "maximize" | "minimize";
  readonly objective: Output;
  /** Conditions, which must hold at every saved time where they have one. */
  readonly constraints: readonly Output[];
  readonly seed: number;
}

export type ExperimentDeclared = Sweep | Sensitivity | Calibration | Optimization;
