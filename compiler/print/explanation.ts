/**
 * An explanation as plain data: headings, sentences, formulas, programs and tables. It is written as text for terminals and as
 * LaTeX for papers from this one value.
 */
import type { Span } from "../../language/source.ts";
import type { Formula, Sign, Term } from "./math.ts";

/** A sentence: words, in which `code` stands in backticks, and mathematics. */
export type Prose = readonly (string | Formula)[];

export type Block =
  | { readonly is: "title"; readonly text: string; readonly place?: string }
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "text"; readonly prose: Prose }
  | { readonly is: "formulas"; readonly lines: readonly FormulaLine[] }
  | ProgramBlock
  | TableauBlock
  | {
      readonly is: "table";
      readonly columns: readonly {
        readonly header: string;
        readonly sub?: string;
        readonly numeric?: boolean;
      }[];
      readonly rows: readonly (readonly Prose[])[];
    }
  /** Names and what they mean. */
  | { readonly is: "terms"; readonly terms: readonly { readonly term: Prose; readonly meaning: Prose }[] }
  /** Text that stands as it is: a model, a file. */
  | { readonly is: "verbatim"; readonly text: string };

/** Where a row of a program comes from, as far as its family knows. */
export interface RowOrigin {
  /** The variable whose row it is; of several that read alike, all. */
  readonly variables?: readonly string[];
  /** Where the variables, or the entry that asks for the row, stand in the source. */
  readonly sources?: readonly Span[];
}
/** One line of aligned formulas: what stands left of the sign, right of it, and a remark. */
export interface FormulaLine extends RowOrigin {
  readonly left: Formula;
  readonly sign?: Sign;
  readonly right?: Formula;
  readonly note?: Prose;
}
/** A program in mathematics: an objective and its constraints. */
export interface ProgramBlock {
  readonly is: "program";
  readonly sense: "min" | "max";
  readonly objective: Formula;
  readonly lines: readonly FormulaLine[];
}
/** A program in numbers: a term for each column, so that the same variable stands below itself. */
export interface TableauBlock {
  readonly is: "tableau";
  readonly sense: "min" | "max";
  readonly objective: readonly Term[];
  readonly rows: readonly TableauRow[];
  /** What is not shown between the columns before and from `at` on: `36 more intensities`. */
  readonly rest?: { readonly at: number; readonly words: string };
  /** Sentences below: which variables are free, which are left out. */
  readonly notes: readonly Prose[];
}
export interface TableauRow extends RowOrigin {
  readonly label: string;
  /** One for each column; null where the row has no term. */
  readonly cells: readonly (TableauCell | null)[];
  readonly relation: "≤" | "=" | "≥";
  readonly rhs: string;
  /** Whether it holds with equality at the solution; absent where there is none. */
  readonly binding?: boolean;
}
export interface TableauCell {
  readonly sign: 1 | -1;
  /** Empty for 1. */
  readonly factor: string;
  readonly of: Formula;
}

export interface Explanation {
  readonly blocks: readonly Block[];
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], joint = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

export const text = (...prose: Prose): Block => ({ is: "text", prose });
export const heading = (words: string): Block => ({ is: "heading", text: words });

/** A sentence begins with a capital and ends with a full stop. */
export function sentence(words: string): string {
  const whole = /[.!?…:]$/.test(words) ? words : `${words}.`;
  return /^[a-z]/.test(whole) ? `${whole[0]!.toUpperCase()}${whole.slice(1)}` : whole;
}
