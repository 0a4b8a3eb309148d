import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gtfp } from "../helpers/memory-io.ts";

const folder = join(import.meta.dirname, "differences");
let cwd = "";

const before = `data mills {
  dmu mill
  | mill | labor [person] | energy [GJ] | paper [t] | bod [kg] |
  |------|---------------:|------------:|----------:|---------:|
  | A    |              3 |          10 |       100 |        5 |
  | B    |              4 |          20 |       150 |        9 |
  | C    |              5 |          22 |       120 |       12 |
}
technology green on mills { input labor, energy; good paper; bad bod }
direction win_win { good +observed; bad -observed }
measure inefficiency = ddf(green, along: win_win)
system works {
  time [year] = 2020 .. 2025 step 1/4
  param growth [1/year] = annual(6%)
  stock output [t] = 100
  flow  expansion: cloud -> output = growth * output
}
scenario base of works
scenario fast from base { growth = annual(7%) }
/// Most mills are inefficient
expect count(inefficiency.class == "inefficient") >= 1
/// Output stays small
expect base.output at 2025 < 135
`;
const after = before
  .replace("paper; bad bod }", "paper; bad bod; returns vrs }")
  .replace("annual(6%)", "annual(6.5%)")
  .replaceAll("win_win", "both")
  .replace(
    "scenario fast from base { growth = annual(7%) }",
    "/// Slow growth\nscenario slow from base { growth = annual(5%) }",
  );

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "gtfp-diff-"));
  writeFileSync(join(cwd, "old.gtfp"), before);
  writeFileSync(join(cwd, "new.gtfp"), after);
  writeFileSync(join(cwd, "same.gtfp"), before.replaceAll("  ", "   "));
  writeFileSync(join(cwd, "broken.gtfp"), "measure m = radial(nothing)\n");
});
afterAll(() => rmSync(cwd, { recursive: true }));

const diff = (...args: string[]) => gtfp(["diff", ...args], { cwd });

describe("gtfp diff", () => {
  it("tells what changed in meaning, and ends with 1", async () => {
    const pages: string[] = [];
    for (const args of [[], ["--format", "md"], ["--results"], ["--results", "--format", "md"]]) {
      const { code, out, err } = await diff("old.gtfp", "new.gtfp", ...args);
      expect(err).toBe("");
      expect(code).toBe(1);
      const fence = args.includes("md") ? "````" : "```text";
      pages.push(
        `## gtfp diff old.gtfp new.gtfp ${args.join(" ")}\n\n${fence}\n${out}${fence.replace("text", "")}\n`,
      );
    }
    await expect(pages.join("\n")).toMatchFileSnapshot(join(folder, "mills.md"));
  });

  it("gives the same as JSON", async () => {
    const { out } = await diff("old.gtfp", "new.gtfp", "--format", "json", "--results");
    const document = JSON.parse(out);
    expect(document.changes.map((c: { change: string; name: string }) => `${c.change} ${c.name}`)).toEqual([
      "changed green",
      "renamed both",
      "changed works",
      "added slow",
      "removed fast",
    ]);
    expect(document.results.expectations).toEqual([
      { title: "Output stays small", change: "fails now", actual: expect.any(Number) },
    ]);
  });

  it("finds no difference in layout, and ends with 0", async () => {
    expect(await diff("old.gtfp", "same.gtfp", "--results")).toMatchObject({
      code: 0,
      out: expect.stringContaining("No difference in meaning."),
    });
  });

  it("reads the old model from standard input", async () => {
    const { code, out } = await gtfp(["diff", "-", "new.gtfp"], { cwd, stdin: before });
    expect(code).toBe(1);
    expect(out).toContain("returns  crs → vrs");
  });

  it("tells what is wrong with a model, and ends with 2", async () => {
    const { code, out, err } = await diff("old.gtfp", "broken.gtfp");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("GTFP5001");
    expect(await diff("old.gtfp", "old.gtfp")).toMatchObject({
      code: 2,
      err: expect.stringContaining("same file"),
    });
    expect((await diff("old.gtfp", "missing.gtfp")).code).toBe(2);
  });
});
