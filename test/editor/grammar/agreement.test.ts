/** Lexer, Monarch and TextMate say the same of every word of every example. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { monarchGrammar } from "../../../editor/grammar/monarch.ts";
import { monarchTokens } from "../../../editor/grammar/monarch-tokens.ts";
import { textMateGrammar } from "../../../editor/grammar/textmate.ts";
import { mended, written } from "../../language/services/models.ts";
import { disagreements, examples, type Kind, lexed, MONARCH, type Painted, readable } from "./agreement.ts";

function byMonarch(text: string): Painted {
  const painted: Painted = [];
  for (const { start, end, token } of monarchTokens(monarchGrammar(), text)) {
    for (let i = start; i < end; i++) painted[i] = MONARCH[token] ?? (token as Kind);
  }
  return painted;
}

const SCOPES: readonly (readonly [string, Kind])[] = [
  ["comment", "comment"],
  ["string", "string"],
  ["markup", "table"],
  ["constant.numeric", "number"],
  ["keyword.operator.word", "keyword"],
  ["keyword.operator", "operator"],
  ["keyword", "keyword"],
  ["punctuation", "punctuation"],
  ["variable", "name"],
  ["support", "name"],
];
let grammar: textmate.IGrammar;
beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
  await oniguruma.loadWASM(readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(JSON.stringify(textMateGrammar()), "gtfp.tmLanguage.json"),
  });
  grammar = (await registry.loadGrammar("source.gtfp"))!;
});
function byTextMate(text: string): Painted {
  const painted: Painted = [];
  let stack = textmate.INITIAL;
  let base = 0;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const kind = SCOPES.find(([prefix]) => scopes.at(-1)!.startsWith(prefix))?.[1];
      for (let i = startIndex; i < Math.min(endIndex, line.length); i++) painted[base + i] = kind;
    }
    base += line.length + 1;
  }
  return painted;
}

const others = [...written, ...mended].filter(readable).filter((model) => !examples.includes(model));

describe.each([
  ["Monarch", byMonarch],
  ["TextMate", byTextMate],
] as const)("the grammar of %s", (_, painted) => {
  it.each(examples.map((model) => [model.name, model.text] as const))(
    "paints as the lexer reads: %s",
    (_, text) => {
      expect(disagreements(text, painted(text))).toEqual([]);
    },
  );
  it("paints nearly all of the other models so, which try what nobody writes", () => {
    const wrong = others.flatMap(({ name, text }) =>
      disagreements(text, painted(text)).map((one) => `${name} ${one}`),
    );
    const words = others.reduce((sum, { text }) => sum + lexed(text).length, 0);
    expect(words).toBeGreaterThan(10_000);
    expect(wrong.length, wrong.join("\n")).toBeLessThan(words / 1000);
  });
});
