import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSolvers } from "../../runtime/solve/solve-family.ts";
import { readCase, writeCase } from "./case-file.ts";
import { outcomeOf, phases } from "./phases.ts";

const folder = import.meta.dirname;
const cases = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".md"))
  .sort();

beforeAll(() => loadSolvers());

describe("golden cases (npm run golden:update rewrites them)", () => {
  it("are there", () => expect(cases.length).toBeGreaterThan(5));

  it.each(cases)("%s", async (path) => {
    const before = readFileSync(join(folder, path), "utf8");
    const { preamble, sections } = readCase(before);
    const files = Object.fromEntries(
      sections.flatMap(({ heading, text }) => {
        if (heading === "SOURCE") return [["model.gtfp", text]];
        return heading.startsWith("FILE ") ? [[heading.slice("FILE ".length), text]] : [];
      }),
    );
    expect(files["model.gtfp"], "a case has a SOURCE").toBeDefined();
    const outcome = await outcomeOf(files);
    const written = sections.map(({ heading, text }) => {
      if (heading === "SOURCE" || heading.startsWith("FILE ")) return { heading, text };
      const phase = phases[heading];
      if (phase === undefined) throw new Error(`no phase is called ${heading}`);
      return { heading, text: phase(outcome) };
    });
    expect(
      written.some(({ heading }) => heading in phases),
      "a case shows a phase",
    ).toBe(true);
    await expect(writeCase({ preamble, sections: written })).toMatchFileSnapshot(join(folder, path));
  });
});
