/**
 * Scores rows against reference sets. Requests with the same reference set become one family of programs, its tasks and columns in
 * the order of labels, so that no result depends on the order of rows.
 */
import type { LpFamily } from "../../compiler/lp/lp-family.ts";
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import type { Point, ReferenceUnits, TechnologyForm } from "../../compiler/lp/technology-matrix.ts";
import type { MeasureSpec, Returns } from "../../language/model.ts";
import type { Enumerated } from "../solve/single-peer.ts";
import { enumerateFamily } from "../solve/single-peer.ts";
import type { Solved, SolveOptions } from "../solve/solve-family.ts";
import { solveFamily } from "../solve/solve-family.ts";
import { whyInfeasible } from "./farkas-words.ts";
import type { FrontierData } from "./frontier-data.ts";
import { methods } from "./methods.ts";
import { slackWeights } from "./slack-weights.ts";

/** One row of the scored panel against the units of some periods (of its own frontier group). */
export interface Request {
  readonly row: number;
  /** Amounts of the variables instead of the row's own. */
  readonly at?: Float64Array;
  readonly range: PeriodRange;
  /** Rows of the reference panel that are left out of the reference set, beside what super-efficiency leaves out. */
  readonly dropped?: readonly number[];
}

export type ScoreStatus = "optimal" | "infeasible" | "unbounded" | "undefined";

export interface Answer {
  readonly status: ScoreStatus;
  /** Why there is no number; empty for an optimal one. */
  readonly reason: string;
  /** NaN unless optimal. */
  readonly score: number;
  /** Bigger is better, 1 on the frontier; NaN where the score has none. */
  readonly efficiency: number;
  /** The program, unless there was none to solve. */
  readonly program: Program | null;
}
export interface Program {
  readonly family: LpFamily;
  readonly task: number;
  readonly point: Point;
  readonly solved: Solved | Enumerated;
  /** Whether it is the measure's super-efficiency program (where that is another one). */
  readonly beyond: boolean;
}

/** What of the spec a caller may vary. */
export interface Variation {
  readonly returns?: Returns;
  readonly super?: MeasureSpec["super"];
  /** Whether slacks and peers are asked for, and not the score alone. */
  readonly secondPhase?: boolean;
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
  const returns = variation.returns ?? technology.returns;
  const form: TechnologyForm = { ...technology, returns, limits: data.limits };
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
  const { secondPhase } = variation;
  const solver = new BatchSolver(data, form, spec, requests, answers, { ...options, secondPhase });
  for (const batch of batches.values()) {
    batch.sort((a, b) => rank[requests[a]!.row]! - rank[requests[b]!.row]!);
    solver.solve(batch);
  }
  return answers;
}

type BatchOptions = SolveOptions & Pick<Variation, "secondPhase">;

/** Newton's method doubles its digits with every step, and takes a few to come near. */
const mostSteps = 100;

/** Solves requests that share a reference set. */
class BatchSolver {
  private readonly data: FrontierData;
  private readonly form: TechnologyForm;
  private readonly spec: MeasureSpec;
  private readonly requests: readonly Request[];
  private readonly answers: Answer[];
  private readonly options: BatchOptions;
  private done = 0;

  constructor(
    data: FrontierData,
    form: TechnologyForm,
    spec: MeasureSpec,
    requests: readonly Request[],
    answers: Answer[],
    options: BatchOptions,
  ) {
    this.data = data;
    this.form = form;
    this.spec = spec;
    this.requests = requests;
    this.answers = answers;
    this.options = options;
  }

  solve(batch: readonly number[]): void {
    const { range, row } = this.requests[batch[0]!]!;
    const words = rangeName(this.data, range, row);
    const reference = referenceUnits(this.data, range, this.data.scored.group[row]!);
    const places: number[] = [];
    const points: Point[] = [];
    for (const i of batch) {
      const point =
        reference.observations.length === 0
          ? `no unit of ${words} to compare with`
          : pointOf(this.data, this.requests[i]!, this.spec, reference);
      if (typeof point === "string") this.answers[i] = nothing("undefined", point);
      else {
        places.push(i);
        points.push(point);
      }
    }
    const method = methods[this.spec.fn]!;
    const whole =
      method.beyond === undefined
        ? points
        : points.map((point, k) => ({ ...point, without: this.requests[places[k]!]!.dropped ?? [] }));
    this.programs(places, whole, reference, words, false);
    if (method.beyond === undefined || this.spec.super === false) return;
    const again = places.flatMap((i, k) => (isBeyond(this.answers[i]!) ? [k] : []));
    this.programs(
      again.map((k) => places[k]!),
      again.map((k) => points[k]!),
      reference,
      words,
      true,
    );
  }

  private programs(
    places: readonly number[],
    points: readonly Point[],
    reference: ReferenceUnits,
    words: string,
    beyond: boolean,
  ): void {
    if (points.length === 0) return;
    const { spec } = this;
    const method = methods[spec.fn]!;
    const build = beyond ? method.beyond!.family : method.family;
    const before = this.done;
    const progress = (now: number) => this.options.progress?.(before + now, this.requests.length);
    let open = places.map((i, k) => ({ i, point: points[k]! }));
    for (let step = 0; open.length > 0; step++) {
      const asked = open.map(({ point }) => point);
      const family = build(this.data.technology.name, this.form, reference, asked, spec);
      const solved = this.solved(family, progress);
      const again: typeof open = [];
      for (const [task, { i, point }] of open.entries()) {
        const program = { family, task, point, solved: solved[task]!, beyond };
        const around = method.around?.(program.solved.solution, point) ?? null;
        if (around === null) this.answers[i] = answerOf(program, spec, words, this.form);
        else if (step < mostSteps) again.push({ i, point: { ...point, around } });
        else this.answers[i] = nothing("undefined", "the tangents do not settle");
      }
      open = again;
    }
    if (!beyond) this.done += places.length;
  }

