/**
 * A run for people: what the model's reports show; where there are none, its measures, indices and runs. Then
 * the tables that are not shown, the expectations, and how the linear programs ended.
 */
import type { Model } from "../../language/model.ts";
import { chartTable } from "../../runtime/report/chart-table.ts";
import { type DocumentItem, itemSentence, itemTable } from "../../runtime/report/item-table.ts";
import type { ReportDocument, Results } from "../../runtime/results.ts";
import { comparison } from "../../runtime/tables/comparison.ts";
import { displayTable, type RowLimit } from "../../runtime/tables/display-table.ts";
import type { Table } from "../../runtime/tables/table.ts";
import { describe } from "../render/describe.ts";
import { count } from "../render/diagnostics.ts";
import { renderExpectations } from "../render/expectations.ts";
import { renderExplanation } from "../render/explanation.ts";
import { renderGrid } from "../render/grid.ts";
import { programSentence, programTable, tellsOfInfeasible } from "../render/programs.ts";
import type { Style } from "../render/style.ts";
import { displayWidth, padEnd, padStart, wrap } from "../render/width.ts";
import { shownTables } from "./shown-tables.ts";

export interface TextOptions {
  readonly style: Style;
  readonly width: number;
  /** `run model.gtfp`, for the hint where hidden rows are to be had. */
  readonly command: string;
}

const long: RowLimit = { limit: 24, first: 10, last: 5 };
const reported: RowLimit = { limit: 60, first: 40, last: 10 };
const drawn: RowLimit = { limit: 12, first: 8, last: 3 };
const indent = "  ";

export function renderResults(model: Model, results: Results, options: TextOptions): string {
  const shown = results.reports.length > 0 ? new Set<Table>() : shownTables(model, results);
  const blocks = [
    ...results.reports.map((report) => renderReport(report, options)),
    ...results.tables.filter((t) => shown.has(t)).map((table) => renderNamed(table, model, options)),
  ];
  const others = results.tables.filter((t) => !shown.has(t));
  if (others.length > 0)
    blocks.push(renderList(others, shown.size > 0 || results.reports.length > 0, model, options));
  if (results.programs.length > 0) blocks.push(renderPrograms(results, options));
  if (results.expectations.length > 0) blocks.push(renderClaims(results, options));
  return blocks.length > 0 ? blocks.join("\n") : "The model has nothing to compute and nothing to show.\n";
}

function renderReport(report: ReportDocument, options: TextOptions): string {
  const out = [heading(report.name, report.doc ?? "", options)];
  for (const item of report.items) {
    if (item.kind === "text") out.push(`${wrapped(emphasize(item.text, options.style), options.width)}\n`);
    else out.push(...renderItem(item, options));
  }
  return out.join("\n");
}

/** A table as it is; of a picture its sentence and the first of its numbers; a program in mathematics. */
function renderItem(item: Exclude<DocumentItem, { kind: "text" }>, options: TextOptions): string[] {
  const table = itemTable(item)!;
  const name = item.title === undefined ? "" : options.style.dim(`  ${table.name}`);
  const title = `${indent}${options.style.bold(item.title ?? table.name)}${name}\n`;
  if (item.kind === "program") return [title, renderExplanation(item.explanation, options)];
  const sentence = itemSentence(item);
  const shown = item.kind === "chart" ? chartTable(table) : table;
  const said = sentence === null ? [] : [`${wrapped(sentence, options.width)}\n`];
  return [title, ...said, renderTable(shown, sentence === null ? reported : drawn, options)];
}

function renderNamed(table: Table, model: Model, options: TextOptions): string {
  const declared = model.declarations.find((d) => d.name === table.name);
  const doc = declared?.doc === undefined ? "" : `${wrapped(declared.doc, options.width)}\n`;
  const what = describe(table.name, model);
  return [heading(table.name, what, options), doc, renderTable(table, long, options)]
    .filter(Boolean)
    .join("\n");
}

