/** The reports of a run as LaTeX: a fragment for a paper, or a document that stands alone. */
import { explanationLatex } from "../../compiler/print/explanation-latex.ts";
import type { ExpectationResult, ReportDocument } from "../results.ts";
import { comparisonTable } from "../tables/comparison-table.ts";
import { pictureName } from "./file-name.ts";
import { type DocumentItem, itemSentence, itemTable } from "./item-table.ts";
import { proseLatex, textLatex } from "./latex-text.ts";
import { reportTitle } from "./numbered.ts";
import { tableLatex } from "./table-latex.ts";

export interface LatexFile {
  readonly model: string;
  readonly reports: readonly ReportDocument[];
  readonly expectations: readonly ExpectationResult[];
  /** How it was made, a sentence each; as comments. */
  readonly made: readonly string[];
}

const packages = "amsmath, amssymb, booktabs, longtable, graphicx, adjustbox";

/** What a paper takes in by `\input`, or from which it takes single tables. */
export function reportsLatex(file: LatexFile): string {
  const pictures = file.reports.some(({ items }) => items.some(isPicture));
  const comments = [
    ...file.made,
    `Needs the packages ${packages}.`,
    ...(pictures
      ? [
          "Pictures: LaTeX takes PDF; `rsvg-convert -f pdf -o NAME.pdf NAME.svg` (or Inkscape) makes it of what --out writes.",
        ]
      : []),
  ];
  return `${comments.map((line) => `% ${oneLine(line)}\n`).join("")}\n${body(file)}`;
}

/** The same as a whole document. */
export function latexDocument(file: LatexFile): string {
  const text = reportsLatex(file);
  const chinese = /[\u2e80-\u9fff\uf900-\ufaff]/.test(text)
    ? "% Chinese: compile with xelatex or lualatex.\n\\usepackage[UTF8,scheme=plain]{ctex}\n"
    : "";
  const start = text.indexOf("\n\n") + 1;
  return `${text.slice(0, start)}\\documentclass[11pt]{article}
\\usepackage[a4paper,margin=25mm]{geometry}
\\usepackage{iftex}
\\ifPDFTeX
\\usepackage[T1]{fontenc}
\\usepackage{textcomp,lmodern}
\\else
\\usepackage{fontspec}
\\fi
${chinese}\\usepackage{${packages.replaceAll(" ", "")}}
\\title{${textLatex(file.model)}}
\\author{}
\\date{}
\\begin{document}
\\maketitle
${text.slice(start)}
\\end{document}
`;
}

function body({ reports, expectations }: LatexFile): string {
  const blocks = reports.flatMap((report) => {
    const { title, lead } = reportTitle(report);
    return [`\\section{${textLatex(title)}}`, proseLatex(lead), ...report.items.map(itemLatex)];
  });
  if (expectations.length > 0) blocks.push("\\section{Expectations}", claims(expectations));
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function itemLatex(item: DocumentItem): string {
  if (item.kind === "text") return proseLatex(item.text);
  const { name } = itemTable(item)!;
  if (item.kind === "program") {
    const formulas = explanationLatex(item.explanation)
      .replace(/^%.*\n/, "")
      .trimEnd();
    return item.title === undefined ? formulas : `\\paragraph{${textLatex(item.title)}}\n\n${formulas}`;
  }
  const title = item.title === undefined ? textLatex(name) : textLatex(item.title);
  if (item.kind === "table") {
    return tableLatex(comparisonTable(item.table) ?? item.table, title, `tab:${pictureName(name)}`);
  }
  return figure(pictureName(name), item.title === undefined ? "" : title, itemSentence(item) ?? "");
}

/** Only what is there is taken in, so that the document can be read before its pictures have been made. */
function figure(name: string, title: string, sentence: string): string {
  const caption = [title.replace(/(?<![.!?])$/, title === "" ? "" : "."), textLatex(sentence)].filter(
    Boolean,
  );
  return [
    "\\begin{figure}[htbp]",
    "\\centering",
    `\\IfFileExists{${name}.pdf}`,
    `  {\\adjustbox{max width=\\linewidth}{\\includegraphics{${name}.pdf}}}`,
    `  {\\fbox{\\texttt{${textLatex(name)}.svg}}}`,
    `\\caption{${caption.join(" ")}}\\label{fig:${name}}`,
    "\\end{figure}",
  ].join("\n");
}

function isPicture({ kind }: DocumentItem): boolean {
  return kind === "chart" || kind === "diagram";
}

function claims(list: readonly ExpectationResult[]): string {
  const items = list.map(({ pass, title, text, reason }) => {
    const claim = oneLine(text) === oneLine(title) ? "" : ` \\texttt{${textLatex(text)}}`;
    const why = pass || reason === undefined ? "" : ` ${textLatex(reason)}`;
    return `  \\item[${textLatex(pass ? "✓" : "✗")}] ${textLatex(title)}${claim}${why}`;
  });
  return `\\begin{itemize}\n${items.join("\n")}\n\\end{itemize}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
