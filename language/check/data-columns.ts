/** The columns of a panel: read under a header, taken from the source, or derived. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { panels } from "../diagnostics/panels.ts";
import { units as unitRows } from "../diagnostics/units.ts";
import type { Column, ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import type { DataKeys } from "./data-keys.ts";
import type { DataSource } from "./data-source.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { expressionNames } from "./expression-walk.ts";
import { suggestion } from "./naming.ts";
import {
  type Binding,
  declarationScope,
  innerScope,
  type Key,
  type Scope,
  type ValueBinding,
} from "./scope.ts";
import { topologicalOrder } from "./topological-order.ts";

/** A column as far as it is known before derived ones are checked. */
interface Plan {
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
  readonly entries: readonly ast.DataColumn[];
  readonly units: UnitSolver;
  readonly ctx: CheckContext;
}

export interface CheckedColumns {
  /** Null where a column is wrong; what is known of the others then still serves those who name them. */
  readonly columns: readonly Column[] | null;
  /** The names that conditions of the block may use. */
  readonly scope: Scope;
  readonly shape: TableShape["columns"];
}

/** null after reported errors. */
export function checkColumns(block: DataBlock): CheckedColumns | null {
  const plans = planColumns(block);
  if (plans === null) return null;
  const { ctx, keys, source, units, name: panel } = block;
  const own = new Map<string, Binding>();
  const rowKeys: Key[] = [
    ...keys.dmu.map((name): Key => ({ name, role: "dmu" })),
    ...(keys.period === undefined ? [] : [{ name: keys.period, role: "period" } as const]),
  ];
  const value = (
    name: string,
    of: ValueType["of"],
    term: UnitTerm | null,
    scale: ValueType["scale"],
  ): ValueBinding => ({
    kind: "value",
    leaf: { op: "column", table: panel, column: name },
    of,
    unit: term,
    keys: rowKeys,
    groups: keys.groups,
    scale,
  });
  for (const key of rowKeys) {
    own.set(key.name, value(key.name, key.role === "period" ? "number" : "label", null, "level"));
  }
  for (const group of keys.groups) own.set(group, value(group, "label", null, "level"));
  for (const plan of plans) {
    own.set(
      plan.name,
      plan.from.kind === "header" ? value(plan.name, plan.of, plan.term, plan.scale) : { kind: "failed" },
    );
  }
  const each =
    source.shape !== undefined && source.source.kind !== "stack"
      ? { table: source.shape.name, keys: rowKeys.map((key) => key.name) }
      : undefined;
  const scope = innerScope(own, declarationScope(ctx), each === undefined ? {} : { each });
  const accepted = [...rowKeys.map((key) => key.name), ...keys.groups];
  const drafts = new Map<string, Draft>();
  let ok = true;
  for (const plan of derivedInOrder(plans, ctx) ?? []) {
    if (plan.from.kind !== "expr") continue;
    const what = `column \`${plan.name}\``;
    const drafted = draft(plan.from.value, scope, ctx, units, {
      what,
      of: "any",
      unit: plan.declared === null ? null : plan.term,
      keys: accepted,
    });
    if (drafted === null || drafted.type.of === "boolean") {
      if (drafted !== null) reportCondition(drafted, what, ctx);
      ok = false;
      continue;
    }
    drafts.set(plan.name, drafted);
    const term = plan.declared === null ? drafted.type.unit : plan.term;
    own.set(plan.name, value(plan.name, drafted.type.of, term, drafted.type.scale));
  }
  ok =
    units.solve(ctx.sink) && ok && drafts.size === plans.filter((plan) => plan.from.kind === "expr").length;
  const shape = new Map<string, { of: ValueType["of"]; unit: Unit | null; scale: ValueType["scale"] }>();
  for (const plan of plans) {
    const drafted = drafts.get(plan.name);
    const { of, scale } = drafted?.type ?? plan;
    const term = drafted === undefined || plan.declared !== null ? plan.term : drafted.type.unit;
    shape.set(plan.name, { of, unit: of === "number" ? (plan.declared ?? units.unit(term)) : null, scale });
  }
  if (!ok) return { columns: null, scope, shape };
  const columns = plans.map((plan): Column => {
    const { name, span, doc } = plan;
    const from: Column["from"] =
      plan.from.kind === "header" ? plan.from : { kind: "expr", expr: settle(drafts.get(name)!, units) };
    return { name, span, ...(doc === undefined ? {} : { doc }), unit: shape.get(name)!.unit, from };
  });
  return { columns, scope, shape };
}

