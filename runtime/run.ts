import type { Model } from "../language/model.ts";
import type { Host, Results } from "./results.ts";

export interface RunOptions {
  /** Solves every program with this solver instead of the usual choice. */
  readonly solver?: "kernel" | "highs" | "javascript-lp-solver";
  /** The share of programs (0 … 1) that a second solver solves again to compare. */
  readonly crossCheck?: number;
  /** Computes only this declaration, report or scenario and what it needs. */
  readonly only?: string;
}

export async function run(model: Model, _host: Host, _options: RunOptions = {}): Promise<Results> {
  return {
    model: model.name,
    diagnostics: [],
    tables: [],
    reports: [],
    expectations: [],
    programs: [],
  };
}
