/** What each measure of the catalogue does with numbers: its program, its score, how big its efficiency is. */
import { directionalFamily, nonRadialFamily } from "../../compiler/lp/directional.ts";
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { radialFamily } from "../../compiler/lp/radial.ts";
import { excessFamily, slackFamily } from "../../compiler/lp/slack-programs.ts";
import { slacksBasedFamily, superSlacksBasedFamily } from "../../compiler/lp/slacks-based.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import { valueFamily } from "../../compiler/lp/value.ts";
import type { MeasureSpec } from "../../language/model.ts";
import type { LpSolution } from "../solve/solver.ts";
import * as worth from "./worth.ts";

type Build = (
  name: string,
  form: TechnologyForm,
  reference: ReferenceUnits,
  points: readonly Point[],
  spec: MeasureSpec,
) => LpFamily;

export interface Method {
  readonly family: Build;
  /** What `worth` of a point is; absent where its program has none. */
  worth?(input: worth.WorthInput, spec: MeasureSpec): worth.Worth;
  /** From the program's objective; the objective itself where absent. */
  score?(objective: number, point: Point, spec: MeasureSpec): number;
  /** |∂score/∂objective|, to make prices of duals; 1 where absent. */
  slope?(objective: number, point: Point, spec: MeasureSpec): number;
  /** Bigger is better, 1 on the frontier; NaN where the score has none. */
  efficiency(score: number, spec: MeasureSpec): number;
  /** The field's sign for the score. */
  symbol(spec: MeasureSpec): string;
  /** Whether it takes negative amounts where units are not scaled (vrs). */
  readonly takesNegative?: boolean;
  /** Whether the class follows from the score alone, because amounts may be traded for each other. */
  readonly byScore?: boolean;
  /** The program that scores efficient units, and those beyond the frontier, where `super` is asked; its efficiency is its score. */
  readonly beyond?: {
    readonly model: string;
    readonly family: Build;
    score(solution: { objective: number; own: Float64Array }, point: Point, spec: MeasureSpec): number;
  };
  /**
   * For what is no linear program: where to make it linear next, null once that is where its solution lies. Points of such a measure
   * begin at 1.
   */
  around?(solution: LpSolution, point: Point): number | null;
  /** What `model` calls the ordinary program. */
  readonly model?: string;
}

const radial: Method = {
  family: (name, form, reference, points, spec) =>
    radialFamily(name, form, reference, points, spec.orientation === "output" ? "output" : "input"),
  efficiency: (score, spec) => (spec.orientation === "output" ? 1 / score : score),
  symbol: (spec) => (spec.orientation === "output" ? "φ" : "θ"),
};

/** 1/(1 + score): 1 where nothing is left to gain. */
function ofInefficiency(score: number): number {
  return 1 + score > 0 ? 1 / (1 + score) : Number.NaN;
}

const ddf: Method = {
  takesNegative: true,
  family: directionalFamily,
  efficiency: ofInefficiency,
  symbol: () => "β",
};

const nddf: Method = {
  takesNegative: true,
  family: (name, form, reference, points, spec) =>
    nonRadialFamily(
      name,
      form,
      reference,
      points,
      form.variables.flatMap((v, i) => (spec.moves!.some((move) => move.variable === v.name) ? [i] : [])),
    ),
  worth: worth.movements,
  efficiency: ofInefficiency,
  symbol: () => "Σwβ",
};

/** The variables whose slacks an orientation counts. */
function counted(variables: TechnologyForm["variables"], { orientation }: MeasureSpec): number[] {
  return variables.flatMap((v, i) => {
    if (v.fixed) return [];
    if (orientation === "input") return v.role === "input" ? [i] : [];
    if (orientation === "output") return v.role === "input" ? [] : [i];
    return [i];
  });
}

