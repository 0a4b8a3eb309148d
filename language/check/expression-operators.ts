/** Operators: arithmetic, comparisons, conditions, `at`, ranges and maps. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { expressions } from "../diagnostics/expressions.ts";
import { units as unitRows } from "../diagnostics/units.ts";
import type { Expr, ValueType } from "../model.ts";
import { constantNumber } from "../units/constant.ts";
import { isKnown, one, raise, times, type UnitTerm } from "../units/term.ts";
import type { Draft, Env, Expected } from "./expression.ts";
import {
  alternatives,
  booleanType,
  combineRows,
  convertTo,
  numberType,
  requireKind,
  sameUnit,
  timeKey,
} from "./expression-accept.ts";
import { draftComparison, draftIn } from "./expression-comparisons.ts";
import { hasKeys } from "./naming.ts";

/** `-x`, `not c`, `x%` */
export function draftUnary(expr: ast.UnaryExpr, env: Env): Draft | null {
  const { operator, span } = expr;
  const arg = env.draft(expr.arg);
  if (
    arg === null ||
    !requireKind(
      arg,
      operator === "not" ? "boolean" : "number",
      operator === "%" ? "what stands before `%`" : `what follows \`${operator}\``,
      env,
    )
  ) {
    return null;
  }
  if (operator === "%") {
    const plain = convertTo(arg, one, "a percentage", env);
    const hundred: Expr = { op: "number", value: 100, type: scalarNumber, span };
    return {
      span,
      type: { ...arg.type, unit: one },
      children: [plain],
      build: (type, [x]) => ({ op: "divide", left: x!, right: hundred, type, span }),
    };
  }
  const op = operator === "-" ? "negate" : "not";
  const scale = arg.type.scale === "difference" ? "difference" : "level";
  return {
    span,
    type: { ...arg.type, scale },
    children: [arg],
    build: (type, [x]) => ({ op, arg: x!, type, span }),
  };
}
const scalarNumber: ValueType = {
  of: "number",
  unit: { dimensions: {}, scale: 1, text: "1", factors: [] },
  keys: [],
  scale: "level",
};

export function draftBinary(expr: ast.BinaryExpr, env: Env): Draft | null {
  switch (expr.operator) {
    case "and":
    case "or":
      return draftLogic(expr, expr.operator, env);
    case "in":
      return draftIn(expr, env);
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
      return draftArithmetic(expr, expr.operator, env);
    default:
      return draftComparison(expr, expr.operator, env);
  }
}

function draftLogic(expr: ast.BinaryExpr, op: "and" | "or", env: Env): Draft | null {
  const left = env.draft(expr.left);
  const right = env.draft(expr.right);
  if (left === null || right === null) return null;
  const what = `each side of \`${op}\``;
  const fits = [left, right].map((side) => requireKind(side, "boolean", what, env));
  if (fits.includes(false)) return null;
  const rows = combineRows(op, expr.span, [left, right], env);
  if (rows === null) return null;
  return {
    span: expr.span,
    type: booleanType(rows),
    children: [left, right],
    build: (type, [l, r]) => ({ op, left: l!, right: r!, type, span: expr.span }),
  };
}

const arithmeticOps = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide", "^": "power" } as const;

function draftArithmetic(expr: ast.BinaryExpr, operator: keyof typeof arithmeticOps, env: Env): Draft | null {
  let left = env.draft(expr.left);
  let right = env.draft(expr.right);
  if (left === null || right === null) return null;
  const what = `each side of \`${operator}\``;
  const fits = [left, right].map((side) => requireKind(side, "number", what, env));
  if (fits.includes(false)) return null;
  const rows = combineRows(operator, expr.span, [left, right], env);
  if (rows === null) return null;
  const op = arithmeticOps[operator];
  const scale = scaleOf(operator, left, right);
  let unit: UnitTerm;
  if (operator === "*" || operator === "/") {
    unit = times(left.type.unit, right.type.unit, operator === "*" ? 1 : -1);
  } else if (operator === "^") {
    const exponent = constantNumber(expr.right);
    if (exponent === null) {
      left = convertTo(left, one, "the base of a power whose exponent is computed", env);
      unit = one;
    } else unit = raise(left.type.unit, exponent);
    right = convertTo(right, one, "an exponent", env);
  } else {
    const sides = sameUnit(operator, expr.span, left, right, env);
    left = sides.left;
    right = sides.right;
    unit = sides.unit;
  }
  return {
    span: expr.span,
    type: { ...numberType(rows, unit), scale },
    children: [left, right],
    build: (type, [l, r]) => ({ op, left: l!, right: r!, type, span: expr.span }),
  };
}

/** Products and quotients of ratio indices are ratio indices, sums of differences differences; all else is a level. */
function scaleOf(operator: string, left: Draft, right: Draft): ValueType["scale"] {
  const { scale } = left.type;
  if (scale !== right.type.scale) return "level";
  if (scale === "ratio") return operator === "*" || operator === "/" ? "ratio" : "level";
  return scale === "difference" && (operator === "+" || operator === "-") ? "difference" : "level";
}

