/**
 * The checked model: what the checker makes of the syntax tree and all that later phases read. Plain,
 * serialisable data: names are resolved, defaults filled in, units computed, conversions explicit.
 */
import type { Role } from "./ast.ts";
import type { Scenario, System } from "./model-dynamics.ts";
import type { ExperimentDeclared } from "./model-experiments.ts";
import type { InferenceDeclared } from "./model-inference.ts";
import type { Regression } from "./model-regressions.ts";
import type { Expectation, Report } from "./model-reports.ts";
import type { SourceFile, Span } from "./source.ts";
import type { Unit } from "./units/unit.ts";

export interface Model {
  /** The file's stem. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** In an order in which each follows what it depends on; equal ranks in source order. */
  readonly declarations: readonly Declared[];
  readonly reports: readonly Report[];
  readonly expectations: readonly Expectation[];
}

export type * from "./model-dynamics.ts";
export type * from "./model-experiments.ts";
export type * from "./model-inference.ts";
export type * from "./model-regressions.ts";
export type * from "./model-reports.ts";

export type Declared =
  | Panel
  | Dimension
  | Technology
  | Direction
  | Measure
  | Index
  | InferenceDeclared
  | Regression
  | System
  | Scenario
  | ExperimentDeclared;

interface Base {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
}

// --- expressions -----------------------------------------------------------------------------------------

/** What an expression's value is. */
export interface ValueType {
  readonly of: "number" | "label" | "boolean";
  /** Null where no unit is known (a column without a unit); numbers only. */
  readonly unit: Unit | null;
  /** The key columns that tell its rows apart, e.g. `["province", "year"]`; none for a scalar. */
  readonly keys: readonly string[];
  /** A ratio index averages geometrically, a difference arithmetically; all else is a level. */
  readonly scale: "level" | "ratio" | "difference";
}

interface Typed {
  readonly type: ValueType;
  readonly span: Span;
}

export type Expr =
  | (Typed & { readonly op: "number"; readonly value: number })
  | (Typed & { readonly op: "text"; readonly value: string })
  | (Typed & { readonly op: "boolean"; readonly value: boolean })
  /** A column of a result table (panel, measure, index); of the block's own panel too. */
  | (Typed & { readonly op: "column"; readonly table: string; readonly column: string })
  /**
   * A system's variable in the system's table of runs. Its keys are `scenario`, `time` and the variable's
   * dimensions; `scenario` is set (and the key gone) in `s3.value`.
   */
  | (Typed & {
      readonly op: "run";
      readonly system: string;
      readonly scenario?: string;
      readonly variable: string;
    })
  /** Inside a system or a scenario's change: a variable of the system being run, with its dimensions as keys. */
  | (Typed & { readonly op: "variable"; readonly variable: string })
  /** Inside a system: `time` and `dt` (the step). Inside a lookup's equation: its argument. */
  | (Typed & { readonly op: "time" | "dt" | "argument" })
  | (Typed & { readonly op: "negate" | "not"; readonly arg: Expr })
  | (Typed & {
      readonly op: "add" | "subtract" | "multiply" | "divide" | "power";
      readonly left: Expr;
      readonly right: Expr;
    })
  | (Typed & { readonly op: "and" | "or"; readonly left: Expr; readonly right: Expr })
  | (Typed & {
      readonly op: "compare";
      readonly relation: "==" | "!=" | "<" | "<=" | ">" | ">=";
      readonly left: Expr;
      readonly right: Expr;
      /** `within 0.5%` is relative to the right side, `within 5 [t]` absolute in the left side's unit. */
      readonly tolerance?: { readonly relative: boolean; readonly value: Expr };
    })
  /** `x in 2004 .. 2014`, bounds included. */
  | (Typed & { readonly op: "between"; readonly arg: Expr; readonly low: Expr; readonly high: Expr })
  | (Typed & { readonly op: "if"; readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr })
  /** The same quantity on another scale of the same dimension: multiplies the number by `factor`. */
  | (Typed & { readonly op: "convert"; readonly factor: number; readonly arg: Expr })
  /** sum mean geomean min max count median sd share only; `by` are the keys that stay. */
  | (Typed & {
      readonly op: "aggregate";
      readonly fn: string;
      readonly arg: Expr;
      readonly where?: Expr;
      readonly by: readonly string[];
      readonly weights?: Expr;
    })
  /** A built-in function of the catalogue; missing optional arguments are left out. */
  | (Typed & {
      readonly op: "call";
      readonly fn: string;
      readonly args: readonly Expr[];
      readonly named: Readonly<Record<string, Expr>>;
    })
  /** Fixes the period or time key. */
  | (Typed & { readonly op: "at"; readonly arg: Expr; readonly key: string; readonly at: Expr })
  /** Fixes one key by its label; with `range`, in a system, the label is a dimension with some of the key's labels, which takes its place. */
  | (Typed & {
      readonly op: "pick";
      readonly arg: Expr;
      readonly key: string;
      readonly label: string | number;
      readonly range?: true;
    })
  /** A vector over one dimension: `{manufacturing: 300, services: 200}`. */
  | (Typed & {
      readonly op: "map";
      readonly dimension: string;
      readonly entries: Readonly<Record<string, Expr>>;
    })
  /** A table over time or over an argument: linear, schedule or spline through its points. */
  | (Typed & {
      readonly op: "table";
      readonly form: "linear" | "schedule" | "spline";
      readonly points: readonly { readonly x: number; readonly y: Expr }[];
      readonly beyond: "hold" | "extend" | "error";
      /** What is looked up: time, or the lookup's argument. */
      readonly input: Expr;
    })
  /** A call of a lookup of the system: `productivity(time)`. */
  | (Typed & { readonly op: "lookup"; readonly lookup: string; readonly input: Expr });

