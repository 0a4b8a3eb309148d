/**
 * Changes of a model's text that are made by hand: a point that is dragged, an arrow that is turned, a slider. Each is the smallest change
 * that says it, in canonical form where the text has no mistakes of syntax; comments stay.
 */
import { format } from "../../format/format.ts";
import type { Analysis } from "../analysis.ts";
import { applied, type TextEdit } from "../rename.ts";
import { cellEdits } from "./cell.ts";
import { directionEdits } from "./direction.ts";
import { parameterEdits } from "./parameter.ts";

export type Edit = CellEdit | DirectionEdit | ParameterEdit;
/** A number of an inline table: the row counts from 0, the column has its header's name or that of a column that is it. */
export interface CellEdit {
  readonly of: "cell";
  readonly panel: string;
  readonly row: number;
  readonly column: string;
  readonly value: number;
}
/** A direction's sizes, by variable or role, positive the way that improves; entries that are not named stay. */
export interface DirectionEdit {
  readonly of: "direction";
  readonly direction: string;
  readonly sizes: Readonly<Record<string, number>>;
}
/** A parameter of a system, or what a scenario sets it to, in the parameter's unit. */
export interface ParameterEdit {
  readonly of: "parameter";
  readonly system: string;
  readonly parameter: string;
  readonly scenario?: string;
  readonly value: number;
}

/** The model that is edited; declarations of imported files are not. */
export type Edited = Pick<Analysis, "entry" | "files" | "checked">;

/** What is to be changed in the entry's text, or why it cannot be. */
export type Changes = { readonly edits: readonly TextEdit[] } | { readonly wrong: string };

/** The entry's text after an edit; `wrong` says in words why there is none. */
export function applyEdit(model: Edited, edit: Edit): { readonly text: string } | { readonly wrong: string } {
  const changes = changesOf(model, edit);
  if ("wrong" in changes) return changes;
  const before = model.files.get(model.entry)!.file.source.text;
  // Text with mistakes of syntax comes back from the formatter as it is.
  return { text: format(applied(before, changes.edits), model.entry).text };
}

function changesOf(model: Edited, edit: Edit): Changes {
  const values = edit.of === "direction" ? Object.values(edit.sizes) : [edit.value];
  if (!values.every(Number.isFinite)) return { wrong: "only a number can be written into the model" };
  switch (edit.of) {
    case "cell":
      return cellEdits(model, edit);
    case "direction":
      return directionEdits(model, edit);
    case "parameter":
      return parameterEdits(model, edit);
  }
}
