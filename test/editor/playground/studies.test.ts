/** Which study stands on the page, and that a reader's own work is never lost by opening another. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { StoredStudy } from "../../../editor/playground/shell/stored-study.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => {} }));
vi.stubGlobal("navigator", { language: "en" });
const { study } = await import("../../../editor/playground/state/study.ts");
const { view } = await import("../../../editor/playground/state/view.ts");
const studies = await import("../../../editor/playground/shell/studies.ts");

const of = (path: string, text: string, lesson: string | null = null): StoredStudy => ({
  files: [[path, text]],
  entry: path,
  shown: path,
  lesson,
});
const write = (text: string) => {
  study.files.value = new Map(study.files.value).set(study.entry.value, text);
};
const text = () => study.files.value.get(study.entry.value);

beforeEach(() => {
  study.files.value = new Map();
  view.lesson.value = null;
  studies.aside.value = null;
  studies.openStudy(of("own.gtfp", "as opened"));
});

describe("opening another study", () => {
  test("keeps what the reader wrote, and gives it back", () => {
    write("my own");
    studies.openStudy(of("example.gtfp", "example"));
    expect(study.entry.value).toBe("example.gtfp");
    expect(studies.aside.value?.files).toEqual([["own.gtfp", "my own"]]);
    studies.backToStudy();
    expect(text()).toBe("my own");
    expect(studies.aside.value).toBeNull();
  });

  test("keeps nothing that nobody wrote in", () => {
    studies.openStudy(of("example.gtfp", "example"));
    expect(studies.aside.value).toBeNull();
  });

  test("keeps the reader's own while examples come and go", () => {
    write("my own");
    studies.openStudy(of("a.gtfp", "a"));
    studies.openStudy(of("b.gtfp", "b"));
    studies.backToStudy();
    expect(text()).toBe("my own");
  });

  test("exchanges the two where both were written in", () => {
    write("my own");
    studies.openStudy(of("a.gtfp", "a"));
    write("a changed");
    studies.backToStudy();
    expect(text()).toBe("my own");
    expect(studies.aside.value?.files).toEqual([["a.gtfp", "a changed"]]);
  });

  test("leaves the own study aside through lessons", () => {
    write("my own");
    studies.openStudy(of("01.gtfp", "lesson", "01"));
    write("lesson changed");
    studies.openStudy(of("02.gtfp", "lesson 2", "02"));
    expect(view.lesson.value).toBe("02");
    studies.backToStudy();
    expect([text(), view.lesson.value]).toEqual(["my own", null]);
  });

  test("counts what was brought back as written in, unless it is as it was opened", () => {
    const first = of("mills.gtfp", "first");
    studies.restoreStudy(first, first);
    studies.openStudy(of("a.gtfp", "a"));
    expect(studies.aside.value).toBeNull();
    studies.restoreStudy(of("mills.gtfp", "changed"), first);
    studies.openStudy(of("a.gtfp", "a"));
    expect(studies.aside.value?.files).toEqual([["mills.gtfp", "changed"]]);
  });

  test("shows no column that is not there", () => {
    view.column.value = "lesson";
    studies.openStudy(of("a.gtfp", "a"));
    expect(view.column.value).toBe("model");
  });
});

describe("files", () => {
  beforeEach(() => studies.addFiles([["data/x.csv", "a\n1\n"]]));

  test("are added in order and shown where asked", () => {
    studies.addFiles([["more.gtfp", ""]], "more.gtfp");
    expect([...study.files.value.keys()]).toEqual(["own.gtfp", "data/x.csv", "more.gtfp"]);
    expect(study.shown.value).toBe("more.gtfp");
  });

  test("keep their place when renamed; the model stays the one that runs", () => {
    studies.renameFile("own.gtfp", "new.gtfp");
    expect([...study.files.value.keys()]).toEqual(["new.gtfp", "data/x.csv"]);
    expect([study.entry.value, study.shown.value]).toEqual(["new.gtfp", "new.gtfp"]);
  });

  test("can be deleted, but for the last model", () => {
    study.shown.value = "data/x.csv";
    studies.deleteFile("data/x.csv");
    expect(study.shown.value).toBe("own.gtfp");
    studies.deleteFile("own.gtfp");
    expect([...study.files.value.keys()]).toEqual(["own.gtfp"]);
    studies.addFiles([["more.gtfp", ""]]);
    studies.deleteFile("own.gtfp");
    expect([study.entry.value, study.shown.value]).toEqual(["more.gtfp", "more.gtfp"]);
  });

  test("get names that are free", () => {
    expect(studies.freePath("model.gtfp")).toBe("model.gtfp");
    expect(studies.freePath("own.gtfp")).toBe("own-2.gtfp");
    expect(studies.freePath("data/x.csv")).toBe("data/x-2.csv");
  });
});
