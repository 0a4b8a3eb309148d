/** A run's results in the form that was asked for. */
import { inOrder, type TextOf } from "../../language/diagnostics/to-json.ts";
import { reportsLatex } from "../../runtime/report/report-latex.ts";
import { tableToCsv } from "../../runtime/report/results-csv.ts";
import { allTables, resultsToJson } from "../../runtime/report/results-json.ts";
import type { Results } from "../../runtime/results.ts";
import type { Ran } from "../session.ts";
import { toDocument } from "./document.ts";
import { latexFile } from "./report-files.ts";
import { resultsMarkdown } from "./results-markdown.ts";
import { renderResults, type TextOptions } from "./results-text.ts";

export type ResultFormat = "text" | "json" | "csv" | "md" | "latex";

/** What goes to stdout. A run that failed has its diagnostics in the JSON document and else nothing. */
export function renderRun(ran: Ran, format: ResultFormat, textOf: TextOf, options: TextOptions): string {
  if (format === "json") return resultsDocument(ran, textOf);
  if (ran.model === null || ran.results === null) return "";
  if (format === "md") return resultsMarkdown(ran.model, ran.results);
  if (format === "latex") return reportsLatex(latexFile(ran, ran.model, ran.results));
  return format === "csv" ? csv(ran.results) : renderResults(ran.model, ran.results, options);
}

/** The whole run as one JSON document. */
export function resultsDocument(ran: Ran, textOf: TextOf): string {
  const stem = ran.path === "-" ? "stdin" : ran.path.replace(/^.*\//, "").replace(/\.gtfp$/, "");
  return toDocument(resultsToJson(ran.model?.name ?? stem, inOrder(ran.diagnostics), ran.results, textOf));
}

/** One block for each table, each under a line with its name; a single table stands alone. */
function csv(results: Results): string {
  const tables = allTables(results);
  if (tables.length === 1) return tableToCsv(tables[0]!);
  return tables.map((table) => `# ${table.name}\n${tableToCsv(table)}`).join("\n");
}
