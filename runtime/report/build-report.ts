import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Model, Report, ReportItem } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { Host, ReportDocument } from "../results.ts";
import { chartItem } from "./chart-item.ts";
import { compareTable } from "./compare.ts";
import { describeTable } from "./describe-item.ts";
import { diagramItem } from "./diagram-item.ts";
import { frontierItem } from "./frontier-item.ts";
import type { DocumentItem } from "./item-table.ts";
import { mapItem } from "./map-item.ts";
import { programItem } from "./program-item.ts";
import { reportTable } from "./report-table.ts";
import { reportText } from "./report-text.ts";
import { validateTable } from "./validate.ts";

/**
 * A report as a document of plain data. Its items are numbered from 1 in the order of the source; the table of
 * an item is called `REPORT.n`. Null after errors in the sink.
 */
export function buildReport(
  report: Report,
  model: Model,
  env: Environment,
  host: Pick<Host, "read">,
  sink: Diagnostics,
): ReportDocument | null {
  const items: DocumentItem[] = [];
  let whole = true;
  for (const [i, item] of report.items.entries()) {
    const built = itemOf(`${report.name}.${i + 1}`, item, { model, env, host, sink });
    if (built === null) whole = false;
    else items.push(item.doc === undefined || built.kind === "text" ? built : { ...built, title: item.doc });
  }
  if (!whole) return null;
  return { name: report.name, ...(report.doc !== undefined && { doc: report.doc }), items };
}

interface Around {
  readonly model: Model;
  readonly env: Environment;
  readonly host: Pick<Host, "read">;
  readonly sink: Diagnostics;
}

/** One item; null after an error in the sink. */
function itemOf(name: string, item: ReportItem, { model, env, host, sink }: Around): DocumentItem | null {
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
    case "map": {
      const chart = mapItem(name, item, model, env, host, sink);
      return chart && { kind: "chart", chart };
    }
    case "frontier": {
      const chart = frontierItem(name, item, model, env, sink);
      return chart && { kind: "chart", chart };
    }
    case "program":
      return programItem(name, item, model, env, sink);
    case "diagram":
      return diagramItem(name, item, model, env);
  }
}
