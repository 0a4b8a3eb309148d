/** Whatever stands in a file, and wherever the cursor stands in it, no service throws and every place lies in its file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../../language/parser/parse.ts";
import { type Analysis, analyse, Parses } from "../../../language/services/analysis.ts";
import { codeLenses } from "../../../language/services/code-lenses.ts";
import { completions } from "../../../language/services/completion/completion.ts";
import { folds } from "../../../language/services/folding.ts";
import { formatting } from "../../../language/services/formatting.ts";
import { hover } from "../../../language/services/hover.ts";
import { inlayHints } from "../../../language/services/inlay-hints.ts";
import { definition, links, references } from "../../../language/services/navigate.ts";
import { outline } from "../../../language/services/outline.ts";
import { rename } from "../../../language/services/rename.ts";
import { semanticTokens } from "../../../language/services/semantic-tokens.ts";
import { signature } from "../../../language/services/signature.ts";
import { NO_HOST } from "../../../language/services/values.ts";
import { mended, written } from "./models.ts";

const file = "model.gtfp";

function askEverything(text: string, offset: number): void {
  const read = (path: string) => (path === file ? text : null);
  const analysis: Analysis = analyse(file, read, new Parses());
  const inside = (...spans: ({ start: number; end: number } | undefined)[]) => {
    for (const span of spans) {
      if (span === undefined) continue;
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.start).toBeLessThanOrEqual(span.end);
    }
  };
  inside(hover(analysis, file, offset, NO_HOST)?.span);
  inside(...completions(analysis, file, offset, NO_HOST).map(({ span }) => span));
  signature(analysis, file, offset);
  inside(
    ...definition(analysis, file, offset),
    ...references(analysis, file, offset, true).map(({ span }) => span),
  );
  inside(
    ...outline(analysis, file).map(({ span }) => span),
    ...links(analysis, file).map(({ span }) => span),
  );
  inside(...folds(analysis, file), ...formatting(text, file).map(({ span }) => span));
  inside(...codeLenses(analysis, file, NO_HOST).map(({ span }) => span));
  const whole = { file, start: 0, end: text.length };
  for (const { at } of inlayHints(analysis, whole, NO_HOST)) inside({ start: at, end: at });
  const tokens = semanticTokens(analysis, file);
  inside(...tokens);
  for (const [i, token] of tokens.entries()) {
    if (i > 0) expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]!.end);
    expect(text.slice(token.start, token.end)).not.toMatch(/[\r\n]/);
  }
  rename([analysis], file, offset, "renamed", read);
}

const models = [...written, ...mended].map(({ text }) => text).filter((text) => text.length < 4000);

describe("services", () => {
  it("answer anywhere in whole models", () => {
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        askEverything(text, Math.round(share * text.length));
      }),
      { numRuns: 60 },
    );
  });

  it("answer in models of which parts are lost, doubled or swapped", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...models), fc.nat(), fc.nat(), fc.constantFrom("lose", "double", "swap", "end"))
      .map(([text, first, second, how]) => {
        const { tokens } = parse({ path: file, text });
        if (tokens.length === 0) return { text, offset: 0 };
        const [a, b] = [tokens[first % tokens.length]!, tokens[second % tokens.length]!];
        const end = a.startOffset + a.image.length;
        const by = how === "lose" ? "" : how === "double" ? `${a.image} ${a.image}` : b.image;
        const changed =
          how === "end" ? text.slice(0, end) : text.slice(0, a.startOffset) + by + text.slice(end);
        return { text: changed, offset: Math.min(changed.length, a.startOffset + by.length) };
      });
    fc.assert(
      fc.property(mutated, ({ text, offset }) => askEverything(text, offset)),
      { numRuns: 100 },
    );
  });

  it("answer in any text", () => {
    const words = [
      "data",
      "system",
      "x",
      "`a b`",
      "{",
      "}",
      "[",
      "]",
      "(",
      ")",
      "=",
      ".",
      ",",
      ":",
      "by",
      "|a|",
      "\n",
      "~",
      "in",
      '"t {x}"',
      "2",
      "->",
      "///d\n",
    ];
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), fc.nat(), (text, at) => {
        askEverything(text, at % (text.length + 1));
      }),
      { numRuns: 100 },
    );
  });
});
