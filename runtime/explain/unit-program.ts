/** The program of one unit of a measure, with its numbers and its solution. */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Measure, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Details } from "../measure/details.ts";
import { detailsOf } from "../measure/details.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { rowName } from "../measure/observations.ts";
import { returnsToScale, scaleOf } from "../measure/returns-class.ts";
import type { Answer, Program } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import { findUnit } from "./find-unit.ts";

export interface UnitProgram {
  readonly data: FrontierData;
  readonly row: number;
  /** `Beijing 2014`. */
  readonly name: string;
  /** `Beijing`, without what all units of its reference set share. */
  readonly short: string;
  readonly answer: Answer;
  /** Null unless the answer is optimal. */
  readonly details: Details | null;
  readonly scale: string | null;
  /** Names the observation behind an intensity, as shortly. */
  readonly nameOf: (observation: number) => string;
  /** What was chosen for the user. */
  readonly note?: string;
}

/**
 * Reads and solves it; `wrong` says in words why there is no such unit, null stands for errors that are in the sink.
 * Within `withSolvers`.
 */
export function unitProgram(
  { spec }: Measure,
  model: Model,
  env: Environment,
  sink: Diagnostics,
  asked: { readonly dmu: string; readonly period?: string },
): UnitProgram | { readonly wrong: string } | null {
  const data = readFrontier({ ...spec, priceRange: true }, model, env, sink);
  if (data === null) return null;
  const found = findUnit(data, asked.dmu, asked.period);
  return "wrong" in found ? found : programOfRow(data, found.row, found.note);
}

/** The program of one row of the scored panel. */
export function programOfRow(data: FrontierData, row: number, note?: string): UnitProgram {
  const { labels, scored, technology } = data;
  const periods = Math.max(1, labels.periods.length);
  const range = referencePeriods(technology.reference, scored.period[row]!, periods);
  const requests = [{ row, range }];
  const answers = scoreRequests(data, requests, {});
  const answer = answers[0]!;
  return {
    data,
    row,
    name: rowName(labels, scored, row),
    answer,
    details: answer.status === "optimal" ? detailsOf(data, answer) : null,
    scale: returnsToScale(data, requests, answers.map(scaleOf), {})[0] ?? null,
    ...namesIn(data, range, row),
    ...(note === undefined ? {} : { note }),
  };
}

/** Names what tells the units of a reference set and the scored one apart: labels that all share are left out. */
export function namesIn(data: FrontierData, range: PeriodRange, row: number) {
  const { labels, reference, scored, referenceRows } = data;
  const group = scored.group[row]!;
  const dmus = referenceRows
    .filter((r) => reference.group[r] === group)
    .filter((r) => reference.period[r]! >= range.from && reference.period[r]! <= range.to)
    .map((r) => labels.dmus[reference.dmu[r]!]!);
  const own = labels.dmus[scored.dmu[row]!]!;
  const telling = own.flatMap((label, i) => (dmus.every((dmu) => dmu[i] === label) ? [] : [i]));
  const kept = telling.length === 0 ? own.map((_, i) => i) : telling;
  const short = (dmu: number) => kept.map((i) => labels.dmus[dmu]![i]).join(", ");
  const period = (number: number) => (range.from === range.to ? "" : ` ${labels.periods[number] ?? ""}`);
  return {
    short: short(scored.dmu[row]!),
    nameOf: (observation: number) =>
      `${short(reference.dmu[observation]!)}${period(reference.period[observation]!)}`.trimEnd(),
  };
}

/** The columns that a readable program shows: all where they are few, else the unit's peers and the first others. */
export function shownColumns(family: LpFamily, program: Program, details: Details | null): number[] {
  const left = new Set(family.tasks[program.task]!.excluded);
  const all = family.columns.flatMap((_, j) => (left.has(j) ? [] : [j]));
  if (all.length <= 8) return all;
  const peers =
    details?.peers.map(({ column }) => column) ?? program.solved.solution.lambda.map((l) => l.column);
  const wanted = new Set(peers);
  for (const j of all) if (wanted.size < Math.max(3, peers.length)) wanted.add(j);
  return all.filter((j) => wanted.has(j));
}
