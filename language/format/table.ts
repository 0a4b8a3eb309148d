/** Rows of an inline table with padded cells: text to the left, numbers to the right. */
import type { IToken } from "chevrotain";
import { cellsOf, isRule } from "../parser/inline-table.ts";
import { width } from "./width.ts";

/** The cells of a row as they were written, without blanks around them. */
export function writtenCells(row: IToken): string[] {
  const file = "";
  return cellsOf(row.image, 0, file).map(({ span }) =>
    row.image.slice(span.start, span.end).normalize("NFC"),
  );
}

export function isRuleRow(row: IToken): boolean {
  return isRule(cellsOf(row.image, 0, ""));
}

const NUMBER = /^[+-]?(?:\d[\d_,]*)(?:\.\d+)?(?:[eE][+-]?\d+)?%?$/;

export interface TableLayout {
  row(cells: readonly string[]): string;
  readonly rule: string;
}

/** Widths and sides of the columns; the first row is the header. */
export function tableLayout(rows: readonly (readonly string[])[]): TableLayout {
  const header = rows[0] ?? [];
  const body = rows.slice(1);
  const widths = header.map((_, i) => Math.max(3, ...rows.map((r) => width(r[i] ?? ""))));
  const right = header.map((_, i) => {
    const filled = body.map((r) => r[i] ?? "").filter((c) => c !== "");
    return filled.length > 0 && filled.every((c) => NUMBER.test(c));
  });
  const pad = (cell: string, i: number) => {
    const blanks = " ".repeat(Math.max(0, (widths[i] ?? 0) - width(cell)));
    return right[i] ? blanks + cell : cell + blanks;
  };
  return {
    row: (cells) => `| ${cells.map(pad).join(" | ")} |`,
    rule: `|${widths.map((w, i) => (right[i] ? `${"-".repeat(w + 1)}:` : "-".repeat(w + 2))).join("|")}|`,
  };
}