  private solved(family: LpFamily, progress: (now: number) => void): readonly (Solved | Enumerated)[] {
    const { secondPhase, ...options } = this.options;
    const weights = secondPhase === true ? slackWeights(this.data, family) : null;
    if (family.single === true) return enumerateFamily(family, weights);
    return solveFamily(family, {
      ...options,
      ...(weights === null ? {} : { slackWeights: weights }),
      progress,
    });
  }
}

/** Whether a unit is on the frontier or outside the set, so that super-efficiency is another program. */
function isBeyond({ status, efficiency }: Answer): boolean {
  return status === "infeasible" || (status === "optimal" && efficiency >= 1 - 1e-7);
}

function nothing(status: ScoreStatus, reason: string): Answer {
  return { status, reason, score: Number.NaN, efficiency: Number.NaN, program: null };
}

function answerOf(program: Program, spec: MeasureSpec, reference: string, form: TechnologyForm): Answer {
  const { family, task, beyond } = program;
  const { solution } = program.solved;
  const { status, objective } = solution;
  const none = { score: Number.NaN, efficiency: Number.NaN, program };
  const method = methods[spec.fn]!;
  switch (status) {
    case "optimal": {
      const score = beyond
        ? method.beyond!.score(program, spec)
        : (method.score?.(program, spec) ?? objective);
      const efficiency = beyond ? score : method.efficiency(score, spec);
      if (Number.isFinite(score)) return { status, reason: "", score, efficiency, program };
      return { ...none, status: "undefined", reason: "the score divides by zero" };
    }
    case "infeasible":
      return { ...none, status, reason: whyInfeasible(family, task, solution.ray, reference) };
    case "unbounded":
      return { ...none, status, reason: unlimited(form) };
    case "failed":
      return { ...none, status: "undefined", reason: "no solver's answer could be certified" };
  }
}

function unlimited({ limits = [] }: TechnologyForm): string {
  if (limits.length === 0) return "the frontier sets no limit to the movement";
  return "no prices that meet the `restrict` entries bound the movement: at such prices something is made of nothing";
}

/** The units of some periods and of one frontier group that span a frontier. */
export function referenceUnits(data: FrontierData, range: PeriodRange, group: number): ReferenceUnits {
  const { reference, referenceRows, referenceValues } = data;
  const observations = referenceRows.filter((row) => {
    const period = reference.period[row]!;
    return reference.group[row] === group && period >= range.from && period <= range.to;
  });
  return { observations, values: referenceValues };
}

const rowsByDmu = new WeakMap<FrontierData, ReadonlyMap<number, readonly number[]>>();

/** The reference rows of each DMU. */
function rowsOf(data: FrontierData): ReadonlyMap<number, readonly number[]> {
  let rows = rowsByDmu.get(data);
  if (rows === undefined) {
    const found = new Map<number, number[]>();
    for (const row of data.referenceRows) {
      const dmu = data.reference.dmu[row]!;
      const list = found.get(dmu);
      if (list === undefined) found.set(dmu, [row]);
      else list.push(row);
    }
    rows = found;
    rowsByDmu.set(data, rows);
  }
  return rows;
}

function pointOf(
  data: FrontierData,
  { row, at: own, dropped = [] }: Request,
  spec: MeasureSpec,
  units: ReferenceUnits,
): Point | string {
  const { scored, reference } = data;
  let without: readonly number[] = [];
  if (spec.super === "observation") without = scored === reference ? [row] : [];
  if (spec.super === "dmu") without = rowsOf(data).get(scored.dmu[row]!) ?? [];
  const of = (columns: readonly Float64Array[]) => Float64Array.from(columns, (column) => column[row]!);
  const at = own ?? of(data.values);
  const move = of(data.moves);
  const given = data.given === null ? null : of(data.given);
  const { variables } = data.technology;
  const worth = methods[spec.fn]!.worth?.({ variables, at, move, reference: units, given }, spec);
  if (typeof worth === "string") return worth;
  return {
    observation: row,
    at,
    move,
    worth: worth ?? new Float64Array(at.length),
    without: [...new Set([...without, ...dropped])],
  };
}

/** The reference set in words: `2014`, `2004 to 2010`, `manufacturing in 2014`. */
function rangeName(data: FrontierData, range: PeriodRange, row: number): string {
  const { labels, scored } = data;
  const named = labels.periods.slice(range.from, range.to + 1).filter((label) => label !== null);
  const [from, to] = [named[0], named.at(-1)];
  const periods = from === undefined ? "" : from === to ? `${from}` : `${from} to ${to}`;
  const group = labels.groups[scored.group[row]!]?.join(", ") ?? "";
  if (group === "") return periods === "" ? "the panel" : periods;
  return periods === "" ? group : `${group} in ${periods}`;
}
