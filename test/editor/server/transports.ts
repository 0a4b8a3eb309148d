/** The ways to a server: in this process, and as `gtfp lsp --stdio`. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { startServer } from "../../../editor/server/server.ts";
import { type JsonResults, resultsToJson } from "../../../runtime/report/results-json.ts";
import { pipeline } from "../../helpers/pipeline.ts";
import type { Transport } from "./session.ts";

/** The server in this process, with files in memory. */
export function inMemory(): Transport {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const root = "/cases";
  const files = new Map<string, string>();
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  startServer(connection, {
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? null : new TextEncoder().encode(text);
    },
    models: () => [...files.keys()].filter((path) => path.endsWith(".gtfp")),
    run: (path) => runInFolder(files, path),
  });
  return {
    reader: new StreamMessageReader(toClient),
    writer: new StreamMessageWriter(toServer),
    root: `file://${root}`,
    write: (path, text) => files.set(`${root}/${path}`, text),
    close: async () => connection.dispose(),
  };
}

/** The results of a model that lies among the files in a folder of its own. */
export async function runInFolder(files: ReadonlyMap<string, string>, path: string): Promise<JsonResults> {
  const folder = `${dirname(path)}/`;
  const beside = [...files].filter(([name]) => name.startsWith(folder));
  const inside = Object.fromEntries(beside.map(([name, text]) => [name.slice(folder.length), text]));
  const { model, diagnostics, results } = await pipeline(inside);
  return resultsToJson(model?.name ?? "model", diagnostics, results, (name) => inside[name]);
}

/** @param main the built command */
export function asProcess(main: string): Transport {
  const folder = mkdtempSync(join(tmpdir(), "gtfp-lsp-"));
  const child = spawn(process.execPath, [main, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  return {
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
    root: pathToFileURL(folder).href,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    close: async (exit) => {
      await exit();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
