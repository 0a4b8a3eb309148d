/** A model's text, run, as what looks into its programs takes it. */
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Example } from "../../language/diagnostics/entry.ts";
import type { Measure, Model, System } from "../../language/model.ts";
import type { Environment } from "../../runtime/evaluate/environment.ts";
import { runEnvironment } from "../../runtime/run-environment.ts";
import { loadSolvers } from "../../runtime/solve/solve-family.ts";
import { pipeline } from "./pipeline.ts";

export interface OpenedModel {
  readonly model: Model;
  readonly env: Environment;
  readonly sink: Diagnostics;
  measure(name: string): Measure;
  system(name: string): System;
}

/** Checks and runs a model that has no errors. */
export async function openedModel(example: Example): Promise<OpenedModel> {
  await loadSolvers();
  const { model, results, diagnostics } = await pipeline(example);
  if (model === null || results === null) throw new Error(diagnostics.map((d) => d.message).join("\n"));
  const declared = (name: string) => model.declarations.find((d) => d.name === name);
  return {
    model,
    env: runEnvironment(model, new Map(results.tables.map((table) => [table.name, table]))),
    sink: new Diagnostics(),
    measure: (name) => {
      const found = declared(name);
      if (found?.kind !== "measure") throw new Error(`no measure ${name}`);
      return found;
    },
    system: (name) => {
      const found = declared(name);
      if (found?.kind !== "system") throw new Error(`no system ${name}`);
      return found;
    },
  };
}