// --- data ------------------------------------------------------------------------------------------------

export interface Panel extends Base {
  readonly kind: "panel";
  readonly source: /** `path` is resolved against the file that names it, relative to the working folder, with `/`. */
    | { readonly kind: "file"; readonly path: string; readonly span: Span }
    | { readonly kind: "inline"; readonly columns: readonly string[]; readonly rows: readonly InlineRow[] }
    | { readonly kind: "panel"; readonly panel: string }
    | { readonly kind: "stack"; readonly panels: readonly string[] }
    | { readonly kind: "runs"; readonly system: string };
  readonly decimal: "." | ",";
  readonly sheet?: string;
  /** The name of the period that a wide table's headers hold. */
  readonly wide?: string;
  readonly missingValues: readonly string[];
  readonly dmu: readonly string[];
  readonly period?: string;
  readonly groups: readonly string[];
  /** Where each key and group is written, for messages. */
  readonly keySpans: Readonly<Record<string, Span>>;
  readonly columns: readonly Column[];
  readonly where: readonly Expr[];
  readonly missing:
    | { readonly rule: "error" }
    | { readonly rule: "drop"; readonly what: "row" | { readonly key: string } };
  readonly joins: readonly { readonly path: string; readonly on: readonly string[]; readonly span: Span }[];
}
export interface InlineRow {
  readonly span: Span;
  readonly cells: readonly { readonly text: string; readonly span: Span }[];
}
export interface Column {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
  readonly unit: Unit | null;
  readonly from: /** Read from the file, inline table or source panel under this header. */
  { readonly kind: "header"; readonly header: string } | { readonly kind: "expr"; readonly expr: Expr };
}

export interface Dimension extends Base {
  readonly kind: "dimension";
  /** The dimension of whose labels these are some. */
  readonly within?: string;
  /** Fixed labels, or those of a panel's key or group column in order of first appearance. */
  readonly labels: readonly string[] | { readonly table: string; readonly column: string };
}

// --- frontiers -------------------------------------------------------------------------------------------

export type Returns = "crs" | "vrs" | "nirs" | "ndrs" | "fdh";
export type Disposability =
  | "weak"
  | "strong"
  | "equality"
  | "shephard"
  | "by_production"
  | "natural"
  | "managerial";
export type Reference =
  | { readonly kind: "contemporaneous" | "global" | "sequential" | "biennial" }
  | { readonly kind: "window"; readonly size: number; readonly centered: boolean };

