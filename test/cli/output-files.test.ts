/** What `--out` and `--format latex` write, on the disk and without a process. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../runtime/tables/read-workbook.ts";
import { balance } from "../helpers/latex.ts";
import { gtfp } from "../helpers/memory-io.ts";
import { economy, mills } from "../runtime/charts/models.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gtfp-out-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(name: string, model: string, args: readonly string[] = []) {
  writeFileSync(join(folder, `${name}.gtfp`), model);
  const out = `${name}-out`;
  const { code, err } = await gtfp(["run", `${name}.gtfp`, "--out", out, ...args], { cwd: folder });
  const files = (() => {
    try {
      return readdirSync(join(folder, out)).sort();
    } catch {
      return [];
    }
  })();
  return { code, err, files, text: (file: string) => readFileSync(join(folder, out, file), "utf8") };
}

const all = `${mills}${economy}/// What <we> find
report r {
  text "Over **{count(m.score)}** units."
  /// Scores & more
  table m.score by region
  /// Scores over time
  chart m.score over year
  program m for "C" at 2022
  /// The <economy>
  diagram economy
}
/// Nobody is better
expect m.score >= 0
`;

describe("gtfp run --out", () => {
  it("writes for programs, readers, papers and spreadsheets, the same bytes each time", async () => {
    const first = await written("study", all);
    expect(first.err).toBe(`${first.files.length} files written to study-out\n`);
    expect(first.code).toBe(0);
    expect(first.files.filter((name) => !/^[^r].*\.csv$/.test(name))).toEqual([
      "r.2.csv",
      "r.3.csv",
      "r.3.svg",
      "r.3.vl.json",
      "r.4.csv",
      "r.5.csv",
      "r.5.dot",
      "r.5.svg",
      "report.md",
      "results.json",
      "study.html",
      "study.tex",
      "study.xlsx",
    ]);
    const before = first.files.map((name) => first.text(name));
    const again = await written("study", all);
    expect(again.files.map((name) => again.text(name))).toEqual(before);
  });

  it("draws pictures on white, with what they were drawn from beside", async () => {
    const { text } = await written("study", all);
    for (const name of ["r.3.svg", "r.5.svg"]) {
      expect(text(name)).toMatch(
        /^<svg [^>]*><rect width="100%" height="100%" fill="#ffffff"\/>[\s\S]*<\/svg>\n$/,
      );
    }
    const spec = JSON.parse(text("r.3.vl.json"));
    expect(spec.$schema).toBe("https://vega.github.io/schema/vega-lite/v6.json");
    expect(spec.config.range.category[0]).toBe("#0072B2");
    expect(text("r.5.dot")).toMatch(/^digraph/);
  });

  it("puts everything into one page that fetches nothing", async () => {
    const { text } = await written("study", all);
    const page = text("study.html");
    expect(page.match(/<svg /g)!.length).toBe(2);
    expect(page).toContain("<math");
    expect(page).toContain("<strong>8</strong>");
    expect(page).toContain("<h2>What &lt;we&gt; find</h2>");
    expect(page).toContain("The &lt;economy&gt;");
    expect(page).toContain("Made by gtfp");
    expect(page).toContain("study.gtfp");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)| href="(?!#)/);
    expect(page).not.toContain(folder);
    expect(page).not.toMatch(/data-(sources|variables)|class="place"/);
  });

  it("writes a document for LaTeX and a workbook that reads as what was computed", async () => {
    const { text } = await written("study", all);
    expect(balance(text("study.tex"))).toBe("");
    expect(text("study.tex")).toContain("\\includegraphics{r.3.pdf}");
    const book = readWorkbook(readFileSync(join(folder, "study-out/study.xlsx")), "m");
    const csv = text("m.csv").split("\n")[0]!.split(",");
    if (!("grid" in book) || book.grid === null) throw new Error("no sheet m");
    expect(book.grid.rows.length).toBe(8);
    expect(book.grid.header.map((head) => head.replace(/ \[.*\]$/, ""))).toEqual(csv);
  });

  it("shows measures, indices and runs of a model without a report, and what was noted", async () => {
    const { text, code } = await written("bare", `${mills}expect m.score > 1\n`);
    expect(code).toBe(1);
    const page = text("bare.html");
    expect(page).toContain("<strong>m: directional distance, along win_win");
    expect(page).toContain("1 of 1 claims not met.");
    expect(text("bare.tex")).toContain("\\label{tab:gtfp}");
  });

  it("says with which other values it ran", async () => {
    const { text } = await written("set", economy, ["--set", "economy.growth=7%"]);
    expect(text("set.html")).toContain("from set.gtfp with economy.growth=7%.");
    expect(text("set.tex")).toContain("from set.gtfp with economy.growth=7%.");
  });

  it("writes nothing where the model or its data is wrong", async () => {
    const { code, files } = await written("wrong", all.replace("good paper", "good papr"));
    expect(code).toBe(2);
    expect(files).toEqual([]);
  });
});

describe("gtfp run --format latex", () => {
  it("writes a fragment that a paper takes in", async () => {
    const { code, out, err } = await gtfp(["run", "-", "--format", "latex"], { stdin: all });
    expect([code, err]).toEqual([0, ""]);
    expect(balance(out)).toBe("");
    expect(out).toMatch(/^% Made by gtfp/);
    expect(out).toContain("\\caption{Scores \\& more}");
    expect(out).not.toContain("\\documentclass");
  });
});
