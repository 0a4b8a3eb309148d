/** The course on the page: which lesson is open, what its check last said, and how far the learner has come. */
import { batch, computed, effect, signal } from "@preact/signals";
import { Superseded } from "../contract.ts";
import { inLanguage } from "../lessons/in-language.ts";
import type { Bilingual, Lesson } from "../lessons/lesson.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { firstStudy } from "./examples.ts";
import { showLessonView } from "./lesson-view.ts";
import { aside, backToStudy, drafts, openStudy } from "./studies.ts";

/** All lessons once they are loaded. */
export const course = signal<readonly Lesson[]>([]);
export const lesson = computed(() => course.value.find(({ id }) => id === view.lesson.value) ?? null);
/** What is off with the learner's model; null while nobody asked. */
export const told = signal<Bilingual | null>(null);
/** How often the learner had this lesson checked in vain; the solution is shown to those who tried. */
export const tries = signal(0);
export const checking = signal(false);
/** Whether the solution was shown: then the task is not the learner's own work. */
const shown = signal(false);
/** Whether the model as it stands solves the lesson. */
export const solves = signal(false);
/** Whether it was solved since it was opened: then one may read why while trying out more. */
export const explained = signal(false);
/** How long a model that nobody asked about rests before the check looks, in milliseconds: a hand may drag past what solves the task. */
const rest = 600;

/** The lessons, or none where their texts cannot be fetched now. */
export async function loadCourse(): Promise<readonly Lesson[]> {
  if (course.value.length === 0) {
    try {
      course.value = (await import("./course.ts")).course;
    } catch (error) {
      console.error(error);
    }
  }
  return course.value;
}

/** Opens a lesson where its learner left it. @returns false where there is none of that name */
export async function openLesson(id: string): Promise<boolean> {
  const found = (await loadCourse()).find((each) => each.id === id);
  if (found === undefined) return false;
  const path = `${id}.gtfp`;
  batch(() => {
    openStudy({
      files: [[path, worded(found, drafts.value[id] ?? found.start)]],
      entry: path,
      shown: path,
      lesson: id,
    });
    view.column.value = "lesson";
    begin(found);
  });
  return true;
}

/** The lesson's own text again; the editor can undo it. */
export function startOver(): void {
  if (lesson.value === null) return;
  actions.setText(study.entry.value, inLanguage(lesson.value.start, view.language.value));
  begin(lesson.value);
}
export function showSolution(): void {
  if (lesson.value === null) return;
  shown.value = true;
  actions.setText(study.entry.value, inLanguage(lesson.value.solution, view.language.value));
}

/** A text that is the lesson's own, with its documentation in the reader's language; any other as it is. */
function worded(of: Lesson, text: string): string {
  const versions = (own: string) => [own, inLanguage(own, "en"), inLanguage(own, "zh")];
  const own = [of.start, of.solution].find((one) => versions(one).includes(text));
  return own === undefined ? text : inLanguage(own, view.language.value);
}

/** What the learner has not touched follows the language. */
export function rewordWithLanguage(): void {
  effect(() => {
    void view.language.value;
    const [open, text] = [lesson.peek(), study.text.peek()];
    const next = open === null ? text : worded(open, text);
    if (next !== text) actions.setText(study.entry.peek(), next);
  });
}

/** Back to the reader's own study, or to the first one. */
export function leaveLesson(): void {
  if (aside.value !== null) backToStudy();
  else openStudy(firstStudy);
}

function begin(found: Lesson): void {
  showLessonView(found);
  told.value = null;
  tries.value = 0;
  solves.value = false;
  explained.value = false;
  shown.value = false;
}

/** The learner asks whether the task is solved. */
export async function checkNow(): Promise<void> {
  checking.value = true;
  try {
    const isSolved = await look(true);
    if (isSolved === false) tries.value += 1;
  } finally {
    checking.value = false;
  }
}

/** After each run the check looks too. What is off it tells only those who asked before; what is solved, everyone. */
export function checkAfterRuns(): void {
  effect(() => {
    void study.text.value;
    solves.value = false;
  });
  effect(() => {
    if (view.lesson.value === null || study.outcome.value === null || !study.fresh.value) return;
    const timer = setTimeout(() => void look(told.peek() !== null), rest);
    return () => clearTimeout(timer);
  });
}

/** @returns undefined where the model was changed meanwhile */
async function look(tells: boolean): Promise<boolean | undefined> {
  const id = view.lesson.peek();
  if (id === null) return undefined;
  try {
    const verdict = await actions.ask({ ask: "lesson", lesson: id });
    if (view.lesson.peek() !== id) return undefined;
    batch(() => {
      solves.value = verdict.solved;
      if (verdict.solved) explained.value = true;
      told.value = tells && !verdict.solved ? (verdict.told ?? null) : null;
      if (verdict.solved && !shown.value) view.solved.value = new Set([...view.solved.peek(), id]);
    });
    return verdict.solved;
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
    return undefined;
  }
}
