/** Comparisons: relations with or without a tolerance, and ranges after `in`. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { constantNumber } from "../units/constant.ts";
import { one } from "../units/term.ts";
import type { Draft, Env } from "./expression.ts";
import { booleanType, combineRows, requireKind, sameUnit } from "./expression-accept.ts";
import { kindText } from "./naming.ts";

export type Relation = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A comparison, perhaps with a tolerance: a constant on one side takes the other side's unit. */
export function draftComparison(
  expr: ast.BinaryExpr,
  relation: Relation,
  env: Env,
  tolerance?: ast.Expr,
): Draft | null {
  const constantLeft = constantNumber(expr.left) !== null && constantNumber(expr.right) === null;
  const first = env.draft(constantLeft ? expr.right : expr.left);
  const other = constantLeft ? expr.left : expr.right;
  const second =
    first !== null && first.type.of === "number" && constantNumber(other) !== null
      ? env.draft(other, { what: "the number it is compared with", unit: first.type.unit })
      : env.draft(other);
  if (first === null || second === null) return null;
  let left = constantLeft ? second : first;
  let right = constantLeft ? first : second;
  if (isPeriod(left) && right.type.of === "label") left = asLabel(left);
  if (isPeriod(right) && left.type.of === "label") right = asLabel(right);
  const unlike = left.type.of !== right.type.of || (left.type.of !== "number" && !/^[=!]/.test(relation));
  if (unlike) {
    const found = { left: kindText(left.type.of), right: kindText(right.type.of) };
    const number = left.type.of === "number" ? expr.left : expr.right;
    const text = number.kind === "number" && left.type.of !== right.type.of ? `"${number.value}"` : undefined;
    const fixes = text ? [{ title: `Write ${text}`, edits: [{ span: number.span, text }] }] : [];
    const help =
      left.type.of === right.type.of
        ? `${found.left.split(" ")[1]}s have no order: only \`==\` and \`!=\``
        : undefined;
    report(env.ctx.sink, expressions.unlikeCompared, expr.span, found, { fixes, ...(help ? { help } : {}) });
    return null;
  }
  const rows = combineRows(relation, expr.span, [left, right], env);
  if (rows === null) return null;
  if (left.type.of === "number") ({ left, right } = sameUnit(relation, expr.span, left, right, env));
  const children = [left, right];
  const relative = tolerance?.kind === "unary" && tolerance.operator === "%";
  if (tolerance !== undefined) {
    if (left.type.of !== "number") {
      report(env.ctx.sink, expressions.withinPlace, tolerance.span, {});
      return null;
    }
    const unit = relative ? one : left.wanted!;
    const slack = env.draft(tolerance, { what: "the tolerance", unit, keys: [] });
    if (slack === null) return null;
    children.push(slack);
  }
  return {
    span: expr.span,
    type: booleanType(rows),
    children,
    build: (type, [l, r, slack]) => ({
      op: "compare",
      relation,
      left: l!,
      right: r!,
      ...(slack === undefined ? {} : { tolerance: { relative, value: slack } }),
      type,
      span: expr.span,
    }),
  };
}

/** A period column: a number where all periods are numbers, which only the data tell. */
function isPeriod(draft: Draft): boolean {
  return (
    draft.type.of === "number" &&
    draft.children.length === 0 &&
    draft.type.keys.some((key) => key.role === "period")
  );
}
function asLabel(draft: Draft): Draft {
  return { ...draft, type: { ...draft.type, of: "label", unit: one } };
}

/** `a == b within 0.5%` */
export function draftWithin(expr: ast.WithinExpr, env: Env): Draft | null {
  const { comparison, tolerance } = expr;
  if (comparison.kind === "broken") return null;
  if (comparison.kind === "binary" && /^[=!<>]/.test(comparison.operator)) {
    return draftComparison(comparison, comparison.operator as Relation, env, tolerance);
  }
  report(env.ctx.sink, expressions.withinPlace, expr.span, {});
  return null;
}

/** `year in 2004 .. 2014` */
export function draftIn(expr: ast.BinaryExpr, env: Env): Draft | null {
  const range = expr.right;
  const arg = env.draft(expr.left);
  if (range.kind === "broken" || arg === null) return null;
  if (range.kind !== "range" || range.step !== undefined) {
    report(env.ctx.sink, expressions.rangePlace, range.span, {});
    return null;
  }
  if (!requireKind(arg, "number", "what stands before `in`", env)) return null;
  if (runsBackwards(range, env)) return null;
  const bounds = [range.from, range.to].map((bound) =>
    env.draft(bound, { what: "a bound of the range", unit: arg.type.unit }),
  );
  const [low, high] = bounds;
  if (!low || !high) return null;
  const rows = combineRows("in", expr.span, [arg, low, high], env);
  if (rows === null) return null;
  return {
    span: expr.span,
    type: booleanType(rows),
    children: [arg, low, high],
    build: (type, [x, l, h]) => ({ op: "between", arg: x!, low: l!, high: h!, type, span: expr.span }),
  };
}

/** A range of constants that runs backwards holds nothing, which is reported. */
function runsBackwards(range: ast.RangeExpr, env: Env): boolean {
  const [from, to] = [constantNumber(range.from), constantNumber(range.to)];
  if (from === null || to === null || from <= to) return false;
  const text = `${env.ctx.text(range.to.span)} .. ${env.ctx.text(range.from.span)}`;
  const fixes = [{ title: `Write \`${text}\``, edits: [{ span: range.span, text }] }];
  report(env.ctx.sink, expressions.backwards, range.span, { from, to }, { fixes, help: `write \`${text}\`` });
  return true;
}
