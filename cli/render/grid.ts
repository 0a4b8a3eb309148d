/** Aligned columns under bold headers; a table that is too wide is folded into blocks that repeat its keys. */
import type { DisplayColumn, DisplayTable } from "./display-table.ts";
import type { Style } from "./style.ts";
import { displayWidth, padEnd, padStart, truncate } from "./width.ts";

const gap = "  ";
const widestLabel = 36;

export interface GridOptions {
  readonly width: number;
  readonly indent: string;
  readonly style: Style;
  /** What the line in place of hidden rows says, given their number. */
  readonly hiddenText: (rows: number) => string;
}

export function renderGrid(table: DisplayTable, options: GridOptions): string {
  const blocks = fold(table.columns, options.width - displayWidth(options.indent));
  return blocks.map((block) => renderBlock(block, table, options)).join("\n");
}

interface Fitted {
  readonly column: DisplayColumn;
  readonly width: number;
}

function fit(column: DisplayColumn): Fitted {
  const { header, sub, cells } = column;
  const widest = Math.max(displayWidth(header), displayWidth(sub), ...cells.map(displayWidth));
  return { column, width: column.numeric ? widest : Math.min(widest, widestLabel) };
}

function widthOf(list: readonly Fitted[]): number {
  return list.reduce((sum, f) => sum + f.width + gap.length, -gap.length);
}

/** Splits the values over as many blocks as the width asks for; each starts with the keys, groups stay whole. */
function fold(columns: readonly DisplayColumn[], width: number): Fitted[][] {
  const fitted = columns.map(fit);
  const keys = fitted.filter((f) => f.column.key);
  const blocks: Fitted[][] = [];
  let block = [...keys];
  for (const values of runsOf(fitted.filter((f) => !f.column.key))) {
    if (block.length > keys.length && widthOf([...block, ...values]) > width) {
      blocks.push(block);
      block = [...keys];
    }
    block.push(...values);
  }
  blocks.push(block);
  return blocks;
}

/** Neighbours of the same group together, all others alone. */
function runsOf(list: readonly Fitted[]): Fitted[][] {
  const runs: Fitted[][] = [];
  for (const f of list) {
    const last = runs.at(-1);
    if (last && f.column.group !== undefined && last[0]!.column.group === f.column.group) last.push(f);
    else runs.push([f]);
  }
  return runs;
}

function renderBlock(block: readonly Fitted[], table: DisplayTable, options: GridOptions): string {
  const { style, indent } = options;
  const line = (text: (column: DisplayColumn) => string, paint: (s: string) => string = (s) => s) =>
    `${indent}${block
      .map(({ column, width }) => {
        const cell = truncate(text(column), width);
        return paint(column.numeric ? padStart(cell, width) : padEnd(cell, width));
      })
      .join(gap)}`;
  const out: string[] = [];
  if (block.some(({ column }) => column.group !== undefined)) out.push(indent + groupLine(block, style));
  out.push(line((c) => c.header, style.bold));
  if (block.some(({ column }) => column.sub !== "")) out.push(line((c) => c.sub, style.dim));
  out.push(`${indent}${style.dim(block.map(({ width }) => "─".repeat(width)).join(gap))}`);
  const rows = block[0]?.column.cells.length ?? 0;
  for (let row = 0; row < rows; row++) {
    if (table.hidden > 0 && row === table.gapBefore) {
      out.push(`${indent}${style.dim(options.hiddenText(table.hidden))}`);
    }
    out.push(line((c) => c.cells[row]!));
  }
  return out.map((text) => `${text.replace(/ +$/, "")}\n`).join("");
}

/** The names of groups over their columns, at the right end as the numbers are. */
function groupLine(block: readonly Fitted[], style: Style): string {
  return runsOf(block)
    .map((run) => style.bold(padStart(truncate(run[0]!.column.group ?? "", widthOf(run)), widthOf(run))))
    .join(gap);
}
