/** Checked panels and expressions built by hand, for tests that need no checker. */
import { Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import type { Column, Expr, Panel, ValueType } from "../../../language/model.ts";
import type { Span } from "../../../language/source.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import { buildPanel } from "../../../runtime/panel/build-panel.ts";
import type { Host } from "../../../runtime/results.ts";
import type { Table } from "../../../runtime/tables/table.ts";

export function span(start = 0, end = start + 1): Span {
  return { file: "model.gtfp", start, end };
}

const numberType: ValueType = { of: "number", unit: null, keys: [], scale: "level" };
export const booleanType: ValueType = { ...numberType, of: "boolean" };

export function col(table: string, column: string, more: Partial<ValueType> = {}): Expr {
  return { op: "column", table, column, type: { ...numberType, ...more }, span: span() };
}
export function num(value: number): Expr {
  return { op: "number", value, type: numberType, span: span() };
}
export function text(value: string): Expr {
  return { op: "text", value, type: { ...numberType, of: "label" }, span: span() };
}
type Binary = "add" | "subtract" | "multiply" | "divide" | "power";
export function binary(op: Binary, left: Expr, right: Expr): Expr {
  return { op, left, right, type: numberType, span: span() };
}
type Relation = "==" | "!=" | "<" | "<=" | ">" | ">=";
export function compare(left: Expr, relation: Relation, right: Expr): Expr {
  return { op: "compare", relation, left, right, type: booleanType, span: span() };
}
export function aggregate(
  fn: string,
  arg: Expr,
  by: string[] = [],
  more: { where?: Expr; weights?: Expr } = {},
): Expr {
  return { op: "aggregate", fn, arg, by, type: { ...numberType, keys: by }, span: span(), ...more };
}
export function call(fn: string, args: Expr[], named: Record<string, Expr> = {}): Expr {
  return { op: "call", fn, args, named, type: numberType, span: span() };
}

/** A column with its own name as header, or `name: expression`. */
export function columns(given: readonly string[], derived: Record<string, Expr> = {}): Column[] {
  return [
    ...given.map(
      (name, i): Column => ({ name, span: span(10 + i), unit: null, from: { kind: "header", header: name } }),
    ),
    ...Object.entries(derived).map(
      ([name, expr], i): Column => ({ name, span: span(50 + i), unit: null, from: { kind: "expr", expr } }),
    ),
  ];
}

export function panel(more: Partial<Panel>): Panel {
  return {
    kind: "panel",
    name: "p",
    span: span(),
    source: { kind: "file", path: "data.csv", span: span(5) },
    decimal: ".",
    missingValues: [],
    dmu: ["unit"],
    groups: [],
    keySpans: {},
    columns: columns(["x"]),
    where: [],
    missing: { rule: "error" },
    joins: [],
    ...more,
  };
}

export const noTables: Environment = { table: () => undefined, dimension: () => [] };
export function tables(...list: Table[]): Environment {
  return { table: (name) => list.find((t) => t.name === name), dimension: () => [] };
}

export function host(files: Record<string, string | Uint8Array>): Host {
  const encoder = new TextEncoder();
  return {
    read(path) {
      const file = files[path];
      return file === undefined ? null : typeof file === "string" ? encoder.encode(file) : file;
    },
  };
}

/** Builds a panel from the file `data.csv` (or others by name). */
export function build(
  p: Panel,
  files: string | Record<string, string | Uint8Array>,
  env: Environment = noTables,
): { table: Table | null; messages: string[]; codes: string[]; help: (string | undefined)[]; spans: Span[] } {
  const sink = new Diagnostics();
  const table = buildPanel(p, env, host(typeof files === "string" ? { "data.csv": files } : files), sink);
  return {
    table,
    messages: sink.list.map((d) => d.message),
    codes: sink.list.map((d) => d.code),
    help: sink.list.map((d) => d.help),
    spans: sink.list.map((d) => d.span),
  };
}

/** The cells of a column as plain values, NaN as null. */
export function cells(table: Table | null, name: string): (string | number | null)[] {
  const column = table?.columns.find((c) => c.name === name);
  if (!column) throw new Error(`no column ${name}`);
  return Array.from(column.cells.values, (v) => (typeof v === "number" && Number.isNaN(v) ? null : v));
}
