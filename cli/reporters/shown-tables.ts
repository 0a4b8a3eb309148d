/** What a run shows where the model has no report. */
import type { Model } from "../../language/model.ts";
import { isExperiment } from "../../runtime/experiment/run-experiment.ts";
import type { Results } from "../../runtime/results.ts";
import type { Table } from "../../runtime/tables/table.ts";
import { isShownBeside } from "../render/describe-experiment.ts";
import { tellsOfInfeasible } from "../render/programs.ts";

/** Measures, indices, runs and infeasible programs; the panels where there is nothing else. */
export function shownTables(model: Model, results: Results): Set<Table> {
  const kind = (name: string) => model.declarations.find((d) => d.name === name)?.kind;
  const shows = (t: Table): boolean => {
    const own = kind(t.name);
    if (own !== undefined) return own !== "panel" && own !== "sensitivity";
    const [name, word] = [
      t.name.slice(0, t.name.lastIndexOf(".")),
      t.name.slice(t.name.lastIndexOf(".") + 1),
    ];
    const experiment = model.declarations.find((d) => d.name === name);
    if (experiment !== undefined && isExperiment(experiment)) return isShownBeside(experiment, word);
    return tellsOfInfeasible(t);
  };
  const computed = results.tables.filter(shows);
  return new Set(computed.length > 0 ? computed : results.tables);
}
