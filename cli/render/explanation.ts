/** Explanations for terminals: formulas and programs aligned, sentences wrapped, tables in columns. */
import type {
  Block,
  Explanation,
  FormulaLine,
  ProgramBlock,
  Prose,
  TableauBlock,
} from "../../compiler/print/explanation.ts";
import { mathText, termsText } from "../../compiler/print/math-text.ts";
import { renderGrid } from "./grid.ts";
import type { Style } from "./style.ts";
import { displayWidth, padEnd, padStart, wrap } from "./width.ts";

const indent = "  ";
const deep = "    ";

export function renderExplanation(
  { blocks }: Explanation,
  options: { readonly style: Style; readonly width: number },
): string {
  const { style, width } = options;
  const render = (block: Block): string => {
    switch (block.is) {
      case "title": {
        const place = block.place === undefined ? "" : ` · ${block.place}`;
        const text = `── ${block.text}${place} `;
        const rule = "─".repeat(Math.max(0, width - displayWidth(text)));
        return `── ${style.bold(block.text)}${style.dim(`${place} ${rule}`)}\n`;
      }
      case "heading":
        return `${indent}${style.bold(block.text)}\n`;
      case "text":
        return paragraph(proseText(block.prose), indent, width);
      case "formulas":
        return formulas(block.lines, width, style);
      case "program":
        return program(block, width, style);
      case "tableau":
        return tableau(block, width, style);
      case "table":
        return renderGrid(
          {
            columns: block.columns.map((column, c) => ({
              header: column.header,
              sub: column.sub ?? "",
              key: c === 0,
              numeric: column.numeric === true,
              cells: block.rows.map((row) => proseText(row[c]!)),
            })),
            hidden: 0,
            gapBefore: block.rows.length,
          },
          { width, indent: deep, style, hiddenText: () => "" },
        );
      case "terms":
        return terms(block.terms, width);
      case "verbatim":
        return block.text
          .replace(/\n*$/, "")
          .replace(/^(?=.)/gm, deep)
          .concat("\n");
    }
  };
  return blocks
    .map((block, i) => (i > 0 && follows(blocks[i - 1]!, block) ? "\n" : "") + render(block))
    .join("");
}

/** A heading stands close to what it heads; all else is set apart. */
function follows(before: Block, _after: Block): boolean {
  return before.is !== "heading";
}

function proseText(prose: Prose): string {
  return prose.map((part) => (typeof part === "string" ? part : mathText(part))).join("");
}

function paragraph(text: string, margin: string, width: number): string {
  return wrap(text, width - margin.length)
    .map((line) => `${margin}${line}\n`)
    .join("");
}

interface Line {
  readonly left: string;
  readonly right: string;
  readonly note: string;
}

function formulas(lines: readonly FormulaLine[], width: number, style: Style): string {
  return alignedLines(lines.map(parts), deep, width, style);
}

function parts({ left, sign, right, note }: FormulaLine): Line {
  return {
    left: mathText(left),
    right: sign === undefined ? "" : `${sign} ${mathText(right!)}`,
    note: note === undefined ? "" : proseText(note),
  };
}

/** Left sides, signs and remarks each below each other; a remark too wide for its line goes below it. */
function alignedLines(lines: readonly Line[], margin: string, width: number, style: Style): string {
  const related = lines.filter((line) => line.right !== "");
  const left = Math.min(44, Math.max(0, ...related.map((line) => displayWidth(line.left))));
  const bodies = lines.map((line) =>
    line.right === "" ? line.left : `${padEnd(line.left, left)} ${line.right}`,
  );
  const body = remarkColumn(
    bodies.filter((_, i) => lines[i]!.note !== ""),
    Math.max(0, ...lines.map((line) => displayWidth(line.note))),
    width - margin.length,
  );
  return lines
    .map((line, i) => {
      if (line.note === "") return hanging(bodies[i]!, margin, left, width);
      const beside = `${margin}${padEnd(bodies[i]!, body)}   ${line.note}`;
      if (displayWidth(beside) <= width) {
        return `${margin}${padEnd(bodies[i]!, body)}   ${style.dim(line.note)}\n`;
      }
      const below = wrap(line.note, width - margin.length - deep.length);
      return [
        hanging(bodies[i]!, margin, left, width),
        ...below.map((one) => `${margin}${deep}${style.dim(one)}\n`),
      ].join("");
    })
    .join("");
}

