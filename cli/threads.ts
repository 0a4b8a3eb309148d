/** Threads that solve linear programs and run systems. They are started when the first work comes, and end with the process. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { counter, type SharedTasks, type ThreadPool } from "../runtime/shared-tasks.ts";

/** How long this thread sleeps at most before it looks how far the others are, so that progress can be shown. */
const nap = 100;
/** So many naps without any progress, and the threads are given up; what they leave undone is done here. */
const patience = 300;

/** The build puts the worker beside this file's bundle. */
const workerFile = new URL("./worker.js", import.meta.url);

/** So many threads, or one for each core; none where that is one, or where the command was not built. */
export function threadPool(threads = availableParallelism()): ThreadPool | undefined {
  if (threads < 2 || !existsSync(workerFile)) return undefined;
  let workers: Worker[] = [];
  const start = () => {
    workers = Array.from({ length: threads }, () => {
      const worker = new Worker(workerFile);
      worker.unref();
      // A fault shows again, with its stack, where this thread does the same work.
      worker.on("error", () => {
        workers = [];
      });
      return worker;
    });
  };
  return {
    run(work: SharedTasks, progress) {
      if (workers.length === 0) start();
      for (const worker of workers) worker.postMessage(work);
      const { counters } = work;
      let done = 0;
      let idle = 0;
      while (done < work.tasks && idle < patience) {
        idle++;
        Atomics.wait(counters, counter.done, done, nap);
        const now = Atomics.load(counters, counter.done);
        if (Atomics.load(counters, counter.failed) > 0) break;
        if (now === done) continue;
        idle = 0;
        done = now;
        progress(done);
      }
      // Those still at it find nothing more to take.
      Atomics.store(counters, counter.next, work.tasks);
    },
  };
}
