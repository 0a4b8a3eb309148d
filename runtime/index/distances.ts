/**
 * The distances an index is made of: each row against its own and its neighbour's frontier, or against the one of both. Every
 * distance is solved once, whoever needs it.
 */
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import type { Reference, Returns } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { Answer } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";
import type { SolveOptions } from "../solve/solve-family.ts";
import type { Link } from "./links.ts";

/** One row against one frontier. */
export interface Distance {
  readonly row: number;
  /** The frontier's base period, `global`, or the pair of a biennial one. */
  readonly reference: string | number;
  readonly range: PeriodRange;
  readonly returns: Returns;
  /** Where inputs and outputs are not both the row's own: rows, or the sample mean, and the radial measure's orientation. */
  readonly mixed?: MixedPoint;
}
export interface MixedPoint {
  readonly inputs: number | "mean";
  readonly outputs: number | "mean";
  readonly orientation: "input" | "output";
}
export interface Solution extends Distance {
  readonly answer: Answer;
}

/** The four distances of a link under one kind of returns; `own` are those of the efficiency change. */
export interface LinkDistances {
  readonly ownBefore: Distance;
  readonly ownNow: Distance;
  /** The bases of `change`: two frontiers (t, t+1) or one for both. */
  readonly bases: readonly { readonly before: Distance; readonly now: Distance }[];
}

/** Which distances a link needs under a reference. */
export function linkDistances(
  data: FrontierData,
  link: Link & { readonly before: number },
  reference: Reference,
  returns: Returns,
): LinkDistances {
  const { scored, labels } = data;
  const count = labels.periods.length;
  const t = scored.period[link.before]!;
  const next = scored.period[link.row]!;
  const common = reference.kind === "global" || reference.kind === "biennial";
  const own: Reference = common ? { kind: "contemporaneous" } : reference;
  const at = (row: number, base: number): Distance => ({
    row,
    reference: labels.periods[base]!,
    range: referencePeriods(own, base, count),
    returns,
  });
  const ownBefore = at(link.before, t);
  const ownNow = at(link.row, next);
  if (!common) {
    const bases = [
      { before: ownBefore, now: at(link.row, t) },
      { before: at(link.before, next), now: ownNow },
    ];
    return { ownBefore, ownNow, bases };
  }
  const range = reference.kind === "global" ? { from: 0, to: count - 1 } : { from: t, to: next };
  const name = reference.kind === "global" ? "global" : `${labels.periods[t]}..${labels.periods[next]}`;
  const joint = (row: number): Distance => ({ row, reference: name, range, returns });
  return { ownBefore, ownNow, bases: [{ before: joint(link.before), now: joint(link.row) }] };
}

export class DistanceTable {
  readonly #distances = new Map<string, Distance>();
  readonly #solved = new Map<string, Solution>();

  add(...distances: readonly Distance[]): void {
    for (const one of distances) this.#distances.set(key(one), one);
  }

  /** Solves what has been added, a family of programs for each reference set and kind of returns. */
  solve(data: FrontierData, options: SolveOptions): void {
    const rank = new Map(data.scored.order.map((row, place) => [row, place]));
    const all = [...this.#distances.values()].sort(
      (a, b) => rank.get(a.row)! - rank.get(b.row)! || a.range.from - b.range.from || a.range.to - b.range.to,
    );
    let done = 0;
    const kind = ({ returns, mixed }: Distance) => `${returns} ${mixed?.orientation ?? ""}`;
    for (const one of new Set(all.map(kind))) {
      const some = all.filter((distance) => kind(distance) === one);
      const { returns, mixed } = some[0]!;
      const before = done;
      const progress = (now: number) => options.progress?.(before + now, all.length);
      const asked = mixed === undefined ? data : radial(data, mixed.orientation);
      const requests = some.map(({ row, range, mixed }) => ({
        row,
        range,
        ...(mixed === undefined ? {} : { at: amounts(data, row, mixed) }),
      }));
      const answers = scoreRequests(asked, requests, { ...options, progress }, { returns });
      for (const [i, one] of some.entries()) this.#solved.set(key(one), { ...one, answer: answers[i]! });
      done += some.length;
    }
  }

  of(distance: Distance): Answer {
    return this.solution(distance).answer;
  }

  /** The one solution of a distance, whoever asked for it. */
  solution(distance: Distance): Solution {
    return this.#solved.get(key(distance))!;
  }

  /** By DMU and period of the observation, then reference. */
  all(): readonly Solution[] {
    return [...this.#solved.values()];
  }
}

function key({ row, reference, range, returns, mixed }: Distance): string {
  const point = mixed === undefined ? "" : `${mixed.inputs} ${mixed.outputs} ${mixed.orientation}`;
  return `${row} ${reference} ${range.from} ${range.to} ${returns} ${point}`;
}

function radial(data: FrontierData, orientation: "input" | "output"): FrontierData {
  return { ...data, spec: { ...data.spec, fn: "radial", orientation } };
}

/** The inputs of one row (or the mean of the row's frontier group) with the outputs of another. */
function amounts(data: FrontierData, row: number, { inputs, outputs }: MixedPoint): Float64Array {
  const { technology, values, scored, undefinedBecause } = data;
  return Float64Array.from(technology.variables, ({ role }, i) => {
    const from = role === "input" ? inputs : outputs;
    if (from !== "mean") return values[i]![from]!;
    const members = scored.order.filter(
      (other) => undefinedBecause[other] === null && scored.group[other] === scored.group[row],
    );
    return members.reduce((sum, other) => sum + values[i]![other]!, 0) / members.length;
  });
}
