/** The lessons' folders as tests need them: all their files, and what only tests read of `lesson.json`. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const lessonsFolder = resolve(import.meta.dirname, "../../examples/lessons");

/** Texts by path, `05-slacks/start.gtfp`. */
export const lessonFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(lessonsFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(gtfp|md|json)$/.test(path))
    .map((path) => [path, readFileSync(join(lessonsFolder, path), "utf8")] as const),
);

/** What `lesson.json` holds for tests, beside the page's `view`. */
export interface LessonNotes {
  /** The expectation, from 1, that must tell what is off in `start` and in each wrong attempt. */
  readonly told: Readonly<Record<string, number>>;
  /** By model: the numbers that the prose gives, as they stand there, and what gives them. */
  readonly claims: Readonly<Record<string, readonly (readonly [text: string, expression: string])[]>>;
}

export function notesOf(id: string): LessonNotes {
  return JSON.parse(lessonFiles[`${id}/lesson.json`]!) as LessonNotes;
}
