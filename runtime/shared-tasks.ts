/** Tasks in memory that threads share. Each thread takes the next block of them until none is left. */

/** Plain data and shared buffers, so it can be sent to a thread. */
export interface SharedTasks {
  /** Linear programs (`takePart`), or runs of a system (`takeRuns`). */
  readonly kind: "programs" | "runs";
  readonly tasks: number;
  /** The next block that nobody has taken; how many tasks are done; how many threads have failed. */
  readonly counters: Int32Array;
}

/** Places in `counters`. */
export const counter = { next: 0, done: 1, failed: 2 } as const;

/** Threads that take part in work; the host has them, the core knows none. */
export interface ThreadPool {
  /** Returns when all tasks are done, and says now and then how many are; earlier if a thread fails. */
  run(work: SharedTasks, progress: (done: number) => void): void;
}

export function newCounters(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(12));
}

/** What a thread does: takes blocks of tasks, from the first up to but without the last, and has them done. */
export function takeBlocks(
  { tasks, counters }: SharedTasks,
  size: number,
  take: (from: number, to: number) => void,
): void {
  try {
    for (;;) {
      const from = Atomics.add(counters, counter.next, 1) * size;
      if (from >= tasks) return;
      const to = Math.min(from + size, tasks);
      take(from, to);
      Atomics.add(counters, counter.done, to - from);
      Atomics.notify(counters, counter.done);
    }
  } catch (error) {
    Atomics.add(counters, counter.failed, 1);
    Atomics.notify(counters, counter.done);
    throw error;
  }
}
