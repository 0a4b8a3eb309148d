/**
 * Scores rows against reference sets. Requests with the same reference set become one family of programs, its tasks and columns in
 * the order of labels, so that no result depends on the order of rows.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import type { MeasureSpec, Returns } from "../../language/model.ts";
import type { Solved, SolveOptions } from "../solve/solve-family.ts";
import { solveFamily } from "../solve/solve-family.ts";
import { whyInfeasible } from "./farkas-words.ts";
import type { FrontierData } from "./frontier-data.ts";
import { methods } from "./methods.ts";

/** One row of the scored panel against the units of some periods (of its own frontier group). */
export interface Request {
  readonly row: number;
  readonly range: PeriodRange;
}

export type ScoreStatus = "optimal" | "infeasible" | "unbounded" | "undefined";

export interface Answer {
  readonly status: ScoreStatus;
  /** Why there is no number; empty for an optimal one. */
  readonly reason: string;
  /** NaN unless optimal. */
  readonly score: number;
  /** The program, unless there was none to solve. */
  readonly program: { readonly family: LpFamily; readonly task: number; readonly solved: Solved } | null;
}

/** What of the spec a caller may vary. */
export interface Variation {
  readonly returns?: Returns;
  readonly super?: MeasureSpec["super"];
}

/** One answer for each request, in their order. */
export function scoreRequests(
  data: FrontierData,
  requests: readonly Request[],
  options: SolveOptions,
  variation: Variation = {},
): Answer[] {
  const { technology, scored } = data;
  const spec: MeasureSpec = { ...data.spec, super: variation.super ?? data.spec.super };
  const form: TechnologyForm = { ...technology, returns: variation.returns ?? technology.returns };
  const answers = new Array<Answer>(requests.length);
  const rank = new Int32Array(scored.order.length);
  for (const [place, row] of scored.order.entries()) rank[row] = place;
  const batches = new Map<string, number[]>();
  for (const [i, { row, range }] of requests.entries()) {
    const reason = data.undefinedBecause[row]!;
    if (reason !== null) {
      answers[i] = nothing("undefined", reason);
      continue;
    }
    const key = `${range.from} ${range.to} ${scored.group[row]}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [i]);
    else batch.push(i);
  }
  let done = 0;
  for (const batch of batches.values()) {
    batch.sort((a, b) => rank[requests[a]!.row]! - rank[requests[b]!.row]!);
    const { range, row } = requests[batch[0]!]!;
    const reference = referenceUnits(data, range, scored.group[row]!);
    if (reference.observations.length === 0) {
      for (const i of batch)
        answers[i] = nothing("undefined", `no unit of ${rangeName(data, range, row)} to compare with`);
      continue;
    }
    const points = batch.map((i) => pointOf(data, requests[i]!.row, spec));
    const family = methods[spec.fn]!.family(technology.name, form, reference, points, spec);
    const before = done;
    const solved = solveFamily(family, {
      ...options,
      progress: (now) => options.progress?.(before + now, requests.length),
    });
    done += batch.length;
    const words = rangeName(data, range, row);
    for (const [task, i] of batch.entries()) {
      answers[i] = answerOf(family, task, solved[task]!, words);
    }
  }
  return answers;
}

function nothing(status: ScoreStatus, reason: string): Answer {
  return { status, reason, score: Number.NaN, program: null };
}

function answerOf(family: LpFamily, task: number, solved: Solved, reference: string): Answer {
  const { status, own, ray } = solved.solution;
  const program = { family, task, solved };
  const none = { score: Number.NaN, program };
  switch (status) {
    case "optimal":
      return { status, reason: "", score: own[0]!, program };
    case "infeasible":
      return { ...none, status, reason: whyInfeasible(family, task, ray, reference) };
    case "unbounded":
      return { ...none, status, reason: "the frontier sets no limit to the movement" };
    case "failed":
      return { ...none, status: "undefined", reason: "no solver's answer could be certified" };
  }
}

function referenceUnits(data: FrontierData, range: PeriodRange, group: number): ReferenceUnits {
  const { reference, referenceRows, referenceValues } = data;
  const observations = referenceRows.filter((row) => {
    const period = reference.period[row]!;
    return reference.group[row] === group && period >= range.from && period <= range.to;
  });
  return { observations, values: referenceValues };
}

function pointOf(data: FrontierData, row: number, spec: MeasureSpec): Point {
  const { scored, reference, referenceRows } = data;
  let without: readonly number[] = [];
  if (spec.super === "observation") without = scored === reference ? [row] : [];
  if (spec.super === "dmu")
    without = referenceRows.filter((other) => reference.dmu[other] === scored.dmu[row]);
  return {
    observation: row,
    at: Float64Array.from(data.values, (column) => column[row]!),
    move: Float64Array.from(data.moves, (column) => column[row]!),
    without,
  };
}

/** The reference set in words: `2014`, `2004 to 2010`, `manufacturing in 2014`. */
export function rangeName(data: FrontierData, range: PeriodRange, row: number): string {
  const { labels, scored } = data;
  const from = labels.periods[range.from];
  const to = labels.periods[range.to];
  const periods = from === undefined || to === undefined ? "" : from === to ? `${from}` : `${from} to ${to}`;
  const group = labels.groups[scored.group[row]!]?.join(", ") ?? "";
  if (group === "") return periods === "" ? "the panel" : periods;
  return periods === "" ? group : `${group} in ${periods}`;
}
