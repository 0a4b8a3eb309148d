/** What each column of a panel is made from: a header, the source's column, or an expression. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import { panels } from "../diagnostics/panels.ts";
import { units as unitRows } from "../diagnostics/units.ts";
import type { ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext } from "./context.ts";
import type { DataKeys } from "./data-keys.ts";
import type { DataSource } from "./data-source.ts";
import { suggestion } from "./naming.ts";

/** A column as far as it is known before derived ones are checked. */
export interface Plan {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
  readonly declared: Unit | null;
  readonly term: UnitTerm;
  readonly of: ValueType["of"];
  readonly scale: ValueType["scale"];
  readonly from:
    | { readonly kind: "header"; readonly header: string }
    | { readonly kind: "expr"; readonly value: ast.Expr };
}

/** A panel's block while its columns are checked. */
export interface DataBlock {
  readonly name: string;
  readonly keys: DataKeys;
  readonly source: DataSource;
  /** The files that it is read from; absent where it is made from something else. */
  readonly files?: readonly string[] | undefined;
  readonly entries: readonly ast.DataColumn[];
  readonly units: UnitSolver;
  readonly ctx: CheckContext;
}

/** The plans of all columns; not `ok` where something was reported, and then as much as is known. */
export function planColumns(block: DataBlock): { readonly plans: readonly Plan[]; readonly ok: boolean } {
  const { ctx, keys, source, units, entries, name: panel } = block;
  const labels = new Set([...keys.dmu, ...(keys.period === undefined ? [] : [keys.period]), ...keys.groups]);
  const plans = new Map<string, Plan>();
  let ok = true;
  for (const [name, header] of source.headers ?? []) {
    if (labels.has(name) || entries.some((entry) => entry.name.text === name)) continue;
    plans.set(name, given(name, name, header.unit, header.span, units));
  }
  const all = source.source.kind === "stack" || keys.inherited || (entries.length === 0 && keepsKeys(block));
  for (const [name, column] of all ? (source.shape?.columns ?? []) : []) {
    if (entries.some((entry) => entry.name.text === name)) continue;
    const span = keys.spans[keys.dmu[0] ?? keys.period!]!;
    const { of, scale } = column;
    const from = takenOver({ text: name, span }, column, block);
    plans.set(name, { ...given(name, name, column.unit, span, units), of, scale, from });
  }
  const seen = new Map<string, Span>();
  for (const entry of entries) {
    const { text } = entry.name;
    const before = seen.get(text) ?? (labels.has(text) ? keys.spans[text] : undefined);
    seen.set(text, entry.name.span);
    if (text === "") ok = false;
    else if (before !== undefined) {
      const related = [{ span: before, message: "the first one" }];
      report(ctx.sink, panels.duplicateColumn, entry.name.span, { name: text, panel }, { related });
      ok = false;
    } else {
      const planned = planEntry(entry, block, plans);
      plans.set(text, planned.plan);
      ok = ok && planned.ok;
    }
  }
  return { plans: [...plans.values()], ok };
}

function given(name: string, header: string, unit: Unit | null, span: Span, units: UnitSolver): Plan {
  const term = units.of(unit);
  return { name, span, declared: unit, term, of: "number", scale: "level", from: { kind: "header", header } };
}

/** Whether the panel has a row for each row of its source. */
function keepsKeys({ keys, source }: DataBlock): boolean {
  const own = [...keys.dmu, keys.period];
  return source.shape?.keys.every((key) => own.includes(key.name)) ?? false;
}

/** One entry of the block: `labor [person]`, `` energy [tce] = `Energy use` ``, `intensity = carbon / value`. */
function planEntry(
  entry: ast.DataColumn,
  block: DataBlock,
  plans: ReadonlyMap<string, Plan>,
): { readonly plan: Plan; readonly ok: boolean } {
  const { ctx, units, source } = block;
  const { text, span } = entry.name;
  const unit = entry.unit === undefined ? null : ctx.readUnit(entry.unit);
  let ok = entry.unit === undefined || unit !== null;
  const documented = entry.doc === undefined ? {} : { doc: entry.doc };
  const { value } = entry;
  const header = value === undefined ? entry.name : headerMeant(value, entry, block, plans);
  if (header === undefined) {
    const from = { kind: "expr", value: value! } as const;
    const base = { name: text, span, ...documented, declared: unit, term: units.of(unit) };
    return { plan: { ...base, of: "number", scale: "level", from }, ok };
  }
  const written = source.headers?.get(header.text);
  const taken = source.shape?.columns.get(header.text);
  if (source.headers !== undefined && written === undefined) {
    const options = suggestion(header.text, header.span, source.headers.keys());
    report(ctx.sink, panels.notAmongHeaders, header.span, { name: header.text, panel: block.name }, options);
    ok = false;
  }
  if (written?.unit && unit !== null) {
    const related = [{ span: written.span, message: `in \`${written.unit.text}\` here` }];
    report(ctx.sink, panels.duplicateColumn, entry.span, { name: text, panel: block.name }, { related });
    ok = false;
  }
  if (source.shape !== undefined && taken === undefined) {
    const kind = ctx.declared.get(source.shape.name)?.kind ?? "table";
    const params = { table: source.shape.name, column: header.text, what: kind === "data" ? "panel" : kind };
    const options = suggestion(header.text, header.span, source.shape.columns.keys());
    report(ctx.sink, names.unknownColumn, header.span, params, options);
    ok = false;
  }
  const known = unit ?? written?.unit ?? taken?.unit ?? null;
  const plan = { ...given(text, header.text, known, span, units), ...documented };
  if (taken === undefined) return { plan, ok };
  if (unit !== null && taken.unit !== null) {
    units.same(plan.term, units.of(taken.unit), (sink, expected, found) => {
      report(sink, unitRows.wrongUnit, entry.unit!.span, { what: `column \`${text}\``, expected, found });
    });
  }
  const { of, scale } = taken;
  return { plan: { ...plan, of, scale, from: takenOver(header, taken, block) }, ok };
}

/**
 * A column of the source taken over. A label, or an index that must stay a ratio or a difference, is taken as an expression, which
 * says what it is; all else is a header.
 */
function takenOver(
  column: ast.Name,
  { of, scale }: { readonly of: ValueType["of"]; readonly scale: ValueType["scale"] },
  block: DataBlock,
): Plan["from"] {
  const { text, span } = column;
  const { shape, source } = block.source;
  if ((of === "number" && scale === "level") || source.kind !== "panel" || !keepsKeys(block)) {
    return { kind: "header", header: text };
  }
  const object = { kind: "name", name: { text: shape!.name, span }, span } as const;
  return { kind: "expr", value: { kind: "member", object, member: column, span } };
}

/** The header that a bare name on the right means: any name that is none of the block's own. */
function headerMeant(
  value: ast.Expr,
  entry: ast.DataColumn,
  block: DataBlock,
  plans: ReadonlyMap<string, Plan>,
): ast.Name | undefined {
  if (value.kind !== "name") return undefined;
  const { text } = value.name;
  if (text === entry.name.text) return value.name;
  const { keys, source, entries } = block;
  const own = [...keys.dmu, ...keys.groups, keys.period, ...entries.map((other) => other.name.text)];
  if (own.includes(text) || plans.has(text)) return undefined;
  if (source.source.kind === "file") return value.name;
  return source.shape?.columns.has(text) || source.headers?.has(text) ? value.name : undefined;
}
