import { type Diagnostic, Diagnostics } from "../language/diagnostics/diagnostic.ts";
import type { Declared, Model } from "../language/model.ts";
import { readPlaces } from "./charts/places.ts";
import { closure } from "./dependencies.ts";
import { EvaluationFault } from "./evaluate/fault.ts";
import { isInference } from "./inference/is-inference.ts";
import { buildPanel } from "./panel/build-panel.ts";
import { unknownUse, useOf } from "./panel/panel-use.ts";
import type { Host } from "./results.ts";
import { runEnvironment } from "./run-environment.ts";
import type { Table } from "./tables/table.ts";
import { isWorkbook, needsWorkbook, workbookReader } from "./tables/workbooks.ts";

/**
 * What is wrong with a model's data: builds every panel that needs no solved program and no run, reads the files
 * of maps, and keeps only the diagnostics. Panels made from results are left to the run itself.
 *
 * @remarks `loadWorkbooks` must have been awaited where panels are read from workbooks; these are left out else.
 * @param whole false where parts of the model are lacking: which columns it uses is then unknown, so that no
 *   missing value can be said to matter
 */
export function readPanels(model: Model, host: Host, whole = true): readonly Diagnostic[] {
  const sink = new Diagnostics();
  const tables = new Map<string, Table>();
  const env = runEnvironment(model, tables);
  const declared = new Map(model.declarations.map((d) => [d.name, d]));
  const computed = (name: string) => {
    const found = declared.get(name)!;
    return ["measure", "index", "regression", "system"].includes(found.kind) || isInference(found);
  };
  const wrong = new Set<string>();
  for (const panel of model.declarations.filter(
    (d): d is Declared & { kind: "panel" } => d.kind === "panel",
  )) {
    const needed = [...closure(panel, model)];
    if (needed.some((name) => computed(name) || wrong.has(name))) continue;
    if (needsWorkbook(panel) && workbookReader() === undefined) {
      wrong.add(panel.name);
      continue;
    }
    try {
      const use = whole ? useOf(panel, model) : unknownUse;
      const table = buildPanel(panel, env, host, sink, use);
      if (table) tables.set(panel.name, table);
      else wrong.add(panel.name);
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      sink.add(error.diagnostic);
      wrong.add(panel.name);
    }
  }
  for (const item of model.reports.flatMap(({ items }) => items)) {
    if (item.kind !== "map" || (isWorkbook(item.file.path) && workbookReader() === undefined)) continue;
    readPlaces(item, host, sink);
  }
  return sink.list;
}
