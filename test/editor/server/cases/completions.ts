import { expect } from "vitest";
import { type Case, serverCase } from "../session.ts";
import { growth, mills, put } from "./models.ts";

export const completions: readonly Case[] = [
  serverCase("a declaration begins a file", "<|>", async (open) => {
    const list = await open.completions();
    expect(list).toEqual(
      expect.arrayContaining(["data", "technology", "measure", "system", "expect", "gtfp"]),
    );
    expect(list).not.toContain("stock");
  }),
  serverCase("entries of a block", put(mills, "  good paper\n", "  good paper\n  <|>\n"), async (open) => {
    const list = await open.completions();
    expect(list).toEqual(
      expect.arrayContaining(["input", "bad", "returns", "disposability", "reference", "where"]),
    );
    expect(list).not.toContain("dmu");
    expect(list).not.toContain("stock");
  }),
  serverCase(
    "variables of a technology are the panel's columns",
    put(mills, "input labor, energy", "input labor, <|>"),
    async (open) => {
      expect(await open.completions()).toEqual(["labor", "energy", "paper", "bod", "intensity"]);
    },
  ),
  serverCase("words of an option", put(mills, "  bad bod", "  bad bod\n  returns <|>"), async (open) => {
    expect(await open.completions()).toEqual(["crs", "vrs", "nirs", "ndrs", "fdh"]);
  }),
  serverCase(
    "headers of the very data file",
    {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu <|>\n  labor [person]\n  <|>\n}\n',
      "mills.csv": "mill,labor,Energy use\nA,1,2\n",
    },
    async (open) => {
      expect(await open.completions(0)).toEqual(["mill", "Energy use"]);
      const list = await open.completions(1);
      expect(list).toContain("Energy use");
      expect(list).toContain("period");
      expect(list).not.toContain("labor");
    },
  ),
  serverCase(
    "a header under another name, in backticks",
    {
      "model.gtfp": 'data mills from "mills.csv" {\n  dmu mill\n  energy [GJ] = <|>\n}\n',
      "mills.csv": "mill,Energy use\nA,2\n",
    },
    async (open) => {
      const items = await open.request<{ label: string; textEdit: { newText: string } }[]>(
        "textDocument/completion",
        open.at(),
      );
      expect(items.find(({ label }) => label === "Energy use")?.textEdit.newText).toBe("`Energy use`");
    },
  ),
  serverCase(
    "columns after a point, with the variables of slacks",
    `${mills}expect inefficiency.<|>\nexpect inefficiency.slack.<|>\n`,
    async (open) => {
      const list = await open.completions(0);
      expect(list).toEqual(expect.arrayContaining(["score", "slack.energy", "status", "mill"]));
      expect(await open.completions(1)).toEqual(["labor", "energy", "paper", "bod"]);
    },
  ),
  serverCase(
    "a call of a measure takes technologies, then its arguments",
    put(mills, "ddf(green, along: win_win)", "ddf(<|>"),
    async (open) => {
      expect(await open.completions()).toEqual(expect.arrayContaining(["green", "along:", "super:"]));
    },
  ),
  serverCase("an argument takes what it names", put(mills, "along: win_win", "along: <|>"), async (open) => {
    expect(await open.completions()).toEqual(["win_win"]);
  }),
  serverCase(
    "an argument takes its words",
    put(mills, "ddf(green, along: win_win)", "radial(green, orientation: <|>"),
    async (open) => {
      expect(await open.completions()).toEqual(["input", "output"]);
    },
  ),
  serverCase("measures after `=`", put(mills, "ddf(green, along: win_win)", "<|>"), async (open) => {
    const list = await open.completions();
    expect(list).toEqual(expect.arrayContaining(["radial", "ddf", "sbm"]));
    expect(list).not.toContain("malmquist");
  }),
  serverCase(
    "units in brackets, the model's own first",
    `unit crate\n${put(mills, "intensity =", "intensity [<|>] =")}`,
    async (open) => {
      const list = await open.completions();
      expect(list[0]).toBe("crate");
      expect(list).toEqual(expect.arrayContaining(["t", "kg", "CNY", "person"]));
    },
  ),
  serverCase("names of a system inside it", put(growth, "2 * capital", "2 * <|>"), async (open) => {
    const list = await open.completions();
    expect(list).toEqual(expect.arrayContaining(["growth", "capital", "gain", "time", "annual", "delay1"]));
  }),
  serverCase("no names of a system outside of it", `${growth}expect <|>\n`, async (open) => {
    const list = await open.completions();
    expect(list).toEqual(expect.arrayContaining(["economy", "fast", "sum"]));
    expect(list).not.toContain("capital");
    expect(list).not.toContain("delay1");
  }),
  serverCase(
    "a scenario changes parameters, not flows",
    put(growth, "growth = annual(8%)", "<|>"),
    async (open) => {
      expect(await open.completions()).toEqual(["growth", "capital", "twice"]);
    },
  ),
  serverCase("ends of a pipe", put(growth, "cloud -> capital", "cloud -> <|>"), async (open) => {
    expect(await open.completions()).toEqual(["capital", "cloud"]);
  }),
  serverCase("keys after `by`", `${mills}report r { table mean(mills.labor by <|> }\n`, async (open) => {
    expect(await open.completions()).toEqual(["mill"]);
  }),
  serverCase(
    "what is half written is still completed",
    `${put(mills, "measure inefficiency = ddf(green, along: win_win)", "measure inefficiency = ddf(green, al<|>")}`,
    async (open) => {
      expect(await open.completions()).toContain("along:");
    },
  ),
  serverCase(
    "expressions in the holes of texts",
    `${mills}report r { text "All: {sum(mills.<|>)}" }\n`,
    async (open) => {
      expect(await open.completions()).toEqual(expect.arrayContaining(["labor", "paper", "intensity"]));
    },
  ),
  serverCase(
    "nothing in comments and texts",
    `// <|>\n/* <|> */ ${mills}report r { text "In <|>words" }\n`,
    async (open) => {
      for (const cursor of [0, 1, 2]) expect(await open.completions(cursor)).toEqual([]);
    },
  ),
  serverCase(
    "names in other scripts",
    `data 省份表 {\n  dmu 省份\n  | 省份 | 劳动 |\n  | 京 | 1 |\n  总 = sum(<|>)\n}\n`,
    async (open) => {
      expect(await open.completions()).toEqual(expect.arrayContaining(["劳动", "省份"]));
    },
  ),
];
