import fc from "fast-check";
import { expect, it } from "vitest";
import { minimalEdit } from "../../../editor/playground/editor/minimal-edit.ts";

it("replaces what differs and nothing else", () => {
  expect(minimalEdit("| 1000 | 25 |", "| 1200 | 25 |")).toEqual({ start: 3, end: 4, text: "2" });
  expect(minimalEdit("same", "same")).toBeNull();
  expect(minimalEdit("aa", "aaa")).toEqual({ start: 2, end: 2, text: "a" });
  expect(minimalEdit("aaa", "aa")).toEqual({ start: 2, end: 3, text: "" });
});

it("never parts the halves of a character", () => {
  expect(minimalEdit("x😀y", "x😁y")).toEqual({ start: 1, end: 3, text: "😁" });
});

it("makes one text of the other", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "𠀀") });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const edit = minimalEdit(before, after);
      const made = edit === null ? before : before.slice(0, edit.start) + edit.text + before.slice(edit.end);
      expect(made).toBe(after);
      // With the flag `u` the halves of a whole character are no match.
      expect(edit?.text ?? "").not.toMatch(/[\ud800-\udfff]/u);
    }),
  );
});
