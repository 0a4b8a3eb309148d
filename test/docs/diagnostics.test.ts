import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importMdl } from "../../compiler/import/vensim/read-mdl.ts";
import { catalogue } from "../../language/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import type { Example } from "../../language/diagnostics/entry.ts";
import { filesOf, pipeline } from "../helpers/pipeline.ts";
import { diagnosticPage, indexPage } from "./diagnostic-page.ts";

const folder = resolve(import.meta.dirname, "../../docs/diagnostics");

/** What is told of an example: a model is checked and run, one of another tool is imported. */
async function told(example: Example): Promise<readonly Diagnostic[]> {
  const foreign = filesOf(example)["model.mdl"];
  if (foreign !== undefined) return importMdl({ path: "model.mdl", text: foreign }, "model").diagnostics;
  return (await pipeline(example)).diagnostics;
}

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((d) => d.code);
}

describe("the diagnostic catalogue", () => {
  it("gives each message a code of its own, in the range of its area", () => {
    const all = catalogue.map((e) => e.code);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(50);
    for (const code of all) expect(code).toMatch(/^GTFP[1-8]\d{3}$/);
  });

  it("has an index and no page without a code", async () => {
    await expect(indexPage(catalogue)).toMatchFileSnapshot(join(folder, "README.md"));
    const pages = readdirSync(folder).filter((name) => name.startsWith("GTFP"));
    expect(pages.sort()).toEqual(catalogue.map((e) => `${e.code}.md`));
  });
});

describe.each(catalogue.map((entry) => [entry.code, entry] as const))("%s", (code, entry) => {
  it("is told of its failing example, and the page shows how", async () => {
    const diagnostics = await told(entry.failing);
    expect(codes(diagnostics)).toContain(code);
    await expect(diagnosticPage(entry, diagnostics)).toMatchFileSnapshot(join(folder, `${code}.md`));
  });

  it("is not told of its mended example, which has no errors", async () => {
    const diagnostics = await told(entry.mended);
    expect(codes(diagnostics)).not.toContain(code);
    const errors = diagnostics.filter((d) => d.severity === "error");
    expect(errors.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  });
});
