/** The columns of a panel: derived ones checked in order, units of all solved together. */
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { panels } from "../diagnostics/panels.ts";
import type { Column, ValueType } from "../model.ts";
import type { UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { type DataBlock, type Plan, planColumns } from "./data-plan.ts";
import { type Draft, draft, settle } from "./expression.ts";
import { expressionNames } from "./expression-walk.ts";
import {
  type Binding,
  declarationScope,
  innerScope,
  type Key,
  type Scope,
  type ValueBinding,
} from "./scope.ts";
import { topologicalOrder } from "./topological-order.ts";

export interface CheckedColumns {
  /** Null where a column is wrong; what is known of the others then still serves those who name them. */
  readonly columns: readonly Column[] | null;
  /** The names that conditions of the block may use. */
  readonly scope: Scope;
  readonly shape: TableShape["columns"];
}

/** Checks every column; one that is wrong does not keep the others from being checked. */
export function checkColumns(block: DataBlock): CheckedColumns {
  const { plans, ok: planned } = planColumns(block);
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
  const file = block.files === undefined ? undefined : { name: panel, files: block.files, own: true };
  const scope = innerScope(own, declarationScope(ctx), { each, panel: file });
  const accepted = [...rowKeys.map((key) => key.name), ...keys.groups];
  const drafts = new Map<string, Draft>();
  let ok = planned;
  for (const plan of derivedInOrder(plans, ctx)) {
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

/** Derived columns, each after those that it needs; circles are reported and their members left out. */
function derivedInOrder(plans: readonly Plan[], ctx: CheckContext): Plan[] {
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
