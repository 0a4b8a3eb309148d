/** What the HTML file and the LaTeX of a run hold. */
import type { Model } from "../../language/model.ts";
import { version } from "../../language/version.ts";
import type { DocumentItem } from "../../runtime/report/item-table.ts";
import type { ReportFile } from "../../runtime/report/report-html.ts";
import type { LatexFile } from "../../runtime/report/report-latex.ts";
import type { ReportDocument, Results } from "../../runtime/results.ts";
import { describe } from "../render/describe.ts";
import { programSentence } from "../render/programs.ts";
import type { Ran } from "../session.ts";
import { shownTables } from "./shown-tables.ts";

export function latexFile(ran: Ran, model: Model, results: Results): LatexFile {
  return {
    model: results.model,
    reports: shownReports(model, results),
    expectations: results.expectations,
    made: made(ran, results),
  };
}

/** @param pictures SVG of charts and diagrams */
export function htmlFile(
  ran: Ran,
  model: Model,
  results: Results,
  pictures: ReadonlyMap<DocumentItem, string>,
): ReportFile {
  const notes = ran.diagnostics.map(({ code, message }) => `${message} (${code})`);
  return { ...latexFile(ran, model, results), language: "en", notes, pictures };
}

/** The model's reports; where it has none, the tables that are shown in their stead. */
function shownReports(model: Model, results: Results): readonly ReportDocument[] {
  if (results.reports.length > 0) return results.reports;
  const shown = shownTables(model, results);
  const items = results.tables
    .filter((table) => shown.has(table))
    .map((table): DocumentItem => {
      const title = describe(table.name, model);
      return { kind: "table", table, title: title === "" ? table.name : `${table.name}: ${title}` };
    });
  return items.length === 0 ? [] : [{ name: "results", items }];
}

/** No date and no place: the same run gives the same file. */
function made({ path, set }: Ran, { model, programs }: Results): readonly string[] {
  const file = path === "-" ? model : path.replace(/^.*[/\\]/, "");
  return [
    `Made by gtfp ${version} from ${file}${set.length === 0 ? "" : ` with ${set.join(", ")}`}.`,
    ...(programs.length === 0 ? [] : [programSentence(programs)]),
  ];
}
