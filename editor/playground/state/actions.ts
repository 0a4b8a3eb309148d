/** What the page does: with the rest of this folder the only place that changes the study. */
import type { Actions } from "../contract.ts";
import { EditQueue } from "./edit-queue.ts";
import { answerAtOnce } from "./follow-text.ts";
import { ask, cancel, run } from "./model-runs.ts";
import { study } from "./study.ts";

export { editorCame, followText } from "./follow-text.ts";

/** The editor in sight: what is done to its text goes through it, so that its undo knows of it. */
export interface TextEditor {
  /** False where the file is not open in it. */
  write(path: string, text: string, undo: boolean): boolean;
  reveal(file: string, start: number, end: number): void;
}
let editor: TextEditor | null = null;
export function setEditor(inSight: TextEditor | null): void {
  editor = inSight;
}

/** A text that the editor holds already. */
export function takeText(path: string, text: string): void {
  if (study.files.value.get(path) !== text) study.files.value = new Map(study.files.value).set(path, text);
}

const edits = new EditQueue({
  ask: (edit) => ask<"edit">({ ask: "edit", edit }),
  text: () => study.text.value,
  put(text, last) {
    answerAtOnce();
    actions.setText(study.entry.value, text, { undo: last });
  },
});

export const actions: Actions = {
  setText(path, text, { undo = true } = {}) {
    if (editor?.write(path, text, undo) !== true) takeText(path, text);
  },
  ask,
  edit: (edit, last) => edits.add(edit, last),
  run: () => void run(),
  cancel,
  reveal: (file, start, end) => editor?.reveal(file, start, end),
};
