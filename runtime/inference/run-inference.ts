/** Runs what inference the model declares. */
import type { InferenceDeclared, Model } from "../../language/model.ts";
import type { Environment } from "../evaluate/environment.ts";
import type { FrontierOptions } from "../measure/run-measure.ts";
import type { ProgramCount } from "../results.ts";
import type { Table } from "../tables/table.ts";
import { runBootstrap } from "./run-bootstrap.ts";
import { runComparison } from "./run-comparison.ts";
import { runCrossEfficiency } from "./run-cross-efficiency.ts";
import { runInfluence } from "./run-influence.ts";
import { runPartialFrontier } from "./run-partial-frontier.ts";
import { runReturnsTest } from "./run-returns-test.ts";
import { runRobustness } from "./run-robustness.ts";

/** The tables; none after errors, which are in the sink. The measures that it is made of have been computed. */
export function runInference(
  declared: InferenceDeclared,
  model: Model,
  env: Environment,
  options: FrontierOptions,
): { readonly tables: readonly Table[]; readonly count?: ProgramCount } {
  switch (declared.kind) {
    case "influence":
      return runInfluence(declared, model, env, options);
    case "robustness":
      return runRobustness(declared, model, env, options);
    case "bootstrap":
      return runBootstrap(declared, model, env, options);
    case "partial_frontier":
      return runPartialFrontier(declared, model, env, options);
    case "comparison":
      return runComparison(declared, model, env);
    case "returns_test":
      return runReturnsTest(declared, model, env, options);
    case "cross_efficiency":
      return runCrossEfficiency(declared, model, env, options);
  }
}
