import type { WorkerName } from "./worker.ts";

export function startWorker(name: WorkerName): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name });
}
