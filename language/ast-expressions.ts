/** The syntax tree's expressions and units, and what every node has; `ast.ts` holds the declarations. */
import type { Span } from "./source.ts";

export interface Node {
  readonly span: Span;
}
export interface Name extends Node {
  readonly text: string;
  /** Written in backticks. */
  readonly quoted?: boolean;
}
export interface Text extends Node {
  readonly value: string;
}
/** What every declaration and entry may carry: the `///` lines above it, joined by line ends. */
export interface Documented {
  readonly doc?: string;
}

// --- expressions -----------------------------------------------------------------------------------------

export type Expr =
  | NumberExpr
  | QuantityExpr
  | TextExpr
  | NameExpr
  | MemberExpr
  | PickExpr
  | CallExpr
  | UnaryExpr
  | BinaryExpr
  | WithinExpr
  | RangeExpr
  | IfExpr
  | AtExpr
  | MapExpr
  | BrokenExpr;

export interface NumberExpr extends Node {
  readonly kind: "number";
  readonly value: number;
}
/** A number with a unit: `50 [CNY/t]`. */
export interface QuantityExpr extends Node {
  readonly kind: "quantity";
  readonly value: Expr;
  readonly unit: UnitExpr;
}
export interface TextExpr extends Node {
  readonly kind: "text";
  readonly value: string;
}
export interface NameExpr extends Node {
  readonly kind: "name";
  readonly name: Name;
}
export interface MemberExpr extends Node {
  readonly kind: "member";
  readonly object: Expr;
  readonly member: Name;
}
/** `x[services]`, `gtfp.change["Beijing", 2010]`: each label is a name, a string or a number. */
export interface PickExpr extends Node {
  readonly kind: "pick";
  readonly object: Expr;
  readonly labels: readonly Label[];
}
export interface Label extends Node {
  readonly value: string | number;
}
/** A call; aggregates may carry `where` and `by` inside their parentheses. */
export interface CallExpr extends Node {
  readonly kind: "call";
  /** A dotted name such as `random.normal` stands as one text. */
  readonly callee: Name;
  readonly args: readonly Arg[];
  readonly where?: Expr;
  readonly by?: readonly Name[];
}
/** `x`, `name: x` or, in a table over time, `2017: x`. */
export interface Arg extends Node {
  readonly name?: Name;
  readonly key?: Expr;
  readonly value: Expr;
}
export interface UnaryExpr extends Node {
  readonly kind: "unary";
  readonly operator: "-" | "not" | "%";
  readonly arg: Expr;
}
export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "and"
  | "or";
export interface BinaryExpr extends Node {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
}
/** `a == b within 0.5%` or `within 5 [t]`. */
export interface WithinExpr extends Node {
  readonly kind: "within";
  readonly comparison: Expr;
  readonly tolerance: Expr;
}
/** `a .. b` or `a .. b step c`. */
export interface RangeExpr extends Node {
  readonly kind: "range";
  readonly from: Expr;
  readonly to: Expr;
  readonly step?: Expr;
}
export interface IfExpr extends Node {
  readonly kind: "if";
  readonly condition: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
}
export interface AtExpr extends Node {
  readonly kind: "at";
  readonly object: Expr;
  readonly at: Expr;
}
/** `{a: 1, b: 2}` */
export interface MapExpr extends Node {
  readonly kind: "map";
  readonly entries: readonly { readonly key: Name; readonly value: Expr }[];
}
/** Where an expression was expected and none could be read; already reported. */
export interface BrokenExpr extends Node {
  readonly kind: "broken";
}

// --- units -----------------------------------------------------------------------------------------------

export type UnitExpr =
  | (Node & { readonly kind: "unit-number"; readonly value: number })
  /** A unit's name; `%` stands as a name. */
  | (Node & { readonly kind: "unit-name"; readonly name: Name })
  | (Node & { readonly kind: "unit-product"; readonly left: UnitExpr; readonly right: UnitExpr })
  | (Node & { readonly kind: "unit-quotient"; readonly left: UnitExpr; readonly right: UnitExpr })
  | (Node & { readonly kind: "unit-power"; readonly base: UnitExpr; readonly exponent: number });
