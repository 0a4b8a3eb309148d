/**
 * The files of `--out`, by name: for other programs, for a reader, for a paper, for a spreadsheet.
 *
 *     TABLE.csv, results.json · MODEL.html, report.md · MODEL.tex · MODEL.xlsx · REPORT.n.svg with its REPORT.n.vl.json or .dot
 */
import type { TextOf } from "../../language/diagnostics/to-json.ts";
import type { Model } from "../../language/model.ts";
import { version } from "../../language/version.ts";
import type { VegaLite } from "../../runtime/charts/chart.ts";
import { chartLook } from "../../runtime/charts/look.ts";
import { fileName, pictureName } from "../../runtime/report/file-name.ts";
import { type DocumentItem, itemTable } from "../../runtime/report/item-table.ts";
import { reportsHtml } from "../../runtime/report/report-html.ts";
import { latexDocument } from "../../runtime/report/report-latex.ts";
import { englishWords } from "../../runtime/report/report-words.ts";
import { tableToCsv } from "../../runtime/report/results-csv.ts";
import { allTables } from "../../runtime/report/results-json.ts";
import { resultsWorkbook } from "../../runtime/report/results-xlsx.ts";
import type { Results } from "../../runtime/results.ts";
import { drawPictures } from "../draw/pictures.ts";
import type { Ran } from "../session.ts";
import { toDocument } from "./document.ts";
import { htmlFile, latexFile } from "./report-files.ts";
import { resultsDocument } from "./results.ts";
import { resultsMarkdown } from "./results-markdown.ts";

export type OutputFiles = Map<string, string | Uint8Array>;

export async function outputFiles(
  model: Model,
  results: Results,
  ran: Ran,
  textOf: TextOf,
): Promise<OutputFiles> {
  const files: OutputFiles = new Map();
  const tables = allTables(results);
  for (const table of tables) {
    let name = fileName(table.name);
    while (files.has(`${name}.csv`)) name += "_";
    files.set(`${name}.csv`, tableToCsv(table));
  }
  const pictures = await drawPictures(results.reports);
  for (const [item, svg] of pictures) addPicture(files, item, svg);
  const name = fileName(results.model);
  return files
    .set(`${name}.html`, reportsHtml(htmlFile(ran, model, results, pictures), englishWords))
    .set(`${name}.tex`, latexDocument(latexFile(ran, model, results)))
    .set(`${name}.xlsx`, resultsWorkbook({ model: results.model, version }, tables))
    .set("report.md", resultsMarkdown(model, results))
    .set("results.json", resultsDocument(ran, textOf));
}

/** A picture on white, and what it was drawn from. */
function addPicture(files: OutputFiles, item: DocumentItem, svg: string): void {
  const name = pictureName(itemTable(item)!.name);
  files.set(`${name}.svg`, `${onWhite(svg)}\n`);
  if (item.kind === "chart") files.set(`${name}.vl.json`, toDocument(withLook(item.chart.spec)));
  if (item.kind === "diagram") files.set(`${name}.dot`, item.dot);
}

/** A specification that looks the same wherever it is opened. */
function withLook(spec: VegaLite): VegaLite {
  return { ...spec, config: { ...chartLook("light"), background: "#ffffff" } };
}

function onWhite(svg: string): string {
  const start = svg.indexOf(">", svg.indexOf("<svg")) + 1;
  return `${svg.slice(0, start)}<rect width="100%" height="100%" fill="#ffffff"/>${svg.slice(start)}`;
}
