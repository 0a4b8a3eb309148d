/** The way to the server in a worker of a real browser: the very script that the page starts, in an empty page of the same place. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageWriter,
} from "vscode-languageserver-protocol/node";
import type { ResultsMessage } from "../../editor/server/browser.ts";
import type { Transport } from "../editor/server/session.ts";
import { runInFolder } from "../editor/server/transports.ts";
import { browser, published } from "./browser.ts";

const root = "/cases";

export async function inWorker(): Promise<Transport> {
  const { url, folder } = published();
  const script = readdirSync(join(folder, "assets")).find((name) => /^worker-.*\.js$/.test(name));
  const page = await browser().newPage();
  const reader = new PageReader();
  await page.exposeFunction("received", (message: Message) => reader.take(message));
  await page.route(`${url}empty`, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await page.goto(`${url}empty`);
  await page.evaluate((address) => {
    const here = window as unknown as { worker: Worker; received: (message: unknown) => void };
    here.worker = new Worker(address, { type: "module", name: "language" });
    here.worker.addEventListener("message", ({ data }) => here.received(data));
  }, `${url}assets/${script}`);
  const writer = new PageWriter(page, reader);
  return {
    reader,
    writer,
    root: `file://${root}`,
    write: (path, text) => writer.file(`${root}/${path}`, text),
    close: () => page.close(),
  };
}

class PageReader extends AbstractMessageReader {
  #callback: DataCallback = () => {};

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return { dispose: () => {} };
  }
  take(message: Message): void {
    this.#callback(message);
  }
}

interface Request extends Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly arguments: readonly [uri: string] };
}

/** Sends one message after the other, and does what the page does: it puts files there, and runs models and shows the results. */
class PageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #page: Page;
  readonly #reader: PageReader;
  readonly #files = new Map<string, string>();
  #sent: Promise<void> = Promise.resolve();

  constructor(page: Page, reader: PageReader) {
    super();
    this.#page = page;
    this.#reader = reader;
  }

  async write(message: Request): Promise<void> {
    if (message.method !== "workspace/executeCommand") return this.#post(message);
    const [uri] = message.params!.arguments;
    const results = await runInFolder(this.#files, uri.slice("file://".length));
    await this.#post({ gtfp: "results", uri, results } satisfies ResultsMessage);
    this.#reader.take({ jsonrpc: "2.0", id: message.id, result: null } as Message);
  }

  file(path: string, text: string): void {
    this.#files.set(path, text);
    this.#sent = this.#sent.then(() =>
      this.#page.evaluate(
        ([uri, content]) => {
          const { worker } = window as unknown as { worker: Worker };
          worker.postMessage({ gtfp: "file", uri, bytes: new TextEncoder().encode(content) });
        },
        [`file://${path}`, text] as const,
      ),
    );
  }

  #post(message: object): Promise<void> {
    this.#sent = this.#sent.then(() =>
      this.#page.evaluate((data) => {
        (window as unknown as { worker: Worker }).worker.postMessage(data);
      }, message),
    );
    return this.#sent;
  }

  end(): void {}
}
