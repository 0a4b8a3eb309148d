/** Inline Markdown tables: rows of cells between bars, the first the header, `|---|` under it optional. */
import type { IToken } from "chevrotain";
import type * as ast from "../ast.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { syntax } from "../diagnostics/syntax.ts";
import type { SourceFile } from "../source.ts";

/** The cells of a row: their text without blanks around it, `\|` as a bar, and where that text stands. */
export function cellsOf(image: string, offset: number, file: string): ast.Text[] {
  const cells: ast.Text[] = [];
  let from = 1;
  for (let i = 1; i < image.length; i++) {
    if (image[i] === "\\") i++;
    else if (image[i] === "|") {
      const raw = image.slice(from, i);
      const text = raw.trim();
      const start = offset + from + (text === "" ? 0 : raw.indexOf(text));
      cells.push({
        value: text.replaceAll("\\|", "|").normalize("NFC"),
        span: { file, start, end: start + text.length },
      });
      from = i + 1;
    }
  }
  return cells;
}

/** `---`, `---:`, `:-:`; a lone or double dash is a value. */
export function isRule(cells: readonly ast.Text[]): boolean {
  return cells.length > 0 && cells.every((c) => /^(?::?-{3,}:?|:-+:?|-+:)$/.test(c.value));
}

type Column = ast.InlineTable["columns"][number];

/**
 * The table of some rows. A unit in the header is read later: `readUnit` gets its place in the text and a function
 * that takes the result.
 */
export function inlineTable(
  rows: readonly IToken[],
  source: SourceFile,
  sink: Diagnostics,
  readUnit: (start: number, end: number, done: (unit: ast.UnitExpr) => void) => void,
): ast.InlineTable {
  const file = source.path;
  const first = rows[0]!;
  const last = rows[rows.length - 1]!;
  const columns = cellsOf(first.image, first.startOffset, file).map((cell): Column => {
    const column: { -readonly [K in keyof Column]: Column[K] } = {
      name: nameOf(cell, sink, source),
      span: cell.span,
    };
    const open = bracketOf(source.text.slice(cell.span.start, cell.span.end));
    if (open >= 0) {
      readUnit(cell.span.start + open, cell.span.end, (unit) => {
        column.unit = unit;
      });
    }
    return column;
  });
  const body: ast.InlineTable["rows"][number][] = [];
  rows.slice(1).forEach((row, index) => {
    const cells = cellsOf(row.image, row.startOffset, file);
    if (index === 0 && isRule(cells)) return;
    const span = { file, start: row.startOffset, end: row.startOffset + row.image.length };
    if (cells.length !== columns.length && row.image.endsWith("|") && row.image.length > 1) {
      report(sink, syntax.raggedRow, span, { cells: cells.length, columns: columns.length });
    }
    body.push({ cells, span });
  });
  return {
    columns,
    rows: body,
    span: { file, start: first.startOffset, end: last.startOffset + last.image.length },
  };
}

/** Where the unit's bracket begins in a header cell, -1 without one; a name in backticks may hold brackets. */
function bracketOf(cell: string): number {
  const quoted = cell.startsWith("`") ? cell.indexOf("`", 1) + 1 : 0;
  return cell.indexOf("[", quoted);
}

function nameOf(cell: ast.Text, sink: Diagnostics, source: SourceFile): ast.Name {
  const raw = source.text.slice(cell.span.start, cell.span.end);
  const open = bracketOf(raw);
  const written = (open < 0 ? raw : raw.slice(0, open)).trim();
  const quoted = written.length > 1 && written.startsWith("`") && written.endsWith("`");
  const text = (quoted ? written.slice(1, -1) : written.replaceAll("\\|", "|")).normalize("NFC");
  if (text === "") {
    const span = cell.span.end > cell.span.start ? cell.span : { ...cell.span, end: cell.span.start };
    report(sink, syntax.badRow, span, { problem: "this column of the header has no name" });
  }
  const span = { ...cell.span, end: cell.span.start + written.length };
  return { text, span, ...(quoted ? { quoted } : {}) };
}
