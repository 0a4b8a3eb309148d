/** A look at a data file for people: its columns, what is odd about its rows, and a block to go on from. */
import type { DisplayColumn } from "../../runtime/tables/display-table.ts";
import { missing, shortNumber } from "../../runtime/tables/number-text.ts";
import type { ColumnLook, TableLook } from "../../runtime/tables/table-look.ts";
import { count } from "../render/diagnostics.ts";
import { renderGrid } from "../render/grid.ts";
import type { Style } from "../render/style.ts";
import { wrap } from "../render/width.ts";

interface Options {
  readonly style: Style;
  readonly width: number;
}

/** @param form in which the file is */
export function renderLook(form: string, look: TableLook, block: string, options: Options): string {
  const head = `${options.style.bold(form)}: ${count(look.rows, "row")}, ${count(look.columns.length, "column")}`;
  const columns = renderGrid(
    { columns: displayColumns(look.columns), hidden: 0, gapBefore: look.columns.length },
    { ...options, indent: "  ", hiddenText: String },
  );
  const told = remarks(look).map((text) => {
    const lines = wrap(text, options.width - 4);
    return `  - ${lines.join("\n    ")}\n`;
  });
  const start = options.style.bold("A block to go on from; give the columns their units:");
  return `${head}\n\n${columns}\n${told.join("")}\n${start}\n\n${block}`;
}

function displayColumns(columns: readonly ColumnLook[]): DisplayColumn[] {
  const texts = (header: string, of: (column: ColumnLook) => string, key = false): DisplayColumn => ({
    header,
    sub: "",
    key,
    numeric: false,
    cells: columns.map(of),
  });
  const numbers = (header: string, of: (column: ColumnLook) => number): DisplayColumn => ({
    ...texts(header, (column) => (Number.isNaN(of(column)) ? missing : shortNumber(of(column), 4))),
    numeric: true,
  });
  return [
    texts("column", ({ header }) => (header === "" ? "(no header)" : header), true),
    texts("likely", ({ role }) => (role === "-" ? missing : role)),
    texts("holds", ({ holds }) => holds),
    numbers("different", ({ distinct }) => distinct),
    numbers("missing", ({ missing: empty }) => empty),
    // A year is a name: it has no thousands.
    ...[numbers("lowest", ({ low }) => low), numbers("highest", ({ high }) => high)].map((column) => ({
      ...column,
      cells: column.cells.map((cell, i) => (columns[i]!.role === "period" ? cell.replace(",", "") : cell)),
    })),
  ];
}

function remarks(look: TableLook): string[] {
  const { key, dmus, periods, twice, twiceCount, gaps, gapCount } = look;
  const named = key.join(" and ");
  const found: string[] = [];
  if (dmus > 0 && periods > 0) {
    const whole = gapCount === 0 ? "none is missing" : `${gapCount} missing: ${examples(gaps, gapCount)}`;
    found.push(`Panel of ${count(dmus, "unit")} in ${count(periods, "period")}; ${whole}.`);
  } else if (dmus > 0) found.push(`${count(dmus, "unit")}, no period.`);
  if (key.length > 0) {
    const same = twice.map(({ name, lines }) => `${name} in lines ${lines[0]} and ${lines[1]}`);
    found.push(
      twiceCount === 0
        ? `No two rows have the same ${named}.`
        : `${count(twiceCount, "row")} with the ${named} of another: ${examples(same, twiceCount)}.`,
    );
  }
  for (const column of look.columns) found.push(...columnRemarks(column));
  return found;
}

function columnRemarks({
  header,
  role,
  holds,
  odd,
  oddCount,
  zeros,
  negative,
  missing: empty,
}: ColumnLook): string[] {
  const found: string[] = [];
  if (holds === "nothing") return [`\`${header}\` is empty.`];
  if (oddCount > 0) {
    const shown = odd.map(({ line, text }) => `"${text}" in line ${line}`);
    found.push(`\`${header}\`: ${count(oddCount, "cell")} no number: ${examples(shown, oddCount)}.`);
  }
  if (role !== "number") return found;
  const kinds = [
    empty > 0 ? `${empty} missing (see \`missing\`)` : "",
    negative > 0 ? `${negative} negative` : "",
    zeros > 0 ? `${zeros} zero` : "",
  ].filter(Boolean);
  if (kinds.length > 0) found.push(`\`${header}\`: ${kinds.join(", ")}.`);
  return found;
}

/** The first of many. */
function examples(list: readonly string[], all: number): string {
  return all > list.length ? `${list.join("; ")}; and ${all - list.length} more` : list.join("; ");
}
