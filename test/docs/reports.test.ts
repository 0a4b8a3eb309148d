import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { format } from "../../language/format/format.ts";
import { itemSentence } from "../../runtime/report/item-table.ts";
import { draw } from "../helpers/draw.ts";
import { pipeline } from "../helpers/pipeline.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/reports.md"), "utf8");
const blocks = (text: string) => [...text.matchAll(/```gtfp\n([\s\S]*?)```/g)].map((found) => found[1]!);
const [model] = blocks(page);
/** The sections with their report and the sentences that they promise. */
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split("\n")[0]!,
    report: blocks(section)[0],
    sentences: [...section.matchAll(/^> (.+)$/gm)].map((found) => found[1]!),
  }));
const tiles = /```csv\n([\s\S]*?)```/.exec(page)![1]!;

describe("the page on reports", () => {
  it("shows a report in each section but the last", () => {
    expect(sections.map(({ report }) => report !== undefined)).toEqual([true, true, true, true, true, false]);
  });

  const shown = sections.flatMap(({ report, ...rest }) =>
    report === undefined ? [] : [{ ...rest, report }],
  );
  it.each(shown)("runs what it shows: $title", async ({ report, sentences }) => {
    const { diagnostics, results } = await pipeline({
      "model.gtfp": `${model}\n${report}`,
      "tiles.csv": tiles,
    });
    expect(diagnostics.map((d) => `${d.code} ${d.message}`)).toEqual([]);
    const [{ items }] = results!.reports as [(typeof results & object)["reports"][number]];
    const said = items.map(itemSentence).filter((sentence) => sentence !== null);
    for (const sentence of sentences) expect(said.some((one) => one.startsWith(sentence))).toBe(true);
    for (const item of items) {
      if (item.kind !== "chart") continue;
      expect((await draw(item.chart.spec)).warnings).toEqual([]);
    }
  });

  it.each(shown)("is written as the formatter writes: $title", ({ report }) => {
    expect(format(report).text).toBe(report);
  });
});
