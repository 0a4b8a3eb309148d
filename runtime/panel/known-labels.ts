/** Labels that conditions compare keys and groups with: one that no row has is hardly meant. */
import { dataLabels } from "../../language/diagnostics/data-labels.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Expr, Panel } from "../../language/model.ts";
import { columnLabels } from "../evaluate/column-value.ts";
import { expressionsIn } from "./named-columns.ts";
import type { PanelRows } from "./panel-rows.ts";

/** Warns of each label in the panel's conditions that stands in none of the rows before they are chosen. */
export function warnOfStrangeLabels(panel: Panel, rows: PanelRows, sink: Diagnostics): void {
  for (const { column, literal } of panel.where.flatMap((where) => comparisons(where, panel.name))) {
    const found = rows.table.columns.find((c) => c.name === column && c.role !== "value");
    if (found === undefined) continue;
    const labels = new Set(columnLabels(found).flatMap((label) => (label === null ? [] : [String(label)])));
    const label = String(literal.value);
    if (labels.has(label)) continue;
    const params = { source: rows.source, column, label, labels: [...labels] };
    const help = didYouMean(label, labels);
    report(sink, dataLabels.neverTrue, literal.span, params, help ? { help } : {});
  }
}

type Literal = Extract<Expr, { op: "text" | "number" }>;

/** Every `column == "label"` and `column != "label"` of an expression, on either side. */
function comparisons(where: Expr, table: string): { column: string; literal: Literal }[] {
  return expressionsIn(where).flatMap((node) => {
    if (node.op !== "compare" || !/^[!=]=$/.test(node.relation)) return [];
    const { left, right } = node;
    return [
      [left, right],
      [right, left],
    ].flatMap(([one, other]) =>
      one!.op === "column" && one.table === table && (other!.op === "text" || other!.op === "number")
        ? [{ column: one.column, literal: other as Literal }]
        : [],
    );
  });
}
