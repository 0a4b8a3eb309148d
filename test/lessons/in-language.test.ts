/** A learner reads a lesson's model in one language, and it stays the model that it was. */
import { describe, expect, it } from "vitest";
import { checkLesson } from "../../editor/playground/lessons/check-lesson.ts";
import { inLanguage } from "../../editor/playground/lessons/in-language.ts";
import { readLessons } from "../../editor/playground/lessons/lesson.ts";
import { lessonFiles } from "./lessons-on-disk.ts";

describe.each(readLessons(lessonFiles))("the model of $id", (lesson) => {
  it("has its comments in one language", () => {
    expect(inLanguage(lesson.start, "en")).not.toMatch(/\p{Script=Han}/u);
    const documented = inLanguage(lesson.start, "zh")
      .split("\n")
      .filter((line) => line.trim().startsWith("//"));
    for (const line of documented) expect(line).toMatch(/\p{Script=Han}/u);
  });

  it.each(["en", "zh"] as const)("solves the task in %s", async (language) => {
    const verdict = await checkLesson(lesson, inLanguage(lesson.solution, language));
    expect(verdict.solved).toBe(true);
  });
});
