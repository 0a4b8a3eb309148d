/** The server as a process: `gtfp lsp --stdio`. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { JsonResults } from "../../runtime/report/results-json.ts";
import type { ServerHost } from "./host.ts";
import { startServer } from "./server.ts";

/** Folders that hold no models of one's own. */
const SKIPPED = new Set(["node_modules", "dist", "out", "build"]);
/** A workspace may be a whole disk; beyond this only open models are known. */
const MOST_MODELS = 500;
const DEEPEST = 8;

/**
 * Serves until the client ends the connection.
 *
 * @param command how a model is run as a process: the program and its first arguments
 */
export function serveStdio(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  command: readonly [string, ...string[]],
): Promise<void> {
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  return new Promise((resolve) => {
    connection.onExit(() => resolve());
    input.on("end", () => resolve());
    startServer(connection, new DiskHost(command));
  });
}

class DiskHost implements ServerHost {
  readonly #command: readonly [string, ...string[]];
  readonly #files = new Map<string, { readonly stamp: string; readonly bytes: Uint8Array }>();
  #folders: readonly string[] = [];
  #models: readonly string[] | undefined;

  constructor(command: readonly [string, ...string[]]) {
    this.#command = command;
  }

  opened(folders: readonly string[]): void {
    this.#folders = folders;
    this.#models = undefined;
  }

  /** Read again only where size or time have changed. */
  read(path: string): Uint8Array | null {
    try {
      const { mtimeMs, size } = statSync(path);
      const stamp = `${mtimeMs} ${size}`;
      const known = this.#files.get(path);
      if (known?.stamp === stamp) return known.bytes;
      const bytes = readFileSync(path);
      this.#files.set(path, { stamp, bytes });
      return bytes;
    } catch {
      this.#files.delete(path);
      return null;
    }
  }

  /** Looked for once; a new model is known as soon as it is opened. */
  models(): readonly string[] {
    if (this.#models === undefined) {
      const found: string[] = [];
      for (const folder of this.#folders) collect(folder, 0, found);
      this.#models = found;
    }
    return this.#models;
  }

  /** In a process of its own, so that typing is answered meanwhile. */
  run(path: string): Promise<JsonResults> {
    const [program, ...first] = this.#command;
    const child = spawn(program, [...first, "run", path, "--format", "json"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", () => {
        try {
          resolve(JSON.parse(Buffer.concat(out).toString("utf8")) as JsonResults);
        } catch {
          reject(new Error(Buffer.concat(err).toString("utf8").trim() || "The run gave no results."));
        }
      });
    });
  }
}

function collect(folder: string, depth: number, found: string[]): void {
  if (depth > DEEPEST) return;
  let entries: ReturnType<typeof listing>;
  try {
    entries = listing(folder);
  } catch {
    return;
  }
  for (const entry of entries) {
    if (found.length >= MOST_MODELS) return;
    const path = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && !SKIPPED.has(entry.name)) collect(path, depth + 1, found);
    } else if (entry.name.endsWith(".gtfp")) found.push(path);
  }
}
const listing = (folder: string) => readdirSync(folder, { withFileTypes: true });
