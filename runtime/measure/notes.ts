/** Sentences under the table of a measure or index: what was assumed, counted, left out or looks odd. */
import type { FrontierData } from "./frontier-data.ts";
import { rowName } from "./observations.ts";
import type { Answer } from "./score-requests.ts";

/** What a technology's choices mean for every number made with it, and breaches of null-jointness. */
export function technologyNotes(data: FrontierData): string[] {
  const { technology } = data;
  const bads = technology.variables.some((v) => v.role === "bad");
  const notes: string[] = [];
  const convex = technology.returns === "vrs" || technology.returns === "ndrs";
  if (bads && technology.disposability === "equality" && convex) {
    notes.push(
      `disposability equality: one set of intensities with Σλb = b and Σλ ${technology.returns === "vrs" ? "=" : "≥"} 1, as often printed; this set is not weakly disposable (Kuosmanen 2005), \`weak\` is.`,
    );
  }
  if (bads && technology.disposability !== "strong") notes.push(...nullJointness(data));
  return notes;
}

/**
 * Null-jointness (Shephard & Färe 1974): goods come only with bads. On data: every unit that makes a good emits some bad, and every
 * bad is emitted by some unit of each reference set; without it weak disposability lets bads vanish for free.
 */
function nullJointness(data: FrontierData): string[] {
  const { technology, reference, referenceRows, referenceValues, labels } = data;
  const of = (role: "good" | "bad") =>
    technology.variables.flatMap((v, i) =>
      v.role === role ? [{ name: v.name, values: referenceValues[i]! }] : [],
    );
  const goods = of("good");
  const bads = of("bad");
  const notes: string[] = [];
  const clean = referenceRows.filter(
    (row) => goods.some((g) => g.values[row]! > 0) && bads.every((b) => b.values[row] === 0),
  );
  if (clean.length > 0) {
    const named = someOf(clean.map((row) => rowName(labels, reference, row)));
    notes.push(
      `Null-jointness is broken: ${named} ${clean.length === 1 ? "makes" : "make"} ${goods.map((g) => g.name).join(", ")} without any ${bads.map((b) => b.name).join(" or ")}.`,
    );
  }
  for (const bad of bads) {
    const emitted = new Map<string, boolean>();
    for (const row of referenceRows) {
      const period = labels.periods[reference.period[row]!];
      const group = labels.groups[reference.group[row]!]!.join(", ");
      const cell = [group, period].filter((part) => part !== undefined && part !== "").join(" ");
      emitted.set(cell, (emitted.get(cell) ?? false) || bad.values[row]! > 0);
    }
    const none = [...emitted].filter(([, any]) => !any).map(([cell]) => cell);
    if (none.length > 0) {
      const where = none
        .filter((cell) => cell !== "")
        .slice(0, 3)
        .join(", ");
      notes.push(
        `Null-jointness is broken: no unit emits any ${bad.name}${where === "" ? "" : ` in ${where}`}.`,
      );
    }
  }
  return notes;
}

/** Rows that have no number, by status and reason, and how to read it. */
export function statusNotes(data: FrontierData, answers: readonly Answer[]): string[] {
  const { labels, scored } = data;
  const infeasible = answers.filter((answer) => answer.status === "infeasible").length;
  const notes: string[] = [];
  if (infeasible > 0) {
    notes.push(
      `${infeasible} of ${answers.length} programs ${infeasible === 1 ? "has" : "have"} no solution and no number; the reasons stand in the table \`.infeasible\`.`,
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
