import { expect, test } from "vitest";
import { contentOf, expectedPath, isKnown } from "../../../editor/playground/shell/received-files.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("a file goes where the model looks for it", () => {
  const models = ['data a from "data/mills.csv" { }', 'data b from "b.csv" { }'];
  expect(expectedPath("mills.csv", models)).toEqual({ path: "data/mills.csv", named: true });
  expect(expectedPath("b.csv", models)).toEqual({ path: "b.csv", named: true });
  expect(expectedPath("ills.csv", models)).toEqual({ path: "ills.csv", named: false });
});

test("what is text is kept as text", () => {
  expect(contentOf("a.csv", utf8("省,1\n"))).toBe("省,1\n");
  const gbk = new Uint8Array([0xb1, 0xb1, 0xbe, 0xa9]);
  expect(contentOf("a.csv", gbk)).toBe(gbk);
  const book = utf8("PK");
  expect(contentOf("a.XLSX", book)).toBe(book);
});

test.each([
  ["a.gtfp", true],
  ["a.CSV", true],
  ["a.xlsx", true],
  ["a.png", false],
  ["gtfp", false],
])("%s is a model or data: %s", (name, known) => {
  expect(isKnown(name)).toBe(known);
});
