/**
 * ε and the weights of the epsilon-based measure (Tone & Tsutsui 2010, section 4). Two inputs are alike if their ratio varies little over
 * the units. With c_j = ln(b_j/a_j),
 *
 *     D(a, b) = Σ_j |c_j − c̄| / (n (max c − min c))   (0 where all ratios are equal),   S(a, b) = 1 − 2 D(a, b)
 *
 * With ρ the largest eigenvalue of the affinity matrix S over the m inputs, ε = (m − ρ)/(m − 1) (0 for one input), and its
 * eigenvector, scaled to sum to one, holds the weights. Goods likewise. The amounts are those of the units' targets under the
 * slacks-based measure with variable returns, not as observed.
 */
import { extremes } from "../../compiler/lp/extremes.ts";
import { slacksBasedFamily } from "../../compiler/lp/slacks-based.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import type { Variable } from "../../language/model.ts";
import { solveFamily } from "../solve/solve-family.ts";
import { relativeToOwn } from "./worth.ts";

export interface Affinity {
  readonly epsilon: number;
  /** By variable of the block, sum 1. */
  readonly weights: readonly number[];
}

/** By role; a text says why there is none. */
export type Affinities = { readonly input: Affinity; readonly good: Affinity } | string;

const known = new WeakMap<ReferenceUnits, Affinities>();

/** The affinities of the variables that may move, over the reference units; computed once for each reference set. */
export function affinities(reference: ReferenceUnits, variables: readonly Variable[]): Affinities {
  let found = known.get(reference);
  if (found === undefined) {
    found = computed(reference, variables);
    known.set(reference, found);
  }
  return found;
}

function computed(reference: ReferenceUnits, variables: readonly Variable[]): Affinities {
  const moving = variables.flatMap((v, i) => (v.fixed ? [] : [i]));
  for (const i of moving) {
    if (reference.observations.some((row) => !(reference.values[i]![row]! > 0))) {
      return `${variables[i]!.name} is not above zero in every unit that it is compared with, and affinities are of logarithms`;
    }
  }
  const targets = projected(reference, variables, moving);
  if (targets === null) return "the units that it is compared with have no slacks-based targets";
  const of = (role: "input" | "good") =>
    affinity(targets.filter((_, k) => variables[moving[k]!]!.role === role));
  return { input: of("input"), good: of("good") };
}

/** Each moving variable's targets over the reference units. */
function projected(
  reference: ReferenceUnits,
  variables: readonly Variable[],
  moving: readonly number[],
): Float64Array[] | null {
  const form: TechnologyForm = {
    variables,
    returns: "vrs",
    disposability: "strong",
    span: variables[0]!.span,
  };
  const points: Point[] = [];
  for (const row of reference.observations) {
    const at = Float64Array.from(reference.values, (values) => values[row]!);
    const move = new Float64Array(at.length);
    const worth = relativeToOwn({ variables, at, move, reference, given: null }, moving);
    if (typeof worth === "string") return null;
    points.push({ observation: row, at, move, worth, without: [] });
  }
  const family = slacksBasedFamily("projection", form, reference, points);
  const solved = solveFamily(family);
  if (solved.some(({ solution }) => solution.status !== "optimal")) return null;
  return moving.map((i) => {
    const own = family.own.findIndex((one) => one.variable === variables[i]!.name);
    const sign = variables[i]!.role === "good" ? 1 : -1;
    return Float64Array.from(
      solved,
      ({ solution }, task) => points[task]!.at[i]! + (sign * solution.own[own]!) / solution.own[0]!,
    );
  });
}

/** ε and weights of one block of variables, each over the same units. */
export function affinity(block: readonly Float64Array[]): Affinity {
  const m = block.length;
  if (m < 2) return { epsilon: 0, weights: block.map(() => 1) };
  const matrix = block.map((a) => block.map((b) => 1 - 2 * diversity(a, b)));
  const { value, vector } = largestEigenpair(matrix);
  const sum = vector.reduce((total, one) => total + one, 0);
  const epsilon = (m - value) / (m - 1);
  // What rounding leaves of an eigenvalue of m is no slack's weight.
  return { epsilon: epsilon < 1e-12 ? 0 : epsilon, weights: vector.map((one) => one / sum) };
}

/** D(a, b), from 0 to 1/2. */
function diversity(a: Float64Array, b: Float64Array): number {
  const ratios = a.map((value, j) => Math.log(b[j]! / value));
  const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
  const { least, greatest } = extremes(ratios);
  const range = greatest - least;
  // Ratios that differ by rounding alone are equal.
  if (range <= 1e-12) return 0;
  return ratios.reduce((sum, one) => sum + Math.abs(one - mean), 0) / ratios.length / range;
}

/** Of a symmetric matrix, by Jacobi's rotations. */
function largestEigenpair(symmetric: readonly (readonly number[])[]): { value: number; vector: number[] } {
  const n = symmetric.length;
  const a = symmetric.map((row) => [...row]);
  const v = symmetric.map((_, i) => symmetric.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        off += a[p]![q]! ** 2;
        if (a[p]![q] !== 0) rotate(a, v, p, q);
      }
    }
    if (off < 1e-30) break;
  }
  let top = 0;
  for (let i = 1; i < n; i++) if (a[i]![i]! > a[top]![top]!) top = i;
  return { value: a[top]![top]!, vector: v.map((row) => Math.abs(row[top]!)) };
}

/** Makes a[p][q] zero by a rotation, which v collects. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (of: number[][], i: number, j: number, k: number, l: number) => {
    const [x, y] = [of[i]![j]!, of[k]![l]!];
    of[i]![j] = c * x - s * y;
    of[k]![l] = s * x + c * y;
  };
  for (let k = 0; k < a.length; k++) turn(a, k, p, k, q);
  for (let k = 0; k < a.length; k++) turn(a, p, k, q, k);
  for (let k = 0; k < v.length; k++) turn(v, k, p, k, q);
}
