import type { Model, Report, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { ReportDocument } from "../results.ts";
import { chartItem } from "./chart-item.ts";
import { compareTable } from "./compare.ts";
import { describeTable } from "./describe-item.ts";
import type { DocumentItem } from "./item-table.ts";
import { reportTable } from "./report-table.ts";
import { reportText } from "./report-text.ts";
import { validateTable } from "./validate.ts";

/**
 * A report as a document of plain data. Its items are numbered from 1 in the order of the source; the table of
 * an item is called `REPORT.n`.
 */
export function buildReport(report: Report, model: Model, env: Environment): ReportDocument {
  const items = report.items.map((item, i): DocumentItem => {
    const built = itemOf(`${report.name}.${i + 1}`, item, model, env);
    return item.doc === undefined || built.kind === "text" ? built : { ...built, title: item.doc };
  });
  return { name: report.name, ...(report.doc !== undefined && { doc: report.doc }), items };
}

function itemOf(name: string, item: ReportItem, model: Model, env: Environment): DocumentItem {
  switch (item.kind) {
    case "text":
      return { kind: "text", text: reportText(item, env) };
    case "table":
      return { kind: "table", table: reportTable(name, item, env) };
    case "compare":
      return { kind: "table", table: compareTable(name, item, model, env) };
    case "validate":
      return { kind: "table", table: validateTable(name, item, env) };
    case "describe":
      return { kind: "table", table: describeTable(name, item, env) };
    case "chart":
      return { kind: "chart", chart: chartItem(name, item, model, env) };
    case "map":
    case "frontier":
    case "program":
    case "diagram":
      throw new Error(`no ${item.kind} yet`);
  }
}
