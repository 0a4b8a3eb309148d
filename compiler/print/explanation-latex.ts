/** An explanation as LaTeX: a fragment that stands in any document with amsmath, amssymb and booktabs. */
import type { Block, Explanation, FormulaLine, Prose, TableauBlock } from "./explanation.ts";
import type { Term } from "./math.ts";
import { escapeLatex, mathLatex, signLatex } from "./math-latex.ts";

export function explanationLatex({ blocks }: Explanation): string {
  return `% Needs amsmath, amssymb and booktabs.\n${blocks.map(blockLatex).join("\n\n")}\n`;
}

function blockLatex(block: Block): string {
  switch (block.is) {
    case "title":
      return `\\subsection*{${proseLatex([block.text])}}`;
    case "heading":
      return `\\paragraph{${proseLatex([block.text])}}`;
    case "text":
      return proseLatex(block.prose);
    case "formulas":
      return aligned(block.lines.map((one) => line(one)));
    case "program": {
      const objective = `\\${block.sense}\\quad & ${mathLatex(block.objective)}`;
      const lines = block.lines.map(
        (one, i) => `${i === 0 ? "\\text{s.t.}\\quad " : ""}& ${line(one, false)}`,
      );
      return aligned([objective, ...lines]);
    }
    case "tableau":
      return tableau(block);
    case "table": {
      const form = block.columns.map((c) => (c.numeric ? "r" : "l")).join("");
      const cells = (row: readonly string[]) => `${row.join(" & ")} \\\\`;
      const head = cells(block.columns.map((c) => proseLatex([c.header])));
      const sub = block.columns.some((c) => c.sub)
        ? [cells(block.columns.map((c) => proseLatex([c.sub ?? ""])))]
        : [];
      const rows = block.rows.map((row) => cells(row.map(proseLatex)));
      return [
        `\\begin{tabular}{${form}}`,
        "\\toprule",
        head,
        ...sub,
        "\\midrule",
        ...rows,
        "\\bottomrule",
        "\\end{tabular}",
      ].join("\n");
    }
    case "terms":
      return [
        "\\begin{description}",
        ...block.terms.map(({ term, meaning }) => `\\item[${proseLatex(term)}] ${proseLatex(meaning)}`),
        "\\end{description}",
      ].join("\n");
    case "verbatim":
      return `\\begin{verbatim}\n${block.text.replace(/\n*$/, "\n")}\\end{verbatim}`;
  }
}

function aligned(lines: readonly string[]): string {
  return `\\begin{align*}\n${lines.map((one) => `  ${one}`).join(" \\\\\n")}\n\\end{align*}`;
}

function line({ left, sign, right, note }: FormulaLine, aligns = true): string {
  const relation = sign === undefined ? "" : ` ${aligns ? "&" : ""}${signLatex(sign)} ${mathLatex(right!)}`;
  const remark =
    note === undefined || note.every((part) => part === "") ? "" : ` && \\text{${proseLatex(note)}}`;
  return `${mathLatex(left)}${relation}${remark}`;
}

/** Words with mathematics; `code` stands in a typewriter font. */
function proseLatex(prose: Prose): string {
  return prose
    .map((part) => {
      if (typeof part !== "string") return `$${mathLatex(part)}$`;
      return part
        .split("`")
        .map((piece, i) => (i % 2 === 0 ? escapeLatex(piece) : `\\texttt{${escapeLatex(piece)}}`))
        .join("");
    })
    .join("")
    .replaceAll("$$", " ");
}

const relations = { "≤": "\\le", "=": "=", "≥": "\\ge" };

/** An array with a column for each variable's sign and one for its term. */
function tableau(block: TableauBlock): string {
  const width = block.rows[0]?.cells.length ?? 0;
  const rows = block.rows.map(({ label, cells, relation, rhs }) => {
    let first = true;
    const parts = cells.map((cell) => {
      if (cell === null) return "& ";
      const sign = cell.sign === -1 ? "-" : first ? "" : "+";
      first = false;
      const factor = cell.factor === "" ? "" : `${cell.factor.replace("−", "-")}\\,`;
      return `${sign} & ${factor}${mathLatex(cell.of)}`;
    });
    if (block.rest !== undefined) parts.splice(block.rest.at, 0, "+ & \\cdots");
    return `\\text{${escapeLatex(label)}:}\\; & ${parts.join(" & ")} & ${relations[relation]} & ${rhs.replace("−", "-")}`;
  });
  const form = `l${"rr".repeat(width + (block.rest === undefined ? 0 : 1))}cr`;
  const notes = block.notes.map(proseLatex);
  if (block.rest !== undefined) notes.unshift(`Not shown: ${escapeLatex(block.rest.words)}.`);
  return [
    "\\begin{align*}",
    `  \\${block.sense}\\quad & ${objectiveLatex(block.objective)} \\\\`,
    `  \\text{s.t.}\\quad & \\begin{array}{${form}}`,
    `${rows.map((row) => `    ${row}`).join(" \\\\\n")}`,
    "  \\end{array}",
    "\\end{align*}",
    ...notes,
  ].join("\n");
}

function objectiveLatex(terms: readonly Term[]): string {
  return mathLatex({ is: "add", terms });
}
