/** Aligned columns under bold headers; a table that is too wide is folded into blocks that repeat its keys. */
import type { DisplayColumn, DisplayTable } from "../../runtime/tables/display-table.ts";
import type { Style } from "./style.ts";
import { displayWidth, truncate } from "./width.ts";

const gap = "  ";
const widestKey = 36;
const widestText = 72;
const widestHeader = 12;

export interface GridOptions {
  readonly width: number;
  readonly indent: string;
  readonly style: Style;
  /** Shows only as many columns as stand side by side, where rows are hidden too. */
  readonly firstBlockOnly?: boolean;
  /** What the line in place of hidden rows says, given their number and that of hidden columns. */
  readonly hiddenText: (rows: number, columns: number) => string;
}

export function renderGrid(table: DisplayTable, options: GridOptions): string {
  const blocks = fold(table.columns, options.width - displayWidth(options.indent));
  const shown = options.firstBlockOnly && table.hidden > 0 ? blocks.slice(0, 1) : blocks;
  const all = new Set(shown.flat().map((f) => f.column));
  const gapText = options.hiddenText(table.hidden, table.columns.length - all.size);
  return shown.map((block) => renderBlock(block, table, gapText, options)).join("\n");
}

interface Fitted {
  readonly column: DisplayColumn;
  readonly width: number;
  /** The header on as many lines as a long name over short cells needs. */
  readonly header: readonly string[];
}

function fit(column: DisplayColumn): Fitted {
  const cells = Math.max(displayWidth(column.sub), ...column.cells.map(displayWidth));
  const header = headerLines(column.header, Math.max(cells, widestHeader));
  const widest = Math.max(cells, ...header.map(displayWidth));
  const limit = column.key ? widestKey : widestText;
  return { column, width: column.numeric ? widest : Math.min(widest, limit), header };
}

/** A long name breaks after its underscores. */
function headerLines(header: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of header.split(/(?<=[_ ])/)) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + part) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines;
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
  const runs = runsOf(fitted.filter((f) => !f.column.key)).map(wideEnough);
  const whole = (run: Fitted[]) => (widthOf([...keys, ...run]) <= width ? [run] : run.map((f) => [f]));
  for (const values of runs.flatMap(whole)) {
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

/** A group's first column takes what its name needs beyond the columns under it. */
function wideEnough(run: readonly Fitted[]): Fitted[] {
  const [first, ...rest] = run;
  const lacking = displayWidth(first!.column.group ?? "") - widthOf(run);
  return lacking <= 0 ? [...run] : [{ ...first!, width: first!.width + lacking }, ...rest];
}

function renderBlock(
  block: readonly Fitted[],
  table: DisplayTable,
  gapText: string,
  options: GridOptions,
): string {
  const { style, indent } = options;
  const line = (text: (fitted: Fitted) => string, paint: (s: string) => string = (s) => s) =>
    `${indent}${block
      .map((fitted) => {
        const cell = truncate(text(fitted), fitted.width);
        const blanks = " ".repeat(fitted.width - displayWidth(cell));
        return fitted.column.numeric ? blanks + paint(cell) : paint(cell) + blanks;
      })
      .join(gap)}`;
  const out: string[] = [];
  if (block.some(({ column }) => column.group !== undefined)) out.push(indent + groupLine(block, style));
  const headers = Math.max(...block.map(({ header }) => header.length));
  for (let i = headers; i > 0; i--) out.push(line(({ header }) => header.at(-i) ?? "", style.bold));
  if (block.some(({ column }) => column.sub !== "")) out.push(line(({ column }) => column.sub, style.dim));
  out.push(`${indent}${style.dim(block.map(({ width }) => "─".repeat(width)).join(gap))}`);
  const rows = block[0]?.column.cells.length ?? 0;
  for (let row = 0; row < rows; row++) {
    if (table.hidden > 0 && row === table.gapBefore) {
      out.push(`${indent}${style.dim(gapText)}`);
    }
    out.push(line(({ column }) => column.cells[row]!));
  }
  return out.map((text) => `${text.replace(/ +$/, "")}\n`).join("");
}

/** The names of groups over their columns, at the right end as the numbers are. */
function groupLine(block: readonly Fitted[], style: Style): string {
  return runsOf(block)
    .map((run) => {
      const name = run[0]!.column.group ?? "";
      return " ".repeat(widthOf(run) - displayWidth(name)) + style.bold(name);
    })
    .join(gap);
}
