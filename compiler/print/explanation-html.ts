/**
 * An explanation as HTML: semantic elements with class names and no style; mathematics in MathML. Rows of programs carry where they come
 * from, as JSON in `data-variables` and `data-sources`, and the class `binding` where they bind.
 */

import { escapeMarkup } from "../xml/escape-markup.ts";
import type {
  Block,
  Explanation,
  FormulaLine,
  ProgramBlock,
  Prose,
  RowOrigin,
  TableauBlock,
  TableauCell,
} from "./explanation.ts";
import { mathMathml, mathmlRow, signMathml, termsMathml } from "./math-mathml.ts";

export function explanationHtml({ blocks }: Explanation): string {
  return `<div class="explanation">\n${blocks.map(blockHtml).join("\n")}\n</div>\n`;
}

/** One block, for a page that places them itself. */
export function blockHtml(block: Block): string {
  switch (block.is) {
    case "title": {
      const place =
        block.place === undefined ? "" : ` <span class="place">${escapeMarkup(block.place)}</span>`;
      return `<h2>${proseHtml([block.text])}${place}</h2>`;
    }
    case "heading":
      return `<h3>${proseHtml([block.text])}</h3>`;
    case "text":
      return `<p>${proseHtml(block.prose)}</p>`;
    case "formulas":
      return aligned(
        "formulas",
        block.lines.map((line) => formulaRow(line, "")),
      );
    case "program":
      return programHtml(block);
    case "tableau":
      return tableauHtml(block);
    case "table":
      return tableHtml(block);
    case "terms":
      return `<dl>\n${block.terms
        .map(({ term, meaning }) => `<dt>${proseHtml(term)}</dt><dd>${proseHtml(meaning)}</dd>`)
        .join("\n")}\n</dl>`;
    case "verbatim":
      return `<pre><code>${escapeMarkup(block.text)}</code></pre>`;
  }
}

/** Words with mathematics; what stands in backticks is code. */
export function proseHtml(prose: Prose): string {
  return prose
    .map((part) => {
      if (typeof part !== "string") return mathMathml(part);
      return part
        .split("`")
        .map((piece, i) => (i % 2 === 0 ? escapeMarkup(piece) : `<code>${escapeMarkup(piece)}</code>`))
        .join("");
    })
    .join("");
}

function aligned(kind: string, rows: readonly string[]): string {
  return `<math display="block"><mtable class="${kind}" displaystyle="true">\n${rows.join("\n")}\n</mtable></math>`;
}

function programHtml(block: ProgramBlock): string {
  const objective = `<mtr class="objective">${cell("head", `<mtext>${block.sense}</mtext>`)}${cell("left", mathmlRow(block.objective), ' columnspan="3"')}${cell("note", "")}</mtr>`;
  const lines = block.lines.map((line, i) => formulaRow(line, i === 0 ? "s.t." : ""));
  return aligned("program", [objective, ...lines]);
}

/** Five columns: a word before the line, what stands left of the sign, the sign, what stands right of it, a remark. */
function formulaRow(line: FormulaLine, head: string): string {
  const { left, sign, right, note = [] } = line;
  const remark = note
    .map((part) =>
      typeof part === "string" ? `<mtext>${escapeMarkup(part.replaceAll("`", ""))}</mtext>` : mathmlRow(part),
    )
    .join("");
  return [
    `<mtr${originAttributes(line)}>`,
    cell("head", head === "" ? "" : `<mtext>${head}</mtext>`),
    cell("right", mathmlRow(left)),
    cell("sign", sign === undefined ? "" : signMathml(sign)),
    cell("left", right === undefined ? "" : mathmlRow(right)),
    cell("note", remark),
    "</mtr>",
  ].join("");
}

function cell(kind: string, inside: string, more = ""): string {
  return `<mtd class="${kind}"${more}>${inside}</mtd>`;
}

function originAttributes({ variables, sources }: RowOrigin, ...classes: readonly string[]): string {
  const attribute = (name: string, value: unknown) =>
    value === undefined ? "" : ` data-${name}="${escapeMarkup(JSON.stringify(value))}"`;
  const names = classes.filter((name) => name !== "").join(" ");
  return `${names === "" ? "" : ` class="${names}"`}${attribute("variables", variables)}${attribute("sources", sources)}`;
}

/** A table with a column for each variable of the program. */
function tableauHtml(block: TableauBlock): string {
  const width = block.rows[0]?.cells.length ?? 0;
  const { rest } = block;
  const columns = width + (rest === undefined ? 0 : 1);
  const objective = `<tr class="objective"><th scope="row">${block.sense}</th><td colspan="${columns}"><math>${termsMathml(block.objective)}</math></td><td></td><td></td></tr>`;
  const rows = block.rows.map((one) => {
    let first = true;
    const cells = one.cells.map((part) => {
      const html = `<td>${part === null ? "" : `<math>${tableauTerm(part, first)}</math>`}</td>`;
      if (part !== null) first = false;
      return html;
    });
    if (rest !== undefined)
      cells.splice(rest.at, 0, `<td class="rest" title="${escapeMarkup(rest.words)}">⋯</td>`);
    const attributes = originAttributes(one, one.binding === true ? "binding" : "");
    return `<tr${attributes}><th scope="row">${escapeMarkup(one.label)}</th>${cells.join("")}<td class="relation">${one.relation}</td><td class="number">${escapeMarkup(one.rhs)}</td></tr>`;
  });
  const notes = [
    ...(rest === undefined ? [] : [`<p class="note">Not shown: ${escapeMarkup(rest.words)}.</p>`]),
    ...block.notes.map((note) => `<p class="note">${proseHtml(note)}</p>`),
  ];
  return `<div class="scroll"><table class="tableau"><tbody>\n${[objective, ...rows].join("\n")}\n</tbody></table></div>\n${notes.join("\n")}`;
}

function tableauTerm({ sign, factor, of }: TableauCell, first: boolean): string {
  const mark =
    sign === -1 ? `<mo form="${first ? "prefix" : "infix"}">−</mo>` : first ? "" : '<mo form="infix">+</mo>';
  const number = factor === "" ? "" : `<mn>${escapeMarkup(factor)}</mn><mo>\u2062</mo>`;
  return `<mrow>${mark}${number}${mathmlRow(of)}</mrow>`;
}

function tableHtml({ columns, rows }: Block & { readonly is: "table" }): string {
  const kind = (i: number) => (columns[i]?.numeric === true ? ' class="number"' : "");
  const head = columns
    .map(({ header, sub }, i) => {
      const below = sub === undefined ? "" : ` <span class="sub">${escapeMarkup(sub)}</span>`;
      return `<th scope="col"${kind(i)}>${escapeMarkup(header)}${below}</th>`;
    })
    .join("");
  const body = rows
    .map((cells) => `<tr>${cells.map((one, i) => `<td${kind(i)}>${proseHtml(one)}</td>`).join("")}</tr>`)
    .join("\n");
  return `<div class="scroll"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}
