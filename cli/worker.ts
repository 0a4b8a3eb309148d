/** A thread of `threads.ts`: solves its share of whatever work is posted to it. */
import { parentPort } from "node:worker_threads";
import { takePart } from "../runtime/solve/shared-work.ts";
import { loadSolvers } from "../runtime/solve/solve-family.ts";

parentPort!.on("message", async (work) => {
  await loadSolvers();
  takePart(work);
});
