import { describe, expect, it } from "vitest";
import { gtfp } from "../../helpers/memory-io.ts";
import { economy, many, mills } from "../../runtime/charts/models.ts";

async function shown(model: string, item: string, args: readonly string[] = []): Promise<string> {
  const { out, err, code } = await gtfp(["run", "-", ...args], {
    stdin: `${model}report r {\n  ${item}\n}\n`,
  });
  expect([err, code]).toEqual(["", 0]);
  return out.slice(0, out.search(/^(── (other|tables)|## (Linear|Expect))/m));
}

describe("pictures in a terminal", () => {
  it("are their sentence and a few series side by side", async () => {
    expect(
      await shown(economy, "chart total over time for current, slow"),
    ).toBe(`── r ───────────────────────────────────────────────────────────────────────────────────────────────

  r.1

  In 2022 total is 17 % lower in slow than in current.

  time  current    slow
           [Mt]    [Mt]
  ────  ───────  ──────
  2018   400.00  400.00
  2019   440.00  420.00
  2020   484.00  441.00
  2021   532.40  463.05
  2022   585.64  486.20

`);
  });

  it("are cut to a dozen rows", async () => {
    const text = await shown(many(12), "chart plants.output over year");
    expect(text).toContain("… 25 more rows; --format csv has all");
    expect(text.split("\n").length).toBeLessThan(24);
  });

  it("are whole in CSV", async () => {
    const { out } = await gtfp(["run", "-", "--format", "csv", "--only", "r"], {
      stdin: `${many(12)}report r { chart plants.output over year }\n`,
    });
    expect(out.split("\n").filter((line) => /^U\d+,/.test(line)).length).toBe(36);
  });
});

describe("pictures in Markdown", () => {
  it("are their sentence and their table", async () => {
    const text = await shown(mills, "chart mills.paper by region at 2022", ["--format", "md"]);
    expect(text).toContain(
      "The mean of mills.paper in 2022 is highest in south (153 t) and lowest in north (120 t).",
    );
    expect(text).toContain("| south | 152.5 |");
  });

  it("a program is its mathematics", async () => {
    const text = await shown(mills, 'program m for "C" at 2022', ["--format", "md"]);
    expect(text).toMatch(/```text\n[\s\S]*max {2}β[\s\S]*```/);
  });
});
