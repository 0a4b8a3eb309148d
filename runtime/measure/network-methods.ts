/** Measures of technologies in stages. */
import { networkDirectionalFamily } from "../../compiler/lp/directional.ts";
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import { relationalFamily, stageFamily } from "../../compiler/lp/relational.ts";
import { slackFamily } from "../../compiler/lp/slack-programs.ts";
import { slacksBasedFamily } from "../../compiler/lp/slacks-based.ts";
import type { Technology, Variable } from "../../language/model.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import { solveFamily } from "../solve/solve-family.ts";
import type { Method, Solution } from "./method.ts";
import { objectiveOf, ofInefficiency } from "./method.ts";
import type { Worth, WorthInput } from "./worth.ts";

type Row = Pick<Variable, "role" | "fixed" | "stage">;

/** The weight of each stage at each of its variables, summing to one over the stages that count. */
function stageWeights(
  variables: readonly Row[],
  given: Float64Array | null,
  counts: (stage: string) => boolean = () => true,
): Float64Array {
  const stages = [...new Set(variables.map((v) => v.stage!))].filter(counts);
  const of = (stage: string) => (given === null ? 1 : given[variables.findIndex((v) => v.stage === stage)]!);
  const sum = stages.reduce((total, stage) => total + of(stage), 0);
  return Float64Array.from(variables, ({ stage }) =>
    stages.includes(stage!) && sum > 0 ? of(stage!) / sum : 0,
  );
}

/** Slacks that count, each relative to the unit's amount: w_s/(m_s x) for inputs, w_s/(r_s y) for outputs. */
function relativeByStage({ variables, at, given }: WorthInput, counted: readonly number[]): Worth {
  const zero = counted.find((i) => variables[i]!.role !== "input" && at[i] === 0);
  if (zero !== undefined)
    return `${variables[zero]!.name} is zero, and its slack has nothing to be relative to`;
  const weights = stageWeights(variables, given);
  const worth = new Float64Array(variables.length);
  for (const i of counted) {
    const input = variables[i]!.role === "input";
    const block = counted.filter((j) => {
      const { role, stage } = variables[j]!;
      return stage === variables[i]!.stage && (role === "input") === input && at[j] !== 0;
    });
    if (at[i] !== 0) worth[i] = weights[i]! / block.length / at[i]!;
  }
  return worth;
}

/** The variables whose slacks an orientation counts. */
function countedBy(variables: readonly Row[], orientation: string | undefined): number[] {
  return variables.flatMap(({ role, fixed }, i) => {
    const counts = orientation === "input" ? role === "input" : orientation !== "output" || role !== "input";
    return counts && !fixed ? [i] : [];
  });
}

export const networkSbm: Method = {
  family: (name, form, reference, points, { orientation }) =>
    orientation === "input" || orientation === "output"
      ? slackFamily(name, form, reference, points, countedBy(form.variables, orientation))
      : slacksBasedFamily(name, form, reference, points),
  worth: (input, { orientation }) => relativeByStage(input, countedBy(input.variables, orientation)),
  score: (solution, { orientation }) => {
    const objective = objectiveOf(solution);
    if (orientation === "input") return 1 - objective;
    return orientation === "output" ? 1 / (1 + objective) : objective;
  },
  slope: (objective, _point, { orientation }) => (orientation === "output" ? 1 / (1 + objective) ** 2 : 1),
  efficiency: (score) => score,
  symbol: () => "ρ",
  columns: (solution, variables, technology) => ({
    ...linkTargets(solution, technology),
    ...byStage(technology, (stage) => stageRatio(solution, variables, stage)),
  }),
};

function byStage({ stages = [] }: Technology, score: (stage: string) => number): Record<string, number> {
  return Object.fromEntries(stages.map((stage) => [`score.${stage}`, score(stage)]));
}

