/** Sentences under the table of a measure or index: what was assumed, counted, left out or looks odd. */
import type { FrontierData } from "./frontier-data.ts";
import { rowName } from "./observations.ts";
import type { Answer } from "./score-requests.ts";

/** What a technology's choices mean for every number made with it. */
export function technologyNotes(data: FrontierData): string[] {
  const { technology } = data;
  const bads = technology.variables.some((v) => v.role === "bad");
  const notes: string[] = [];
  const convex = technology.returns === "vrs" || technology.returns === "ndrs";
  const { disposability } = technology;
  if (bads && disposability === "equality" && convex) {
    notes.push(
      `disposability equality: one set of intensities with Σλb = b and Σλ ${technology.returns === "vrs" ? "=" : "≥"} 1, as often printed; this set is not weakly disposable (Kuosmanen 2005), \`weak\` is.`,
    );
  }
  if (disposability === "by_production" && data.spec.fn === "ddf") {
    notes.push(
      "One β for goods and bads stops at the nearer of the two sets of by-production; `by_production` and `nddf` tell both.",
    );
  }
  if (data.limits.length > 0) {
    notes.push(
      "Prices are restricted: a target may lie beyond what mixes of the observed units do, at trades that the bounds allow.",
    );
  }
  return notes;
}

/**
 * Rows that have no number, by status and reason.
 * @param reasons the table that tells why programs have no solution
 */
export function statusNotes(data: FrontierData, answers: readonly Answer[], reasons?: string): string[] {
  const { labels, scored } = data;
  const infeasible = answers.filter((answer) => answer.status === "infeasible").length;
  const notes: string[] = [];
  if (infeasible > 0) {
    notes.push(
      `${infeasible} of ${answers.length} programs ${infeasible === 1 ? "has" : "have"} no solution and no number${reasons === undefined ? "" : `; \`${reasons}\` tells why`}.`,
    );
  }
  const others = new Map<string, string[]>();
  for (const row of scored.order) {
    const { status, reason } = answers[row]!;
    if (status !== "undefined" && status !== "unbounded") continue;
    const sentence = `${status}, ${reason}`;
    const names = others.get(sentence) ?? [];
    names.push(rowName(labels, scored, row));
    others.set(sentence, names);
  }
  for (const [sentence, names] of others) notes.push(`${someOf(names)}: ${sentence}.`);
  return notes;
}

/** The first few names and how many more there are. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
