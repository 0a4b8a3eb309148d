/** Every completion offered is accepted by the parser, and what stands in whole models is among those offered. */
import { describe, expect, it } from "vitest";
import { parse } from "../../../language/parser/parse.ts";
import { analyse, Parses } from "../../../language/services/analysis.ts";
import { completions } from "../../../language/services/completion/completion.ts";
import { NO_HOST } from "../../../language/services/values.ts";
import { mended, type WholeModel, written } from "./models.ts";

const models = [...written.filter(({ text }) => text.length < 20_000), ...mended];

/** Places where a word of a model begins, spread over it. */
function wordStarts({ text, entry }: WholeModel, most: number) {
  const { tokens, diagnostics } = parse({ path: entry, text });
  if (diagnostics.length > 0) return [];
  const words = tokens.filter((t) => /^[\p{L}_`]/u.test(t.image));
  const stride = Math.max(1, Math.ceil(words.length / most));
  return words.filter((_, i) => i % stride === 0);
}

/** What may stand behind a word: the first that suits it tells whether the word itself is taken. */
const BEHIND = [" -> ", " [1]", " = 1", ": 1", "1) -> ", ""];

function refused(before: string, text: string): string | undefined {
  const start = before.length;
  let first: string | undefined;
  for (const behind of BEHIND) {
    const { diagnostics } = parse({ path: "", text: before + text + behind });
    const problem = diagnostics.find(
      ({ span, severity }) =>
        severity === "error" && span.start >= start && span.start < start + text.trimEnd().length,
    );
    if (problem === undefined) return undefined;
    first ??= problem.message;
  }
  return first;
}

const sample = models.filter(({ text }, i) => text.length < 3000 && i % 14 === 0);

describe("completion", () => {
  it.each(sample.map((model) => [model.name, model] as const))(
    "offers only what is accepted: %s",
    (_, model) => {
      const wrong: string[] = [];
      for (const token of wordStarts(model, 5)) {
        const start = token.startOffset;
        const rest = model.text.slice(start + token.image.length);
        const before = model.text.slice(0, start);
        const read = (path: string) => (path === model.entry ? before + rest : model.read(path));
        const analysis = analyse(model.entry, read, new Parses());
        for (const { text } of completions(analysis, model.entry, start, NO_HOST)) {
          const problem = refused(before, text);
          if (problem !== undefined) wrong.push(`${text} after ${before.slice(-30)}: ${problem}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it("offers what stands in whole models", () => {
    let offered = 0;
    const missed: string[] = [];
    for (const model of models) {
      const analysis = analyse(model.entry, model.read, new Parses());
      for (const token of wordStarts(model, 5)) {
        const { index } = analysis;
        const found = index.at(model.entry, token.startOffset + token.image.length);
        const keyword = token.tokenType.name.startsWith("Word_");
        if (found?.declares === true || (found === undefined && !keyword)) continue;
        if (found?.symbol.span?.start === token.startOffset) continue;
        const texts = completions(analysis, model.entry, token.startOffset, NO_HOST).map(({ text }) => text);
        if (texts.includes(token.image)) offered++;
        else
          missed.push(
            `${model.name}: ${token.image} in ${model.text.slice(token.startOffset - 30, token.startOffset + 20).replace(/\s+/g, " ")}`,
          );
      }
    }
    expect(offered).toBeGreaterThan(1000);
    // What stands in models with a mistake, and a second entry of a variable, is not offered.
    expect(missed.length, missed.join("\n")).toBeLessThan(offered / 100);
  });
});
