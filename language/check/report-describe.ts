/** Checks `describe`: statistics of a table's columns. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import { reports } from "../diagnostics/reports.ts";
import type { ReportItem } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { draft, type Env, settle } from "./expression.ts";
import { requireKind, timeKey } from "./expression-accept.ts";
import { hasKeys, suggestion } from "./naming.ts";
import type { ListItem } from "./report.ts";
import { Clauses } from "./report-clauses.ts";
import { columnBindings, declarationScope, innerScope, type Scope } from "./scope.ts";

type Describe = Extract<ReportItem, { kind: "describe" }>;

/** `describe china: labor, capital by region`; null after a reported error. */
export function checkDescribe(item: ListItem, ctx: CheckContext): Omit<Describe, "span" | "doc"> | null {
  const clauses = new Clauses("describe", item.clauses, ctx);
  const subject = subjectOf(item, clauses, ctx);
  if (subject === null) return null;
  const units = new UnitSolver();
  const env: Env = { scope: subject.scope, ctx, units, draft: () => null };
  const drafts = subject.values.map(({ expr }) =>
    draft(expr, subject.scope, ctx, units, { what: "a column that is described", of: "any" }),
  );
  if (!drafts.every((one) => one !== null)) return null;
  const by = clauses.keys("by", drafts);
  const at = clauses.instants();
  const digits = clauses.digits();
  let ok = clauses.ok && units.solve(ctx.sink);
  for (const value of drafts) {
    ok = requireKind(value, "number", "a column that is described", env) && ok;
    if (at === undefined || timeKey(value.type.keys) !== undefined) continue;
    report(ctx.sink, expressions.noTime, value.span, { what: "`at`", keys: hasKeys(value.type.keys) });
    ok = false;
  }
  if (!ok) return null;
  return {
    kind: "describe",
    values: drafts.map((one, i) => ({ label: subject.values[i]!.label, expr: settle(one, units) })),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(digits === undefined ? {} : { digits }),
  };
}

interface Subject {
  readonly values: readonly { readonly label: string; readonly expr: ast.Expr }[];
  readonly scope: Scope;
}

/** A table and some of its columns, a table alone for all its numbers, or values as they stand. */
function subjectOf(item: ListItem, clauses: Clauses, ctx: CheckContext): Subject | null {
  const outer = declarationScope(ctx);
  const [first] = item.items;
  if (first === undefined) return null;
  const columns = clauses.values(":");
  const named = columns !== undefined || item.items.length === 1 ? tableOf(first, ctx) : null;
  const labelOf = (expr: ast.Expr) => ctx.text(expr.span).replace(/\s+/g, " ");
  if (columns === undefined) {
    if (named === null) {
      return { values: item.items.map((expr) => ({ label: labelOf(expr), expr })), scope: outer };
    }
    const all = [...named.columns].filter(([, { of }]) => of === "number").map(([name]) => name);
    const values = all.map((label) => ({
      label,
      expr: memberOf(first, { text: label, span: first.span }),
    }));
    return { values, scope: outer };
  }
  if (named === null || item.items.length > 1) {
    refuse(first, item.items.length > 1, ctx);
    return null;
  }
  const values = columns.map((expr) => ({ label: labelOf(expr), expr: columnOf(first, expr) }));
  return { values, scope: innerScope(columnBindings(named), outer) };
}

/** The table that a name, or two with a point between, stands for; null where it is none. */
function tableOf(expr: ast.Expr, ctx: CheckContext): TableShape | null {
  const path = pathOf(expr);
  if (path === null) return null;
  const shape = ctx.shapes.get(path);
  if (shape !== undefined) return shape;
  const binding = declarationScope(ctx).find(path);
  return binding?.kind === "runs" ? binding.shape : null;
}

function pathOf(expr: ast.Expr): string | null {
  if (expr.kind === "name") return expr.name.text;
  if (expr.kind !== "member") return null;
  const before = pathOf(expr.object);
  return before === null ? null : `${before}.${expr.member.text}`;
}

/** `labor` and `slack.labor` of a table as `china.labor` and `M.slack.labor`; all else as it stands. */
function columnOf(table: ast.Expr, expr: ast.Expr): ast.Expr {
  if (expr.kind === "name") return memberOf(table, expr.name);
  if (expr.kind !== "member") return expr;
  const object = columnOf(table, expr.object);
  return object === expr.object ? expr : { ...expr, object };
}

function memberOf(object: ast.Expr, member: ast.Name): ast.Expr {
  return { kind: "member", object, member, span: member.span };
}

function refuse(first: ast.Expr, several: boolean, ctx: CheckContext): void {
  const name = pathOf(first);
  if (first.kind === "broken" || name === "") return;
  if (name === null || several) {
    report(ctx.sink, reports.describeForm, first.span, {});
    return;
  }
  if (ctx.declared.has(name) && !ctx.checked.has(name)) return;
  if (ctx.declared.has(name)) {
    report(ctx.sink, reports.describeForm, first.span, {});
    return;
  }
  report(ctx.sink, names.unknownName, first.span, { name }, suggestion(name, first.span, ctx.shapes.keys()));
}
