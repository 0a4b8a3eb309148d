/** What each measure of the catalogue does with numbers: its program, its score, how big its efficiency is. */
import { directionalFamily, nonRadialFamily } from "../../compiler/lp/directional.ts";
import { radialFamily } from "../../compiler/lp/radial.ts";
import { excessFamily, slackFamily } from "../../compiler/lp/slack-programs.ts";
import { slacksBasedFamily, superSlacksBasedFamily } from "../../compiler/lp/slacks-based.ts";
import type { Point, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import { valueFamily } from "../../compiler/lp/value.ts";
import type { MeasureSpec } from "../../language/model.ts";
import { byProduction } from "./by-production-method.ts";
import { ebm, hyperbolic } from "./graph-methods.ts";
import type { Method, Solution } from "./method.ts";
import { objectiveOf, ofInefficiency } from "./method.ts";
import { networkDdf, networkSbm, relational } from "./network-methods.ts";
import * as worth from "./worth.ts";

const radial: Method = {
  family: (name, form, reference, points, spec) =>
    radialFamily(name, form, reference, points, spec.orientation === "output" ? "output" : "input"),
  efficiency: (score, spec) => (spec.orientation === "output" ? 1 / score : score),
  symbol: (spec) => (spec.orientation === "output" ? "φ" : "θ"),
};

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
  score: (solution, { orientation }) => {
    const objective = objectiveOf(solution);
    return orientation === "input"
      ? 1 - objective
      : orientation === "output"
        ? 1 / (1 + objective)
        : objective;
  },
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
    score: (solution, { orientation }) => {
      const objective = objectiveOf(solution);
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
  model: "additive",
  beyond: {
    model: "super_additive",
    family: (name, form, reference, points, spec) =>
      excessFamily(name, form, reference, points, counted(form.variables, spec)),
    score: excessRatio,
  },
};

/**
 * What super-efficiency of the additive model is reported as (Du, Liang & Zhu 2010): with the least excess, the mean factor by which
 * inputs grow over the mean share that is left of outputs, bads as in the slacks-based measure.
 */
function excessRatio({ family, point, solved }: Solution): number {
  const sums = { input: 0, output: 0 };
  const counts = { input: 0, output: 0 };
  for (const [i, row] of family.rows.entries()) {
    const k = family.own.findIndex((one) => one.variable === row.variable);
    if (row.kind === "bound" || row.variable === undefined || k < 0) continue;
    const side = row.kind === "input" ? "input" : "output";
    sums[side] += solved.solution.own[k]! / point.at[i]!;
    counts[side]++;
  }
  const mean = (side: "input" | "output") => (counts[side] === 0 ? 0 : sums[side] / counts[side]);
  return mean("output") < 1 ? (1 + mean("input")) / (1 - mean("output")) : Number.NaN;
}

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

/** The inputs or goods that a Russell measure moves; both where it is the graph measure. */
function moved(variables: TechnologyForm["variables"], spec: MeasureSpec): number[] {
  if (spec.orientation === "none") return counted(variables, spec);
  const role = spec.orientation === "output" ? "good" : "input";
  return variables.flatMap((v, i) => (v.role === role && !v.fixed ? [i] : []));
}

const russell: Method = {
  family: (name, form, reference, points, spec) =>
    spec.orientation === "none"
      ? slacksBasedFamily(name, form, reference, points)
      : slackFamily(name, form, reference, points, moved(form.variables, spec)),
  worth: (input, spec) => worth.relativeToOwn(input, moved(input.variables, spec)),
  score: (solution, { orientation }) => {
    const objective = objectiveOf(solution);
    return orientation === "none" ? objective : orientation === "output" ? 1 + objective : 1 - objective;
  },
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
  score: (solution) => objectiveOf(solution) / amountsWorth(solution.point),
  slope: (_objective, point) => 1 / amountsWorth(point),
  efficiency: (score) => score,
  symbol: () => "CE",
  byScore: true,
};

const revenue: Method = {
  family: (name, form, reference, points) => valueFamily(name, form, reference, points, "revenue"),
  worth: worth.prices,
  score: (solution) => amountsWorth(solution.point) / objectiveOf(solution),
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
  score: (solution) =>
    (objectiveOf(solution) - amountsWorth(solution.point)) / directionWorth(solution.point),
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
  hyperbolic,
  ebm,
  by_production: byProduction,
  network_sbm: networkSbm,
  network_ddf: networkDdf,
  relational,
};