const sbm: Method = {
  family: (name, form, reference, points, spec) =>
    spec.orientation === "input" || spec.orientation === "output"
      ? slackFamily(name, form, reference, points, counted(form.variables, spec))
      : slacksBasedFamily(name, form, reference, points),
  worth: (input, spec) => worth.relativeToOwn(input, counted(input.variables, spec)),
  score: (objective, _point, { orientation }) =>
    orientation === "input" ? 1 - objective : orientation === "output" ? 1 / (1 + objective) : objective,
  slope: (objective, _point, { orientation }) => (orientation === "output" ? 1 / (1 + objective) ** 2 : 1),
  efficiency: (score) => score,
  symbol: () => "ρ",
  model: "sbm",
  beyond: {
    model: "super_sbm",
    family: (name, form, reference, points, spec) =>
      spec.orientation === "input" || spec.orientation === "output"
        ? excessFamily(name, form, reference, points, counted(form.variables, spec))
        : superSlacksBasedFamily(name, form, reference, points),
    score: ({ objective }, _point, { orientation }) => {
      if (orientation === "input") return 1 + objective;
      if (orientation === "output") return objective < 1 ? 1 / (1 - objective) : Number.NaN;
      return objective;
    },
  },
};

const additive: Method = {
  takesNegative: true,
  family: (name, form, reference, points, spec) =>
    slackFamily(name, form, reference, points, counted(form.variables, spec)),
  worth: (input, { weights }) => {
    if (weights?.kind === "mip") return worth.proportions(input);
    return weights?.kind === "normalized" ? worth.normalized(input) : worth.asGiven(input);
  },
  efficiency: ofInefficiency,
  symbol: () => "Σws",
};

const averaged = (rule: (input: worth.WorthInput) => worth.Worth, bounds: boolean): Method => ({
  family: (name, form, reference, points, spec) => {
    const bounded = bounds && form.returns !== "vrs" && form.returns !== "fdh";
    return slackFamily(name, form, reference, points, counted(form.variables, spec), bounded);
  },
  worth: rule,
  takesNegative: true,
  efficiency: (score) => 1 - score,
  symbol: () => "Γ",
});

/** The inputs or goods that a Russell measure moves. */
function moved(variables: TechnologyForm["variables"], { orientation }: MeasureSpec): number[] {
  const role = orientation === "output" ? "good" : "input";
  return variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
}

const russell: Method = {
  family: (name, form, reference, points, spec) =>
    slackFamily(name, form, reference, points, moved(form.variables, spec)),
  worth: (input, spec) => worth.relativeToOwn(input, moved(input.variables, spec)),
  score: (objective, _point, { orientation }) => (orientation === "output" ? 1 + objective : 1 - objective),
  efficiency: (score, spec) => (spec.orientation === "output" ? 1 / score : score),
  symbol: () => "R",
};

/** What the unit's amounts are worth at its prices. */
function amountsWorth(point: Point): number {
  return point.at.reduce((sum, amount, i) => sum + amount * point.worth[i]!, 0);
}

const cost: Method = {
  family: (name, form, reference, points) => valueFamily(name, form, reference, points, "cost"),
  worth: worth.prices,
  score: (objective, point) => objective / amountsWorth(point),
  slope: (_objective, point) => 1 / amountsWorth(point),
  efficiency: (score) => score,
  symbol: () => "CE",
  byScore: true,
};

const revenue: Method = {
  family: (name, form, reference, points) => valueFamily(name, form, reference, points, "revenue"),
  worth: worth.prices,
  score: (objective, point) => amountsWorth(point) / objective,
  slope: (objective, point) => amountsWorth(point) / objective ** 2,
  efficiency: (score) => score,
  symbol: () => "RE",
  byScore: true,
};

const profit: Method = {
  family: (name, form, reference, points) => valueFamily(name, form, reference, points, "profit"),
  worth: (input) => {
    const prices = worth.prices(input);
    if (typeof prices === "string") return prices;
    return prices.map((price, i) => (input.variables[i]!.role === "input" ? -price : price));
  },
  score: (objective, point) => (objective - amountsWorth(point)) / directionWorth(point),
  slope: (_objective, point) => 1 / directionWorth(point),
  efficiency: ofInefficiency,
  symbol: () => "NPI",
  byScore: true,
};

/** What moving once along the direction is worth: p·gy + w·gx. */
function directionWorth(point: Point): number {
  return point.move.reduce((sum, size, i) => sum + size * Math.abs(point.worth[i]!), 0);
}

/** By name in the catalogue. */
export const methods: Readonly<Record<string, Method>> = {
  radial,
  ddf,
  nddf,
  sbm,
  additive,
  ram: averaged(worth.ranges, false),
  bam: averaged(worth.bounds, true),
  russell,
  cost,
  revenue,
  profit,
};
