/** The study's models as documents of Monaco, kept the same both ways. */
import { effect } from "@preact/signals";
import { editor, Range, Uri } from "monaco-editor/editor";
import { takeText } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { uriOf } from "./language-worker.ts";
import { minimalEdit } from "./minimal-edit.ts";

export function isModelFile(path: string): boolean {
  return path.endsWith(".gtfp");
}

export class OpenModels {
  readonly #models = new Map<string, editor.ITextModel>();
  /** The file that a hand is changing: its changes until it lets go are one step to undo. */
  #inHand: string | null = null;

  constructor() {
    effect(() => this.#follow());
  }

  of(path: string): editor.ITextModel | undefined {
    return this.#models.get(path);
  }
  readonly isOpen = (path: string): boolean => this.#models.has(path);

  /** Puts a text in as the reader's own change; `undo` false joins it to what follows. */
  readonly write = (path: string, text: string, undo: boolean): boolean => {
    const model = this.#models.get(path);
    if (model === undefined) return false;
    if (this.#inHand !== path) model.pushStackElement();
    this.#inHand = undo ? null : path;
    const edit = minimalEdit(model.getValue(), text);
    if (edit !== null) {
      const [start, end] = [model.getPositionAt(edit.start), model.getPositionAt(edit.end)];
      model.pushEditOperations(
        null,
        [{ range: Range.fromPositions(start, end), text: edit.text }],
        () => null,
      );
    }
    if (undo) model.pushStackElement();
    return true;
  };

  /** Texts that came from elsewhere: an example, a link, another study. */
  #follow(): void {
    const files = study.files.value;
    for (const [path, content] of files) {
      if (!isModelFile(path) || typeof content !== "string") continue;
      const model = this.#models.get(path);
      if (model === undefined) this.#open(path, content);
      else if (model.getValue() !== content) model.setValue(content);
    }
    for (const [path, model] of this.#models) {
      if (files.has(path)) continue;
      this.#models.delete(path);
      model.dispose();
    }
  }

  #open(path: string, text: string): void {
    const model = editor.createModel(text, "gtfp", Uri.parse(uriOf(path)));
    this.#models.set(path, model);
    model.onDidChangeContent(() => takeText(path, model.getValue()));
  }
}