/** Where remarks begin: behind the widest formula, or where most formulas end if that leaves them no room. */
function remarkColumn(bodies: readonly string[], note: number, width: number): number {
  const widest = Math.max(0, ...bodies.map(displayWidth));
  return widest + 3 + note <= width ? widest : Math.min(widest, Math.floor(width * 0.6));
}

/** A formula that is wider than the line goes on below its right side. */
function hanging(body: string, margin: string, left: number, width: number): string {
  const [first, ...rest] = wrapKeepingBlanks(body, width - margin.length, left + 3);
  return [`${margin}${first}\n`, ...rest.map((line) => `${margin}${line}\n`)].join("");
}

function wrapKeepingBlanks(text: string, width: number, hang: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const next = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(next) > width) {
      lines.push(line);
      line = `${" ".repeat(hang)}${word}`;
    } else line = next;
  }
  return [...lines, line];
}

function program(block: ProgramBlock, width: number, style: Style): string {
  const head = `${deep}${style.bold(block.sense)}  ${mathText(block.objective)}\n`;
  return `${head}${alignedLines(block.lines.map(parts), `${deep}     `, width, style)}`;
}

function tableau(block: TableauBlock, width: number, style: Style): string {
  const head = `${deep}${style.bold(block.sense)}  ${termsText(block.objective)}\n`;
  const columns = block.rows[0]?.cells.map((_, c) => {
    const cells = block.rows.map((row) => row.cells[c]!);
    return {
      factor: Math.max(0, ...cells.map((cell) => (cell === null ? 0 : displayWidth(cell.factor)))),
      of: Math.max(0, ...cells.map((cell) => (cell === null ? 0 : displayWidth(mathText(cell.of))))),
    };
  });
  const label = Math.max(...block.rows.map((row) => displayWidth(row.label)));
  const rhs = Math.max(...block.rows.map((row) => displayWidth(row.rhs)));
  const rows = block.rows.map((row) => {
    let first = true;
    const cells = row.cells.map((cell, c) => {
      const { factor, of } = columns![c]!;
      const size = (factor > 0 ? factor + 1 : 0) + of;
      if (cell === null) return " ".repeat(size + 2);
      const sign = cell.sign === -1 ? "−" : first ? " " : "+";
      first = false;
      const number = factor > 0 ? `${padStart(cell.factor, factor)} ` : "";
      return `${sign} ${number}${padEnd(mathText(cell.of), of)}`;
    });
    if (block.rest !== undefined) cells.splice(block.rest.at, 0, "+ …");
    return `${deep}${padEnd(row.label, label)}  ${cells.join(" ")}  ${row.relation} ${padStart(row.rhs, rhs)}`;
  });
  const notes = [
    ...(block.rest === undefined ? [] : [`…: ${block.rest.words}`]),
    ...block.notes.map(proseText),
  ];
  return [head, ...rows.map((row) => `${row}\n`), ...notes.map((note) => paragraph(note, deep, width))].join(
    "",
  );
}

function terms(list: (Block & { is: "terms" })["terms"], width: number): string {
  const names = list.map(({ term }) => proseText(term));
  const room = Math.min(28, Math.max(0, ...names.map(displayWidth)));
  return list
    .map(({ meaning }, i) => {
      const margin = `${deep}${" ".repeat(room + 2)}`;
      const lines = wrap(proseText(meaning), width - margin.length);
      const own = displayWidth(names[i]!) > room;
      if (own) return `${deep}${names[i]}\n${lines.map((line) => `${margin}${line}\n`).join("")}`;
      return lines
        .map((line, l) => (l === 0 ? `${deep}${padEnd(names[i]!, room)}  ${line}\n` : `${margin}${line}\n`))
        .join("");
    })
    .join("");
}
