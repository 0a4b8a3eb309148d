/** The grammar as Monaco itself runs it: it paints every example as the lexer reads it. */
import { expect } from "vitest";
import { disagreements, examples, type Kind, MONARCH, type Painted } from "../editor/grammar/agreement.ts";
import { inBrowser } from "./browser.ts";
import { inPlayground } from "./playground.ts";

inBrowser("Monaco", () => {
  inPlayground("paints every example as the lexer reads it", {}, async (playground) => {
    await playground.editor();
    expect(examples.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const { name, text } of examples) {
      const lines = await playground.tokens(text);
      wrong.push(...disagreements(text, paint(text, lines)).map((one) => `${name} ${one}`));
    }
    expect(wrong).toEqual([]);
  });
});

/** Monaco's tokens begin where they say and end with the next, in lines of their own. */
function paint(text: string, lines: readonly (readonly { offset: number; type: string }[])[]): Painted {
  const painted: Painted = [];
  let base = 0;
  text.split("\n").forEach((line, i) => {
    const tokens = lines[i] ?? [];
    tokens.forEach(({ offset, type }, k) => {
      const token = type.replace(/\.gtfp$/, "");
      const kind = token === "" ? undefined : (MONARCH[token] ?? (token as Kind));
      for (let at = offset; at < (tokens[k + 1]?.offset ?? line.length); at++) painted[base + at] = kind;
    });
    base += line.length + 1;
  });
  return painted;
}
