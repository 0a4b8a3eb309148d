/** What a learner is told: by the check, by the model's own errors, or that a name has gone. */
import { describe, expect, it } from "vitest";
import { checkLesson } from "../../editor/playground/lessons/check-lesson.ts";
import { readLessons } from "../../editor/playground/lessons/lesson.ts";

const model = (labor: number) => `data mills {
  dmu mill
  | mill | labor [person] | paper [t] |
  |------|---------------:|----------:|
  | A    |              2 |         8 |
  | B    |              ${labor} |         8 |
}
technology making on mills { input labor; good paper }
measure efficiency = radial(making)
`;
const lesson = {
  check: `import "start.gtfp"
/// B is too good.
/// B 太好了。
expect efficiency.score["B"] < 0.9
/// B is not good enough.
/// B 还不够好。
expect efficiency.score["B"] > 0.4
`,
};

describe("the check of a lesson", () => {
  it("tells the first expectation that fails, in both languages", async () => {
    expect(await checkLesson(lesson, model(2))).toEqual({
      solved: false,
      expectation: 1,
      told: { en: "B is too good.", zh: "B 太好了。" },
      diagnostics: [],
    });
    expect(await checkLesson(lesson, model(8))).toMatchObject({
      expectation: 2,
      told: { zh: "B 还不够好。" },
    });
    expect(await checkLesson(lesson, model(4))).toEqual({ solved: true, diagnostics: [] });
  });

  it("does not run the learner's own expectations and reports", async () => {
    const own = `${model(4)}expect efficiency.score["B"] > 1\nreport r { table efficiency.score }\n`;
    expect(await checkLesson(lesson, own)).toMatchObject({ solved: true });
  });

  it.each([
    ["a misspelt word", model(4).replace("radial", "radiall")],
    ["a mistake of syntax", model(4).replace("measure", "measure measure")],
    ["a mistake in the data, found by the run", model(4).replace("|         8 |\n}", "|         -8 |\n}")],
  ])("says that a model with %s does not hold", async (_, text) => {
    const verdict = await checkLesson(lesson, text);
    expect(verdict).toMatchObject({ solved: false, told: { en: expect.stringMatching(/has an error/) } });
    expect(verdict).not.toHaveProperty("expectation");
    expect(verdict.diagnostics.some((d) => d.severity === "error" && d.span.file === "start.gtfp")).toBe(
      true,
    );
  });

  it.each([
    ["efficiency", model(4).replace("measure efficiency", "measure other")],
    ["B", model(4).replace("| B ", "| Z ")],
  ])("names what the task needs and the model no longer has: %s", async (name, text) => {
    const verdict = await checkLesson(lesson, text);
    expect(verdict).toMatchObject({ solved: false, told: { en: expect.stringContaining(`\`${name}\``) } });
    expect(verdict).toMatchObject({ told: { zh: expect.stringContaining(`\`${name}\``) } });
  });
});

describe("the loader", () => {
  it("passes over other files, and says which one a lesson lacks", () => {
    expect(readLessons({ "a/README.md": "" })).toEqual([]);
    expect(() => readLessons({ "a/01-one/start.gtfp": "" })).toThrow("the lesson 01-one has no lesson.en.md");
  });
});
