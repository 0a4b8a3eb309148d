/**
 * The server as a worker of a page, or of an editor in the browser. The protocol goes over the worker's own messages. Beside it a
 * page may send messages of its own form, `{ gtfp: … }`, which the protocol never sees: files that are no documents of the editor,
 * and the results of runs. Whoever speaks the protocol can send the same as the notifications `gtfp/file` and `gtfp/results`.
 */
/// <reference lib="webworker" />
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { JsonResults } from "../../runtime/report/results-json.ts";
import type { ServerHost } from "./host.ts";
import { startServer } from "./server.ts";
import { Uris } from "./uris.ts";

/** A file that the page holds; null takes it away. */
export interface FileMessage {
  readonly gtfp: "file";
  readonly uri: string;
  readonly bytes: Uint8Array | null;
}
export interface ResultsMessage {
  readonly gtfp: "results";
  readonly uri: string;
  readonly results: JsonResults;
}

const files = new Map<string, Uint8Array>();
const host: ServerHost = {
  read: (path) => files.get(path) ?? null,
  models: () => [...files.keys()].filter((path) => path.endsWith(".gtfp")),
};
const uris = new Uris();
const worker = self as unknown as DedicatedWorkerGlobalScope;

// Before the protocol's own listener, so that it never sees these messages.
worker.addEventListener("message", (event: MessageEvent<unknown>) => {
  const message = event.data as FileMessage | ResultsMessage | { gtfp?: undefined };
  if (message?.gtfp === undefined) return;
  event.stopImmediatePropagation();
  take(message);
});
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
connection.onNotification("gtfp/file", (message: Omit<FileMessage, "gtfp">) =>
  take({ gtfp: "file", ...message }),
);
connection.onNotification("gtfp/results", (message: Omit<ResultsMessage, "gtfp">) =>
  take({ gtfp: "results", ...message }),
);
const server = startServer(connection, host);

function take(message: FileMessage | ResultsMessage): void {
  const path = uris.pathOf(message.uri);
  if (message.gtfp === "results") {
    server.showResults(path, message.results);
    return;
  }
  if (message.bytes === null) files.delete(path);
  // Over the protocol bytes arrive as a plain list.
  else files.set(path, Uint8Array.from(message.bytes));
  server.filesChanged();
}
