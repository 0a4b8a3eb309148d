/**
 * The reports of a run as one HTML file that needs nothing else: no script, no font, no picture from elsewhere. Pictures come drawn;
 * everything else is escaped here.
 *
 *     title, contents ─▶ each report: texts, tables, pictures ─▶ expectations ─▶ notes ─▶ how it was made
 */
import { escapeMarkup } from "../../compiler/xml/escape-markup.ts";
import type { ExpectationResult, ReportDocument } from "../results.ts";
import { expectationsHtml } from "./expectations-html.ts";
import { type DocumentItem, itemTable } from "./item-table.ts";
import { type Numbered, numbered, reportTitle } from "./numbered.ts";
import { proseHtml } from "./prose-html.ts";
import { itemHtml } from "./report-item-html.ts";
import { reportStyle } from "./report-style.ts";
import type { FileWords } from "./report-words.ts";

export interface ReportFile {
  readonly model: string;
  /** Of the words, as `lang` has it. */
  readonly language: string;
  readonly reports: readonly ReportDocument[];
  readonly expectations: readonly ExpectationResult[];
  /** What was noted while the model ran, a sentence each. */
  readonly notes: readonly string[];
  /** How it was made, a sentence each: the version, the programs. */
  readonly made: readonly string[];
  /** SVG of charts and diagrams. */
  readonly pictures: ReadonlyMap<DocumentItem, string>;
}

/** The file's text; it depends on nothing but what is given, so that the same run gives the same bytes. */
export function reportsHtml(file: ReportFile, words: FileWords): string {
  const { model, expectations, notes, made } = file;
  const sections = [
    ...numbered(file.reports).map((entries, i) => reportHtml(file.reports[i]!, entries, i, file, words)),
    ...(expectations.length === 0 ? [] : [expectationsHtml(expectations, words)]),
    ...(notes.length === 0 ? [] : [listed("notes", words.notes, notes)]),
  ];
  return `<!doctype html>
<html lang="${file.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(model)}</title>
<style>
${reportStyle()}</style>
</head>
<body>
<header><h1>${escapeMarkup(model)}</h1></header>
${contents(file, words)}<main>
${sections.join("\n")}
</main>
<footer>
<h2>${escapeMarkup(words.method)}</h2>
${made.map((line) => `<p>${escapeMarkup(line)}</p>`).join("\n")}
</footer>
</body>
</html>
`;
}

function reportHtml(
  report: ReportDocument,
  entries: readonly Numbered[],
  at: number,
  file: ReportFile,
  words: FileWords,
): string {
  const { title, lead } = reportTitle(report);
  const items = entries.map((entry, i) => {
    if (!("label" in entry)) return proseHtml(entry.item.text);
    return itemHtml(entry, itemId(at, i), file.pictures.get(entry.item), words);
  });
  return `<article id="${reportId(at)}">\n<h2>${escapeMarkup(title)}</h2>\n${proseHtml(lead)}${items.join("\n")}\n</article>`;
}

const reportId = (report: number) => `report-${report + 1}`;
const itemId = (report: number, item: number) => `item-${report + 1}-${item + 1}`;

/** Where there is more to choose from than one report. */
function contents({ reports, expectations, notes }: ReportFile, words: FileWords): string {
  const link = (to: string, text: string) => `<a href="#${to}">${text}</a>`;
  const entries = [
    ...numbered(reports).map((all, at) => {
      const items = all.flatMap((entry, i) => {
        if (!("label" in entry)) return [];
        const label = `<span class="label">${escapeMarkup(words[entry.label](entry.number))}</span>`;
        const title = entry.item.title ?? itemTable(entry.item)!.name;
        return [`<li>${link(itemId(at, i), `${label} ${escapeMarkup(title)}`)}</li>`];
      });
      const below = items.length === 0 ? "" : `\n<ol>\n${items.join("\n")}\n</ol>\n`;
      return `<li>${link(reportId(at), escapeMarkup(reportTitle(reports[at]!).title))}${below}</li>`;
    }),
    ...(expectations.length === 0
      ? []
      : [`<li>${link("expectations", escapeMarkup(words.expectations))}</li>`]),
    ...(notes.length === 0 ? [] : [`<li>${link("notes", escapeMarkup(words.notes))}</li>`]),
  ];
  if (entries.length < 2) return "";
  const title = escapeMarkup(words.contents);
  return `<nav aria-label="${title}">\n<h2>${title}</h2>\n<ol>\n${entries.join("\n")}\n</ol>\n</nav>\n`;
}

function listed(id: string, title: string, lines: readonly string[]): string {
  const items = lines.map((line) => `<li>${escapeMarkup(line)}</li>`);
  return `<section id="${id}">\n<h2>${escapeMarkup(title)}</h2>\n<ul>\n${items.join("\n")}\n</ul>\n</section>`;
}
