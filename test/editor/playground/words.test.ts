/** Both languages say the same: no word is missing, and what is filled in stands in both. */
import { expect, test } from "vitest";
import { en, type WordKey } from "../../../editor/playground/words/en.ts";
import { zh } from "../../../editor/playground/words/zh.ts";

const keys = Object.keys(en) as WordKey[];
const holes = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test("there are words", () => {
  expect(keys.length).toBeGreaterThan(100);
  expect(Object.keys(zh).sort()).toEqual([...keys].sort());
});

test.each(keys)("%s", (key) => {
  // What stands between words may be nothing in Chinese.
  expect(zh[key].trim() === "").toBe(en[key].trim() === "");
  expect(new Set(holes(zh[key]))).toEqual(new Set(holes(en[key])));
});
