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
  const widest = Math.max(
    displayWidth(column.header),
    displayWidth(column.sub),
    ...column.cells.map(displayWidth),
  );
  return { column, width: column.numeric ? widest : Math.min(widest, widestLabel) };
}

/** Splits the values over as many blocks as the width asks for; each block starts with the keys. */
function fold(columns: readonly DisplayColumn[], width: number): Fitted[][] {
  const fitted = columns.map(fit);
  const keys = fitted.filter((f) => f.column.key);
  const size = (list: readonly Fitted[]) => list.reduce((sum, f) => sum + f.width + gap.length, -gap.length);
  const blocks: Fitted[][] = [];
  let block = [...keys];
  for (const value of fitted.filter((f) => !f.column.key)) {
    if (block.length > keys.length && size([...block, value]) > width) {
      blocks.push(block);
      block = [...keys];
    }
    block.push(value);
  }
  blocks.push(block);
  return blocks;
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
  const out = [line((c) => c.header, style.bold)];
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
