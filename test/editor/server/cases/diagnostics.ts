import { expect } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import { type Case, serverCase } from "../session.ts";
import { growth, mills, put } from "./models.ts";

export const diagnostics: readonly Case[] = [
  serverCase("a whole model has no diagnostics", mills, async (open) => {
    expect(await open.codes([])).toEqual([]);
  }),
  serverCase(
    "several mistakes are told in one pass",
    put(put(mills, "good paper", "good papr"), "bad bod\n", "bad bodd\n"),
    async (open) => {
      const list = await open.diagnostics((found) => found.length === 2);
      expect(list.map(({ range }) => open.covered(range))).toEqual(["papr", "bodd"]);
      expect(list.every(({ source, severity }) => source === "gtfp" && severity === 1)).toBe(true);
      expect(list[0]!.message).toContain("did you mean `paper`?");
    },
  ),
  serverCase(
    "a misspelt entry does not hide what follows",
    put(growth, "flow gain", "flwo gain"),
    async (open) => {
      expect(await open.codes(["GTFP1022"])).toEqual(["GTFP1022"]);
    },
  ),
  serverCase("diagnostics follow the text", mills, async (open) => {
    await open.change(open.text().replace("bad bod", "bad bodd"));
    expect(await open.diagnostics((list) => list.length === 1)).toHaveLength(1);
    await open.change(open.text().replace("bad bodd", "bad bod"));
    expect(await open.codes([])).toEqual([]);
  }),
  serverCase(
    "what is wrong in a data file is told where the file is named",
    {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  labor [person]\n}\nexpect sum(mills.labor) > 0\n',
      "mills.csv": "mill,labor\nA,120\nB,many\n",
    },
    async (open) => {
      const [found] = await open.diagnostics((list) => list.length > 0);
      expect(found?.message).toContain("many");
      // What is typed behind it does not make it flicker.
      await open.change(`${open.text()}dimension d = a, b, a\n`);
      const both = await open.diagnostics((list) => list.some(({ code }) => code !== found?.code));
      expect(both.map(({ code }) => code)).toContain(found?.code);
    },
  ),
  serverCase(
    "a workbook is read like any other data file",
    {
      "model.gtfp": 'data mills from "mills.xlsx" {\n  dmu mill\n  labor [person]\n}\n',
      "mills.xlsx": "no workbook",
    },
    async (open) => {
      expect(await open.codes(["GTFP4020"])).toEqual(["GTFP4020"]);
    },
  ),
  serverCase(
    "a file that is imported is looked at with the one that imports it",
    {
      "model.gtfp": `import "parts.gtfp"\n${put(mills, "labor [person]", "labor [worker]")}`,
      "parts.gtfp": "unit worker\ndata twice = mills + mills\n",
    },
    async (open) => {
      expect(await open.codes([])).toEqual([]);
      expect(await open.codes([], "parts.gtfp")).toEqual([]);
    },
  ),
  serverCase(
    "an open import is read as it is typed",
    { "model.gtfp": 'import "parts.gtfp"\ndimension d = a, b\n', "parts.gtfp": "dimension e = a\n" },
    async (open) => {
      expect(await open.codes([])).toEqual([]);
      await open.change("dimension d = x\n", "parts.gtfp");
      expect((await open.diagnostics((list) => list.length > 0)).map((d) => d.code)).toEqual(["GTFP2004"]);
    },
  ),
  serverCase("a quick fix writes what was meant", put(mills, "good paper", "good <|>papr"), async (open) => {
    const list = await open.diagnostics((found) => found.length > 0);
    const actions = await open.request<CodeAction[]>("textDocument/codeAction", {
      ...open.document,
      range: list[0]!.range,
      context: { diagnostics: list },
    });
    expect(actions.map(({ title, kind, isPreferred }) => [title, kind, isPreferred])).toEqual([
      ["Write `paper`", "quickfix", true],
    ]);
    await open.change(open.after(actions[0]!.edit!)["model.gtfp"]!);
    expect(await open.codes([])).toEqual([]);
  }),
  serverCase("a related place is told", `${mills}\ndimension mills = a\n`, async (open) => {
    const [found] = await open.diagnostics((list) => list.length > 0);
    const related = found?.relatedInformation ?? [];
    expect(related.map(({ message, location }) => [message, open.covered(location.range)])).toEqual([
      ["the first declaration", "mills"],
    ]);
  }),
];
