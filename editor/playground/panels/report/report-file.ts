/** Reports as the text of one HTML file. Pictures come drawn; everything else is escaped here. */
import { itemSentence, itemTable } from "../../../../runtime/report/item-table.ts";
import { type TextInline, textBlocks } from "../../../../runtime/report/text-blocks.ts";
import type { ReportDocument } from "../../../../runtime/results.ts";
import type { Table } from "../../../../runtime/tables/table.ts";
import { comparisonTable } from "../results/comparison-table.ts";
import { type TableView, tableView } from "../results/table-view.ts";
import { type Numbered, numbered, reportTitle, type Shown } from "./numbered.ts";
import { reportStyle } from "./report-style.ts";

export interface FileWords {
  readonly table: (n: number) => string;
  readonly figure: (n: number) => string;
  readonly program: (n: number) => string;
  readonly numbers: string;
  readonly made: string;
}

/** @param pictures SVG or HTML of each item but tables */
export function reportsHtml(
  model: string,
  language: string,
  reports: readonly ReportDocument[],
  pictures: ReadonlyMap<Shown, string>,
  words: FileWords,
): string {
  const body = reports.map((report) => {
    const { title, lead } = reportTitle(report);
    const items = numbered(report).map((entry) => itemHtml(entry, pictures, words));
    return `<article>\n<h1>${escaped(title)}</h1>\n${proseHtml(lead)}${items.join("\n")}\n</article>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(model)}</title>
<style>
${reportStyle}</style>
</head>
<body>
${body.join("\n")}
<footer>${escaped(words.made)}</footer>
</body>
</html>
`;
}

function itemHtml(entry: Numbered, pictures: ReadonlyMap<Shown, string>, words: FileWords): string {
  if (!("label" in entry)) return proseHtml(entry.item.text);
  const { item, label, number } = entry;
  const table = itemTable(item)!;
  const title = item.title === undefined ? "" : ` <strong>${escaped(item.title)}</strong>`;
  const caption = `<figcaption><span>${escaped(words[label](number))}</span>${title}</figcaption>`;
  const sentence = itemSentence(item);
  const parts =
    item.kind === "table"
      ? [tableHtml(table)]
      : [
          `<div class="picture">${pictures.get(item) ?? ""}</div>`,
          sentence === null ? "" : `<p class="sentence">${escaped(sentence)}</p>`,
          `<details><summary>${escaped(words.numbers)}</summary>${tableHtml(table)}</details>`,
        ];
  return `<figure class="${item.kind}">${caption}\n${parts.join("\n")}\n</figure>`;
}

function tableHtml(table: Table): string {
  const view = tableView(comparisonTable(table) ?? table);
  const notes = (table.notes ?? []).map((note) => `<p class="note">${escaped(note)}</p>`);
  return `<div class="scroll"><table>\n${headHtml(view)}<tbody>\n${rowsHtml(view)}</tbody>\n</table></div>${notes.join("\n")}`;
}

function headHtml({ columns }: TableView): string {
  const grouped = columns.some(({ group }) => group !== undefined);
  const heads = columns.map(({ header, group, symbol, unit, numeric }) => {
    const over = grouped ? `<span class="group">${escaped(group ?? "")}</span>` : "";
    const below = [symbol === "" ? "" : `<i>${escaped(symbol)}</i>`, escaped(unit)].filter(Boolean).join(" ");
    return `<th scope="col"${numeric ? ' class="number"' : ""}>${over}${escaped(header)}<small>${below}</small></th>`;
  });
  return `<thead><tr>${heads.join("")}</tr></thead>\n`;
}

function rowsHtml({ columns, rows }: TableView): string {
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cells = columns.map((column) => {
      const tag = column.key ? "th" : "td";
      const scope = column.key ? ' scope="row"' : "";
      const full =
        column.numeric && !column.key && column.value(row) !== null
          ? ` title="${escaped(column.full(row))}"`
          : "";
      return `<${tag}${scope}${column.numeric ? ' class="number"' : ""}${full}>${escaped(column.text(row))}</${tag}>`;
    });
    lines.push(`<tr>${cells.join("")}</tr>\n`);
  }
  return lines.join("");
}

const tags = { code: "code", strong: "strong", emphasis: "em" } as const;

function proseHtml(text: string): string {
  const inlines = (list: readonly TextInline[]) =>
    list
      .map(({ is, text }) => (is === "text" ? escaped(text) : `<${tags[is]}>${escaped(text)}</${tags[is]}>`))
      .join("");
  return textBlocks(text)
    .map((block) => {
      if (block.is === "heading") return `<h2>${inlines(block.inlines)}</h2>\n`;
      if (block.is === "paragraph") return `<p>${inlines(block.inlines)}</p>\n`;
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${inlines(item)}</li>`).join("")}</${tag}>\n`;
    })
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
