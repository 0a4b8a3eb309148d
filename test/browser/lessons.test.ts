/** The course as a learner goes through it; whether each lesson holds is tested without a browser. */
import { expect } from "vitest";
import { readLessons } from "../../editor/playground/lessons/lesson.ts";
import { lessonFiles } from "../lessons/lessons-on-disk.ts";
import { inBrowser } from "./browser.ts";
import { inPlayground } from "./playground.ts";
import { words } from "./words.ts";

const lessons = readLessons(lessonFiles);
const tried = [lessons[0]!, lessons.find(({ id }) => id.includes("bad-outputs"))!, lessons.at(-1)!];

inBrowser("a lesson", () => {
  for (const { id, title, solution } of tried) {
    inPlayground(`is opened, tried in vain and solved: ${id}`, {}, async (playground) => {
      const { page } = playground;
      await playground.editor();
      await page.getByRole("button", { name: words("lessons") }).click();
      await page.getByRole("menuitem", { name: title.en }).click();
      const lesson = page.getByRole("region", { name: words("lesson") });
      await lesson.getByRole("heading", { name: title.en }).waitFor();
      await playground.settled();
      await lesson.getByRole("button", { name: words("lessonCheck") }).click();
      // What is off is told in the learner's words.
      await expect.poll(() => lesson.getByRole("status").textContent()).toMatch(/\w{3}/);
      await playground.setText(solution);
      await lesson.getByText(words("lessonDone")).waitFor();
      await lesson.getByRole("heading", { name: words("lessonWhy"), exact: true }).waitFor();
      await playground.picture(`lesson-${id}`);
    });
  }
});
