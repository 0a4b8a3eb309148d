/** The texts of all lessons: a part of the page of its own, loaded when the course is first looked at. */
import { type Lesson, readLessons } from "../lessons/lesson.ts";

const files = import.meta.glob<string>(
  [
    "../../../examples/lessons/*/{lesson.en.md,lesson.zh.md,lesson.json}",
    "../../../examples/lessons/*/{start,solution,check}.gtfp",
  ],
  { query: "?raw", import: "default", eager: true },
);

export const course: readonly Lesson[] = readLessons(files);
