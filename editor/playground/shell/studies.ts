/** Which study stands on the page, and which stands aside: opening, leaving, and the files that come and go. */
import { batch, effect, signal } from "@preact/signals";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { isModel, type StoredStudy, sameFiles } from "./stored-study.ts";

/** The reader's own study while an example, a lesson or a shared model is on the page. */
export const aside = signal<StoredStudy | null>(null);
/** What was opened last, as it was then: what still is so need not be kept. */
const opened = signal<StoredStudy | null>(null);
/** What learners have written in lessons, by lesson. */
export const drafts = signal<Readonly<Record<string, string>>>({});

/** The study as it stands. */
export function currentStudy(): StoredStudy {
  return {
    files: [...study.files.value],
    entry: study.entry.value,
    shown: study.shown.value,
    lesson: view.lesson.value,
  };
}

/** Puts a study on the page; the one that was there stands aside if its reader has written in it. */
export function openStudy(next: StoredStudy): void {
  const now = currentStudy();
  const untouched = now.files.length === 0 || (opened.value !== null && sameFiles(now, opened.value));
  batch(() => {
    if (now.lesson === null && !untouched) aside.value = now;
    show(next);
    opened.value = next;
  });
}

/**
 * What the browser kept, as the reader left it.
 *
 * @param asOpened what it is when nobody has written in it
 */
export function restoreStudy(kept: StoredStudy, asOpened: StoredStudy): void {
  batch(() => {
    show(kept);
    opened.value = asOpened;
  });
}

/** Back to the study that stands aside; what is on the page takes its place there, if it is worth keeping. */
export function backToStudy(): void {
  const back = aside.value;
  if (back === null) return;
  batch(() => {
    aside.value = null;
    openStudy(back);
    opened.value = null;
  });
}

function show(next: StoredStudy): void {
  batch(() => {
    study.files.value = new Map(next.files);
    study.entry.value = next.entry;
    study.shown.value = next.shown;
    study.outcome.value = null;
    study.outline.value = null;
    study.diagnostics.value = [];
    view.lesson.value = next.lesson;
    if (next.lesson === null && view.column.value === "lesson") view.column.value = "model";
    view.pointed.value = null;
    view.chosen.value = null;
    view.measure.value = null;
  });
}

/** A lesson's text as its learner left it. */
export function keepDrafts(): void {
  effect(() => {
    const lesson = view.lesson.value;
    const text = study.text.value;
    if (lesson === null || text === "" || drafts.peek()[lesson] === text) return;
    drafts.value = { ...drafts.peek(), [lesson]: text };
  });
}

/** Adds files, or puts new contents into those of the same path. */
export function addFiles(files: Iterable<readonly [string, string | Uint8Array]>, shown?: string): void {
  batch(() => {
    study.files.value = new Map([...study.files.value, ...files]);
    if (shown !== undefined) study.shown.value = shown;
  });
}

export function renameFile(from: string, to: string): void {
  batch(() => {
    study.files.value = new Map(
      [...study.files.value].map(([path, content]) => [path === from ? to : path, content]),
    );
    if (study.entry.value === from) study.entry.value = to;
    if (study.shown.value === from) study.shown.value = to;
  });
}

/** Takes a file away; the last model stays. */
export function deleteFile(path: string): void {
  const left = new Map(study.files.value);
  left.delete(path);
  const model = [...left.keys()].find(isModel);
  if (model === undefined) return;
  batch(() => {
    study.files.value = left;
    if (study.entry.value === path) study.entry.value = model;
    if (study.shown.value === path) study.shown.value = study.entry.value;
  });
}

/** A path that no file has yet: `model-2.gtfp`. */
export function freePath(wanted: string): string {
  const [, stem, ending] = /^(.*?)(\.[^./]*)?$/.exec(wanted)!;
  let path = wanted;
  for (let i = 2; study.files.value.has(path); i++) path = `${stem}-${i}${ending ?? ""}`;
  return path;
}

/** A new model to begin with. */
export function freshStudy(): StoredStudy {
  return { files: [["model.gtfp", freshText]], entry: "model.gtfp", shown: "model.gtfp", lesson: null };
}
const freshText = `data units {
  dmu unit
  | unit | labor [person] | output [t] |
  |------|---------------:|-----------:|
  | A    |              1 |          1 |
  | B    |              2 |          3 |
}
`;
