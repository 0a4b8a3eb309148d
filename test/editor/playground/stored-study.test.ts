import { expect, test } from "vitest";
import {
  readStoredStudy,
  type StoredStudy,
  sameFiles,
} from "../../../editor/playground/shell/stored-study.ts";

const study: StoredStudy = {
  files: [
    ["a.gtfp", "x"],
    ["b.gtfp", "y"],
    ["data/c.xlsx", new Uint8Array([1, 2])],
  ],
  entry: "a.gtfp",
  shown: "data/c.xlsx",
  lesson: "01-two-inputs",
};

test("a stored study comes back as it was", () => {
  expect(readStoredStudy(structuredClone(study))).toEqual(study);
});

test("what is missing beside the files is filled in", () => {
  expect(readStoredStudy({ files: study.files, entry: "gone.gtfp", shown: 3 })).toEqual({
    files: study.files,
    entry: "a.gtfp",
    shown: "a.gtfp",
    lesson: null,
  });
});

test.each([
  null,
  undefined,
  "text",
  {},
  { files: [] },
  { files: "a.gtfp" },
  { files: [["a.csv", "only data"]] },
  { files: [["a.gtfp", 5]] },
  { files: [["a.gtfp"]] },
  { files: [["/etc/a.gtfp", "x"]] },
  { files: [["x/../../a.gtfp", "x"]] },
  { files: [["x\\a.gtfp", "x"]] },
  { files: ["a.gtfp"] },
])("what is no study is refused: %j", (value) => {
  expect(readStoredStudy(value)).toBeNull();
});

test("studies are the same by their files", () => {
  expect(sameFiles(study, { files: [...study.files].reverse() })).toBe(true);
  expect(sameFiles(study, { files: study.files.slice(1) })).toBe(false);
  expect(sameFiles(study, { files: study.files.map(([path]) => [path, "z"]) })).toBe(false);
});