/** Every column of the block with what it is made from; null after reported errors. */
function planColumns(block: DataBlock): Plan[] | null {
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
    plans.set(name, { ...given(name, name, column.unit, span, units), of: column.of, scale: column.scale });
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
      const plan = planEntry(entry, block, plans);
      if (plan === null) ok = false;
      else plans.set(text, plan);
    }
  }
  return ok ? [...plans.values()] : null;
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
function planEntry(entry: ast.DataColumn, block: DataBlock, plans: ReadonlyMap<string, Plan>): Plan | null {
  const { ctx, units, source } = block;
  const { text, span } = entry.name;
  const unit = entry.unit === undefined ? null : ctx.readUnit(entry.unit);
  if (entry.unit !== undefined && unit === null) return null;
  const documented = entry.doc === undefined ? {} : { doc: entry.doc };
  const { value } = entry;
  const header = value === undefined ? entry.name : headerMeant(value, entry, block, plans);
  if (header === undefined) {
    const term = units.of(unit);
    const from = { kind: "expr", value: value! } as const;
    return { name: text, span, ...documented, declared: unit, term, of: "number", scale: "level", from };
  }
  if (source.headers !== undefined && !source.headers.has(header.text)) {
    const options = suggestion(header.text, header.span, source.headers.keys());
    report(ctx.sink, panels.notAmongHeaders, header.span, { name: header.text, panel: block.name }, options);
    return null;
  }
  const written = source.headers?.get(header.text)?.unit ?? null;
  const taken = source.shape?.columns.get(header.text);
  if (source.shape !== undefined && taken === undefined) {
    const params = {
      table: source.shape.name,
      column: header.text,
      what: ctx.declared.get(source.shape.name)?.kind ?? "table",
    };
    const what = params.what === "data" ? "panel" : params.what;
    const options = suggestion(header.text, header.span, source.shape.columns.keys());
    report(ctx.sink, names.unknownColumn, header.span, { ...params, what }, options);
    return null;
  }
  const plan = {
    ...given(text, header.text, unit ?? written ?? taken?.unit ?? null, span, units),
    ...documented,
  };
  const before = written ?? taken?.unit ?? null;
  if (unit !== null && before !== null) {
    units.same(plan.term, units.of(before), (sink, expected, found) => {
      report(sink, unitRows.wrongUnit, entry.unit!.span, { what: `column \`${text}\``, expected, found });
    });
  }
  if (taken === undefined) return plan;
  const { of, scale } = taken;
  // A ratio index taken over stays one, which only an expression can say.
  const from = scale === "level" || !keepsKeys(block) ? plan.from : memberOf(source.shape!.name, header);
  return { ...plan, of, scale, from };
}

function memberOf(table: string, member: ast.Name): Plan["from"] {
  const object = { kind: "name", name: { text: table, span: member.span }, span: member.span } as const;
  return { kind: "expr", value: { kind: "member", object, member, span: member.span } };
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

/** Derived columns, each after those that it needs; circles are reported and their members left out. */
function derivedInOrder(plans: readonly Plan[], ctx: CheckContext): Plan[] | null {
  const derived = new Map(plans.filter((plan) => plan.from.kind === "expr").map((plan) => [plan.name, plan]));
  const needs = (plan: Plan): Plan[] =>
    plan.from.kind === "expr"
      ? expressionNames(plan.from.value).flatMap((name) =>
          name.member ? [] : (derived.get(name.text) ?? []),
        )
      : [];
  const { order, cycles } = topologicalOrder([...derived.values()], needs);
  for (const cycle of cycles) {
    const path = [...cycle, cycle[0]!].map((plan) => plan.name);
    const related = cycle
      .slice(1)
      .map((plan) => ({ span: plan.span, message: `\`${plan.name}\` is computed here` }));
    report(ctx.sink, panels.columnCycle, cycle[0]!.span, { path }, { related });
  }
  const circular = new Set(cycles.flat());
  return order.filter((plan) => !circular.has(plan));
}

function reportCondition(drafted: Draft, what: string, ctx: CheckContext): void {
  report(ctx.sink, expressions.wrongKind, drafted.span, {
    what,
    expected: "a number or a label",
    found: "a condition (true or false)",
  });
}
