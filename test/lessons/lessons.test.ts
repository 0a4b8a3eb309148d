/**
 * Every lesson holds: its models check, run and are canonical; its check tells start and each wrong attempt what is off
 * and is met by the solution; and the numbers of the prose, in both languages, are those that the models give.
 */
import { describe, expect, it } from "vitest";
import { checkLesson } from "../../editor/playground/lessons/check-lesson.ts";
import { readLessons } from "../../editor/playground/lessons/lesson.ts";
import type { Block, Inline, Prose } from "../../editor/playground/lessons/markdown.ts";
import { check } from "../../language/check/check.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { format } from "../../language/format/format.ts";
import { run } from "../../runtime/run.ts";
import { lessonFiles, notesOf } from "./lessons-on-disk.ts";

const lessons = readLessons(lessonFiles);
const ids = new Set(lessons.map((lesson) => lesson.id));
const panels = ["results", "frontier", "program", "scenarios", "diagram", "report", "problems"];

it("is a course of at least twelve lessons, numbered without a gap", () => {
  expect(lessons.length).toBeGreaterThanOrEqual(12);
  expect(lessons.map((lesson) => lesson.number)).toEqual(lessons.map((_, i) => i + 1));
});

it("has a table of contents with every lesson in its order", () => {
  const listed = [...lessonFiles["README.md"]!.matchAll(/^\| \[([^\]]+)\]\(([^)]+)\/\)/gm)].map((m) => [
    m[2],
    m[1],
  ]);
  expect(listed).toEqual(lessons.map(({ id, title }) => [id, title.en]));
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))("%s", (id, lesson) => {
  const notes = notesOf(id);
  const attempts = Object.keys(lessonFiles)
    .filter((path) => path.startsWith(`${id}/wrong-`))
    .map((path) => path.slice(id.length + 1, -".gtfp".length));

  it.each(["start", "solution", "check", ...attempts])("%s is in the canonical form", (name) => {
    const text = lessonFiles[`${id}/${name}.gtfp`]!;
    expect(format(text)).toEqual({ text, diagnostics: [] });
  });

  it.each(["start", "solution"])("%s runs without errors and warnings", async (name) => {
    const { model, diagnostics } = check("m.gtfp", () => lessonFiles[`${id}/${name}.gtfp`]!);
    expect(diagnostics.filter(isNoNote).map((d) => d.message)).toEqual([]);
    const results = await run(model!, { read: () => null });
    expect(results.diagnostics.filter(isNoNote).map((d) => d.message)).toEqual([]);
  });

  it("has a check without errors and warnings, told in both languages", () => {
    const files: Record<string, string> = { "start.gtfp": lesson.start, "check.gtfp": lesson.check };
    const { model, diagnostics } = check("check.gtfp", (path) => files[path] ?? null);
    expect(diagnostics.filter(isNoNote).map((d) => d.message)).toEqual([]);
    const titles = model!.expectations.map((expectation) => expectation.title.split("\n"));
    for (const title of titles) {
      expect(title).toHaveLength(2);
      expect(title[0]).not.toMatch(/\p{Script=Han}/u);
      expect(title[1]).toMatch(/\p{Script=Han}/u);
    }
    // Whatever can be told is told to some attempt of the tests.
    expect(new Set(Object.values(notes.told))).toEqual(new Set(titles.map((_, i) => i + 1)));
  });

  it("is solved by its solution", async () => {
    expect(await checkLesson(lesson, lesson.solution)).toEqual({
      solved: true,
      diagnostics: expect.anything(),
    });
  });

  it("says what is off at the start and in wrong attempts, of which there are two at least", async () => {
    expect(attempts.length).toBeGreaterThanOrEqual(2);
    const found: Record<string, number | string | undefined> = {};
    for (const name of ["start", ...attempts]) {
      const verdict = await checkLesson(lesson, lessonFiles[`${id}/${name}.gtfp`]!);
      found[name] = verdict.solved ? "solved" : (verdict.expectation ?? verdict.told.en);
    }
    expect(found).toEqual(notes.told);
  });

  it("gives in its prose the numbers that its models give", async () => {
    const claims = Object.entries(notes.claims);
    expect(claims.flatMap(([, list]) => list).length).toBeGreaterThanOrEqual(2);
    for (const [name, list] of claims) {
      const claim = list.map(([, expression]) => `expect (${expression}) > -1e300`).join("\n");
      const files: Record<string, string> = { "m.gtfp": `import "start.gtfp"\n${claim}` };
      files["start.gtfp"] = lessonFiles[`${id}/${name}.gtfp`]!;
      const { model, diagnostics } = check("m.gtfp", (path) => files[path] ?? null);
      expect(diagnostics.filter((d) => d.severity === "error").map((d) => d.message)).toEqual([]);
      const { expectations } = await run(model!, { read: () => null });
      const shown = list.map(([text, expression], i) => {
        const digits = text.split(".")[1]?.length ?? 0;
        return [expectations[i]!.actual?.toFixed(digits).replace("-", "−"), expression];
      });
      expect(shown).toEqual(list);
      for (const [text] of list) {
        const alone = new RegExp(`(?<![\\d.])${text.replace(".", "\\.")}(?!\\.?\\d)`);
        for (const language of ["en", "zh"])
          expect(lessonFiles[`${id}/lesson.${language}.md`]).toMatch(alone);
      }
    }
  });

  it("says the same in both languages: parts, blocks, code, links", () => {
    const { en, zh } = lesson.prose;
    for (const part of ["text", "task", "hint", "why"] as const)
      expect(shape(zh, part)).toEqual(shape(en, part));
    expect(en.task.length).toBeGreaterThan(0);
    expect(en.why.length).toBeGreaterThan(0);
    expect(lessonFiles[`${id}/lesson.en.md`]).not.toMatch(/\p{Script=Han}/u);
    const words = lessonFiles[`${id}/lesson.en.md`]!.split(/\s+/).length;
    expect(words).toBeGreaterThan(120);
    expect(words).toBeLessThan(420);
  });

  it("links to lessons and panels that there are, and opens one", () => {
    for (const inline of allInlines(lesson.prose.en)) {
      if (inline.kind !== "link") continue;
      if ("lesson" in inline.to) expect(ids).toContain(inline.to.lesson);
      else expect(panels).toContain(inline.to.panel);
    }
    expect(panels).toContain(lesson.view.panel);
  });

  it("shows what its model has", () => {
    const { panel: _, ...named } = lesson.view;
    for (const [what, name] of Object.entries(named)) expect(lesson.start, what).toContain(name);
  });
});

function isNoNote({ severity }: Diagnostic): boolean {
  return severity !== "note";
}

/** The kinds of a part's blocks, each with the set of code and links that stand in it. */
function shape(prose: Prose, part: "text" | "task" | "hint" | "why") {
  return prose[part].map((block) => {
    const inlines = inlinesOf(block);
    const code = inlines.flatMap((i) => (i.kind === "code" ? [i.text] : [])).sort();
    const links = inlines.flatMap((i) => (i.kind === "link" ? [JSON.stringify(i.to)] : [])).sort();
    const items = block.kind === "list" ? block.items.length : block.kind === "code" ? block.text : 0;
    return { kind: block.kind, items, code: [...new Set(code)], links };
  });
}

function allInlines(prose: Prose): Inline[] {
  return [...prose.text, ...prose.task, ...prose.hint, ...prose.why].flatMap(inlinesOf);
}

function inlinesOf(block: Block): Inline[] {
  const within = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((i) => ("inlines" in i ? [i, ...within(i.inlines)] : [i]));
  if (block.kind === "paragraph") return within(block.inlines);
  return block.kind === "list" ? block.items.flatMap(within) : [];
}
