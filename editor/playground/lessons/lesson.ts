/**
 * Lessons as the page and the tests read them. A lesson is a folder of `examples/lessons`:
 *
 *     05-slacks/ lesson.en.md  lesson.zh.md    the prose, in both languages the same
 *                start.gtfp                    what the learner opens and changes
 *                solution.gtfp                 one way to solve the task
 *                check.gtfp                    expectations about the learner's model, which stands in for start.gtfp
 *                lesson.json                   what the page shows beside it, and what the tests need to know
 */
import type { PanelId } from "../contract.ts";
import { type Prose, readProse } from "./markdown.ts";

export interface Bilingual<T = string> {
  readonly en: T;
  readonly zh: T;
}

/** Where the page stands when a lesson is opened. */
export interface LessonView {
  readonly panel: PanelId;
  /** The measure that Frontier and Program show. */
  readonly measure?: string;
  /** The section's axes: variables of the measure's technology. */
  readonly x?: string;
  readonly y?: string;
  /** The unit that is chosen. */
  readonly dmu?: string;
  readonly period?: string;
  /** A system, and the variable of it that Scenarios draws. */
  readonly system?: string;
  readonly variable?: string;
}

export interface Lesson {
  /** The folder's name, `05-slacks`. */
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly title: Bilingual;
  readonly prose: Bilingual<Prose>;
  readonly view: LessonView;
  readonly start: string;
  readonly solution: string;
  /** Hidden from the learner; read by `checkLesson`. */
  readonly check: string;
}

/**
 * The course in its order.
 *
 * @param files texts by path; only the last two parts of a path count (`…/05-slacks/start.gtfp`), others are passed over
 * @throws where a lesson lacks a file: lessons are the repository's own
 */
export function readLessons(files: Readonly<Record<string, string>>): readonly Lesson[] {
  const folders = new Map<string, Map<string, string>>();
  for (const [path, text] of Object.entries(files)) {
    const [, id, name] = /(\d+-[^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (id === undefined) continue;
    const folder = folders.get(id) ?? new Map<string, string>();
    folders.set(id, folder.set(name!, text));
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, folder]) => readLesson(id, folder));
}

function readLesson(id: string, folder: ReadonlyMap<string, string>): Lesson {
  const file = (name: string): string => {
    const text = folder.get(name);
    if (text === undefined) throw new Error(`the lesson ${id} has no ${name}`);
    return text;
  };
  const prose = { en: readProse(file("lesson.en.md")), zh: readProse(file("lesson.zh.md")) };
  const { view } = JSON.parse(file("lesson.json")) as { readonly view: LessonView };
  return {
    id,
    number: Number.parseInt(id, 10),
    title: { en: prose.en.title, zh: prose.zh.title },
    prose,
    view,
    start: file("start.gtfp"),
    solution: file("solution.gtfp"),
    check: file("check.gtfp"),
  };
}
