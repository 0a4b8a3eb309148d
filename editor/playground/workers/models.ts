/** The worker's part for models: answers one question after another about the files that it was sent. */
/// <reference lib="webworker" />
import wasm from "highs/runtime?url";
import { locateHighs } from "../../../runtime/solve/highs.ts";
import { isWorkbook, loadWorkbookReader } from "../../../runtime/tables/workbooks.ts";
import { answerTo } from "./answers.ts";
import { HeldModel } from "./held-model.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

/** How often progress is told at most, in milliseconds. */
const between = 100;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const held = new HeldModel();
locateHighs(wasm);

// One after another: an answer is about the files that came before its question.
let last: Promise<void> = Promise.resolve();
scope.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  last = last.then(() => take(data));
});

async function take(message: ToWorker): Promise<void> {
  if ("files" in message) {
    if (Object.keys(message.files).some(isWorkbook)) await loadWorkbookReader();
    held.update(message.files, message.entry);
    return;
  }
  const { id, question } = message;
  let told = Number.NEGATIVE_INFINITY;
  const progress = (what: string, done: number, total: number) => {
    const now = performance.now();
    if (now - told < between) return;
    told = now;
    post({ id, progress: { what, done, total } });
  };
  try {
    post({ id, ...(await answerTo(question, held, progress)) });
  } catch (error) {
    post({ id, fault: error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error) });
  }
}

function post(message: FromWorker): void {
  scope.postMessage(message);
}
