/** A model in memory through all phases, as the command line takes it. */

import { check } from "../../language/check/check.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import type { Example } from "../../language/diagnostics/entry.ts";
import type { Model } from "../../language/model.ts";
import type { Results } from "../../runtime/results.ts";
import { type RunOptions, run } from "../../runtime/run.ts";

export interface Outcome {
  readonly files: Readonly<Record<string, string>>;
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Null where the model or its data is wrong. */
  readonly results: Results | null;
}

/** The files of an example; a bare text is `model.gtfp`. */
export function filesOf(example: Example): Readonly<Record<string, string>> {
  return typeof example === "string" ? { "model.gtfp": example } : example;
}

/** Checks and, where there is no error, runs `model.gtfp`. */
export async function pipeline(example: Example): Promise<Outcome> {
  return pipelineWith(example, {});
}

export async function pipelineWith(example: Example, options: RunOptions): Promise<Outcome> {
  const files = filesOf(example);
  const { model, diagnostics } = check("model.gtfp", (path) => files[path] ?? null);
  if (model === null) return { files, model, diagnostics, results: null };
  const bytes = (path: string) => (path in files ? new TextEncoder().encode(files[path]) : null);
  const results = await run(model, { read: bytes }, options);
  const failed = results.diagnostics.some((d) => d.severity === "error");
  return {
    files,
    model,
    diagnostics: [...diagnostics, ...results.diagnostics],
    results: failed ? null : results,
  };
}
