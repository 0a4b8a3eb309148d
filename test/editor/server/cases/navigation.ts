import { expect } from "vitest";
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { type Case, type Opened, serverCase } from "../session.ts";
import { growth, mills, put } from "./models.ts";

/** The lines on which places stand, from 1, with the files of all but the main one. */
function lines(list: readonly Location[]): string[] {
  return list.map(({ uri, range }) => {
    const file = uri.slice(uri.lastIndexOf("/") + 1);
    return `${file === "model.gtfp" ? "" : `${file}:`}${range.start.line + 1}`;
  });
}
async function rename(open: Opened, newName: string, cursor = 0): Promise<Record<string, string>> {
  return open.after(
    await open.request<WorkspaceEdit>("textDocument/rename", { ...open.at(cursor), newName }),
  );
}
const shared = {
  "model.gtfp": `import "parts.gtfp"\n${put(mills, "labor [person]", "labor [<|>crate]")}measure second = radial(gr<|>een)\n`,
  "parts.gtfp": "unit crate\n/// Of others\nunit box = 2 [crate]\n",
};

export const navigation: readonly Case[] = [
  serverCase(
    "definition of a column from a technology",
    put(mills, "input labor", "input la<|>bor"),
    async (open) => {
      const found = await open.request<Location[]>("textDocument/definition", open.at());
      expect(found.map(({ range }) => open.covered(range))).toEqual(["labor"]);
      expect(lines(found)).toEqual(["4"]);
    },
  ),
  serverCase("definition across an import", shared, async (open) => {
    const found = await open.request<Location[]>("textDocument/definition", open.at());
    expect(lines(found)).toEqual(["parts.gtfp:1"]);
  }),
  serverCase(
    "definition of a file is the file",
    { "model.gtfp": 'import "pa<|>rts.gtfp"\n', "parts.gtfp": "unit crate\n" },
    async (open) => {
      const found = await open.request<Location[]>("textDocument/definition", open.at());
      expect(lines(found)).toEqual(["parts.gtfp:1"]);
    },
  ),
  serverCase(
    "definition of a variable from a scenario",
    put(growth, "{ growth = annual(8%)", "{ gro<|>wth = annual(8%)"),
    async (open) => {
      expect(lines(await open.request<Location[]>("textDocument/definition", open.at()))).toEqual(["4"]);
    },
  ),
  serverCase("no definition of a keyword", put(mills, "  good paper", "  go<|>od paper"), async (open) => {
    expect(await open.request("textDocument/definition", open.at())).toEqual([]);
  }),
  serverCase(
    "references of a column, with and without its declaration",
    put(mills, "bad bod", "bad bo<|>d"),
    async (open) => {
      const ask = (includeDeclaration: boolean) =>
        open.request<Location[]>("textDocument/references", {
          ...open.at(),
          context: { includeDeclaration },
        });
      expect(lines(await ask(true))).toEqual(["4", "9", "16"]);
      expect(lines(await ask(false))).toEqual(["9", "16"]);
    },
  ),
  serverCase("references across files", shared, async (open) => {
    const found = await open.request<Location[]>("textDocument/references", {
      ...open.at(),
      context: { includeDeclaration: true },
    });
    expect(lines(found).sort()).toEqual(["5", "parts.gtfp:1", "parts.gtfp:3"]);
  }),
  serverCase("highlights in the file", put(mills, "on mills", "on mi<|>lls"), async (open) => {
    const found = await open.request<DocumentHighlight[]>("textDocument/documentHighlight", open.at());
    expect(found.map(({ range, kind }) => [range.start.line + 1, kind])).toEqual([
      [2, 3],
      [13, 2],
    ]);
  }),
  serverCase("rename across an import", shared, async (open) => {
    const after = await rename(open, "pallet");
    expect(after["parts.gtfp"]).toBe("unit pallet\n/// Of others\nunit box = 2 [pallet]\n");
    expect(after["model.gtfp"]).toContain("labor [pallet]");
  }),
  serverCase("rename writes backticks where they are needed", shared, async (open) => {
    const after = await rename(open, "green mills", 1);
    expect(after["model.gtfp"]).toContain("technology `green mills` on mills");
    expect(after["model.gtfp"]).toContain("radial(`green mills`)");
    expect((await rename(open, "in", 1))["model.gtfp"]).toContain("technology `in` on");
  }),
  serverCase(
    "a renamed column goes on reading its header",
    {
      "model.gtfp":
        'data mills from "mills.csv" {\n  dmu mill\n  la<|>bor [person]\n  twice = 2 * labor\n}\n',
      "mills.csv": "mill,labor\nA,1\n",
    },
    async (open) => {
      const after = await rename(open, "staff");
      expect(after["model.gtfp"]).toContain("  staff [person] = labor\n  twice = 2 * staff\n");
    },
  ),
  serverCase(
    "rename reaches the prices that a technology restricts",
    {
      "model.gtfp": `data farms {
  dmu farm
  | farm | la<|>bor [person] | land [ha] | rice [t] |
  |------|---------------:|----------:|---------:|
  | A    |              2 |         8 |       10 |
}
technology farming on farms { input labor, land; good rice; restrict price.land / price.labor in 1 .. 2 }
`,
    },
    async (open) => {
      expect((await rename(open, "staff"))["model.gtfp"]).toContain("restrict price.land / price.staff in 1");
    },
  ),
  serverCase(
    "rename refuses a name that is taken",
    put(mills, "technology green", "technology gr<|>een"),
    async (open) => {
      await expect(rename(open, "mills")).rejects.toThrow(/declared twice/);
    },
  ),
  serverCase(
    "rename refuses a name that would be caught by another",
    put(growth, "param growth", "param gr<|>owth"),
    async (open) => {
      await expect(rename(open, "capital")).rejects.toThrow(/`capital` cannot be the name/);
      await expect(rename(open, "a`b")).rejects.toThrow(/backticks/);
    },
  ),
  serverCase(
    "rename refuses headers of a file and columns of measures",
    {
      "model.gtfp": `${mills}data other from "other.csv" { dmu mi<|>ll }\nexpect inefficiency.sc<|>ore >= 0\n`,
      "other.csv": "mill\nA\n",
    },
    async (open) => {
      await expect(open.request("textDocument/prepareRename", open.at(0))).rejects.toThrow(
        /header of the data file/,
      );
      await expect(open.request("textDocument/prepareRename", open.at(1))).rejects.toThrow(
        /from the measure/,
      );
    },
  ),
  serverCase("prepare a rename", put(mills, "good paper", "good pa<|>per"), async (open) => {
    expect(await open.request("textDocument/prepareRename", open.at())).toMatchObject({
      placeholder: "paper",
    });
  }),
  serverCase("symbols of a document", growth, async (open) => {
    const found = await open.request<DocumentSymbol[]>("textDocument/documentSymbol", open.document);
    expect(found.map(({ name, detail }) => [name, detail])).toEqual([
      ["economy", "system"],
      ["fast", "scenario"],
    ]);
    expect(found[0]!.children?.map(({ name, detail }) => `${detail} ${name}`)).toEqual([
      "param growth",
      "stock capital",
      "flow gain",
      "aux twice",
    ]);
  }),
  serverCase(
    "symbols of the workspace",
    { "model.gtfp": "dimension unlike_any_other = a, b\n" },
    async (open) => {
      const found = await open.request<SymbolInformation[]>("workspace/symbol", { query: "unlikeother" });
      expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
        ["unlike_any_other", "dimension"],
      ]);
    },
  ),
  serverCase(
    "links to files",
    { "model.gtfp": 'import "parts.gtfp"\n', "parts.gtfp": "unit crate\n" },
    async (open) => {
      const found = await open.request<DocumentLink[]>("textDocument/documentLink", open.document);
      expect(found.map(({ range, target }) => [open.covered(range), target])).toEqual([
        ['"parts.gtfp"', open.uri("parts.gtfp")],
      ]);
    },
  ),
  serverCase("folds of blocks, tables and comments", `// one\n// two\n${mills}`, async (open) => {
    const found = await open.request<FoldingRange[]>("textDocument/foldingRange", open.document);
    expect(found.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1} ${kind}`)).toEqual([
      "1-3 comment",
      "4-11 region",
      "6-10 region",
      "15-18 region",
    ]);
  }),
];
