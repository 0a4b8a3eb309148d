import { describe, expect, it } from "vitest";
import { proseLatex, textLatex } from "../../../runtime/report/latex-text.ts";
import { type LatexFile, latexDocument, reportsLatex } from "../../../runtime/report/report-latex.ts";
import { tableLatex } from "../../../runtime/report/table-latex.ts";
import { balance } from "../../helpers/latex.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import { labels, numbers, table, unit } from "../../helpers/tables.ts";
import { mills } from "../charts/models.ts";

describe("words in LaTeX", () => {
  it("escapes every sign that is a command", () => {
    expect(textLatex("100 % of A&B_c #1 $5 {x} ~ ^ \\")).toBe(
      "100 \\% of A\\&B\\_c \\#1 \\$5 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}",
    );
    expect(textLatex("a<b>c|d`e")).toBe("a\\textless{}b\\textgreater{}c\\textbar{}d\\textasciigrave{}e");
  });

  it("writes signs that fonts lack by commands, and leaves letters of all scripts", () => {
    expect(textLatex("CO₂, km², β ≤ 1 – “so” …")).toBe(
      "CO\\textsubscript{2}, km\\textsuperscript{2}, $\\beta$ $\\le$ 1 -- ``so'' \\ldots{}",
    );
    expect(textLatex("Zürich 北京")).toBe("Zürich 北京");
  });

  it("keeps paragraphs, lists, headings and emphasis", () => {
    expect(proseLatex('# Head_ing\n\nA **bold** "word" and `x_1 < 2`.\n\n- [one]\n- *two*')).toBe(
      "\\subsection*{Head\\_ing}\n\nA \\textbf{bold} ``word'' and \\texttt{x\\_1 \\textless{} 2}.\n\n\\begin{itemize}\n  \\item {}[one]\n  \\item {}\\emph{two}\n\\end{itemize}",
    );
  });
});

describe("tables in LaTeX", () => {
  const one = table(
    "r.1",
    [
      labels("region", "dimension", ["N & S", "N & S", "W"]),
      labels("year", "period", [2019, 2020, 2020]),
      numbers("m.score", [-0.125, 0.25, Number.NaN], { symbol: "β" }),
      numbers("m.change", [1, 2, 3], { symbol: "ML", unit: unit("10k t/year") }),
    ],
    ["100 % of them."],
  );

  it("have booktabs' rules, groups, signs, units and notes", () => {
    expect(tableLatex(one, "Scores", "tab:r.1")).toBe(`\\begin{table}[htbp]
\\centering
\\caption{Scores}\\label{tab:r.1}
\\begin{adjustbox}{max width=\\linewidth}
\\begin{tabular}{lrrr}
\\toprule
 &  & \\multicolumn{2}{c}{m} \\\\
\\cmidrule(lr){3-4}
region & year & score & change \\\\
 &  & $\\beta$ & $\\mathit{ML}$ 10k t/year \\\\
\\midrule
N \\& S & 2019 & $-$0.125 & 1 \\\\
 & 2020 & 0.250 & 2 \\\\
W & 2020 & -- & 3 \\\\
\\bottomrule
\\end{tabular}
\\end{adjustbox}
\\par\\smallskip{\\footnotesize 100 \\% of them.\\par}
\\end{table}`);
  });

  it("flow over pages where they are long, and end where they are no table of a paper", () => {
    const long = (rows: number) =>
      tableLatex(
        table("t", [
          numbers(
            "x",
            Array.from({ length: rows }, (_, i) => i),
          ),
        ]),
        "T",
        "tab:t",
      );
    expect(long(40)).not.toContain("longtable");
    expect(long(41)).toContain("\\begin{longtable}{r}");
    expect(balance(long(41))).toBe("");
    expect(long(1000).match(/^\d+ \\\\$/gm)!.length).toBe(400);
    expect(long(1000)).toContain("600 more rows stand in t.csv.");
  });

  it("begin no line with a bracket or a star, which a line break takes for its option", () => {
    const odd = tableLatex(table("t", [labels("[x]", "dmu", ["[a]", "*b"])]), "T", "tab:t");
    expect(odd).not.toMatch(/^[[*]/m);
    expect(odd).toContain("{}[a] \\\\\n{}*b \\\\");
  });
});

describe("reports in LaTeX", () => {
  async function latexFile(items: string): Promise<LatexFile> {
    const { results } = await pipeline(`${mills}/// C & "its" 100 %
expect m.score >= 0
/// Findings: 50 %
report r {
${items}
}`);
    const { model, reports, expectations } = results!;
    return { model, reports, expectations, made: ["Made by gtfp."] };
  }
  const all = `text "On the frontier: **{count(m.class == "efficient")}** of 100 % & more."
  /// Scores
  table m.score by region, year
  chart m.score over year
  program m for "C" at 2022`;

  it("are a fragment with texts, tables, formulas, pictures and claims, all balanced", async () => {
    const text = reportsLatex(await latexFile(all));
    expect(balance(text)).toBe("");
    expect(text).toMatch(/^% Made by gtfp\.\n% Needs the packages amsmath/);
    expect(text).not.toContain("\\documentclass");
    expect(text).toContain("\\section{Findings: 50 \\%}");
    expect(text).toContain("of 100 \\% \\& more.");
    expect(text).toContain("{\\includegraphics{r.3.pdf}}");
    expect(text).toContain("\\label{fig:r.3}");
    expect(text).toContain("\\max\\quad & \\beta");
    expect(text).toContain('\\item[$\\checkmark$] C \\& "its" 100 \\%');
  });

  it("are the same in a document that stands alone", async () => {
    const file = await latexFile(all);
    const text = latexDocument(file);
    expect(balance(text)).toBe("");
    const fragment = reportsLatex(file);
    expect(text).toContain(fragment.slice(fragment.indexOf("\\section")).trimEnd());
    for (const name of ["booktabs", "longtable", "graphicx", "adjustbox", "amssymb"]) {
      expect(text).toMatch(new RegExp(`\\\\usepackage\\{[a-z,]*${name}`));
    }
    expect(text).not.toContain("ctex");
  });

  it("brings fonts for Chinese where there is any", async () => {
    const file = await latexFile('  text "北京"');
    expect(latexDocument(file)).toContain("{ctex}");
  });
});
