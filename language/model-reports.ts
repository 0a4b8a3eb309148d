/** What the checker makes of reports and expectations. */
import type { Expr } from "./model.ts";
import type { Span } from "./source.ts";

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
      readonly values: readonly { readonly label: string; readonly expr: Expr }[];
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
      readonly values: readonly { readonly label: string; readonly expr: Expr }[];
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
);

export interface Expectation {
  /** The `///` above it, or the source text of the claim. */
  readonly title: string;
  /** The claim's source text. */
  readonly text: string;
  readonly span: Span;
  /** A boolean expression. */
  readonly expr: Expr;
}