/** One input, good or bad output of a technology. */
export interface Variable {
  readonly name: string;
  readonly role: Role;
  /** Its value for each row of the panel: mostly a plain column. */
  readonly value: Expr;
  /** Its value for each row of the reference panel, where that is another one. */
  readonly referenceValue?: Expr;
  readonly unit: Unit | null;
  /** Non-discretionary: never moves, whatever the direction. */
  readonly fixed: boolean;
  /** An input that makes bads under `disposability by_production`. */
  readonly polluting?: true;
  /** The stage of a network that it belongs to. */
  readonly stage?: string;
  readonly span: Span;
}
export interface Technology extends Base {
  readonly kind: "technology";
  /** The panel whose rows are scored. */
  readonly panel: string;
  /** The panel that gives the frontier; the same one unless `reference … of PANEL`. */
  readonly referencePanel: string;
  /** One frontier for each combination of these keys or groups; empty: a common one. */
  readonly by: readonly string[];
  readonly variables: readonly Variable[];
  readonly returns: Returns;
  readonly disposability: Disposability;
  readonly reference: Reference;
  /** Restricts the reference set; units outside it are still scored. */
  readonly where?: Expr;
  /** Bounds on ratios of shadow prices. */
  readonly restrictions?: readonly PriceRestriction[];
  /** A network's stages in their order, and what passes between them; the variables are those of all stages. */
  readonly stages?: readonly string[];
  readonly links?: readonly StageLink[];
}
/** What one stage makes and another uses. */
export interface StageLink {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Kept at its observed amount, not chosen. */
  readonly fixed: boolean;
  readonly value: Expr;
  readonly referenceValue?: Expr;
  readonly unit: Unit | null;
  readonly span: Span;
}
/** `low ≤ price.over / price.under ≤ high`, in the unit of `under` per unit of `over`. */
export interface PriceRestriction {
  readonly over: string;
  readonly under: string;
  readonly low?: number;
  readonly high?: number;
  readonly span: Span;
}

export interface Direction extends Base {
  readonly kind: "direction";
  readonly entries: readonly {
    readonly target: { readonly role: Role } | { readonly variable: string };
    readonly sign: 1 | -1;
    /** An expression is checked where the direction is used, on the technology's panel: see `Move`. */
    readonly size: { readonly kind: "observed" | "mean" | "sd" | "range" | "max" | "expr" };
    readonly span: Span;
  }[];
}
/** How one variable moves along a direction: the size in the variable's own unit, always towards better. */
export interface Move {
  readonly variable: string;
  readonly size:
    | { readonly kind: "observed" | "mean" | "sd" | "range" | "max" }
    | { readonly kind: "expr"; readonly expr: Expr };
  /** The direction's entry. */
  readonly span: Span;
}

/** false: in its own reference set; observation: leaves itself out; dmu: leaves its DMU out in every period. */
export type Super = false | "observation" | "dmu";
export type Orientation = "none" | "input" | "output";

/** What is computed for every DMU: one family of linear programs. */
export interface MeasureSpec {
  /** A measure of the catalogue: `radial`, `ddf`, … */
  readonly fn: string;
  readonly technology: string;
  readonly orientation?: Orientation;
  /** A direction's name. */
  readonly along?: string;
  /** That direction on this technology, by variable. */
  readonly moves?: readonly Move[];
  readonly super: Super;
  /** Whether the second phase maximises the plain slack sum or divides each by its column mean. */
  readonly slacks: "plain" | "normalized";
  /** Whether each price's range over all optimal duals is asked for. */
  readonly priceRange?: boolean;
  /** What a unit of each slack or movement counts; a measure's own rule where absent. */
  readonly weights?:
    | { readonly kind: "ones" | "mip" | "normalized" }
    /** By variable; those left out count nothing. */
    | { readonly kind: "map"; readonly values: Readonly<Record<string, Expr>> }
    /** By stage of a network. */
    | { readonly kind: "stages"; readonly values: Readonly<Record<string, Expr>> };
  /** Prices by variable, in money per unit of it. */
  readonly prices?: Readonly<Record<string, Expr>>;
  /** The unit of price × amount; null where unknown. */
  readonly money?: Unit | null;
}
export interface Measure extends Base {
  readonly kind: "measure";
  readonly spec: MeasureSpec;
}
export interface Index extends Base {
  readonly kind: "index";
  /** An index of the catalogue: `malmquist`, `malmquist_luenberger`, `luenberger`, … */
  readonly fn: string;
  /** The distances it is made of. */
  readonly spec: MeasureSpec;
  /** Replaces the technology's reference. */
  readonly reference: Reference;
  readonly decomposition?: "fgnz" | "ray_desli" | "grifell_lovell";
  readonly rebase: boolean;
}
