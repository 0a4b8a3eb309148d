import { expect } from "vitest";
import type {
  CodeLens,
  Hover,
  InlayHint,
  MarkupContent,
  SemanticTokens,
  TextEdit,
} from "vscode-languageserver-protocol";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../../../language/services/semantic-tokens.ts";
import { type Case, type Opened, serverCase } from "../session.ts";
import { growth, mills, put } from "./models.ts";

/** The tokens as words with their types. */
async function tokens(open: Opened): Promise<string[]> {
  const { data } = await open.request<SemanticTokens>("textDocument/semanticTokens/full", open.document);
  const found: string[] = [];
  const lines = open.text().split("\n");
  let [line, column] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    line += down;
    column = down > 0 ? right : column + right;
    const modifiers = TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push([lines[line]!.slice(column, column + length), TOKEN_TYPES[type]!, ...modifiers].join(" "));
  }
  return found;
}
async function hints(open: Opened): Promise<string[]> {
  const found = await open.request<InlayHint[]>("textDocument/inlayHint", {
    ...open.document,
    range: open.whole,
  });
  return found.map(({ position, label }) => `${position.line + 1}${label}`);
}
async function lenses(open: Opened): Promise<string[]> {
  const found = await open.request<CodeLens[]>("textDocument/codeLens", open.document);
  return found.map(({ range, command }) => `${range.start.line + 1} ${command!.title}`);
}

const claims = `${mills}
/// All are on or below it
expect inefficiency.score >= -0.000001

expect count(inefficiency.score) == 4
`;

export const rendering: readonly Case[] = [
  serverCase("semantic tokens tell names by what they mean", growth, async (open) => {
    const found = await tokens(open);
    expect(found).toEqual(
      expect.arrayContaining([
        "system keyword",
        "economy class declaration",
        "year type defaultLibrary",
        "2017 number",
        ".. operator",
        "/// How fast it grows comment documentation",
        "growth variable declaration readonly",
        "annual function defaultLibrary",
        "growth variable readonly",
        "capital variable",
        "fast class declaration",
      ]),
    );
  }),
  serverCase(
    "semantic tokens in the holes of texts and in tables",
    `${mills}report r { text "All: {sum(mills.labor)}." }\n`,
    async (open) => {
      const found = await tokens(open);
      const from = found.indexOf('"All: { string');
      expect(found.slice(from)).toEqual([
        '"All: { string',
        "sum function defaultLibrary",
        "( string",
        "mills class",
        ". string",
        "labor property",
        ')}." string',
      ]);
      expect(found).toContain("labor property declaration");
    },
  ),
  serverCase(
    "formatting is one small edit",
    put(growth, "aux twice = 2 * capital", "aux   twice=2*capital"),
    async (open) => {
      const edits = await open.request<TextEdit[]>("textDocument/formatting", {
        ...open.document,
        options: { tabSize: 2, insertSpaces: true },
      });
      expect(edits).toHaveLength(1);
      expect(edits[0]!.range.start.line).toBe(6);
      expect(edits[0]!.range.end.line).toBe(6);
      expect(open.edited(edits)).toBe(growth);
    },
  ),
  serverCase(
    "formatting leaves a broken text alone",
    put(growth, "aux twice", "aux = twice"),
    async (open) => {
      expect(await open.request("textDocument/formatting", { ...open.document, options: {} })).toEqual([]);
    },
  ),
  serverCase("hints show inferred units and sizes", mills, async (open) => {
    expect(await hints(open)).toEqual(["2 3 rows", "9 [kg/GJ]"]);
  }),
  serverCase("hints in a system", growth, async (open) => {
    expect(await hints(open)).toEqual(["6 [100M CNY/year]", "7 [100M CNY]"]);
  }),
  serverCase("lenses run, explain and test", claims, async (open) => {
    expect(await lenses(open)).toEqual(["2 ▶ Run", "22 Explain", "25 Test", "27 Test"]);
  }),
  serverCase(
    "after a run lenses, hovers and hints show what was computed",
    put(claims, "measure inefficiency", "measure ineffic<|>iency"),
    async (open) => {
      await open.request("workspace/executeCommand", { command: "gtfp.run", arguments: [open.uri()] });
      const shown = await lenses(open);
      expect(shown.find((lens) => lens.startsWith("25 "))).toMatch(/^25 ✓ holds/);
      expect(shown.find((lens) => lens.startsWith("27 "))).toMatch(/^27 ✗ fails: 3/);
      expect(await hints(open)).toContain("22 3 rows");
      const { contents } = (await open.request<Hover>("textDocument/hover", open.at()))!;
      expect((contents as MarkupContent).value).toContain("**Last run:** 3 rows");
      // A change makes them out of date.
      await open.change(`${open.text()}\n// changed\n`);
      expect(await lenses(open)).toContain("25 Test");
    },
  ),
];