function renderTable(table: Table, rowLimit: RowLimit, options: TextOptions): string {
  if (table.rows === 0) return `${indent}${options.style.dim("no rows")}\n`;
  const hiddenText = (rows: number, columns: number) => {
    const more = columns > 0 ? ` and ${columns} more columns` : "";
    return `… ${rows.toLocaleString("en-US")} more rows${more}; --format csv has all`;
  };
  const grid = renderGrid(comparison(table) ?? displayTable(table, rowLimit), {
    ...options,
    indent,
    hiddenText,
    firstBlockOnly: rowLimit === long,
  });
  const notes = (table.notes ?? []).map((note) => `${options.style.dim(wrapped(note, options.width))}\n`);
  return [grid, ...(notes.length > 0 ? [notes.join("")] : [])].join("\n");
}

/** What is not shown, with its size and what it is; the tables beside a measure or index in its line. */
function renderList(tables: readonly Table[], others: boolean, model: Model, options: TextOptions): string {
  const main = tables.filter((t) => model.declarations.some((d) => d.name === t.name));
  const telling = tables.filter(
    (t) => t.rows > 0 && (!t.name.endsWith(".infeasible") || tellsOfInfeasible(t)),
  );
  const beside = (t: Table) => telling.filter((other) => other.name.startsWith(`${t.name}.`));
  const alone = telling.filter((t) => !main.some((m) => m === t || beside(m).includes(t)));
  const listed = [...main, ...alone];
  const name = Math.max(...listed.map((t) => displayWidth(t.name)));
  const rows = listed.map((t) => t.rows.toLocaleString("en-US"));
  const wide = Math.max(...rows.map((r) => r.length));
  const lines = listed.map((t, i) => {
    const size = `${padStart(rows[i]!, wide)} × ${padEnd(String(t.columns.length), 2)}`;
    const sides = main.includes(t) ? beside(t).map((side) => side.name.slice(t.name.length)) : [];
    const what = [describe(t.name, model), sides.length > 0 ? `also ${sides.join(", ")}` : ""];
    const room = options.width - indent.length - name - displayWidth(size) - 4;
    const said = wrap(what.filter(Boolean).join("; "), room).join(`\n${" ".repeat(options.width - room)}`);
    return `${indent}${padEnd(t.name, name)}  ${options.style.dim(`${size}  ${said}`.trimEnd())}\n`;
  });
  const hint = wrapped(`rows × columns; gtfp ${options.command} --out DIR writes them all`, options.width);
  const title = heading(others ? "other tables" : "tables", "", options);
  return `${title}\n${lines.join("")}\n${options.style.dim(hint)}\n`;
}

function renderPrograms(results: Results, options: TextOptions): string {
  const parts = [heading("programs", "", options)];
  if (results.programs.length > 1) {
    parts.push(renderGrid(programTable(results.programs), { ...options, indent, hiddenText: String }));
  }
  const tell = results.tables.filter(tellsOfInfeasible).map((t) => t.name);
  const sentence = programSentence(results.programs);
  const where = tell.length === 0 ? "" : ` Counts and reasons: ${tell.join(", ")}.`;
  return [...parts, `${wrapped(sentence + where, options.width)}\n`].join("\n");
}

function renderClaims(results: Results, options: TextOptions): string {
  const failed = results.expectations.filter((e) => !e.pass).length;
  const all = count(results.expectations.length, "expectation");
  const sentence = failed === 0 ? `${all}, all met` : `${all}, ${failed} not met`;
  return `${heading("expectations", sentence, options)}\n${renderExpectations(results.expectations, indent, options.style)}`;
}

/** `── name ── what it is ─────────` */
function heading(name: string, what: string, { style, width }: TextOptions): string {
  const lead = `── ${name} `;
  const said = what === "" ? "" : `· ${what} `;
  const rest = "─".repeat(Math.max(2, width - displayWidth(lead) - displayWidth(said)));
  return `${style.dim("── ")}${style.bold(name)} ${style.dim(`${said}${rest}`)}\n`;
}

function wrapped(text: string, width: number): string {
  return wrap(text, width - indent.length)
    .map((line) => `${indent}${line}`)
    .join("\n");
}

/** Markdown's `**strong**` in bold. */
function emphasize(text: string, style: Style): string {
  return text.replace(/\*\*(.+?)\*\*/g, (_, strong: string) => style.bold(strong));
}
