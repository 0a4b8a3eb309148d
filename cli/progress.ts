/** One line on the terminal that says how far a long computation is; nothing elsewhere. */
import type { Io } from "./io.ts";

export interface Progress {
  show(what: string, done: number, total: number): void;
  /** Takes the line away. */
  clear(): void;
}

const clearLine = "\r\x1b[2K";
const interval = 100;

export function progressOn({ stderr, env }: Io): Progress {
  if (!stderr.isTTY || env.TERM === "dumb") return { show: () => {}, clear: () => {} };
  // Nothing is shown of what is done before one could read it.
  let shownAt = Date.now();
  let shown = false;
  return {
    show(what, done, total) {
      const now = Date.now();
      if (now - shownAt < interval) return;
      shownAt = now;
      shown = true;
      const text = `${what}: ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}`;
      stderr.write(`${clearLine}${text.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) stderr.write(clearLine);
      shown = false;
    },
  };
}
