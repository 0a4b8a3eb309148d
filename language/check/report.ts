/** Checks `report`: its texts and tables here, each other item in a file of its own. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { reports } from "../diagnostics/reports.ts";
import type { Expr, Report, ReportItem } from "../model.ts";
import { UnitSolver } from "../units/solver.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, draft, type Env, settle } from "./expression.ts";
import { combineRows, requireKind, timeKey } from "./expression-accept.ts";
import { hasKeys } from "./naming.ts";
import { checkChart } from "./report-chart.ts";
import { Clauses } from "./report-clauses.ts";
import { checkCompare } from "./report-compare.ts";
import { checkDescribe } from "./report-describe.ts";
import { checkDiagram } from "./report-diagram.ts";
import { checkFrontier, checkProgram } from "./report-frontier.ts";
import { checkMap } from "./report-map.ts";
import { checkValidate } from "./report-validate.ts";
import { declarationScope, type Scope } from "./scope.ts";

type Item<K extends ast.ReportItem["kind"]> = Extract<ast.ReportItem, { readonly kind: K }>;
/** Items made of values and clauses. */
export type ListItem = Exclude<ast.ReportItem, Item<"text">>;

/** The checked report; null after reported errors. */
export function checkReport(decl: ast.ReportDecl, ctx: CheckContext): Report | null {
  const items = decl.items.map((item) => checkItem(item, ctx));
  if (!items.every((item) => item !== null)) return null;
  const { name, doc } = decl;
  return { name: name.text, span: name.span, ...(doc === undefined ? {} : { doc }), items };
}

function checkItem(item: ast.ReportItem, ctx: CheckContext): ReportItem | null {
  const base = { span: item.span, ...(item.doc === undefined ? {} : { doc: item.doc }) };
  switch (item.kind) {
    case "text": {
      const scope = declarationScope(ctx);
      const parts = item.parts.map((part) =>
        typeof part === "string" ? part : checkValue(part, "a place in a text", [], scope, ctx),
      );
      return parts.every((part) => part !== null) ? { ...base, kind: "text", parts } : null;
    }
    case "table":
      return withBase(base, checkTable(item, ctx));
    case "compare":
      return withBase(base, checkCompare(item, ctx));
    case "validate":
      return withBase(base, checkValidate(item, ctx));
    case "describe":
      return withBase(base, checkDescribe(item, ctx));
    case "chart":
      return withBase(base, checkChart(item, ctx));
    case "map":
      return withBase(base, checkMap(item, ctx));
    case "frontier":
      return withBase(base, checkFrontier(item, ctx));
    case "program":
      return withBase(base, checkProgram(item, ctx));
    case "diagram":
      return withBase(base, checkDiagram(item, ctx));
  }
}

function withBase<T extends object>(base: Pick<ReportItem, "span" | "doc">, item: T | null) {
  return item === null ? null : { ...base, ...item };
}

/** A number or label of its own; conditions are refused. */
function checkValue(
  expr: ast.Expr,
  what: string,
  keys: readonly string[] | undefined,
  scope: Scope,
  ctx: CheckContext,
): Expr | null {
  const units = new UnitSolver();
  const drafted = draft(expr, scope, ctx, units, {
    what,
    of: "any",
    ...(keys === undefined ? {} : { keys }),
  });
  return drafted === null || !units.solve(ctx.sink) ? null : settle(drafted, units);
}

/** The values of an item as drafts, with their source text as label; null after reported errors. */
export function draftValues(
  item: ListItem,
  scope: Scope,
  ctx: CheckContext,
  units: UnitSolver,
): { readonly label: string; readonly draft: Draft }[] | null {
  const drafts = item.items.map((value) =>
    draft(value, scope, ctx, units, { what: "a value of the table", of: "any" }),
  );
  if (!drafts.every((one) => one !== null)) return null;
  return drafts.map((one, i) => ({ label: ctx.text(item.items[i]!.span).replace(/\s+/g, " "), draft: one }));
}

function checkTable(item: ListItem, ctx: CheckContext) {
  const units = new UnitSolver();
  const scope = declarationScope(ctx);
  const clauses = new Clauses("table", item.clauses, ctx);
  const drafted = draftValues(item, scope, ctx, units);
  if (drafted === null || drafted.length === 0) return null;
  const drafts = drafted.map((value) => value.draft);
  const by = clauses.keys("by", drafts);
  const rows = clauses.keys("rows", drafts);
  const columns = clauses.keys("columns", drafts);
  const at = clauses.instants();
  const sort = clauses.sort();
  const digits = clauses.digits();
  const env: Env = { scope, ctx, units, draft: () => null };
  let ok = clauses.ok && units.solve(ctx.sink);
  const cross = clauses.get("rows") ?? clauses.get("columns");
  if (
    cross !== undefined &&
    clauses.ok &&
    (rows?.length !== 1 || columns?.length !== 1 || drafts.length !== 1)
  ) {
    report(ctx.sink, reports.rowsAndColumns, cross.span, {});
    ok = false;
  }
  for (const value of drafts) {
    if (by !== undefined) ok = requireKind(value, "number", "a value that is averaged `by` keys", env) && ok;
    if (at === undefined || timeKey(value.type.keys) !== undefined) continue;
    report(ctx.sink, expressions.noTime, value.span, { what: "`at`", keys: hasKeys(value.type.keys) });
    ok = false;
  }
  if (by === undefined && ok) ok = combineRows("table", item.span, drafts, env) !== null;
  if (!ok) return null;
  return {
    kind: "table" as const,
    values: drafted.map((value) => ({ label: value.label, expr: settle(value.draft, units) })),
    ...(by === undefined ? {} : { by }),
    ...(rows === undefined ? {} : { rows: rows[0]! }),
    ...(columns === undefined ? {} : { columns: columns[0]! }),
    ...(at === undefined ? {} : { at }),
    ...(sort === undefined ? {} : { sort }),
    ...(digits === undefined ? {} : { digits }),
  };
}