/** (1 − mean sx/x) / (1 + mean of sy/y and sb/b) of one stage. */
function stageRatio({ family, point, solved }: Solution, variables: readonly Row[], stage: string): number {
  const { own } = solved.solution;
  const t = family.own[0]!.name === "t" ? own[0]! : 1;
  const mean = (input: boolean) => {
    const shares = variables.flatMap((v, i) => {
      if (v.stage !== stage || (v.role === "input") !== input || v.fixed || point.at[i] === 0) return [];
      const k = family.own.findIndex((one) => one.variable === family.rows[i]!.variable);
      return [k < 0 ? 0 : own[k]! / t / point.at[i]!];
    });
    return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  return (1 - mean(true)) / (1 + mean(false));
}

/** How much of each link the unit's targets make. */
function linkTargets(
  { family, solved }: Solution,
  { links = [], variables }: Technology,
): Record<string, number> {
  const { own, lambda } = solved.solution;
  const t = family.own[0]!.name === "t" ? own[0]! : 1;
  const peers = solved.slackPhase?.ok === true ? solved.slackPhase.lambda : lambda;
  let row = variables.length;
  const targets: Record<string, number> = {};
  for (const { name, from, fixed } of links) {
    let made = 0;
    for (const { column, value } of peers) {
      const { stage, kind } = family.columns[column]!;
      if (stage === from && kind === "lambda")
        made += family.matrix[row * family.columns.length + column]! * value;
    }
    targets[`target.${name}`] = made / t;
    row += fixed ? 2 : 1;
  }
  return targets;
}

export const networkDdf: Method = {
  takesNegative: true,
  family: networkDirectionalFamily,
  worth: ({ variables, move, given }) =>
    stageWeights(variables, given, (stage) => variables.some((v, i) => v.stage === stage && move[i] !== 0)),
  efficiency: ofInefficiency,
  symbol: () => "Σwβ",
  columns: (solution, variables, technology) => ({
    ...linkTargets(solution, technology),
    ...byStage(technology, (stage) => {
      const moves = variables.some((v, i) => v.stage === stage && solution.point.move[i] !== 0);
      const k = solution.family.own.findIndex((one) => one.name === `β ${stage}`);
      return moves ? solution.solved.solution.own[k]! : Number.NaN;
    }),
  }),
};

export const relational: Method = {
  family: (name, form, reference, points) => relationalFamily(name, form, reference, points),
  efficiency: (score) => score,
  symbol: () => "E",
  columns: (solution, _variables, technology) => linkTargets(solution, technology),
  table: stageEfficiencies,
};

/** `score.STAGE` of all solved programs; those of one reference set are one family. */
function stageEfficiencies(
  programs: readonly (Solution | null)[],
  technology: Technology,
  options: SolveOptions,
): Record<string, Float64Array> {
  const { stages = [] } = technology;
  const columns = stages.map(() => new Float64Array(programs.length).fill(Number.NaN));
  const families = new Map<LpFamily, number[]>();
  for (const [row, program] of programs.entries()) {
    if (program === null) continue;
    const rows = families.get(program.family);
    if (rows === undefined) families.set(program.family, [row]);
    else rows.push(row);
  }
  for (const [family, rows] of families) {
    for (const k of stages.keys()) {
      const known = rows.filter((row) => columns.slice(0, k).every((column) => !Number.isNaN(column[row])));
      const tasks = known.map((row) => ({
        point: programs[row]!.point,
        overall: objectiveOf(programs[row]!),
        before: columns.slice(0, k).map((column) => column[row]!),
      }));
      if (tasks.length === 0) continue;
      const solved = solveFamily(stageFamily(family, technology, tasks, k), { solver: options.solver });
      for (const [at, row] of known.entries()) {
        const { status, objective } = solved[at]!.solution;
        if (status === "optimal") columns[k]![row] = objective;
      }
    }
  }
  return Object.fromEntries(stages.map((stage, k) => [`score.${stage}`, columns[k]!]));
}
