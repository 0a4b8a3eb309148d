/**
 * A worker for models and the questions that it has been asked. A newer text makes all open questions idle: they are rejected at once,
 * and a worker that is still busy with one a moment later is ended and another one takes its place.
 */
import { type Files, Superseded, Wrong } from "../contract.ts";
import type { Answers, Ask, FromWorker, ToWorker } from "../workers/protocol.ts";

/** How long a worker may go on with an idle question, in milliseconds. */
const patience = 150;

/** What a worker answers with but cannot: it is broken, or has no memory left. */
export class Broken extends Error {}

/** The model's data or text has errors, so that there is no answer. */
export class Unsound extends Superseded {
  readonly diagnostics: Extract<FromWorker, { failed: unknown }>["failed"];
  constructor(diagnostics: Unsound["diagnostics"]) {
    super();
    this.diagnostics = diagnostics;
  }
}

type Progress = (what: string, done: number, total: number) => void;
interface Open {
  readonly question: Ask;
  /** What it is about. */
  readonly files: Files;
  readonly entry: string;
  readonly progress: Progress | undefined;
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/** As much of a `Worker` as a lane needs. */
export interface ModelWorker {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface LaneHost {
  /** A worker that has no files yet. */
  worker(): ModelWorker;
  files(): Files;
  entry(): string;
}

export class Lane {
  readonly #host: LaneHost;
  #worker: ModelWorker | null = null;
  #sent: Files = new Map();
  #entry: string | null = null;
  #last = 0;
  readonly #open = new Map<number, Open>();
  /** Questions that nobody waits for, of which the worker does not know. */
  readonly #idle = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LaneHost) {
    this.#host = host;
  }

  ask<K extends Ask["ask"]>(question: Extract<Ask, { ask: K }>, progress?: Progress): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      const [files, entry] = [this.#host.files(), this.#host.entry()];
      this.#open.set(id, { question, files, entry, progress, resolve: resolve as Open["resolve"], reject });
      this.#post(id, question);
    });
  }

  /** The text has changed: whatever was asked about another one is idle. */
  supersede(): void {
    const [files, entry] = [this.#host.files(), this.#host.entry()];
    this.#drop((open) => open.files !== files || open.entry !== entry);
  }

  /** Nobody wants an answer any more; the worker ends at once. */
  stop(): void {
    this.#drop(() => true);
    this.#end();
  }

  #drop(which: (open: Open) => boolean): void {
    for (const [id, open] of this.#open) {
      if (!which(open)) continue;
      this.#idle.add(id);
      this.#open.delete(id);
      open.reject(new Superseded());
    }
    if (this.#idle.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#idle.size > 0) this.#replace();
    }, patience);
  }

  #post(id: number, question: Ask): void {
    const worker = this.#ready();
    const files = this.#host.files();
    const entry = this.#host.entry();
    const changed = difference(this.#sent, files);
    if (Object.keys(changed).length > 0 || entry !== this.#entry)
      worker.postMessage({ files: changed, entry });
    this.#sent = files;
    this.#entry = entry;
    worker.postMessage({ id, question });
  }

  #ready(): ModelWorker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#host.worker();
    worker.onmessage = ({ data }) => this.#receive(data);
    // A script that cannot be loaded has no message.
    worker.onerror = ({ message }) => this.#break(message || "its worker did not start");
    this.#worker = worker;
    this.#sent = new Map();
    this.#entry = null;
    return worker;
  }

  #receive(message: FromWorker): void {
    if (!("progress" in message)) this.#idle.delete(message.id);
    const open = this.#open.get(message.id);
    if (open === undefined) return;
    if ("progress" in message) {
      const { what, done, total } = message.progress;
      open.progress?.(what, done, total);
      return;
    }
    this.#open.delete(message.id);
    if ("answer" in message) open.resolve(message.answer as never);
    else if ("failed" in message) open.reject(new Unsound(message.failed));
    else if ("wrong" in message) open.reject(new Wrong(message.wrong));
    else open.reject(new Broken(message.fault));
  }

  /** The worker itself failed: whatever it was asked has no answer, and the next question meets a new one. */
  #break(why: string): void {
    this.#end();
    for (const { reject } of this.#open.values()) reject(new Broken(why));
    this.#open.clear();
  }

  #replace(): void {
    this.#end();
    for (const [id, { question }] of this.#open) this.#post(id, question);
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#worker?.terminate();
    this.#worker = null;
    this.#idle.clear();
  }
}

/** The files that are new or other, and null for those that are gone. */
export function difference(before: Files, after: Files): Record<string, string | Uint8Array | null> {
  const changed: Record<string, string | Uint8Array | null> = {};
  for (const [path, content] of after) if (before.get(path) !== content) changed[path] = content;
  for (const path of before.keys()) if (!after.has(path)) changed[path] = null;
  return changed;
}
