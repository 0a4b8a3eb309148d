/**
 * Checks expressions: names, kinds, keys and units. Three steps, because in a system units are inferred over many equations:
 * `draft` resolves names and kinds and writes its demands on units into a solver, the solver solves, `settle` makes the
 * checked expression with every conversion explicit. `checkExpr` is all three for one expression.
 */
import type * as ast from "../ast.ts";
import type { Expr, ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import { constantNumber } from "../units/constant.ts";
import { UnitSolver } from "../units/solver.ts";
import { isOne, one, type UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import { isOfConstants } from "./constant-formula.ts";
import type { CheckContext } from "./context.ts";
import { accept } from "./expression-accept.ts";
import { draftCall } from "./expression-calls.ts";
import { draftWithin } from "./expression-comparisons.ts";
import { draftMember, draftName, draftPick } from "./expression-names.ts";
import { draftAt, draftBinary, draftIf, draftMap, draftRange, draftUnary } from "./expression-operators.ts";
import type { Key, Scope } from "./scope.ts";

/** What a place asks of the expression that stands there. */
export interface Expected {
  /** The place in the user's words, for messages: "the value of `growth`". */
  readonly what: string;
  /** A number unless said; `any` where labels and conditions may stand too. */
  readonly of?: ValueType["of"] | "any";
  /** The place's unit, to which the value is converted; null or absent: any. */
  readonly unit?: UnitTerm | Unit | null;
  /** What `unit` is already known to be, where it is an unknown of the solver: a flow's unit by its stock's. */
  readonly known?: Unit | null;
  /** The keys that the value may have (groups that they determine included); absent: any. */
  readonly keys?: readonly string[];
}

/** An expression whose names and kinds are known, its unit perhaps not yet. */
export interface Draft {
  readonly span: Span;
  readonly type: DraftType;
  readonly children: readonly Draft[];
  /** The unit that the place asks for: the number is converted where scales differ. */
  readonly wanted?: UnitTerm;
  /** Makes the checked node out of its settled type and children. */
  build(type: ValueType, children: readonly Expr[]): Expr;
}
export interface DraftType {
  readonly of: ValueType["of"];
  /** Only numbers have one; `one` for labels and booleans. */
  readonly unit: UnitTerm;
  readonly keys: readonly Key[];
  /** Label columns that the keys determine. */
  readonly groups: readonly string[];
  readonly scale: ValueType["scale"];
  /** The tables whose rows it runs over. */
  readonly tables: readonly string[];
}

/** What the parts of the expression checker share. */
export interface Env {
  readonly scope: Scope;
  readonly ctx: CheckContext;
  readonly units: UnitSolver;
  /** Drafts a part, in the same scope unless another is given. */
  draft(expr: ast.Expr, expected?: Expected, scope?: Scope): Draft | null;
}

/**
 * Resolves names and kinds and states the demands on units; null after a reported error.
 *
 * @param expected what the place asks; a constant that stands there alone takes its unit
 */
export function draft(
  expr: ast.Expr,
  scope: Scope,
  ctx: CheckContext,
  units: UnitSolver,
  expected?: Expected,
): Draft | null {
  const env: Env = {
    scope,
    ctx,
    units,
    draft: (part, wanted, inner = scope) => draft(part, inner, ctx, units, wanted),
  };
  const term = expected?.unit === undefined || expected.unit === null ? undefined : units.of(expected.unit);
  const constant = constantNumber(expr);
  const drafted =
    constant === null
      ? draftNode(expr, env, expected)
      : numberDraft(expr.span, constant, term ?? (constant === 0 ? units.fresh() : one));
  if (drafted === null || expected === undefined) return drafted;
  const plain = constant === null && isOne(drafted.type.unit) && isOfConstants(expr, env);
  const taken = plain && term !== undefined ? { ...drafted, type: { ...drafted.type, unit: term } } : drafted;
  return accept(taken, expected, term, env);
}

function draftNode(expr: ast.Expr, env: Env, expected?: Expected): Draft | null {
  switch (expr.kind) {
    case "broken":
      return null;
    case "number":
      return numberDraft(expr.span, expr.value, one);
    case "quantity": {
      const unit = env.ctx.readUnit(expr.unit);
      if (unit === null) return null;
      const value = env.draft(expr.value, { what: "the number before a unit", unit, keys: [] });
      return value && { ...value, span: expr.span };
    }
    case "text":
      return {
        span: expr.span,
        type: { of: "label", unit: one, keys: [], groups: [], scale: "level", tables: [] },
        children: [],
        build: (type) => ({ op: "text", value: expr.value, type, span: expr.span }),
      };
    case "name":
      return draftName(expr.name, env);
    case "member":
      return draftMember(expr, env);
    case "pick":
      return draftPick(expr, env);
    case "call":
      return draftCall(expr, env);
    case "unary":
      return draftUnary(expr, env);
    case "binary":
      return draftBinary(expr, env);
    case "within":
      return draftWithin(expr, env);
    case "range":
      return draftRange(expr, env);
    case "if":
      return draftIf(expr, env, expected);
    case "at":
      return draftAt(expr, env);
    case "map":
      return draftMap(expr, env, expected?.keys);
  }
}

/** A number with its unit. */
export function numberDraft(span: Span, value: number, unit: UnitTerm): Draft {
  return {
    span,
    type: { of: "number", unit, keys: [], groups: [], scale: "level", tables: [] },
    children: [],
    build: (type) => ({ op: "number", value, type, span }),
  };
}

/** The checked expression, after `units.solve`. */
export function settle(drafted: Draft, units: UnitSolver): Expr {
  const { of, keys, scale } = drafted.type;
  const unit = of === "number" ? units.unit(drafted.type.unit) : null;
  const children = drafted.children.map((child) => settle(child, units));
  const expr = drafted.build({ of, unit, keys: keys.map((key) => key.name), scale }, children);
  if (drafted.wanted === undefined || of !== "number") return expr;
  const factor = units.factor(drafted.type.unit, drafted.wanted);
  if (factor === 1) return expr;
  const type = { ...expr.type, unit: units.unit(drafted.wanted) };
  return { op: "convert", factor, arg: expr, type, span: drafted.span };
}

/** Checks one expression on its own; null after a reported error. */
export function checkExpr(expr: ast.Expr, scope: Scope, ctx: CheckContext, expected?: Expected): Expr | null {
  const units = new UnitSolver();
  const drafted = draft(expr, scope, ctx, units, expected);
  if (drafted === null) return null;
  return units.solve(ctx.sink) ? settle(drafted, units) : null;
}
