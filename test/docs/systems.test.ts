import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { pipeline } from "../helpers/pipeline.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/systems.md"), "utf8");
/** The sections with what they show. */
const models = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split("\n")[0],
    text: section.match(/```gtfp\n([\s\S]*?)```/)?.[1] ?? "",
  }));

describe("the page on systems", () => {
  it.each(models.filter(({ text }) => text !== ""))("runs what it shows: $title", async ({ text }) => {
    const { diagnostics, results } = await pipeline(text);
    expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
    expect(results?.expectations.every((expectation) => expectation.pass)).toBe(true);
  });

  it("shows a model under each heading but the last", () => {
    expect(models.map(({ text }) => text !== "")).toEqual([true, true, true, true, false]);
  });
});
