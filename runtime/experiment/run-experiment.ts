import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type { Declared, ExperimentDeclared, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { ThreadPool } from "../shared-tasks.ts";
import type { Table } from "../tables/table.ts";
import { runCalibration } from "./run-calibration.ts";
import { runOptimization } from "./run-optimization.ts";
import { runSensitivity } from "./run-sensitivity.ts";
import { runSweep } from "./run-sweep.ts";

/** What every experiment is run with. */
export interface ExperimentOptions {
  /** Its scenarios have the changes of the results that they use. */
  readonly model: Pick<Model, "declarations">;
  readonly env: Environment;
  readonly sink: Diagnostics;
  readonly progress?: (done: number, total: number) => void;
  /** No result depends on it. */
  readonly pool?: ThreadPool;
}

export function isExperiment(declared: Declared): declared is ExperimentDeclared {
  return ["sweep", "sensitivity", "calibration", "optimization"].includes(declared.kind);
}

/** Runs an experiment: its own table first, then those beside it. Null after reported errors. */
export function runExperiment(declared: ExperimentDeclared, options: ExperimentOptions): Table[] | null {
  switch (declared.kind) {
    case "sweep":
      return runSweep(declared, options);
    case "sensitivity":
      return runSensitivity(declared, options);
    case "calibration":
      return runCalibration(declared, options);
    case "optimization":
      return runOptimization(declared, options);
  }
}
