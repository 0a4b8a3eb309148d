/** A result table as LaTeX with booktabs: plain columns, names of groups over thin rules, signs and units below the headers. */
import type { Table } from "../tables/table.ts";
import { tableView, type ViewColumn } from "../tables/table-view.ts";
import { cellLatex, symbolLatex, textLatex } from "./latex-text.ts";
import { columnGroups } from "./table-html.ts";

/** More rows than fit a page flow over several. */
const mostOnPage = 40;
/** What is longer than that is no table of a paper. */
const mostRows = 400;

/** @param label for `\ref`; letters, digits, dots and dashes */
export function tableLatex(table: Table, caption: string, label: string): string {
  const { columns } = tableView(table);
  const rows = Math.min(table.rows, mostRows);
  const form = columns.map(({ numeric }) => (numeric ? "r" : "l")).join("");
  const head = headLatex(columns);
  const body = Array.from({ length: rows }, (_, row) => line(columns.map((_, i) => cell(columns, i, row))));
  const hidden = table.rows - rows;
  const notes = [
    ...(hidden > 0 ? [`${hidden} more rows stand in ${table.name}.csv.`] : []),
    ...(table.notes ?? []),
  ].map(textLatex);
  const named = `\\caption{${caption}}\\label{${label}}`;
  return rows > mostOnPage ? long(form, named, head, body, notes) : floating(form, named, head, body, notes);
}

function floating(
  form: string,
  named: string,
  head: readonly string[],
  body: readonly string[],
  notes: readonly string[],
): string {
  return [
    "\\begin{table}[htbp]",
    "\\centering",
    named,
    "\\begin{adjustbox}{max width=\\linewidth}",
    `\\begin{tabular}{${form}}`,
    "\\toprule",
    ...head,
    "\\midrule",
    ...body,
    "\\bottomrule",
    "\\end{tabular}",
    "\\end{adjustbox}",
    ...notes.map((note) => `\\par\\smallskip{\\footnotesize ${note}\\par}`),
    "\\end{table}",
  ].join("\n");
}

function long(
  form: string,
  named: string,
  head: readonly string[],
  body: readonly string[],
  notes: readonly string[],
): string {
  return [
    "{\\footnotesize",
    `\\begin{longtable}{${form}}`,
    `${named}\\\\`,
    "\\toprule",
    ...head,
    "\\midrule",
    "\\endfirsthead",
    "\\toprule",
    ...head,
    "\\midrule",
    "\\endhead",
    "\\bottomrule",
    "\\endfoot",
    ...body,
    "\\end{longtable}",
    ...notes.map((note) => `\\noindent ${note}\\par`),
    "}",
  ].join("\n");
}

function headLatex(columns: readonly ViewColumn[]): string[] {
  const lines: string[] = [];
  const groups = columnGroups(columns);
  if (groups.some(({ group }) => group !== undefined)) {
    const rules: string[] = [];
    let at = 1;
    const cells = groups.map(({ group, columns: own }) => {
      const from = at;
      at += own.length;
      if (group === undefined) return " & ".repeat(own.length - 1);
      rules.push(`\\cmidrule(lr){${from}-${at - 1}}`);
      return `\\multicolumn{${own.length}}{c}{${textLatex(group)}}`;
    });
    lines.push(line(cells), rules.join(" "));
  }
  lines.push(line(columns.map(({ header }) => textLatex(header))));
  const below = columns.map(({ symbol, unit }) =>
    [symbol === "" ? "" : symbolLatex(symbol), unit === "" ? "" : textLatex(unit)].filter(Boolean).join(" "),
  );
  if (below.some((text) => text !== "")) lines.push(line(below));
  return lines;
}

/** Leading keys are written once for each run of equal ones. */
function cell(columns: readonly ViewColumn[], at: number, row: number): string {
  const column = columns[at]!;
  const repeated = () => columns.slice(0, at + 1).every((c) => c.text(row) === c.text(row - 1));
  if (column.key && columns[at + 1]?.key === true && row > 0 && repeated()) return "";
  return cellLatex(column.text(row), column.numeric);
}

/** A line that begins with a bracket or a star would be read as an option of the line break before it. */
function line(cells: readonly string[]): string {
  const text = cells.join(" & ");
  return `${/^\s*[[*]/.test(text) ? `{}${text}` : text} \\\\`;
}
