/** Aggregates: `sum(x where c by a, b)`. */
import type * as ast from "../ast.ts";
import { tableFunctions } from "../builtins/table-functions.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { names } from "../diagnostics/names.ts";
import type { Expr } from "../model.ts";
import type { Span } from "../source.ts";
import { one, times } from "../units/term.ts";
import type { Draft, Env } from "./expression.ts";
import { combineRows, requireKind } from "./expression-accept.ts";
import { matchArguments } from "./expression-arguments.ts";
import { hasKeys, suggestion } from "./naming.ts";
import { type Binding, columnBindings, innerScope, type Key, type Scope } from "./scope.ts";

/** What an aggregate has beside its argument. */
interface Clauses {
  readonly where?: Draft;
  readonly weights?: Draft;
}

export function draftAggregate(expr: ast.CallExpr, env: Env): Draft | null {
  const fn = expr.callee.text;
  const entry = { ...tableFunctions.get(fn)!, variadic: false };
  const given = matchArguments(expr, entry, env);
  if (given === null) return null;
  const main = given.find(({ parameter }) => parameter.named !== true)!;
  const arg = env.draft(main.value);
  if (arg === null || !fits(fn, arg, expr, env)) return null;
  if (arg.type.keys.length === 0) {
    report(env.ctx.sink, expressions.nothingToAggregate, expr.span, { fn });
    return null;
  }
  const inside = rowScope(arg, env);
  const accepted = [...arg.type.keys.map((key) => key.name), ...arg.type.groups];
  const where =
    expr.where && env.draft(expr.where, { what: "`where`", of: "boolean", keys: accepted }, inside);
  const weightsExpr = given.find(({ parameter }) => parameter.name === "weights")?.value;
  const weights = weightsExpr && env.draft(weightsExpr, { what: "the weights", keys: accepted }, inside);
  const by = expr.by === undefined ? defaultBy(arg, env) : readBy(expr.by, arg, env);
  if (where === null || weights === null || by === null) return null;
  const clauses = { ...(where && { where }), ...(weights && { weights }) };
  if (fn === "location_quotient") return locationQuotient(arg, by, clauses, expr.span, env);
  return aggregate(fn, arg, by, clauses, expr.span);
}

/** Names in `where` and `weights` mean the columns of the argument's tables before all else. */
function rowScope(arg: Draft, env: Env): Scope {
  const own = new Map<string, Binding>();
  for (const table of arg.type.tables) {
    const shape = env.ctx.shapes.get(table);
    if (shape === undefined) continue;
    for (const [name, binding] of columnBindings(shape)) if (!own.has(name)) own.set(name, binding);
  }
  return innerScope(own, env.scope);
}

/** In `data X from Y` an aggregate over Y's columns without `by` runs for each combination of X's keys. */
function defaultBy(arg: Draft, env: Env): Key[] {
  const { each } = env.scope;
  if (each === undefined || !arg.type.tables.includes(each.table)) return [];
  return each.keys.flatMap((name) => keyNamed(name, arg) ?? []);
}

function keyNamed(name: string, arg: Draft): Key | undefined {
  const key = arg.type.keys.find((own) => own.name === name);
  // A dimension is a group of its ranges' elements only as they stand in a system, where each has one label of it.
  const group = arg.type.groups.includes(name) && arg.type.keys.some((own) => own.role !== "dimension");
  return key ?? (group ? { name, role: "group" } : undefined);
}

/** The keys after `by`; null after a report. */
function readBy(by: readonly ast.Name[], arg: Draft, env: Env): Key[] | null {
  const keys: Key[] = [];
  let ok = true;
  for (const name of by) {
    const key = keyNamed(name.text, arg);
    if (key !== undefined) {
      if (!keys.some((own) => own.name === key.name)) keys.push(key);
      continue;
    }
    ok = false;
    if (name.text === "") continue;
    const candidates = [...arg.type.keys.map((own) => own.name), ...arg.type.groups];
    const params = { key: name.text, keys: hasKeys(arg.type.keys, arg.type.groups) };
    report(env.ctx.sink, names.unknownKey, name.span, params, suggestion(name.text, name.span, candidates));
  }
  return ok ? keys : null;
}

