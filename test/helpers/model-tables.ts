/** A model's text, run, and the columns of its tables. */
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { loadSolvers } from "../../runtime/solve/solve-family.ts";
import { pipeline } from "./pipeline.ts";

export interface ModelTables {
  readonly diagnostics: readonly Diagnostic[];
  /** A column, numbers without NaN (null there); throws where there is none. */
  column(table: string, name: string): (number | string | null)[];
  numbers(table: string, name: string): number[];
  columns(table: string): string[];
  notes(table: string): string;
  count(table: string): { readonly optimal: number; readonly infeasible: number; readonly certified: number };
}

/** Runs a model that has no errors. */
export async function tablesOf(text: string): Promise<ModelTables> {
  await loadSolvers();
  const { results, diagnostics } = await pipeline(text);
  if (results === null) throw new Error(diagnostics.map((d) => `${d.code} ${d.message}`).join("\n"));
  const table = (name: string) => {
    const found = results.tables.find((t) => t.name === name);
    if (found === undefined)
      throw new Error(`no table ${name} in ${results.tables.map((t) => t.name).join(", ")}`);
    return found;
  };
  const cells = (of: string, name: string) => {
    const found = table(of).columns.find((c) => c.name === name);
    if (found === undefined)
      throw new Error(
        `no column ${name} in ${table(of)
          .columns.map((c) => c.name)
          .join(", ")}`,
      );
    return [...found.cells.values];
  };
  return {
    diagnostics,
    column: (of, name) => cells(of, name).map((v) => (typeof v === "number" && Number.isNaN(v) ? null : v)),
    numbers: (of, name) => cells(of, name).map((v) => (typeof v === "number" ? v : Number.NaN)),
    columns: (of) => table(of).columns.map((c) => c.name),
    notes: (of) => (table(of).notes ?? []).join("\n"),
    count: (of) => results.programs.find((p) => p.name === of)!,
  };
}

/** What is wrong with a model, `code message` each. */
export async function complaints(text: string): Promise<string[]> {
  const { diagnostics } = await pipeline(text);
  return diagnostics.map(
    ({ code, message, help }) => `${code} ${message}${help === undefined ? "" : ` (${help})`}`,
  );
}

/** Each number within 1e-9, relative to 1 or its size; null where there must be none. */
export function near(
  wanted: readonly (number | null)[],
  within = 1e-9,
): (actual: readonly unknown[]) => boolean {
  return (actual) =>
    actual.length === wanted.length &&
    actual.every((value, i) => {
      const want = wanted[i]!;
      if (want === null || typeof value !== "number") return value === want;
      return Math.abs(value - want) <= within * Math.max(1, Math.abs(want));
    });
}
