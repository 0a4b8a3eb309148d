/** A result table as HTML: headers of one or two lines with signs and units, rounded numbers with all digits at hand. */
import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";
import type { Table } from "../tables/table.ts";
import { type TableView, tableView, type ViewColumn } from "../tables/table-view.ts";

/** @param rows how many, from the first */
export function tableHtml(table: Table, rows: number): string {
  const view = tableView(table);
  // On paper nothing scrolls: many columns get smaller letters there.
  const wide = view.columns.length > 9 ? ' class="wide"' : "";
  return `<table${wide}>\n<thead>\n${headHtml(view)}</thead>\n<tbody>\n${rowsHtml(view, rows)}</tbody>\n</table>\n`;
}

function headHtml({ columns }: TableView): string {
  const groups = columnGroups(columns);
  if (groups.every(({ group }) => group === undefined)) {
    return `<tr>${columns.map((column) => headerHtml(column)).join("")}</tr>\n`;
  }
  const upper = groups.map(({ group, columns: own }) =>
    group === undefined
      ? own.map((column) => headerHtml(column, ' rowspan="2"')).join("")
      : `<th scope="colgroup" colspan="${own.length}">${escapeMarkup(group)}</th>`,
  );
  const lower = groups.map(({ group, columns: own }) =>
    group === undefined ? "" : own.map((column) => headerHtml(column)).join(""),
  );
  return `<tr class="groups">${upper.join("")}</tr>\n<tr>${lower.join("")}</tr>\n`;
}

export interface ColumnGroup {
  readonly group: string | undefined;
  readonly columns: ViewColumn[];
}

/** Neighbours under one name together. */
export function columnGroups(columns: readonly ViewColumn[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group, columns: [column] });
  }
  return groups;
}

function headerHtml({ header, symbol, unit, numeric }: ViewColumn, more = ""): string {
  const below = [symbol === "" ? "" : `<i>${escapeMarkup(symbol)}</i>`, escapeMarkup(unit)].filter(Boolean);
  const small = below.length === 0 ? "" : `<small>${below.join(" ")}</small>`;
  return `<th scope="col"${numeric ? ' class="number"' : ""}${more}>${escapeMarkup(header)}${small}</th>`;
}

function rowsHtml({ columns }: TableView, rows: number): string {
  const lines: string[] = [];
  const behind = columns.map((column) => (column.numeric && !column.key ? mostBehind(column, rows) : 0));
  for (let row = 0; row < rows; row++) {
    lines.push(`<tr>${columns.map((column, i) => cellHtml(column, row, behind[i]!)).join("")}</tr>\n`);
  }
  return lines.join("");
}

/** The width of a number's point and decimals, in digits. */
function widthBehind(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 0.5;
}

function mostBehind(column: ViewColumn, rows: number): number {
  let most = 0;
  for (let row = 0; row < rows; row++) most = Math.max(most, widthBehind(column.text(row)));
  return most;
}

/** @param behind the room of decimals in the column: where rows are of different quantities, points still stand below each other */
function cellHtml(column: ViewColumn, row: number, behind: number): string {
  const text = escapeMarkup(column.text(row));
  const lack = column.value(row) === null ? 0 : behind - widthBehind(text);
  const room = lack > 0 ? ` style="padding-right:calc(var(--pad) + ${lack}ch)"` : "";
  const kind = column.numeric ? ` class="number"${room}` : "";
  if (column.key) return `<th scope="row"${kind}>${text}</th>`;
  const value = column.value(row);
  const rounded = typeof value === "number" && Number(text.replaceAll(",", "")) !== value;
  return `<td${kind}${rounded ? ` title="${escapeMarkup(column.full(row))}"` : ""}>${text}</td>`;
}