/** Kinds of argument, and means that make sense. */
function fits(fn: string, arg: Draft, expr: ast.CallExpr, env: Env): boolean {
  const { of, scale } = arg.type;
  if (fn === "count" || fn === "only" || (fn === "share" && of === "boolean")) return true;
  if (!requireKind(arg, "number", `what \`${fn}\` runs over`, env)) return false;
  if (of === "number" && scale === "ratio" && (fn === "mean" || fn === "sum")) {
    const fixes = [{ title: "Write `geomean`", edits: [{ span: expr.callee.span, text: "geomean" }] }];
    report(env.ctx.sink, expressions.meanOfRatio, expr.span, { fn }, { fixes });
    return false;
  }
  if (scale === "difference" && fn === "geomean") {
    const fixes = [{ title: "Write `mean`", edits: [{ span: expr.callee.span, text: "mean" }] }];
    report(env.ctx.sink, expressions.geomeanOfDifference, expr.span, {}, { fixes });
    return false;
  }
  return true;
}

/** The node of an aggregate whose parts are known. Groups stay known where every key stays. */
function aggregate(fn: string, arg: Draft, by: readonly Key[], clauses: Clauses, span: Span): Draft {
  const { where, weights } = clauses;
  // The share of a number is each row's part of the sum, so every row stays.
  const parts = fn === "share" && arg.type.of === "number";
  const whole = parts || arg.type.keys.every((key) => by.some((own) => own.name === key.name));
  const plain = fn === "count" || fn === "share";
  const of = plain ? "number" : arg.type.of;
  const kept = ["geomean", "mean", "min", "max", "median", "only"].includes(fn);
  return {
    span,
    type: {
      of,
      unit: of === "number" && !plain ? arg.type.unit : one,
      keys: parts ? arg.type.keys : by,
      groups: whole ? arg.type.groups : [],
      scale: kept ? arg.type.scale : "level",
      tables: arg.type.tables,
    },
    children: [arg, ...(where === undefined ? [] : [where]), ...(weights === undefined ? [] : [weights])],
    build: (type, children) => {
      const rest = [...children.slice(1)];
      return {
        op: "aggregate",
        fn,
        arg: children[0]!,
        ...(where === undefined ? {} : { where: rest.shift()! }),
        by: by.map((key) => key.name),
        ...(weights === undefined ? {} : { weights: rest.shift()! }),
        type,
        span,
      };
    },
  };
}

/** (x(c, i) / Σᵢ x(c, i)) / (Σ꜀ x(c, i) / Σ꜀ᵢ x(c, i)) in each period; `by` names i. */
function locationQuotient(
  arg: Draft,
  activities: readonly Key[],
  clauses: Clauses,
  span: Span,
  env: Env,
): Draft | null {
  const { keys } = arg.type;
  const time = keys.filter((key) => key.role === "period" || key.role === "time");
  const units = keys.filter((key) => !time.includes(key) && !activities.some((own) => own.name === key.name));
  if (activities.length === 0 || units.length === 0) {
    report(env.ctx.sink, expressions.needsBy, span, { fn: "location_quotient", keys: hasKeys(keys) });
    return null;
  }
  const sum = (by: readonly Key[]) => aggregate("sum", arg, by, clauses, span);
  const share = divide(sum(keys), sum([...units, ...time]), env);
  const all = divide(sum([...activities, ...time]), sum(time), env);
  return share === null || all === null ? null : divide(share, all, env);
}

function divide(left: Draft, right: Draft, env: Env): Draft | null {
  const rows = combineRows("/", left.span, [left, right], env);
  if (rows === null) return null;
  return {
    span: left.span,
    type: { ...rows, of: "number", unit: times(left.type.unit, right.type.unit, -1), scale: "level" },
    children: [left, right],
    build: (type, [l, r]): Expr => ({ op: "divide", left: l!, right: r!, type, span: left.span }),
  };
}
