import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { format } from "../../language/format/format.ts";
import { pipeline } from "../helpers/pipeline.ts";

it("the page on regressions shows one model that runs and meets its expectations", async () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/regressions.md"), "utf8");
  const blocks = [...page.matchAll(/^```gtfp\n(.*?)^```$/gms)].map((match) => match[1]);
  expect(blocks.length).toBe(7);
  for (const block of blocks) expect(format(block, "page").text).toBe(block);
  const { results, diagnostics } = await pipeline(blocks.join("\n"));
  expect(diagnostics.filter((d) => d.severity !== "note").map((d) => `${d.code} ${d.message}`)).toEqual([]);
  expect(results!.expectations.filter((e) => !e.pass).map((e) => `${e.text}: ${e.actual}`)).toEqual([]);
  expect(results!.expectations.length).toBe(10);
  const names = new Set(results!.tables.map((table) => table.name));
  for (const [, name] of page.matchAll(/^\| `(\w+(?:\.\w+)?)` \|/gm)) expect(names, name).toContain(name);
});
