/** Lexer, Monarch and TextMate say the same of every word of every example. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";
import { monarchGrammar } from "../../../editor/grammar/monarch.ts";
import { textMateGrammar } from "../../../editor/grammar/textmate.ts";
import { endOf } from "../../../language/lexer.ts";
import { parse } from "../../../language/parser/parse.ts";
import { SYMBOLS } from "../../../language/tokens.ts";
import { mended, type WholeModel, written } from "../../language/services/models.ts";
import { monarchTokens } from "./monarch-interpreter.ts";

type Kind = "keyword" | "name" | "number" | "string" | "comment" | "operator" | "punctuation" | "table";
interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

const categories = new Map(SYMBOLS.map(({ name, category }) => [name, category]));

function lexed(text: string): Word[] {
  const { tokens, comments } = parse({ path: "", text });
  const words = tokens.map((t): Word => {
    const { name } = t.tokenType;
    const category = categories.get(name);
    const kind: Kind = name.startsWith("Word_")
      ? "keyword"
      : name === "StringLiteral"
        ? "string"
        : name === "TableRow"
          ? "table"
          : name === "NumberLiteral" || name === "ScaledNumber"
            ? "number"
            : category === "operator" || category === "punctuation"
              ? category
              : "name";
    return { start: t.startOffset, end: endOf(t), kind };
  });
  return [...words, ...comments.map(({ span }): Word => ({ ...span, kind: "comment" }))];
}

/** What a grammar says of each character. */
type Painted = (Kind | undefined)[];

const MONARCH: Readonly<Record<string, Kind>> = {
  identifier: "name",
  delimiter: "punctuation",
  "comment.doc": "comment",
};
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

function disagreements(text: string, painted: Painted): string[] {
  return lexed(text).flatMap(({ start, end, kind }) => {
    for (let i = start; i < end; i++) {
      if (/\s/.test(text[i]!) || painted[i] === kind) continue;
      const line = text.slice(0, start).split("\n").length;
      return [`line ${line}: ${text.slice(start, end)} is ${kind}, painted ${painted[i] ?? "not at all"}`];
    }
    return [];
  });
}

const readable = ({ entry, text }: WholeModel) =>
  text.length < 30_000 && parse({ path: entry, text }).diagnostics.length === 0;
const examples = written.filter(readable).filter(({ name }) => name.startsWith("examples"));
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
