/** What Vensim and XMILE files have in common: a model in the words of neither, which `write-model.ts` turns into GTFP. */
import type { Span } from "../../language/source.ts";

/** An expression as it stands in the imported file; names are as written. */
export type Term =
  | { readonly op: "number"; readonly value: number; readonly span: Span }
  | {
      readonly op: "name";
      readonly name: string;
      readonly subscripts: readonly Subscript[];
      readonly span: Span;
    }
  /** A function, or a lookup that is read: `f(x)`. */
  | {
      readonly op: "call";
      readonly name: string;
      readonly subscripts: readonly Subscript[];
      readonly args: readonly Term[];
      readonly span: Span;
    }
  | { readonly op: "unary"; readonly sign: "-" | "not"; readonly arg: Term; readonly span: Span }
  | {
      readonly op: "binary";
      readonly sign: Sign;
      readonly left: Term;
      readonly right: Term;
      readonly span: Span;
    }
  | {
      readonly op: "if";
      readonly condition: Term;
      readonly yes: Term;
      readonly no: Term;
      readonly span: Span;
    }
  /** Points read at an input: Vensim's WITH LOOKUP, XMILE's graphical auxiliaries. */
  | { readonly op: "graph"; readonly input: Term; readonly points: Points; readonly span: Span }
  /** `1, 2; 3, 4`: one number for each element, rows of them for two dimensions. */
  | { readonly op: "list"; readonly rows: readonly (readonly Term[])[]; readonly span: Span }
  /** `'data.xls'`, an argument of functions that read files. */
  | { readonly op: "text"; readonly span: Span }
  /** What could not be read and has been told. */
  | { readonly op: "broken"; readonly span: Span };

export type Sign = "+" | "-" | "*" | "/" | "^" | "mod" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "and" | "or";

/** `Province`, `P1`, `Province!` (each of them, under SUM), `*` (the same in XMILE, whichever dimension stands there). */
export interface Subscript {
  readonly name: string;
  readonly each: boolean;
  readonly span: Span;
}

export interface Points {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Between two points: a line, or the first one's value. */
  readonly between: "line" | "step";
  readonly beyond: "hold" | "extend";
  readonly span: Span;
}

export interface ImportedEquation {
  readonly subscripts: readonly Subscript[];
  /** Elements that this equation leaves to others. */
  readonly except: readonly (readonly Subscript[])[];
  /** A stock's is its value at the start. */
  readonly value: Term;
  /** What a stock changes by, where that is one expression (Vensim's INTEG). */
  readonly rate?: Term;
  readonly span: Span;
}

export interface ImportedVariable {
  readonly name: string;
  readonly role: "stock" | "flow" | "value" | "lookup";
  readonly equations: readonly ImportedEquation[];
  /** Its dimensions where the file says them apart from its equations. */
  readonly dimensions?: readonly string[];
  /** A lookup's. */
  readonly points?: Points;
  /** A flow's ends, by name; absent is the cloud. */
  readonly from?: string;
  readonly to?: string;
  readonly nonnegative?: boolean;
  readonly units?: string;
  readonly doc?: string;
  readonly span: Span;
}

export interface ImportedDimension {
  readonly name: string;
  readonly labels: readonly string[];
  readonly doc?: string;
  readonly span: Span;
}

export interface ImportedTime {
  readonly start: number;
  readonly stop: number;
  /** As GTFP writes it: `1/16`, `0.1`. */
  readonly step: string;
  readonly save?: string;
  readonly method: string;
  readonly units?: string;
  readonly span: Span;
}

export interface ImportedModel {
  readonly dimensions: readonly ImportedDimension[];
  readonly variables: readonly ImportedVariable[];
  readonly time: ImportedTime;
  /** How its equations are to be understood. */
  readonly dialect: Dialect;
}

/** A function as a template: `$1` is an argument, `$1?` one read as a condition, `$1*` one that stands beside an operator. */
export interface ImportedFunction {
  /** By the number of arguments. */
  readonly forms: Readonly<Record<number, string>>;
  /** Told wherever it is used: how the translation differs. */
  readonly differs?: string;
}

export interface Dialect {
  readonly functions: ReadonlyMap<string, ImportedFunction>;
  /** Functions over the elements marked `!` or `*`. */
  readonly aggregates: ReadonlyMap<string, string>;
  /** Names that are no variables: `Time`, `DT`, `PI`. By folded name. */
  readonly constants: ReadonlyMap<string, string>;
  /** Names of fixed times and spans of time: `INITIAL TIME`. By folded name. */
  readonly moments: ReadonlyMap<string, string>;
}
