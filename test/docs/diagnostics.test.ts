import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../language/diagnostics/catalogue.ts";
import { type Outcome, pipeline } from "../helpers/pipeline.ts";
import { diagnosticPage, indexPage } from "./diagnostic-page.ts";

const folder = resolve(import.meta.dirname, "../../docs/diagnostics");

function codes({ diagnostics }: Outcome): string[] {
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
    const outcome = await pipeline(entry.failing);
    expect(codes(outcome)).toContain(code);
    await expect(diagnosticPage(entry, outcome.diagnostics)).toMatchFileSnapshot(join(folder, `${code}.md`));
  });

  it("is not told of its mended example, which has no errors", async () => {
    const outcome = await pipeline(entry.mended);
    expect(codes(outcome)).not.toContain(code);
    const errors = outcome.diagnostics.filter((d) => d.severity === "error");
    expect(errors.map((d) => `${d.code} ${d.message}`)).toEqual([]);
  });
});
