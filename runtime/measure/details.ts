/** Slacks, targets, peers, prices and class of scored rows: what stands beside each optimal score. */
import { grows } from "../../compiler/lp/technology-matrix.ts";
import { singlePeerPhase } from "../solve/single-peer.ts";
import type { SlackPhase } from "../solve/slack-phase.ts";
import { slackPhase } from "../solve/slack-phase.ts";
import type { FrontierData } from "./frontier-data.ts";
import { methods } from "./methods.ts";
import { priceRanges } from "./price-ranges.ts";
import type { Answer, Program } from "./score-requests.ts";
import { columnMeans, slackWeights } from "./slack-weights.ts";

export type ClassLabel = "efficient" | "weakly_efficient" | "inefficient";

/** Movements to the frontier, and slacks, within this share of a unit's amount count as none. */
const onFrontier = 1e-7;

/** By variable of the technology, in its order. */
export interface Details {
  readonly slacks: Float64Array;
  readonly targets: Float64Array;
  readonly prices: Float64Array;
  /** The least and greatest price over all optimal duals, where they are asked for. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Each variable's own movement in a non-radial program; NaN where it has none. */
  readonly betas: Float64Array;
  readonly peers: SlackPhase["lambda"];
  /** Null where the second phase failed, so that slacks are unknown. */
  readonly class: ClassLabel | null;
}

/** The second phase of one optimal answer and what follows from it. */
export function detailsOf(data: FrontierData, answer: Answer): Details {
  const program = answer.program!;
  const { family, point, solved, beyond } = program;
  const { variables } = data.technology;
  const { solution } = solved;
  const means = columnMeans(family, variables.length);
  const phase = solved.slackPhase ?? secondPhase(data, program);
  const method = methods[data.spec.fn]!;
  const slope = beyond ? 1 : (method.slope?.(solution.objective, point, data.spec) ?? 1);
  const direction = family.sense === "min" ? 1 : -1;

  /** By what a row's dual is multiplied to be the price of its variable. */
  const factor = ({ role }: { readonly role: string }) =>
    (role === "good" ? direction : -direction) * divisorOf(program, role) * slope;
  const empty = () => new Float64Array(variables.length).fill(Number.NaN);
  const [slacks, targets, betas, prices, reached] = [empty(), empty(), empty(), empty(), empty()];
  for (const [i, variable] of variables.entries()) {
    const divisor = divisorOf(program, variable.role);
    prices[i] = clear(factor(variable) * dualOf(program, i));
    reached[i] = boundOf(program, i) / divisor;
    const own = family.own.findIndex((one) => one.variable === variable.name);
    const name = own < 0 ? "" : family.own[own]!.name;
    if (name.startsWith("β")) betas[i] = solution.own[own]!;
    if (!phase.ok) continue;
    const left = divisor > 0 ? phase.slacks[i]! / divisor : 0;
    const counted = name.startsWith("slack") && divisor > 0 ? solution.own[own]! / divisor : 0;
    slacks[i] = clear(left + counted);
    targets[i] = clear(grows(data.technology, i) ? reached[i]! + left : reached[i]! - left);
  }
  const { lambda: peers } = phase;
  const { low, high } =
    data.spec.priceRange === true && family.single !== true
      ? priceRanges(
          program,
          variables.map((v) => (v.polluting === true ? Number.NaN : factor(v))),
        )
      : { low: empty(), high: empty() };
  const numbers = { slacks, targets, prices, low, high, betas };
  if (!phase.ok) return { ...numbers, peers, class: null };
  const scaled = peers.map(({ column, value }) => ({ column, value: value / intensityDivisor(program) }));
  const label =
    method.byScore === true
      ? byEfficiency(answer.efficiency)
      : classOf(data, program, reached, targets, means);
  return { ...numbers, peers: scaled, class: label };
}

/** The second phase where it did not come with the answer. */
function secondPhase(data: FrontierData, { family, task, solved }: Program): SlackPhase {
  const settle = family.single === true ? singlePeerPhase : slackPhase;
  return settle(family, task, solved.solution, slackWeights(data, family));
}

/** The dual of a variable: of its row, and of its other one in an emission set; NaN where the program has none. */
function dualOf({ family, solved }: Program, i: number): number {
  const { dual } = solved.solution;
  const { variable } = family.rows[i]!;
  let sum = dual[i] ?? Number.NaN;
  for (let row = i + 1; row < family.rows.length; row++) {
    const other = family.rows[row]!;
    if (other.variable !== variable || other.kind === "bound") continue;
    const term = dual[row]!;
    sum = Math.abs(sum + term) <= 1e-12 * Math.abs(term) ? 0 : sum + term;
  }
  return sum;
}

/** No negative zero. */
function clear(value: number): number {
  return value === 0 ? 0 : value;
}

/** A fractional program's intensities and slacks stand multiplied by t. */
export function intensityDivisor({ family, solved }: Pick<Program, "family" | "solved">): number {
  return family.own[0]!.name === "t" ? solved.solution.own[0]! : 1;
}

/** What a variable's row stands multiplied by: t, or Shephard's abatement factor on inputs. */
function divisorOf(program: Program, role: string): number {
  const { family, solved } = program;
  const abatement = family.own.findIndex((one) => one.name === "abatement");
  if (abatement >= 0 && role === "input") return solved.solution.own[abatement]!;
  return intensityDivisor(program);
}

/** What the program's own variables leave of a row for the intensities to reach. */
function boundOf({ family, task, solved }: Program, i: number): number {
  const { rhs, own } = family.tasks[task]!;
  const m = family.rows.length;
  let bound = rhs[i]!;
  for (const [k, value] of solved.solution.own.entries()) bound -= own[k * m + i]! * value;
  return bound;
}

function byEfficiency(efficiency: number): ClassLabel {
  return efficiency < 1 - onFrontier ? "inefficient" : "efficient";
}

/** By how far the program moves the unit, then by the slack that is left; moving away from better is being beyond the frontier. */
function classOf(
  data: FrontierData,
  { point }: Program,
  reached: Float64Array,
  targets: Float64Array,
  means: Float64Array,
): ClassLabel {
  let most = 0;
  let least = 0;
  let left = 0;
  for (const [i, { fixed }] of data.technology.variables.entries()) {
    if (fixed) continue;
    const size = Math.abs(point.at[i]!) || means[i]! || 1;
    const more = reached[i]! - point.at[i]!;
    const better = (grows(data.technology, i) ? more : -more) / size;
    most = Math.max(most, better);
    least = Math.min(least, better);
    left = Math.max(left, Math.abs(targets[i]! - reached[i]!) / size);
  }
  if (most > onFrontier) return "inefficient";
  if (least < -onFrontier) return "efficient";
  return left > onFrontier ? "weakly_efficient" : "efficient";
}
