/** What the panel shows of the chosen unit: its program in numbers, the general form, the steps of the simplex method. */
import { computed, effect, signal } from "@preact/signals";
import type { TooLarge } from "../../../../runtime/teach/simplex-types.ts";
import type { UnitSimplex } from "../../../../runtime/teach/unit-simplex.ts";
import { Superseded, type UnitName, Wrong } from "../../contract.ts";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { view } from "../../state/view.ts";
import { lastUnit, measure, wasCancelled } from "../frontier/asked.ts";
import { hasUnit, unitToShow } from "./unit-to-show.ts";

export interface Shown {
  readonly measure: string;
  readonly unit: UnitName;
  /** HTML of `explanationHtml`; null while it is awaited, `wrong` where there is none. */
  readonly numbers: Answer<string>;
  readonly general: Answer<string>;
  readonly steps: Answer<UnitSimplex | TooLarge>;
}
export type Answer<T> = { readonly is: T } | { readonly wrong: string };

export const shown = signal<Shown | null>(null);
/** Whether the text has moved on since. */
export const stale = signal(false);

/** The chosen unit where the measure has it, else the one that Frontier shows or a first one; null before a run. */
export const unit = computed((): UnitName | null => {
  const one = measure.value;
  if (one === null) return null;
  const table = study.outcome.value?.tables.find(({ name }) => name === one.name);
  const named = [view.chosen.value, lastUnit(one.name), last] as const;
  if (table === undefined) return named[0] ?? null;
  last = named.find((name) => hasUnit(table, name)) ?? unitToShow(table);
  return last;
});
let last: UnitName | null = null;

let newest = 0;

async function ask(measure: string, unit: UnitName): Promise<void> {
  newest += 1;
  const mine = newest;
  const files = study.files.peek();
  try {
    const [numbers, general, steps] = await Promise.all([
      answered(actions.ask<"program">({ ask: "program", measure, ...unit }).then(({ html }) => html)),
      answered(actions.ask<"explain">({ ask: "explain", name: measure }).then(({ html }) => html)),
      answered(actions.ask<"simplex">({ ask: "simplex", measure, ...unit })),
    ]);
    if (mine !== newest) return;
    shown.value = { measure, unit, numbers, general, steps };
    stale.value = false;
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
    if (mine === newest && wasCancelled(error, files)) await ask(measure, unit);
  }
}

async function answered<T>(answer: Promise<T>): Promise<Answer<T>> {
  try {
    return { is: await answer };
  } catch (error) {
    if (error instanceof Wrong) return { wrong: error.message };
    throw error;
  }
}

/** Keeps the panel up with the text and the choices until the returned function is called. */
export function follow(): () => void {
  return effect(() => {
    void study.files.value;
    const [one, which] = [measure.value, unit.value];
    if (one === null || which === null) return;
    stale.value = true;
    void ask(one.name, which);
  });
}
