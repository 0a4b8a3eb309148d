/** Where a panel's rows come from: a file, its own table, another table, tables one below the other. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Panel } from "../model.ts";
import type { Span } from "../source.ts";
import { sameDimension, type Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { suggestion, whatText } from "./naming.ts";

/** The source of a panel, and what is known of its columns before anything is read. */
export interface DataSource {
  readonly source: Panel["source"];
  /** The table it is made from; for a stack the first one's, for an inline table and a file none. */
  readonly shape?: TableShape;
  /** False where an error has been reported that leaves the columns known. */
  readonly ok: boolean;
  /** Headers of an inline table. */
  readonly headers?: ReadonlyMap<string, { readonly unit: Unit | null; readonly span: Span }>;
}

/** null after a reported error, or silently where the source itself failed. */
export function readSource(decl: ast.DataDecl, ctx: CheckContext): DataSource | null {
  if (decl.file !== undefined) {
    const path = ctx.resolvePath(decl.file);
    return { source: { kind: "file", path: path ?? "", span: decl.file.span }, ok: path !== null };
  }
  if (decl.stack !== undefined) return stackSource(decl.stack, ctx);
  if (decl.from !== undefined) {
    const shape = tableNamed(decl.from, ctx);
    if (shape === null) return null;
    const { text } = decl.from;
    return ctx.declared.get(text)?.kind === "system"
      ? { source: { kind: "runs", system: text }, shape, ok: true }
      : { source: { kind: "panel", panel: text }, shape, ok: true };
  }
  if (decl.table !== undefined) return inlineSource(decl.table, decl.name.text, ctx);
  report(ctx.sink, panels.noSource, decl.name.span, { panel: decl.name.text });
  return null;
}

/** The table of a declaration; null after a report, or silently where it failed. */
function tableNamed(name: ast.Name, ctx: CheckContext): TableShape | null {
  const shape = ctx.shapes.get(name.text);
  if (shape !== undefined || name.text === "") return shape ?? null;
  const declared = ctx.declared.get(name.text);
  if (declared === undefined) {
    const candidates = [...ctx.declared].filter(([, d]) => d.kind === "data").map(([key]) => key);
    report(
      ctx.sink,
      names.unknownName,
      name.span,
      { name: name.text },
      suggestion(name.text, name.span, candidates),
    );
  } else if (!["data", "measure", "index", "system"].includes(declared.kind)) {
    const params = { name: name.text, is: whatText(declared.kind), wanted: "a panel" };
    report(ctx.sink, names.notFrom, name.span, params);
  }
  return null;
}

function stackSource(stack: readonly ast.Name[], ctx: CheckContext): DataSource | null {
  const shapes = stack.map((name) => tableNamed(name, ctx));
  const [first] = shapes;
  if (!first || !shapes.every((shape) => shape !== null)) return null;
  let ok = true;
  // A system's runs have columns for all that it computes: what history lacks of these is left out.
  const wide = new Set(shapes.filter(({ name }) => isOfRuns(name, ctx)));
  shapes.forEach((other, i) => {
    const difference = i === 0 ? undefined : stackDifference(first, other, wide);
    if (difference === undefined) return;
    report(ctx.sink, panels.stackDiffers, stack[i]!.span, {
      first: first.name,
      other: other.name,
      difference,
    });
    ok = false;
  });
  const columns = new Map([...first.columns].filter(([name]) => shapes.every((s) => s.columns.has(name))));
  const shape = { ...first, columns };
  return { source: { kind: "stack", panels: stack.map((name) => name.text) }, shape, ok };
}

function isOfRuns(panel: string, ctx: CheckContext): boolean {
  const checked = ctx.checked.get(panel);
  return checked?.kind === "panel" && checked.source.kind === "runs";
}

function stackDifference(a: TableShape, b: TableShape, wide: ReadonlySet<TableShape>): string | undefined {
  const roles = (shape: TableShape) => shape.keys.map((key) => key.role).join(", ");
  if (roles(a) !== roles(b)) return `their keys differ (${roles(a)} and ${roles(b)})`;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const name of wide.has(one) ? [] : one.columns.keys()) {
      if (!other.columns.has(name)) return `\`${other.name}\` has no column \`${name}\``;
    }
  }
  for (const [name, { unit }] of a.columns) {
    const other = b.columns.get(name)?.unit;
    if (unit && other && !sameDimension(unit, other)) {
      return `\`${name}\` is in \`${unit.text}\` in the one and in \`${other.text}\` in the other`;
    }
  }
  return undefined;
}

function inlineSource(table: ast.InlineTable, panel: string, ctx: CheckContext): DataSource {
  const headers = new Map<string, { unit: Unit | null; span: Span }>();
  let ok = true;
  for (const column of table.columns) {
    const { text } = column.name;
    const before = headers.get(text);
    if (before !== undefined) {
      const related = [{ span: before.span, message: "the first one" }];
      report(ctx.sink, panels.duplicateColumn, column.span, { name: text, panel }, { related });
      ok = false;
      continue;
    }
    const unit = column.unit === undefined ? null : ctx.readUnit(column.unit);
    if (column.unit !== undefined && unit === null) ok = false;
    headers.set(text, { unit, span: column.span });
  }
  const rows = table.rows.map((row) => ({
    span: row.span,
    cells: row.cells.map((cell) => ({ text: cell.value, span: cell.span })),
  }));
  const columns = table.columns.map((column) => column.name.text);
  return { source: { kind: "inline", columns, rows }, headers, ok };
}
