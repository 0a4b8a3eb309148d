/** The manual's pages on frontiers: their models run, and give what the pages say of them. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { near, tablesOf } from "../helpers/model-tables.ts";

function blocks(page: string): string[] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  return [...text.matchAll(/```gtfp\n([\s\S]*?)```/g)].map((found) => found[1]!);
}

describe("docs/negative-data.md", () => {
  const [range, possible, translated] = blocks("negative-data.md");

  it("range directions are free of units and of the place of zero", async () => {
    const m = await tablesOf(range!);
    // Ranges 3 and 5. D meets the segment B–C, y = 2 + (x − 2)/2: −1 + 5β = 2 + (2 − 3β)/2.
    expect(m.numbers("inefficiency", "score").slice(0, 3)).toSatisfy(near([0, 0, 0]));
    expect(m.numbers("inefficiency", "score")[3]).toBeCloseTo(4 / 6.5, 9);
    const moved = range!.replace(
      /\| (A|B|C|D) {4}\| +(\d) \| +(-?\d) \|/g,
      (_, u, x, y) => `| ${u} | ${x} | ${Number(y) * 10 + 700} |`,
    );
    expect(moved).not.toBe(range);
    const n = await tablesOf(moved);
    expect(n.numbers("inefficiency", "score")).toSatisfy(near(m.numbers("inefficiency", "score"), 1e-8));
  });

  it("the range of possible improvement is Portela, Thanassoulis & Simpson's (2004)", async () => {
    const m = await tablesOf(possible!);
    // D moves by (3, 4) and meets the segment A–B, y = 4x − 6: −1 + 4β = 10 − 12β. A, B and C are on the frontier.
    const score = m.numbers("inefficiency", "score");
    expect(score[0]).toBeCloseTo(0, 9);
    expect(score[1]).toBeCloseTo(0, 9);
    expect(score[2]).toBeCloseTo(0, 9);
    expect(score[3]).toBeCloseTo(11 / 16, 9);
    const alone = await tablesOf(possible!.replace(/\n {2}\| [BCD] .*/g, ""));
    expect(alone.column("inefficiency", "status")).toEqual(["undefined"]);
  });

  it("a translated bad's w decides the scores, not who is efficient under vrs", async () => {
    const [six, sixty] = await Promise.all([
      tablesOf(translated!),
      tablesOf(translated!.replace("6 [kg] -", "60 [kg] -")),
    ]);
    const efficient = (m: typeof six) => m.column("efficiency", "class").map((c) => c === "efficient");
    expect(efficient(six)).toEqual([true, true, false]);
    expect(efficient(sixty)).toEqual(efficient(six));
    expect(
      Math.abs(six.numbers("efficiency", "score")[2]! - sixty.numbers("efficiency", "score")[2]!),
    ).toBeGreaterThan(0.1);
  });
});
