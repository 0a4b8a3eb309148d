/**
 * Returns to scale of each unit: constant where its scores under crs and vrs agree; else increasing where the crs program
 * has intensities that sum to less than one, decreasing where to more. By convexity all optima of that program then lie
 * on the same side of one, so this equals the comparison of crs, nirs and vrs scores of Färe, Grosskopf & Lovell (1985) and
 * Banker & Thrall (1992), with one program less.
 */
import type { SolveOptions } from "../solve/solve-family.ts";
import { intensityDivisor } from "./details.ts";
import type { FrontierData } from "./frontier-data.ts";
import type { Answer, Request } from "./score-requests.ts";
import { scoreRequests } from "./score-requests.ts";

/** Relative difference up to which two scores, or a sum and one, count as equal. */
const equal = 1e-7;

/** What of an answer tells its returns to scale. */
export interface Scale extends Pick<Answer, "status" | "score"> {
  /** The sum of its intensities; NaN unless optimal. */
  readonly intensities: number;
}

export function scaleOf(answer: Answer): Scale {
  const { status, score } = answer;
  return { status, score, intensities: status === "optimal" ? sumOfIntensities(answer) : Number.NaN };
}

/**
 * One label for each request; null where there is no score to compare. Super-efficiency plays no part: every unit
 * stands in its own reference set here.
 */
export function returnsToScale(
  data: FrontierData,
  requests: readonly Request[],
  answers: readonly Scale[],
  options: SolveOptions,
): (string | null)[] {
  // A hull that is not convex has no returns of its own to classify, and a network those of several stages.
  if (data.technology.returns === "fdh" || data.technology.stages !== undefined)
    return requests.map(() => null);
  const wanted = requests.map((_, i) => i).filter((i) => answers[i]!.status === "optimal");
  const { returns } = data.technology;
  const plain = data.spec.super === false;
  const under = (which: "crs" | "vrs", places: readonly number[]): Map<number, Scale> => {
    if (plain && returns === which) return new Map(places.map((i) => [i, answers[i]!]));
    const solved = scoreRequests(
      data,
      places.map((i) => requests[i]!),
      options,
      { returns: which, super: false },
    ).map(scaleOf);
    return new Map(places.map((i, k) => [i, solved[k]!]));
  };
  const crs = under("crs", wanted);
  const labels = new Array<string | null>(requests.length).fill(null);
  const open: number[] = [];
  for (const [i, answer] of crs) {
    if (answer.status !== "optimal") continue;
    if (Math.abs(answer.intensities - 1) <= equal) labels[i] = "constant";
    else open.push(i);
  }
  for (const [i, answer] of under("vrs", open)) {
    if (answer.status !== "optimal") continue;
    const constant = crs.get(i)!;
    const size = Math.max(1, Math.abs(constant.score));
    if (Math.abs(constant.score - answer.score) <= equal * size) labels[i] = "constant";
    else labels[i] = constant.intensities < 1 ? "increasing" : "decreasing";
  }
  return labels;
}

function sumOfIntensities(answer: Answer): number {
  let sum = 0;
  const { family, solved } = answer.program!;
  for (const { column, value } of solved.solution.lambda) {
    const { kind } = family.columns[column]!;
    if (kind === "lambda" || kind === "mu") sum += value;
  }
  return sum / intensityDivisor(answer.program!);
}
