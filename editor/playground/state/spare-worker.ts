/** A worker that is ready before it is needed: starting one takes as long as a slow answer. */
import { startWorker } from "../workers/start.ts";
import type { ModelWorker } from "./lane.ts";

let spare: Worker | null = null;

/** The spare one, or a new one; another one is made ready when the page has nothing to do. */
export function takeWorker(): ModelWorker {
  const worker = spare ?? startWorker("models");
  spare = null;
  return worker;
}

export function keepSpare(): void {
  const prepare = () => {
    spare ??= startWorker("models");
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(prepare, { timeout: 2000 });
  else setTimeout(prepare, 500);
}