/** A range where no place takes one. */
export function draftRange(expr: ast.RangeExpr, env: Env): null {
  report(env.ctx.sink, expressions.rangePlace, expr.span, {});
  return null;
}

/** A choice. Where its place has a unit, each branch stands in that place: a constant there takes the unit. */
export function draftIf(expr: ast.IfExpr, env: Env, expected?: Expected): Draft | null {
  const condition = env.draft(expr.condition, { what: "what stands after `if`", of: "boolean" });
  const place = expected && branchPlace(expected, env);
  const first = env.draft(expr.then, place);
  const second = env.draft(expr.otherwise, place);
  if (condition === null || first === null || second === null) return null;
  if (!requireKind(second, first.type.of, "what stands after `else`", env)) return null;
  const rows = combineRows("if", expr.span, [condition, first, second], env);
  if (rows === null) return null;
  let branches = [first, second];
  let { unit } = first.type;
  if (first.type.of === "number") {
    unit = env.units.either(first.type.unit, second.type.unit, (sink, left, right) => {
      const what = "the two branches of `if`";
      const options = alternatives(first, second, left, right, env);
      report(sink, unitRows.differentChoices, expr.span, { what, left, right }, options);
    });
    branches = branches.map((branch) => ({ ...branch, wanted: unit }));
  }
  const scale = first.type.scale === second.type.scale ? first.type.scale : "level";
  return {
    span: expr.span,
    type: { ...rows, of: first.type.of, unit, scale },
    children: [condition, ...branches],
    // biome-ignore lint/suspicious/noThenProperty: the model's node names its branch so
    build: (type, [c, t, e]) => ({ op: "if", condition: c!, then: t!, otherwise: e!, type, span: expr.span }),
  };
}

/** What a branch's place asks: the unit only where it is known, so that an unknown one is still inferred from both branches. */
function branchPlace({ what, of, unit, known }: Expected, env: Env): Expected | undefined {
  const branchUnit = known ?? (unit && isKnown(env.units.of(unit)) ? unit : undefined);
  return branchUnit && { what, unit: branchUnit, ...(of && { of }) };
}

/** `x at 2017`: fixes the period or the time. */
export function draftAt(expr: ast.AtExpr, env: Env): Draft | null {
  const object = env.draft(expr.object);
  const instant = env.draft(expr.at, { what: "the instant after `at`", of: "any", keys: [] });
  if (object === null || instant === null) return null;
  const key = timeKey(object.type.keys);
  if (key === undefined) {
    const keys = hasKeys(object.type.keys);
    report(env.ctx.sink, expressions.noTime, expr.span, { what: "`at`", keys });
    return null;
  }
  return {
    span: expr.span,
    type: { ...object.type, keys: object.type.keys.filter((own) => own !== key) },
    children: [object, instant],
    build: (type, [arg, at]) => ({ op: "at", arg: arg!, key: key.name, at: at!, type, span: expr.span }),
  };
}

/** `{manufacturing: 300, services: 200}`, over one of the dimensions that the place has. */
export function draftMap(expr: ast.MapExpr, env: Env, keys?: readonly string[]): Draft | null {
  const labels = expr.entries.map((entry) => entry.key.text);
  const dimensions = [...env.ctx.checked.values()].filter(
    (declared) => declared.kind === "dimension" && (keys?.includes(declared.name) ?? true),
  );
  const known = (declared: (typeof dimensions)[number]) =>
    declared.kind === "dimension" && !("table" in declared.labels) ? declared.labels : undefined;
  const mostOf = (candidate: (typeof dimensions)[number]) => {
    const own = known(candidate) ?? [];
    return own.filter((label) => labels.includes(label)).length - own.length / 1e6;
  };
  // Of a dimension and its ranges the one whose labels are written.
  const dimension = [...dimensions].sort((a, b) => mostOf(b) - mostOf(a)).at(0);
  if (dimension === undefined) {
    report(env.ctx.sink, expressions.mapPlace, expr.span, {});
    return null;
  }
  const wanted = known(dimension);
  const missing = wanted?.filter((label) => !labels.includes(label)) ?? [];
  const extra = wanted === undefined ? [] : labels.filter((label) => !wanted.includes(label));
  if (missing.length > 0 || extra.length > 0) {
    report(env.ctx.sink, expressions.mapLabels, expr.span, { dimension: dimension.name, missing, extra });
    return null;
  }
  const unit = env.units.fresh();
  const values = expr.entries.map((entry) =>
    env.draft(entry.value, { what: `the value of \`${entry.key.text}\``, unit, keys: [] }),
  );
  if (!values.every((value) => value !== null)) return null;
  return {
    span: expr.span,
    type: numberType({ keys: [{ name: dimension.name, role: "dimension" }], groups: [], tables: [] }, unit),
    children: values,
    build: (type, children) => ({
      op: "map",
      dimension: dimension.name,
      entries: Object.fromEntries(labels.map((label, i) => [label, children[i]!])),
      type,
      span: expr.span,
    }),
  };
}
