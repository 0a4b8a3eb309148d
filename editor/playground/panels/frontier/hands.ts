/**
 * What a hand does in the picture: it moves a unit or turns the direction. The hand's own place is drawn at once; the text follows as
 * fast as the worker edits it, and the section after the text. Letting go makes one undo step of it all.
 */
import { signal } from "@preact/signals";
import { Superseded, Wrong } from "../../contract.ts";
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import type { Edit } from "../../workers/edits.ts";
import { held, refresh } from "./asked.ts";

/** What is in hand: a unit at its own amounts, or the direction as a vector. */
export type Hand =
  | { readonly is: "unit"; readonly row: number; readonly x: number; readonly y: number }
  | { readonly is: "direction"; readonly dx: number; readonly dy: number };

export const hand = signal<Hand | null>(null);
/** Why the last movement could not be written, in the worker's words. */
export const refused = signal<string | null>(null);

/** The edits that bring the text to where the hand is; those that it has already. */
let wanted: readonly Edit[] | null = null;
let written: readonly Edit[] | null = null;
/** The text as the hand left it: who changes it meanwhile, by undoing or typing, takes it out of the hand. */
let left: string | null = null;
let writing: Promise<void> | null = null;

export function move(next: Hand, edits: readonly Edit[]): void {
  hand.value = next;
  held.value = true;
  refused.value = null;
  wanted = edits;
  writing ??= write();
}

async function write(): Promise<void> {
  try {
    while (wanted !== null) {
      const edits = wanted;
      wanted = null;
      await put(edits, false);
      written = edits;
      await refresh();
    }
  } catch (error) {
    wanted = null;
    tell(error);
  } finally {
    writing = null;
  }
}

/** The hand lets go: `edits` are its last ones. */
export async function drop(edits: readonly Edit[]): Promise<void> {
  wanted = null;
  await writing;
  try {
    // What stands in the text already is only brought to an end.
    const same = JSON.stringify(edits) === JSON.stringify(written);
    await put(same ? edits.slice(-1) : edits, true);
    if (!same) await refresh();
  } catch (error) {
    tell(error);
  } finally {
    written = null;
    left = null;
    hand.value = null;
    held.value = false;
  }
}

/** The picture goes out of sight under the hand. */
export function release(): void {
  if (held.peek()) void drop(wanted ?? written ?? []);
}

async function put(edits: readonly Edit[], ends: boolean): Promise<void> {
  for (const [i, edit] of edits.entries()) {
    if (left !== null && left !== study.text.peek()) throw new Superseded();
    await actions.edit(edit, ends && i === edits.length - 1);
    left = study.text.peek();
  }
}

function tell(error: unknown): void {
  if (error instanceof Wrong) refused.value = error.message;
  else if (!(error instanceof Superseded)) throw error;
}
