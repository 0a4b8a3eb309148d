/**
 * Who owns the frontier: each of its units left out in turn, the others scored again.
 *
 * Leaving out k cannot move a score whose program has an optimum without k. So only units that are peers of k in the optimum
 * found are solved again, which is exact whichever of several optima that is. Every pair (unit, k) of a frontier is one task
 * of one family.
 */
import { manyFrontiers } from "../../language/check/influence.ts";
import type { Influence, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import { countPrograms } from "../measure/certificate-table.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { readFrontier } from "../measure/frontier-data.ts";
import { methods } from "../measure/methods.ts";
import { rowName } from "../measure/observations.ts";
import type { FrontierOptions, MeasureResult } from "../measure/run-measure.ts";
import type { Answer, Request } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import { keysAndGroups, labels, numbers, takeRows } from "../measure/table-columns.ts";
import type { Table } from "../tables/table.ts";
import type { Frontier } from "./frontiers.ts";
import { frontiersOf, ownRequests, periodsName, quiet } from "./frontiers.ts";

/** An efficiency that reaches 1 but for this much stands on the frontier. */
const onFrontier = 1e-7;
/** Relative change of a score that counts as a move. */
const moves = 1e-9;

/** A unit left out of one frontier, and what became of the others. */
interface Effect {
  readonly frontier: Frontier;
  readonly unit: number;
  n: number;
  before: number;
  after: number;
  moved: number;
  largest: number;
  whose: number;
  readonly efficient: number[];
  infeasible: number;
}

/** The table of an influence; none after errors, which are in the sink. */
export function runInfluence(
  influence: Influence,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): MeasureResult {
  const { name, spec } = influence;
  const data = readFrontier(spec, model, env, options.sink);
  if (data === null) return { tables: [], count: countPrograms(name, []) };
  const answers = scoreRequests(data, ownRequests(data), quiet(options));
  const pairs = frontiersOf(data).flatMap((frontier) => pairsOf(data, frontier, answers));
  const requests = pairs.flatMap(({ frontier, unit, dependents }) =>
    dependents.map((row): Request => ({ row, range: frontier.range, dropped: [unit] })),
  );
  const again = scoreRequests(data, requests, options);
  let next = 0;
  const effects = pairs.map(({ frontier, unit, dependents }) => {
    const changed = new Map(dependents.map((row) => [row, again[next++]!]));
    return effectOf(data, frontier, unit, answers, changed);
  });
  return { tables: [tableOf(influence, data, effects)], count: countPrograms(name, [...answers, ...again]) };
}

interface Pair {
  readonly frontier: Frontier;
  readonly unit: number;
  /** Rows that may score otherwise without the unit, by label. */
  readonly dependents: readonly number[];
}

/** The units that own a frontier: those that others need, and those that reach it themselves. */
function pairsOf(data: FrontierData, frontier: Frontier, answers: readonly Answer[]): Pair[] {
  const { spec, scored, reference } = data;
  const twoPrograms = methods[spec.fn]!.beyond !== undefined && spec.super !== false;
  const owners = new Map<number, number[]>(frontier.units.map((unit) => [unit, []]));
  const reaching = new Set<number>();
  /** What a score in two programs rests on, or one without limit, does not show in its intensities. */
  const open: number[] = [];
  for (const row of frontier.rows) {
    const { status, program } = answers[row]!;
    if (reaches(answers[row]!)) reaching.add(row);
    if (program === null || status === "infeasible") continue;
    if (twoPrograms || status !== "optimal") open.push(row);
    const { family, solved } = program;
    const peers = new Set(solved.solution.lambda.map(({ column }) => family.columns[column]!.observation));
    // A trade that a limit on prices allows belongs to no unit.
    for (const peer of peers) owners.get(peer)?.push(row);
  }
  const same = scored === reference;
  return [...owners].flatMap(([unit, rows]) => {
    const others = rows.filter((row) => !same || row !== unit);
    if (others.length === 0 && !(same && reaching.has(unit))) return [];
    const dependents = new Set([...others, ...open.filter((row) => !same || row !== unit)]);
    return [{ frontier, unit, dependents: frontier.rows.filter((row) => dependents.has(row)) }];
  });
}

function reaches({ status, efficiency }: Answer): boolean {
  return status === "optimal" && efficiency >= 1 - onFrontier;
}

function effectOf(
  data: FrontierData,
  frontier: Frontier,
  unit: number,
  answers: readonly Answer[],
  changed: ReadonlyMap<number, Answer>,
): Effect {
  const { scored, reference } = data;
  const effect: Effect = {
    frontier,
    unit,
    n: 0,
    before: 0,
    after: 0,
    moved: 0,
    largest: 0,
    whose: -1,
    efficient: [],
    infeasible: 0,
  };
  for (const row of frontier.rows) {
    if (scored === reference && row === unit) continue;
    const before = answers[row]!;
    const after = changed.get(row) ?? before;
    if (before.status !== "optimal") continue;
    if (after.status === "infeasible") effect.infeasible++;
    if (after.status !== "optimal") continue;
    effect.n++;
    effect.before += before.score;
    effect.after += after.score;
    const move = after.score - before.score;
    if (Math.abs(move) <= moves * Math.max(1, Math.abs(before.score))) continue;
    effect.moved++;
    if (Math.abs(move) > Math.abs(effect.largest)) {
      effect.largest = move;
      effect.whose = row;
    }
    if (reaches(after) && !reaches(before)) effect.efficient.push(row);
  }
  return effect;
}

function tableOf({ name, measure }: Influence, data: FrontierData, effects: readonly Effect[]): Table {
  const { labels: known, scored, reference, technology } = data;
  const nameOf = (row: number) => rowName(known, scored, row);
  const frontiers = effects.map(({ frontier }) =>
    known.periods.length === 0 ? null : periodsName(data, frontier.range),
  );
  const mean = (which: "before" | "after") =>
    effects.map((effect) => (effect.n === 0 ? Number.NaN : effect[which] / effect.n));
  const keys = takeRows(
    keysAndGroups(reference.table),
    effects.map((effect) => effect.unit),
  );
  const owners = new Set(effects.filter((e) => e.moved + e.infeasible > 0).map((e) => e.unit)).size;
  const notes = [
    `Each row leaves one unit out of one frontier of \`${measure}\`; the other ${known.periods.length === 0 ? "units" : "units of that frontier"} are scored again. ${owners} of the ${new Set(effects.map((e) => e.unit)).size} frontier units move anybody else's score.`,
  ];
  const { fn, weights } = data.spec;
  if (fn === "ram" || fn === "bam" || weights?.kind === "normalized") {
    notes.push(
      "What slacks are divided by (ranges, bounds, deviations) stays that of the whole reference set.",
    );
  }
  return {
    name,
    rows: effects.length,
    columns: [
      ...keys,
      labels("frontier", frontiers, manyFrontiers(technology) ? "dimension" : "label"),
      numbers(
        "n",
        effects.map((effect) => effect.n),
      ),
      numbers("mean_before", mean("before")),
      numbers("mean_after", mean("after")),
      numbers(
        "moved",
        effects.map((effect) => effect.moved),
      ),
      numbers(
        "largest_move",
        effects.map((effect) => effect.largest),
      ),
      labels(
        "largest_move_unit",
        effects.map(({ whose }) => (whose < 0 ? null : nameOf(whose))),
      ),
      numbers(
        "new_efficient",
        effects.map((effect) => effect.efficient.length),
      ),
      labels(
        "new_efficient_units",
        effects.map(({ efficient }) => (efficient.length === 0 ? null : efficient.map(nameOf).join("; "))),
      ),
      numbers(
        "infeasible",
        effects.map((effect) => effect.infeasible),
      ),
    ],
    notes,
  };
}
