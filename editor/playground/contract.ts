/**
 * The page's state, which every part reads and only `state/actions.ts` changes. It is all signals of plain data:
 *
 *     text ─▶ worker: outline, run ─▶ outline, outcome ─▶ panels ─▶ edits ─▶ text
 *
 * The text is the truth: a panel that lets the reader move something asks the worker for the edited text and puts that in.
 */
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { JsonDiagnostic } from "../../language/diagnostics/to-json.ts";
import type { Edit } from "./workers/edits.ts";
import type { Outline } from "./workers/outline.ts";
import type { Answers, Ask, RunAnswer } from "./workers/protocol.ts";

export type Files = ReadonlyMap<string, string | Uint8Array>;
export type Language = "en" | "zh";
export type Theme = "light" | "dark" | "system";
export type PanelId = "results" | "frontier" | "program" | "scenarios" | "diagram" | "report" | "problems";

/** A unit that is pointed at or chosen: in a picture, a table, a program, the source. */
export interface UnitName {
  /** The labels of its DMU joined by `, `. */
  readonly dmu: string;
  readonly period?: string;
}

/** Offsets in a file's text. */
export interface SourcePlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}
export interface Study {
  /** All files by their paths; text for what can be read as such. */
  readonly files: Signal<Files>;
  /** The model that is run, and the file that stands in the editor. */
  readonly entry: Signal<string>;
  readonly shown: Signal<string>;
  /** The entry's text. */
  readonly text: ReadonlySignal<string>;
  readonly outline: Signal<Outline | null>;
  /** The last answer of a run; it stays in sight, dimmed, while the text has moved on. */
  readonly outcome: Signal<RunAnswer | null>;
  /** Whether `outcome` is of the text as it stands. */
  readonly fresh: Signal<boolean>;
  readonly diagnostics: Signal<readonly JsonDiagnostic[]>;
  readonly progress: Signal<{ readonly what: string; readonly done: number; readonly total: number } | null>;
  readonly running: Signal<boolean>;
  /** Seconds expected where a run waits for the reader's word because it is long; null otherwise. */
  readonly waiting: Signal<{ readonly seconds: number; readonly why: string } | null>;
  /** The page's own failing: a mistake of ours, no memory left, or more data (in MB) than it can hold. */
  readonly trouble: Signal<{ readonly is: "fault" | "memory" | "data"; readonly detail: string } | null>;
}
export interface View {
  readonly language: Signal<Language>;
  readonly theme: Signal<Theme>;
  /** What `system` comes to. */
  readonly dark: ReadonlySignal<boolean>;
  readonly panel: Signal<PanelId>;
  /** The lesson that is open. */
  readonly lesson: Signal<string | null>;
  /** Solved lessons. */
  readonly solved: Signal<ReadonlySet<string>>;
  /** On narrow screens: the column in sight. */
  readonly column: Signal<"lesson" | "model" | "meaning">;
  /** The unit under the pointer, and the one that is chosen. */
  readonly pointed: Signal<UnitName | null>;
  readonly chosen: Signal<UnitName | null>;
  /** A place of the source that is pointed at elsewhere: by a row of a program, a variable of a diagram. */
  readonly lit: Signal<SourcePlace | null>;
  /** A measure that Frontier and Program show. */
  readonly measure: Signal<string | null>;
}
export interface Actions {
  /** A new text of a file, by typing or by hand; `undo` false joins it to the step before (a drag under way). */
  setText(path: string, text: string, options?: { readonly undo?: boolean }): void;
  /** Asks the worker; the promise is rejected with `Superseded` when a newer text made the question idle. */
  ask<K extends Ask["ask"]>(question: Extract<Ask, { ask: K }>): Promise<Answers[K]>;
  /** Applies what a hand did to the model's text; `last` ends a drag and makes one undo step of it. */
  edit(edit: Edit, last: boolean): Promise<void>;
  run(): void;
  cancel(): void;
  /** Shows and selects a place of the source. */
  reveal(file: string, start: number, end: number): void;
}
/** Rejections of `ask`: a newer text came, or the answer is words for the reader. */
export class Superseded extends Error {}
export class Wrong extends Error {}
