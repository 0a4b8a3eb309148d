/** The `missing` rule: what happens to rows in which a used column is empty. */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { listed } from "../../language/diagnostics/words.ts";
import type { Expr, Panel } from "../../language/model.ts";
import { describeRow } from "../evaluate/aggregate.ts";
import { columnLabels, tableShape } from "../evaluate/column-value.ts";
import { mostMessages } from "../tables/raw-table.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { expressionsIn } from "./named-columns.ts";
import type { PanelRows } from "./panel-rows.ts";
import type { PanelUse } from "./panel-use.ts";

/**
 * The rows to keep, and a sentence on those that were left out; null after an error.
 *
 * @param judged the columns in which an empty cell counts
 * @param frontier the technologies that need values of computed columns; none where given columns are judged
 */
export function applyMissing(
  panel: Panel,
  rows: PanelRows,
  judged: readonly string[],
  sink: Diagnostics,
  frontier?: PanelUse["frontier"],
): { kept: number[]; note: string | null } | null {
  const { table } = rows;
  const columns = table.columns.filter((c) => judged.includes(c.name) && c.cells.of === "number");
  const gaps = range(table.rows).filter((row) => columns.some((column) => isEmpty(column, row)));
  if (gaps.length === 0) return { kept: range(table.rows), note: null };
  const { missing } = panel;
  if (missing.rule === "error") {
    for (const column of columns.slice(0, mostMessages)) reportGaps(panel, rows, column, sink, frontier);
    return null;
  }
  const gappy = columns.filter((column) => gaps.some((row) => isEmpty(column, row))).map((c) => c.name);
  const why = frontier === undefined ? "" : ` where ${listed(gappy, "or")} is empty`;
  const { what } = missing;
  if (what === "row") {
    const gone = new Set(gaps);
    const kept = range(table.rows).filter((row) => !gone.has(row));
    return { kept, note: `\`missing drop row\` left out ${counted(gaps.length, "row")}${why}.` };
  }
  const key = table.columns.find((c) => c.name === what.key);
  if (!key) throw new Error(`panel ${panel.name} has no key ${what.key}`);
  const labels = columnLabels(key);
  const gone = new Set(gaps.map((row) => labels[row]));
  const kept = range(table.rows).filter((row) => !gone.has(labels[row]));
  const lost = counted(table.rows - kept.length, "row");
  return { kept, note: `\`missing drop ${what.key}\` left out ${lost}${why}: ${[...gone].join(", ")}.` };
}

/** A sentence for each computed column that the model uses and that has empty values, which nothing judged. */
export function emptyValues(panel: Panel, table: Table, names: ReadonlySet<string>): string[] {
  const derived = panel.columns.filter((c) => c.from.kind === "expr" && names.has(c.name));
  return derived.flatMap(({ name }) => {
    const column = table.columns.find((c) => c.name === name)!;
    const gaps = range(table.rows).filter((row) => column.cells.of === "number" && isEmpty(column, row));
    if (gaps.length === 0) return [];
    const first = describeRow(tableShape(table).keys, gaps[0]!);
    const which = gaps.length === 1 ? "for" : "first for";
    return [
      `\`${name}\` has no value in ${gaps.length} of ${counted(table.rows, "row")}, ${which} ${first}.`,
    ];
  });
}

/** One message for each column: its first gap, and how many more there are. */
function reportGaps(
  panel: Panel,
  rows: PanelRows,
  column: TableColumn,
  sink: Diagnostics,
  frontier?: PanelUse["frontier"],
): void {
  const gaps = range(rows.table.rows).filter((row) => isEmpty(column, row));
  const first = gaps[0];
  if (first === undefined) return;
  const declared = panel.columns.find((c) => c.name === column.name);
  const span = rows.cellSpan?.(first, column.name) ?? declared?.span ?? panel.span;
  const params = {
    source: rows.source,
    line: rows.lines[first]!,
    column: column.name,
    key: describeRow(tableShape(rows.table).keys, first),
    count: gaps.length,
  };
  const needed = frontier?.get(column.name);
  if (needed === undefined) {
    report(sink, data.missingValue, span, params);
    return;
  }
  const cause = declared?.from.kind === "expr" ? causeOfGaps(declared.from.expr) : undefined;
  const { technology } = needed;
  const related = [{ span: needed.span, message: "used here" }];
  report(sink, data.noComputedValue, span, { ...params, technology, cause }, { related });
}

/** What in a formula has no value for some rows, in words. */
function causeOfGaps(formula: Expr): string | undefined {
  const causes = expressionsIn(formula).flatMap((node) => {
    if (node.op === "divide") return ["a division by 0 has no value"];
    if (node.op !== "call") return [];
    if (node.fn === "lag" || node.fn === "growth") {
      return [`\`${node.fn}\` has no value in the first period of a unit`];
    }
    return node.fn === "lead" ? ["`lead` has no value in the last period of a unit"] : [];
  });
  return causes[0];
}

function isEmpty(column: TableColumn, row: number): boolean {
  const cell = column.cells.values[row];
  return cell === null || Number.isNaN(cell);
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
