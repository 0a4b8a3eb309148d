/** GTFP6xxx: what can be wrong with stock-flow systems, their scenarios and their runs. */
import { dynamicsParts } from "./dynamics-parts.ts";
import { dynamicsRuns } from "./dynamics-runs.ts";
import { dynamicsScenarios } from "./dynamics-scenarios.ts";
import { dynamicsTime } from "./dynamics-time.ts";
import { dynamicsVariables } from "./dynamics-variables.ts";

export const dynamics = {
  ...dynamicsTime,
  ...dynamicsVariables,
  ...dynamicsParts,
  ...dynamicsScenarios,
  ...dynamicsRuns,
};
