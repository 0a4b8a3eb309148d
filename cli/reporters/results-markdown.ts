/** A run as Markdown: the reports, or every table, then expectations and programs; `report.md` is the same text. */
import type { Model } from "../../language/model.ts";
import { chartTable } from "../../runtime/report/chart-table.ts";
import { itemSentence, itemTable } from "../../runtime/report/item-table.ts";
import type { Results } from "../../runtime/results.ts";
import { comparison } from "../../runtime/tables/comparison.ts";
import { type DisplayTable, displayTable, everyRow } from "../../runtime/tables/display-table.ts";
import type { Table } from "../../runtime/tables/table.ts";
import { describe } from "../render/describe.ts";
import { oneLine, shortNumber } from "../render/expectations.ts";
import { renderExplanation } from "../render/explanation.ts";
import { programSentence, programTable } from "../render/programs.ts";
import { plain } from "../render/style.ts";

export function resultsMarkdown(model: Model, results: Results): string {
  const blocks = [`# ${results.model}`];
  for (const report of results.reports) {
    blocks.push(`## ${report.name}`);
    if (report.doc !== undefined) blocks.push(report.doc);
    for (const item of report.items) {
      if (item.kind === "text") {
        blocks.push(item.text);
        continue;
      }
      const table = itemTable(item)!;
      const sentence = itemSentence(item);
      blocks.push(`**${item.title ?? table.name}**`, ...(sentence === null ? [] : [sentence]));
      if (item.kind === "program")
        blocks.push(
          [
            "```text",
            renderExplanation(item.explanation, { style: plain, width: 100 }).trimEnd(),
            "```",
          ].join("\n"),
        );
      else blocks.push(...tableBlocks(item.kind === "chart" ? chartTable(table) : table));
    }
  }
  if (results.reports.length === 0) {
    for (const table of results.tables) {
      const what = describe(table.name, model);
      blocks.push(`## ${table.name}`, ...(what === "" ? [] : [what]), ...tableBlocks(table));
    }
  }
  if (results.expectations.length > 0) {
    const lines = results.expectations.map((e) => {
      const actual = e.actual === null ? "" : ` (actual ${shortNumber(e.actual)})`;
      const reason = e.pass || e.reason === undefined ? "" : `: ${oneLine(e.reason)}`;
      return `- ${e.pass ? "✓" : "✗"} ${oneLine(e.title)}${actual}${reason}`;
    });
    blocks.push("## Expectations", lines.join("\n"));
  }
  if (results.programs.length > 0) {
    blocks.push(
      "## Linear programs",
      markdownTable(programTable(results.programs)),
      programSentence(results.programs),
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

function tableBlocks(table: Table): string[] {
  const notes = table.notes ?? [];
  return [
    table.rows === 0 ? "No rows." : markdownTable(comparison(table) ?? displayTable(table, everyRow)),
    ...notes,
  ];
}

function markdownTable(table: DisplayTable): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((c) => c.trim().replaceAll("|", "\\|")).join(" | ")} |`;
  const rows = table.columns[0]?.cells.map((_, i) => row(table.columns.map((c) => c.cells[i]!))) ?? [];
  return [
    row(table.columns.map((c) => [c.group, c.header, c.sub].filter(Boolean).join(" "))),
    row(table.columns.map((c) => (c.numeric ? "---:" : "---"))),
    ...rows,
  ].join("\n");
}
