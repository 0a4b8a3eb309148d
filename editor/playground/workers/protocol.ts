/**
 * What the page asks of its worker for models, and what that answers. All of it is plain data. The worker keeps the files and the
 * last checked model; the page never parses, checks or solves anything itself.
 */
import type { JsonDiagnostic } from "../../../language/diagnostics/to-json.ts";
import type { FrontierSection } from "../../../runtime/charts/section.ts";
import type { SystemDiagram } from "../../../runtime/explain/system-diagram.ts";
import type { JsonResults } from "../../../runtime/report/results-json.ts";
import type { ProgramCount, ReportDocument } from "../../../runtime/results.ts";
import type { Table } from "../../../runtime/tables/table.ts";
import type { TooLarge } from "../../../runtime/teach/simplex-types.ts";
import type { UnitSimplex } from "../../../runtime/teach/unit-simplex.ts";
import type { Edit } from "./edits.ts";
import type { Outline } from "./outline.ts";

/** A question; each kind has its answer in `Answers`. */
export type Ask =
  /** Checks the model and says what it holds and what running it will cost. */
  | { readonly ask: "outline" }
  | { readonly ask: "run"; readonly only?: string }
  | ({ readonly ask: "section"; readonly measure: string; readonly x: string; readonly y: string } & UnitAsk)
  | ({ readonly ask: "program"; readonly measure: string } & UnitAsk)
  | ({ readonly ask: "simplex"; readonly measure: string } & UnitAsk)
  | { readonly ask: "explain"; readonly name: string }
  | { readonly ask: "diagram"; readonly system: string }
  /** The model's text after something was done by hand: dragged, turned, slid. */
  | { readonly ask: "edit"; readonly edit: Edit }
  | { readonly ask: "lesson"; readonly lesson: string }
  /** The rows of a data file. */
  | { readonly ask: "table"; readonly path: string };

/** Which unit: the labels of its DMU, joined by `, `, and its period. */
export interface UnitAsk {
  readonly dmu?: string;
  readonly period?: string;
}

export interface Answers {
  outline: { readonly outline: Outline; readonly diagnostics: readonly JsonDiagnostic[] };
  run: RunAnswer;
  section: FrontierSection;
  /** The program as HTML made by `explanationHtml`. */
  program: { readonly html: string };
  simplex: UnitSimplex | TooLarge;
  /** Of a declaration, a diagnostic's code or a word of the language. */
  explain: { readonly html: string };
  diagram: SystemDiagram;
  edit: { readonly text: string };
  lesson: { readonly solved: boolean; readonly told?: { readonly en: string; readonly zh: string } };
  table: {
    readonly header: readonly string[];
    /** The first thousands of `total`. */
    readonly rows: readonly (readonly string[])[];
    readonly total: number;
  };
}
export interface RunAnswer {
  /** The same document as `gtfp run --format json`. */
  readonly results: JsonResults;
  /** The same tables with what readable ones need beside: signs of columns, decimals, notes. */
  readonly tables: readonly Table[];
  readonly reports: readonly ReportDocument[];
  readonly programs: readonly ProgramCount[];
  /** Milliseconds from the question to the answer. */
  readonly took: number;
}

export type ToWorker =
  /** Files changed, named by their paths; null takes one away. The entry is the model that questions are about. */
  | {
      readonly files: Readonly<Record<string, string | Uint8Array | null>>;
      readonly entry: string;
    }
  | { readonly id: number; readonly question: Ask };
export type FromWorker =
  | { readonly id: number; readonly answer: Answers[Ask["ask"]] }
  /** In words for the user: what was asked for is not there. */
  | { readonly id: number; readonly wrong: string }
  /** The model or its data has errors. */
  | { readonly id: number; readonly failed: readonly JsonDiagnostic[] }
  /** A mistake of ours, or no memory left: the error's own words. */
  | { readonly id: number; readonly fault: string }
  | {
      readonly id: number;
      readonly progress: { readonly what: string; readonly done: number; readonly total: number };
    };
