import { expect } from "vitest";
import type { Hover, MarkupContent, SignatureHelp } from "vscode-languageserver-protocol";
import { type Case, type Opened, serverCase } from "../session.ts";
import { growth, mills, put } from "./models.ts";

async function hover(open: Opened, cursor = 0): Promise<{ text: string; covers: string } | null> {
  const found = await open.request<Hover | null>("textDocument/hover", open.at(cursor));
  if (found === null) return null;
  return { text: (found.contents as MarkupContent).value, covers: open.covered(found.range!) };
}
async function signature(open: Opened): Promise<{ label: string; active: string | undefined } | null> {
  const help = await open.request<SignatureHelp | null>("textDocument/signatureHelp", open.at());
  const one = help?.signatures[0];
  if (help === null || one === undefined) return null;
  const active = one.parameters?.[help.activeParameter ?? 0]?.label;
  return { label: one.label, active: active as string | undefined };
}

export const hovers: readonly Case[] = [
  serverCase(
    "hover tells a column's unit and its roles",
    put(mills, "input labor", "input la<|>bor"),
    async (open) => {
      const found = await hover(open);
      expect(found?.covers).toBe("labor");
      expect(found?.text).toContain("column of `mills` in `person`");
      expect(found?.text).toContain("input of `green`");
    },
  ),
  serverCase("hover tells an inferred unit", put(mills, "  intensity", "  <|>intensity"), async (open) => {
    const found = await hover(open);
    expect(found?.text).toContain("intensity = bod / energy");
    expect(found?.text).toContain("in `kg/GJ`");
  }),
  serverCase(
    "hover tells formula, source and comment of a measure",
    `${mills}expect ineffi<|>ciency.score >= 0\n`,
    async (open) => {
      const found = await hover(open);
      expect(found?.text).toContain("measure inefficiency = ddf(green, along: win_win)");
      expect(found?.text).toContain("How far each mill stands from the frontier");
      expect(found?.text).toContain("Chung, Färe & Grosskopf");
      expect(found?.text).toMatch(/max|β/);
    },
  ),
  serverCase("hover tells a result column", `${mills}expect inefficiency.sc<|>ore >= 0\n`, async (open) => {
    expect((await hover(open))?.text).toContain("column of `inefficiency`");
  }),
  serverCase(
    "hover tells a parameter of a system",
    put(growth, "= growth *", "= gro<|>wth *"),
    async (open) => {
      const found = await hover(open);
      expect(found?.text).toContain("param growth [1/year] = annual(6%)");
      expect(found?.text).toContain("parameter of `economy` in `1/year`");
      expect(found?.text).toContain("How fast it grows");
    },
  ),
  serverCase("hover tells a function", put(growth, "annual(6%)", "ann<|>ual(6%)"), async (open) => {
    const found = await hover(open);
    expect(found?.covers).toBe("annual");
    expect(found?.text).toContain("ln(1 + ");
  }),
  serverCase("hover tells an argument", put(mills, "along: win_win", "al<|>ong: win_win"), async (open) => {
    expect((await hover(open))?.text).toContain("the direction in which units are moved");
  }),
  serverCase(
    "hover tells a keyword where it stands",
    put(mills, "  good paper", "  go<|>od paper"),
    async (open) => {
      expect((await hover(open))?.text).toContain("What is wanted.");
    },
  ),
  serverCase("hover tells a unit", put(mills, "[GJ]", "[G<|>J]"), async (open) => {
    // A header of a table is one token, with the unit inside.
    const found = await hover(open);
    expect(found?.covers).toBe("GJ");
    expect(found?.text).toContain("billion joule");
  }),
  serverCase(
    "hover tells the columns of a data file",
    {
      "model.gtfp": 'data mills from "mi<|>lls.csv" { dmu mill; labor [person] }\n',
      "mills.csv": "mill,labor\nA,1\nB,2\n",
    },
    async (open) => {
      expect((await hover(open))?.text).toBe("2 rows with the columns `mill`, `labor`");
    },
  ),
  serverCase("hover says nothing where there is nothing", put(mills, "120", "1<|>20"), async (open) => {
    expect(await hover(open)).toBeNull();
  }),
  serverCase(
    "signature help follows the arguments",
    put(mills, "ddf(green, along: win_win)", "ddf(green, along: <|>"),
    async (open) => {
      const found = await signature(open);
      expect(found?.label).toContain("ddf(technology");
      expect(found?.active).toMatch(/^\[?along/);
    },
  ),
  serverCase(
    "signature help knows the first argument",
    put(mills, "ddf(green, along: win_win)", "ddf(<|>"),
    async (open) => {
      expect((await signature(open))?.active).toBe("technology");
    },
  ),
  serverCase(
    "signature help of a function in a system",
    put(growth, "annual(6%)", "delay1(3, <|>"),
    async (open) => {
      expect(await signature(open)).toEqual({ label: "delay1(input, delay, [initial])", active: "delay" });
    },
  ),
  serverCase("no signature outside of a call", put(mills, "win_win)", "win_win) <|>"), async (open) => {
    expect(await signature(open)).toBeNull();
  }),
];
