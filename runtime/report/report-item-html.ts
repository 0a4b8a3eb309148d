/** One item of a report as HTML: a figure under its number and title. */
import { explanationHtml } from "../../compiler/print/explanation-html.ts";
import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";
import { comparisonTable } from "../tables/comparison-table.ts";
import type { Table } from "../tables/table.ts";
import { chartTable } from "./chart-table.ts";
import { inlineSvg } from "./inline-svg.ts";
import { itemSentence, itemTable } from "./item-table.ts";
import type { Numbered, Shown } from "./numbered.ts";
import type { FileWords } from "./report-words.ts";
import { tableHtml } from "./table-html.ts";

/** A table that is read, and the numbers behind a picture: more rows than that belong into a file of their own. */
const mostRows = 500;

export function itemHtml(
  { item, label, number }: Extract<Numbered, { item: Shown }>,
  id: string,
  svg: string | undefined,
  words: FileWords,
): string {
  const table = itemTable(item)!;
  const name = words[label](number);
  const title = item.title === undefined ? "" : ` <strong>${escapeMarkup(item.title)}</strong>`;
  const caption = `<figcaption><span class="label">${escapeMarkup(name)}</span>${title} <span class="name">${escapeMarkup(table.name)}</span></figcaption>`;
  const numbers = (shown: Table) => numbersHtml(shown, `${name} ${item.title ?? ""}`.trim(), words);
  if (item.kind === "table") {
    return `<figure class="table" id="${id}">${caption}\n${numbers(comparisonTable(table) ?? table)}\n</figure>`;
  }
  const sentence = itemSentence(item);
  const picture =
    item.kind === "program"
      ? scrolling(lowered(explanationHtml(item.explanation)), name)
      : scrolling(
          `<div class="picture" role="img" aria-labelledby="${id}-says">${inlineSvg(svg ?? "", id)}</div>`,
          name,
        );
  const parts = [
    picture,
    sentence === null ? "" : `<p class="sentence" id="${id}-says">${escapeMarkup(sentence)}</p>\n`,
    `<details><summary>${escapeMarkup(words.numbers)}</summary>\n${numbers(item.kind === "chart" ? chartTable(table) : table)}\n</details>`,
  ];
  return `<figure class="${item.kind}" id="${id}">${caption}\n${parts.join("")}\n</figure>`;
}

function numbersHtml(table: Table, label: string, words: FileWords): string {
  if (table.rows === 0) return `<p class="note">${escapeMarkup(words.noRows)}</p>`;
  const shown = Math.min(table.rows, mostRows);
  const rest = table.rows === shown ? [] : [words.moreRows(table.rows - shown, table.name)];
  const notes = [...rest, ...(table.notes ?? [])].map(
    (note) => `\n<p class="note">${escapeMarkup(note)}</p>`,
  );
  return scrolling(tableHtml(table, shown), label) + notes.join("");
}

/** What may be wider than the page scrolls by itself, by the keyboard too. */
function scrolling(html: string, label: string): string {
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeMarkup(label)}">\n${html}</div>\n`;
}

/** An explanation's headings stand below the report's; where its rows come from is nothing for a reader without the model. */
function lowered(html: string): string {
  return html
    .replace(/ data-(?:variables|sources)="[^"]*"| <span class="place">[^<]*<\/span>/g, "")
    .replace(/(<\/?h)([23])\b/g, (_, tag: string, level: string) => `${tag}${Number(level) + 1}`);
}
