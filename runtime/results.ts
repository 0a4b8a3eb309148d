import type { Explanation } from "../compiler/print/explanation.ts";
import type { Diagnostic } from "../language/diagnostics/diagnostic.ts";
import type { Chart } from "./charts/chart.ts";
import type { Table } from "./tables/table.ts";

/** All that a run gives, in order of declaration. */
export interface Results {
  readonly model: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly tables: readonly Table[];
  /** The reports as documents of plain data: text and tables, by report. */
  readonly reports: readonly ReportDocument[];
  readonly expectations: readonly ExpectationResult[];
  /** How many programs there were and how they ended, by measure or index. */
  readonly programs: readonly ProgramCount[];
}
export interface ReportDocument {
  readonly name: string;
  readonly doc?: string;
  readonly items: readonly (
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "table"; readonly table: Table; readonly title?: string }
    /** `chart`, `map` and `frontier`. */
    | { readonly kind: "chart"; readonly chart: Chart; readonly title?: string }
    /** One unit's linear program in mathematics, with its numbers; the table holds its rows. */
    | {
        readonly kind: "program";
        readonly explanation: Explanation;
        readonly table: Table;
        readonly title?: string;
      }
    /** Stocks and flows in the DOT language of Graphviz; the table holds the pipes and links. */
    | {
        readonly kind: "diagram";
        readonly dot: string;
        readonly sentence: string;
        readonly table: Table;
        readonly title?: string;
      }
  )[];
}
export interface ExpectationResult {
  readonly title: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly pass: boolean;
  /** The left side's value where it is one number. */
  readonly actual: number | null;
  /** Why it failed, in words: the first rows that break it, no rows, an empty value. */
  readonly reason?: string;
}
export interface ProgramCount {
  readonly name: string;
  readonly optimal: number;
  readonly infeasible: number;
  readonly unbounded: number;
  readonly undefined: number;
  /** Optimal or infeasible programs whose certificate held. */
  readonly certified: number;
  /** Programs that a second solver had to solve. */
  readonly retried: number;
}

/** What the pure core needs from the outside world. Paths are as the model resolved them. */
export interface Host {
  /** The file's bytes, or null where there is none. */
  read(path: string): Uint8Array | null;
  /** Called now and then during long work; `done` of `total` programs or steps. */
  progress?(what: string, done: number, total: number): void;
}
