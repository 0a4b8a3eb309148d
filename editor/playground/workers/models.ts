/** The worker's part for models: checks, runs and looks into them, one question at a time. */
/// <reference lib="webworker" />

import wasm from "highs/runtime?url";
import { check } from "../../../language/check/check.ts";
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import { diagnosticsToJson } from "../../../language/diagnostics/to-json.ts";
import { resultsToJson } from "../../../runtime/report/results-json.ts";
import type { Host } from "../../../runtime/results.ts";
import { run } from "../../../runtime/run.ts";
import { loadHighsOnce } from "../../../runtime/solve/highs.ts";
import { readHeaders } from "../../../runtime/tables/read-table.ts";
import type { Answers, Ask, FromWorker, ToWorker } from "./protocol.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const files = new Map<string, string | Uint8Array>();
let entry = "";

void loadHighsOnce;
void wasm;

const host = (id: number): Host => ({
  read: bytes,
  progress: (what, done, total) => post({ id, progress: { what, done, total } }),
});

scope.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if ("files" in data) {
    entry = data.entry;
    for (const [path, content] of Object.entries(data.files)) {
      if (content === null) files.delete(path);
      else files.set(path, content);
    }
    return;
  }
  void answer(data.id, data.question);
});

async function answer(id: number, question: Ask): Promise<void> {
  const started = performance.now();
  const checked = check(entry, text, { headersOf: (path) => readHeaders(path, host(id)) });
  if (question.ask === "outline") {
    const outline = emptyOutline(entry);
    post({ id, answer: { outline, diagnostics: json(checked.diagnostics) } });
    return;
  }
  if (question.ask === "run") {
    if (checked.model === null) return post({ id, failed: json(checked.diagnostics) });
    const results = await run(
      checked.model,
      host(id),
      question.only === undefined ? {} : { only: question.only },
    );
    const diagnostics = [...checked.diagnostics, ...results.diagnostics];
    const document = resultsToJson(checked.model.name, diagnostics, results, textOf);
    const { tables, reports, programs } = results;
    post({ id, answer: { results: document, tables, reports, programs, took: performance.now() - started } });
    return;
  }
  post({ id, wrong: question.ask });
}

function emptyOutline(model: string): Answers["outline"]["outline"] {
  return {
    model,
    panels: [],
    directions: [],
    measures: [],
    indices: [],
    systems: [],
    reports: [],
    cost: { seconds: 0, why: "" },
  };
}

function post(message: FromWorker): void {
  scope.postMessage(message);
}
function json(diagnostics: readonly Diagnostic[]) {
  return diagnosticsToJson(diagnostics, textOf);
}
function text(path: string): string | null {
  const content = files.get(path);
  if (content === undefined) return null;
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
function textOf(path: string): string | undefined {
  return text(path) ?? undefined;
}
function bytes(path: string): Uint8Array | null {
  const content = files.get(path);
  if (content === undefined) return null;
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
