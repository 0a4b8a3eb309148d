/** A thread of `threads.ts`: does its share of whatever work is posted to it. */
import { parentPort } from "node:worker_threads";
import { type SharedRuns, takeRuns } from "../runtime/experiment/shared-runs.ts";
import { type SharedWork, takePart } from "../runtime/solve/shared-work.ts";
import { loadSolvers } from "../runtime/solve/solve-family.ts";

parentPort!.on("message", async (work: SharedWork | SharedRuns) => {
  if (work.kind === "runs") {
    takeRuns(work);
    return;
  }
  await loadSolvers();
  takePart(work);
});
