/** A run's results in the form that was asked for, and as the files of `--out`. */
import { inOrder, type TextOf } from "../../language/diagnostics/to-json.ts";
import type { Model } from "../../language/model.ts";
import { tableToCsv } from "../../runtime/report/results-csv.ts";
import { allTables, resultsToJson } from "../../runtime/report/results-json.ts";
import type { Results } from "../../runtime/results.ts";
import type { Ran } from "../session.ts";
import { toDocument } from "./document.ts";
import { resultsMarkdown } from "./results-markdown.ts";
import { renderResults, type TextOptions } from "./results-text.ts";

export type ResultFormat = "text" | "json" | "csv" | "md";

/** What goes to stdout. A run that failed has its diagnostics in the JSON document and else nothing. */
export function renderRun(ran: Ran, format: ResultFormat, textOf: TextOf, options: TextOptions): string {
  if (format === "json") return json(ran, textOf);
  if (ran.model === null || ran.results === null) return "";
  if (format === "md") return resultsMarkdown(ran.model, ran.results);
  return format === "csv" ? csv(ran.results) : renderResults(ran.model, ran.results, options);
}

/** The files of `--out` by name: a CSV for each table, the reports as Markdown, everything as JSON. */
export function outputFiles(model: Model, results: Results, ran: Ran, textOf: TextOf): Map<string, string> {
  const files = new Map<string, string>();
  for (const table of allTables(results)) {
    let name = fileName(table.name);
    while (files.has(`${name}.csv`)) name += "_";
    files.set(`${name}.csv`, tableToCsv(table));
  }
  return files.set("report.md", resultsMarkdown(model, results)).set("results.json", json(ran, textOf));
}

function json(ran: Ran, textOf: TextOf): string {
  const stem = ran.path === "-" ? "stdin" : ran.path.replace(/^.*\//, "").replace(/\.gtfp$/, "");
  return toDocument(resultsToJson(ran.model?.name ?? stem, inOrder(ran.diagnostics), ran.results, textOf));
}

/** One block for each table, each under a line with its name; a single table stands alone. */
function csv(results: Results): string {
  const tables = allTables(results);
  if (tables.length === 1) return tableToCsv(tables[0]!);
  return tables.map((table) => `# ${table.name}\n${tableToCsv(table)}`).join("\n");
}

/** A table's name without what file systems do not take. */
function fileName(name: string): string {
  return name.replace(/[<>:"/\\|?*\p{Cc}]/gu, "_");
}
