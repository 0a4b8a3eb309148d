/**
 * Checks expressions: names, kinds, keys and units. Three steps, because in a system units are inferred over many equations:
 * `draft` resolves names and kinds and writes its demands on units into a solver, the solver solves, `settle` makes the
 * checked expression with every conversion explicit. `checkExpr` is all three for one expression.
 */
import type * as ast from "../ast.ts";
import type { Expr, ValueType } from "../model.ts";
import type { Span } from "../source.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import type { CheckContext } from "./context.ts";
import type { Key, Scope } from "./scope.ts";

/** What a place asks of the expression that stands there. */
export interface Expected {
  /** The place in the user's words, for messages: "the value of `growth`". */
  readonly what: string;
  /** A number unless said. */
  readonly of?: ValueType["of"];
  /** The place's unit, to which the value is converted; null or absent: any. */
  readonly unit?: UnitTerm | Unit | null;
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

/** Resolves names and kinds and states the demands on units; null after a reported error. */
export function draft(
  _ast: ast.Expr,
  _scope: Scope,
  _ctx: CheckContext,
  _units: UnitSolver,
  _expected?: Expected,
): Draft | null {
  throw new Error("not yet");
}

/** The checked expression, after `units.solve`. */
export function settle(_draft: Draft, _units: UnitSolver): Expr {
  throw new Error("not yet");
}

/** Checks one expression on its own; null after a reported error. */
export function checkExpr(
  _ast: ast.Expr,
  _scope: Scope,
  _ctx: CheckContext,
  _expected?: Expected,
): Expr | null {
  throw new Error("not yet");
}
