import { expect, it } from "vitest";
import { coloured } from "../../../editor/playground/editor/colour.ts";

const text = `/// how far
measure far = ddf(green, along: "g") // so
expect far.score > 0.5
`;

it("gives the whole text back, in pieces", () => {
  const pieces = coloured(text, []);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter((piece) => piece.class !== "")).toEqual([
    { text: "/// how far", class: "word-comment-doc" },
    { text: "measure", class: "word-keyword" },
    { text: '"g"', class: "word-string" },
    { text: "// so", class: "word-comment" },
    { text: "expect", class: "word-keyword" },
    { text: "0.5", class: "word-number" },
  ]);
});

it("marks diagnostics, the worst where several stand", () => {
  const start = text.indexOf("ddf");
  const marks = [
    { start, end: start + 3, severity: "warning" },
    { start: start + 1, end: start + 2, severity: "error" },
    { start: text.length - 2, end: text.length + 5, severity: "note" },
  ] as const;
  const pieces = coloured(text, marks);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter((piece) => piece.class.includes("mark"))).toEqual([
    { text: "d", class: "mark-warning" },
    { text: "d", class: "mark-error" },
    { text: "f", class: "mark-warning" },
    { text: "5", class: "word-number mark-note" },
    { text: "\n", class: "mark-note" },
  ]);
});
