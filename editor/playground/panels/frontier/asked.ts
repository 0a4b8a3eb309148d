/** The section that the panel shows: asked anew when the text or a choice changes, the newest question only. */
import { computed, effect, signal } from "@preact/signals";
import type { FrontierSection } from "../../../../runtime/charts/section.ts";
import { type Files, Superseded, type UnitName, Wrong } from "../../contract.ts";
import { actions } from "../../state/actions.ts";
import { Unsound } from "../../state/lane.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import type { MeasureOutline } from "../../workers/outline.ts";
import { defaultAxes } from "./choices.ts";

/** By measure, the variables that the reader has put on the axes. */
export const axes = signal<ReadonlyMap<string, { readonly x: string; readonly y: string }>>(new Map());

export const measure = computed((): MeasureOutline | null => {
  const measures = study.outline.value?.measures ?? [];
  return measures.find(({ name }) => name === view.measure.value) ?? measures[0] ?? null;
});
/** The chosen variables, as long as the measure has them. */
export const plane = computed(() => {
  const one = measure.value;
  if (one === null) return null;
  const has = (name: string) => one.variables.some((v) => v.name === name);
  const chosen = axes.value.get(one.name);
  return chosen !== undefined && has(chosen.x) && has(chosen.y) ? chosen : defaultAxes(one, study.text.value);
});

/** The last answer; it stays in sight until the next one. */
export const section = signal<FrontierSection | null>(null);
/** Why there is no section, in the worker's words. */
export const trouble = signal<string | null>(null);
/** Whether the text stands in a state of which there is no section yet: it is dimmed. */
export const stale = signal(false);
/** A hand is moving something: it asks for sections itself, after its edits. */
export const held = signal(false);

let asking = false;
let again = false;

/** Asks for the section of the text as it stands; while an answer is awaited, one more question waits. */
export async function refresh(): Promise<void> {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    do {
      again = false;
      await ask();
    } while (again);
  } finally {
    asking = false;
  }
}

async function ask(): Promise<void> {
  const one = measure.peek();
  const variables = plane.peek();
  if (one === null || variables === null) return;
  const chosen = view.chosen.peek() ?? lastUnit(one.name);
  const files = study.files.peek();
  try {
    section.value = await askFor(one.name, variables, chosen);
    trouble.value = null;
    stale.value = false;
  } catch (error) {
    stale.value = true;
    if (error instanceof Wrong) {
      trouble.value = error.message;
      // A hand holds on to what it has.
      if (!held.peek()) section.value = null;
    } else if (!(error instanceof Superseded)) throw error;
    else if (wasCancelled(error, files)) again = true;
  }
}

/** Whether a question has no answer only because the reader cancelled what was under way, so that it can be asked again. */
export function wasCancelled(error: Superseded, files: Files): boolean {
  return !(error instanceof Unsound) && files === study.files.peek() && study.trouble.peek() === null;
}

/** The unit that is in sight: what a reader sees does not jump to another because it has become efficient. */
export function lastUnit(measure: string): UnitName | null {
  const last = section.value;
  if (last === null || last.measure !== measure) return null;
  const { dmu, period } = last.chosen;
  return { dmu, ...(period === null ? {} : { period: String(period) }) };
}

/** Of the chosen unit; a unit that this measure does not have leaves the choice to the worker. */
async function askFor(
  measure: string,
  { x, y }: { readonly x: string; readonly y: string },
  chosen: UnitName | null,
): Promise<FrontierSection> {
  const question = { ask: "section", measure, x, y } as const;
  if (chosen === null) return actions.ask<"section">(question);
  try {
    return await actions.ask<"section">({ ...question, ...chosen });
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return actions.ask<"section">(question);
  }
}

/** Keeps the section up with the text and the choices until the returned function is called. */
export function follow(): () => void {
  return effect(() => {
    void study.files.value;
    void view.chosen.value;
    if (measure.value === null || plane.value === null || held.value) return;
    stale.value = true;
    void refresh();
  });
}
