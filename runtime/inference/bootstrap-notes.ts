/** Sentences under a bootstrap: method, seed, what was drawn, what to be careful with. */
import type { Bootstrap } from "../../language/model.ts";
import type { FrontierData } from "../measure/frontier-data.ts";
import { someOf, statusNotes } from "../measure/notes.ts";
import { rowName } from "../measure/observations.ts";
import type { Answer } from "../measure/score-requests.ts";
import type { Interval } from "./bootstrap-interval.ts";
import type { Sampling } from "./run-bootstrap.ts";

export function bootstrapNotes(
  { measure, spec, replications, alpha, seed }: Bootstrap,
  data: FrontierData,
  samplings: readonly Sampling[],
  answers: readonly Answer[],
  intervals: readonly (Interval | null)[],
): string[] {
  const { technology, labels, scored } = data;
  const radial = spec.fn === "radial";
  const pooled = samplings.some(({ frontier, clusters }) => clusters < frontier.units.length);
  const level = Number((100 * (1 - alpha)).toPrecision(12));
  const of = (read: (sampling: Sampling) => number | undefined) =>
    rangeOf(samplings.flatMap((s) => read(s) ?? []));
  const method = radial
    ? `smoothed homogeneous bootstrap (Simar & Wilson 1998) in distances, bandwidth ${of((s) => s.bandwidth)}`
    : `subsampling (Kneip, Simar & Wilson 2008) of m = n^0.6 = ${of((s) => s.subsample)} of ${of((s) => s.clusters)} DMUs`;
  const notes = [
    `${replications} replications of \`${measure}\`, seed ${seed}: ${method}; ${level} % intervals.`,
  ];
  if (pooled) notes.push("A frontier holds several periods: a DMU is drawn with all its observations.");
  if (radial) {
    notes.push("It takes inefficiency to be distributed alike whatever a unit's size and mix (homogeneity).");
  }
  if (technology.variables.some((v) => v.role === "bad") && technology.disposability !== "strong") {
    notes.push(
      "Consistency has been shown for freely disposable variables; with weakly disposable bads the intervals go beyond it.",
    );
  }
  const partly = scored.order.filter((row) => (intervals[row]?.replications ?? replications) < replications);
  if (partly.length > 0) {
    const names = someOf(partly.map((row) => rowName(labels, scored, row)));
    notes.push(
      `In some samples the program has no solution (${names}): \`replications\` counts those that have one, bias is the mean over them, and an end of the interval that lies in the others is empty.`,
    );
  }
  return [...notes, ...statusNotes(data, answers)];
}

/** `12`, or `9 to 12` where frontiers differ. */
function rangeOf(values: readonly number[]): string {
  const text = (value: number) => String(Number(value.toPrecision(4)));
  const least = text(Math.min(...values));
  const most = text(Math.max(...values));
  return least === most ? least : `${least} to ${most}`;
}
