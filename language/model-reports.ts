/** What the checker makes of reports and expectations. */
import type { Expr } from "./model.ts";
import type { Span } from "./source.ts";

/** A value of a report, with its source text. */
export interface ReportValue {
  readonly label: string;
  readonly expr: Expr;
}
export interface Report {
  readonly name: string;
  readonly span: Span;
  readonly doc?: string;
  readonly items: readonly ReportItem[];
}
export type ReportItem = { readonly span: Span; readonly doc?: string } & (
  | { readonly kind: "text"; readonly parts: readonly (string | Expr)[] }
  | {
      readonly kind: "table";
      readonly values: readonly ReportValue[];
      /** Means over these keys (geometric for ratio indices), or one row for each row where absent. */
      readonly by?: readonly string[];
      readonly rows?: string;
      readonly columns?: string;
      readonly at?: readonly (number | string)[];
      readonly sort?: "ascending" | "descending";
      readonly digits?: number;
    }
  | {
      readonly kind: "compare";
      readonly values: readonly ReportValue[];
      readonly at: readonly number[];
      readonly scenarios: readonly string[];
      readonly against: string;
      readonly digits?: number;
    }
  /** One run beside data; `expr` reads the run at hand, as experiments do. */
  | {
      readonly kind: "validate";
      readonly system: string;
      readonly scenario: string | null;
      readonly values: readonly { readonly label: string; readonly expr: Expr; readonly data: Expr }[];
      readonly digits?: number;
    }
  /** What the columns of a table are like: how many, mean, spread. */
  | {
      readonly kind: "describe";
      readonly values: readonly ReportValue[];
      /** One line for each of these keys too. */
      readonly by?: readonly string[];
      readonly at?: readonly (number | string)[];
      readonly digits?: number;
    }
  | Chart
  | TileMap
  /** The section of a frontier in two variables of its technology. */
  | {
      readonly kind: "frontier";
      readonly measure: string;
      readonly y: string;
      readonly x: string;
      readonly at?: number | string;
      /** The labels, by DMU column, of the unit through which the section goes. */
      readonly dmu?: readonly string[];
    }
  /** One unit's linear program with its numbers; the labels are those of the panel's DMU columns, in their order, or some of them. */
  | {
      readonly kind: "program";
      readonly measure: string;
      readonly dmu: readonly string[];
      readonly at?: number | string;
    }
  /** Stocks and flows. */
  | { readonly kind: "diagram"; readonly system: string }
);

/** Values drawn over time, over the labels of a key, or against another value. */
export interface Chart {
  readonly kind: "chart";
  readonly form: "lines" | "bars" | "points";
  readonly values: readonly ReportValue[];
  /** Bars: the key whose labels stand along the axis; absent where the values have no key. */
  readonly over?: string;
  /** Points: what is drawn to the right. */
  readonly against?: ReportValue;
  /** One for each of these keys or groups; means over the others. */
  readonly by?: readonly string[];
  readonly at?: readonly (number | string)[];
  /** Only these scenarios, in this order. */
  readonly scenarios?: readonly string[];
  /** The scenario that the others are compared with. */
  readonly base?: string;
  /** Only these labels of a key that is no time. */
  readonly only?: readonly { readonly label: string; readonly span: Span }[];
  /** Where a sensitivity has run what is drawn: the table of its bands and the output there. */
  readonly fans?: readonly {
    /** The place among the values. */
    readonly value: number;
    readonly table: string;
    readonly output: string;
    /** The scenario that was varied; absent where the value is the sensitivity's own median. */
    readonly scenario?: string;
  }[];
  readonly sort?: "ascending" | "descending";
  readonly digits?: number;
}

/** Values on a map, whose tiles or outlines stand in a file. */
export interface TileMap {
  readonly kind: "map";
  readonly values: readonly ReportValue[];
  readonly at?: readonly (number | string)[];
  readonly file: { readonly path: string; readonly span: Span };
  /** The key or group of the values that names the places. */
  readonly key: string;
  /** The column of the file, or the property of its outlines, that holds these names. */
  readonly column: string;
  readonly digits?: number;
}

export interface Expectation {
  /** The `///` above it, or the source text of the claim. */
  readonly title: string;
  /** The claim's source text. */
  readonly text: string;
  readonly span: Span;
  /** A boolean expression. */
  readonly expr: Expr;
}
