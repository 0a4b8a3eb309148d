/** The units of a section: the chosen one's reference set and the scored units of its period, each with its score. */
import type { PeriodRange } from "../../compiler/lp/reference-set.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import { namesIn } from "../explain/unit-program.ts";
import type { Details } from "../measure/details.ts";
import { detailsOf } from "../measure/details.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import type { Answer, Request } from "../measure/score-requests.ts";
import { scoreRequests } from "../measure/score-requests.ts";

/** A row of the scored panel, solved. */
export interface Scored {
  readonly row: number;
  readonly answer: Answer;
  /** Null unless the answer is optimal. */
  readonly details: Details | null;
}
/** A unit by its rows in both panels; at least one of them is there. */
export interface Shown {
  readonly row: number | null;
  readonly referenceRow: number | null;
}

export function rangeOf(data: FrontierData, row: number): PeriodRange {
  const { technology, scored, labels } = data;
  return referencePeriods(technology.reference, scored.period[row]!, Math.max(1, labels.periods.length));
}

/** Solves rows of the scored panel, each against its own reference set. */
export function scoreRows(data: FrontierData, rows: readonly number[]): Scored[] {
  const requests = rows.map((row): Request => ({ row, range: rangeOf(data, row) }));
  const answers = scoreRequests(data, requests, {}, { secondPhase: true });
  return rows.map((row, i) => {
    const answer = answers[i]!;
    return { row, answer, details: answer.status === "optimal" ? detailsOf(data, answer) : null };
  });
}

/** The scored rows of a period and group, in the order of labels. */
export function companions(data: FrontierData, period: number, group: number): number[] {
  const { scored } = data;
  return scored.order.filter((row) => scored.period[row] === period && scored.group[row] === group);
}

/** All units that a section through `row` shows, in the order of labels. */
export function shownUnits(data: FrontierData, row: number, reference: readonly number[]): Shown[] {
  const { scored } = data;
  const rows = companions(data, scored.period[row]!, scored.group[row]!);
  if (scored !== data.reference) {
    return [
      ...rows.map((one) => ({ row: one, referenceRow: null })),
      ...reference.map((one) => ({ row: null, referenceRow: one })),
    ];
  }
  const members = new Set(reference);
  const all = new Set([...rows, ...reference]);
  return scored.order
    .filter((one) => all.has(one))
    .map((one) => ({ row: one, referenceRow: members.has(one) ? one : null }));
}

/** Names scored and reference rows as shortly as the section allows. */
export function unitNames(data: FrontierData, row: number) {
  const { labels, scored, reference } = data;
  const { short, nameOf } = namesIn(data, rangeOf(data, row), row);
  const dmuOf = ({ row: own, referenceRow }: Shown): number =>
    own === null ? reference.dmu[referenceRow!]! : scored.dmu[own]!;
  const periodOf = ({ row: own, referenceRow }: Shown) =>
    labels.periods[own === null ? reference.period[referenceRow!]! : scored.period[own]!] ?? null;
  return {
    chosen: scored === reference ? nameOf(row) : short,
    nameOf,
    dmu: (unit: Shown) => labels.dmus[dmuOf(unit)]!.join(", "),
    period: periodOf,
    short: (unit: Shown): string => {
      if (unit.referenceRow !== null) return nameOf(unit.referenceRow);
      return labels.dmus[dmuOf(unit)]!.join(", ");
    },
  };
}
