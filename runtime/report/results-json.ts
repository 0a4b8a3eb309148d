/** Results as the JSON document that tools read; the same tables that memory and CSV have. */
import type { Explanation } from "../../compiler/print/explanation.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { diagnosticsToJson, type JsonDiagnostic, type TextOf } from "../../language/diagnostics/to-json.ts";
import { version } from "../../language/version.ts";
import type { VegaLite } from "../charts/chart.ts";
import type { ExpectationResult, Results } from "../results.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { type DocumentItem, itemTable } from "./item-table.ts";

export type JsonCell = string | number | null;
export interface JsonTable {
  readonly columns: readonly {
    readonly name: string;
    readonly role?: TableColumn["role"];
    readonly unit?: string;
  }[];
  readonly rows: readonly (readonly JsonCell[])[];
}
/** An item of a report; `table` is the name of its table among `tables`. */
export type JsonItem = { readonly title?: string } & (
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly table: string }
  /** A Vega-Lite specification, and what it shows in a sentence. */
  | { readonly kind: "chart"; readonly table: string; readonly sentence: string; readonly spec: VegaLite }
  | { readonly kind: "program"; readonly table: string; readonly blocks: Explanation["blocks"] }
  /** In the DOT language of Graphviz. */
  | { readonly kind: "diagram"; readonly table: string; readonly sentence: string; readonly dot: string }
);
export interface JsonReport {
  readonly name: string;
  readonly doc?: string;
  readonly items: readonly JsonItem[];
}
export interface JsonResults {
  readonly gtfp: string;
  readonly model: string;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly tables?: Readonly<Record<string, JsonTable>>;
  readonly expectations?: readonly ExpectationResult[];
  /** Of a model that has reports: what stands in them, in order. */
  readonly reports?: readonly JsonReport[];
}

/**
 * The document of a run; after errors (`results` null) it holds the diagnostics alone.
 *
 * @param diagnostics those of checking and of running
 */
export function resultsToJson(
  model: string,
  diagnostics: readonly Diagnostic[],
  results: Results | null,
  textOf: TextOf,
): JsonResults {
  const head = { gtfp: version, model, diagnostics: diagnosticsToJson(diagnostics, textOf) };
  if (!results || diagnostics.some((d) => d.severity === "error")) return head;
  return {
    ...head,
    tables: Object.fromEntries(allTables(results).map((table) => [table.name, tableToJson(table)])),
    expectations: results.expectations,
    ...(results.reports.length > 0 && {
      reports: results.reports.map((report) => ({ ...report, items: report.items.map(itemToJson) })),
    }),
  };
}

function itemToJson(item: DocumentItem): JsonItem {
  if (item.kind === "text") return item;
  const title = item.title === undefined ? {} : { title: item.title };
  const head = { ...title, table: itemTable(item)!.name };
  switch (item.kind) {
    case "table":
      return { kind: "table", ...head };
    case "chart":
      return { kind: "chart", ...head, sentence: item.chart.sentence, spec: item.chart.spec };
    case "program":
      return { kind: "program", ...head, blocks: item.explanation.blocks };
    case "diagram":
      return { kind: "diagram", ...head, sentence: item.sentence, dot: item.dot };
  }
}

/** Every table of a run: those of its declarations, then the items of its reports as `REPORT.1`, `REPORT.2`, … */
export function allTables(results: Results): readonly Table[] {
  const items = results.reports.flatMap((report) => report.items.flatMap((item) => itemTable(item) ?? []));
  return [...results.tables, ...items];
}

/** A table as columns and rows; a value column tells its unit where one is known, any other its role. */
export function tableToJson(table: Table): JsonTable {
  return {
    columns: table.columns.map(({ name, role, unit }) => ({
      name,
      ...(role === "value" ? unit && { unit: unit.text } : { role }),
    })),
    rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellOf(column, row))),
  };
}

/** One cell: a missing number or label is null. */
export function cellOf(column: TableColumn, row: number): JsonCell {
  const cell = column.cells.values[row] ?? null;
  return typeof cell === "number" && !Number.isFinite(cell) ? null : cell;
}
