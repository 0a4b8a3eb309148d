import type { Model, Report, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { ReportDocument } from "../results.ts";
import type { Table } from "../tables/table.ts";
import { compareTable } from "./compare.ts";
import { reportTable } from "./report-table.ts";
import { reportText } from "./report-text.ts";
import { validateTable } from "./validate.ts";

/**
 * A report as a document of plain data. Its items are numbered from 1 in the order of the source; the table of
 * an item is called `REPORT.n`.
 */
export function buildReport(report: Report, model: Model, env: Environment): ReportDocument {
  const items = report.items.map((item, i): ReportDocument["items"][number] => {
    if (item.kind === "text") return { kind: "text", text: reportText(item, env) };
    const name = `${report.name}.${i + 1}`;
    const table = tableOf(name, item, model, env);
    return { kind: "table", table, ...(item.doc !== undefined && { title: item.doc }) };
  });
  return { name: report.name, ...(report.doc !== undefined && { doc: report.doc }), items };
}

function tableOf(
  name: string,
  item: Exclude<ReportItem, { kind: "text" }>,
  model: Model,
  env: Environment,
): Table {
  switch (item.kind) {
    case "table":
      return reportTable(name, item, env);
    case "compare":
      return compareTable(name, item, model, env);
    case "validate":
      return validateTable(name, item, env);
  }
}
