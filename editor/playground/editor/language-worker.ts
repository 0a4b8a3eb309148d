/** The language server in its worker: it has all files of the study, and the results of the last run. */
import { effect } from "@preact/signals";
import type { FileMessage, ResultsMessage } from "../../server/browser.ts";
import type { Files } from "../contract.ts";
import { difference } from "../state/lane.ts";
import { onRun } from "../state/model-runs.ts";
import { study } from "../state/study.ts";
import type { RunAnswer } from "../workers/protocol.ts";
import { startWorker } from "../workers/start.ts";

export interface LanguageWorker {
  readonly worker: Worker;
  /** Calls back when the server has heard of results: hints and lenses may differ. */
  onResults(listener: () => void): void;
}

export function uriOf(path: string): string {
  return `file:///${path}`;
}

/** @param isOpen whether the editor itself tells the server of a file's text */
export function startLanguageWorker(isOpen: (path: string) => boolean): LanguageWorker {
  const worker = startWorker("language");
  const listeners: (() => void)[] = [];
  let sent: Files = new Map();
  effect(() => {
    const files = study.files.value;
    for (const [path, content] of Object.entries(difference(sent, files))) {
      // Its first text goes along: the server lists files by what it was sent.
      if (isOpen(path) && content !== null && sent.has(path)) continue;
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      worker.postMessage({ gtfp: "file", uri: uriOf(path), bytes } satisfies FileMessage);
    }
    sent = files;
  });
  const tell = ({ results }: RunAnswer) => {
    const message: ResultsMessage = { gtfp: "results", uri: uriOf(study.entry.value), results };
    worker.postMessage(message);
    for (const listener of listeners) listener();
  };
  // The first run may have been quicker than the editor.
  if (study.outcome.value !== null && study.fresh.value) tell(study.outcome.value);
  onRun(tell);
  return { worker, onResults: (listener) => void listeners.push(listener) };
}
