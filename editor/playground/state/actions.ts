/** What the page does: the only place that changes the study. */
import { effect } from "@preact/signals";
import { type Actions, Superseded, Wrong } from "../contract.ts";
import type { Answers, Ask, FromWorker, ToWorker } from "../workers/protocol.ts";
import { startWorker } from "../workers/start.ts";
import { study } from "./study.ts";

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}
let worker: Worker | null = null;
let sent = new Map<string, string | Uint8Array>();
let last = 0;
const waiting = new Map<number, Waiting>();

function models(): Worker {
  if (worker === null) {
    worker = startWorker("models");
    sent = new Map();
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data));
  }
  const changed: Record<string, string | Uint8Array | null> = {};
  for (const [path, content] of study.files.value) if (sent.get(path) !== content) changed[path] = content;
  for (const path of sent.keys()) if (!study.files.value.has(path)) changed[path] = null;
  sent = new Map(study.files.value);
  worker.postMessage({ files: changed, entry: study.entry.value } satisfies ToWorker);
  return worker;
}

function receive(message: FromWorker): void {
  if ("progress" in message) {
    study.progress.value = message.progress;
    return;
  }
  const asker = waiting.get(message.id);
  waiting.delete(message.id);
  if (asker === undefined) return;
  if ("answer" in message) asker.resolve(message.answer as never);
  else if ("failed" in message) {
    study.diagnostics.value = message.failed;
    asker.reject(new Superseded());
  } else asker.reject(new Wrong(message.wrong));
}

function ask<K extends Ask["ask"]>(question: Extract<Ask, { ask: K }>): Promise<Answers[K]> {
  return new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve: resolve as Waiting["resolve"], reject });
    models().postMessage({ id: last, question } satisfies ToWorker);
  });
}

export const actions: Actions = {
  setText(path, text) {
    study.files.value = new Map(study.files.value).set(path, text);
  },
  ask,
  async edit(edit) {
    const { text } = await ask<"edit">({ ask: "edit", edit });
    actions.setText(study.entry.value, text);
  },
  run() {
    study.running.value = true;
    ask<"run">({ ask: "run" })
      .then((answer) => {
        study.outcome.value = answer;
        study.fresh.value = true;
        study.diagnostics.value = answer.results.diagnostics;
      })
      .catch((error: unknown) => {
        if (!(error instanceof Superseded)) throw error;
      })
      .finally(() => {
        study.running.value = false;
        study.progress.value = null;
      });
  },
  cancel() {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Superseded());
    waiting.clear();
  },
  reveal() {},
};

/** Runs a model a moment after its text came to rest. */
export function followText(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    void study.files.value;
    study.fresh.value = false;
    clearTimeout(timer);
    timer = setTimeout(() => actions.run(), 200);
  });
}
