/**
 * The page on this machine: a server for this machine alone that reads the page's folder and the files of one study, and writes
 * nothing. It answers only to its own name, so that no other page's scripts can read through it (DNS rebinding).
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { contentType } from "./content-type.ts";
import type { ServedFiles } from "./served-files.ts";

const host = "127.0.0.1";
/** Tried first: a browser keeps its studies by host and port. */
const usualPort = 48371;

export interface PageServerOptions {
  /** The built page's folder. */
  readonly page: string;
  /** Reads anew which files the study has; absent where the page opens none. */
  readonly study?: () => Promise<ServedFiles>;
  /** The usual one, or any that is free, where absent. */
  readonly port?: number;
}
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @throws an error with the code `EADDRINUSE` where the wished port is taken */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => end(response, 500, "the file cannot be read"));
  });
  if (options.port !== undefined) await listen(server, options.port);
  else await listen(server, usualPort).catch(() => listen(server, 0));
  const address = server.address() as { readonly port: number };
  return {
    url: `http://${host}:${address.port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { page, study }: PageServerOptions,
): Promise<void> {
  const port = request.socket.localPort;
  const named = request.headers.host;
  if (named !== `${host}:${port}` && named !== `localhost:${port}`) return end(response, 403, "wrong host");
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "read only");
  const path = pathOf(request.url ?? "/");
  if (path === null) return end(response, 400, "no such path");
  if (path === "files/" && study !== undefined) {
    const { entry, files } = await study();
    return send(response, "listing.json", Buffer.from(JSON.stringify({ entry, files: [...files.keys()] })));
  }
  if (path.startsWith("files/")) {
    const file = (await study?.())?.files.get(path.slice("files/".length));
    return file === undefined ? end(response, 404, "no such file") : sendFile(response, file);
  }
  return sendFile(response, join(page, path === "" || path.endsWith("/") ? `${path}index.html` : path));
}

/** The path of a request below the root, or null where it is none: no part may lead upwards or be hidden. */
export function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    if (!path.startsWith("/") || /[\\\p{Cc}]/u.test(path)) return null;
    return path.split("/").some((part) => part.startsWith(".")) ? null : path.slice(1);
  } catch {
    return null;
  }
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return end(response, 404, "no such file");
  send(response, path, bytes);
}

function send(response: ServerResponse, path: string, bytes: Buffer): void {
  response.writeHead(200, {
    "content-type": contentType(path),
    "content-length": bytes.length,
    // The page may be another after an update, and a model after every save.
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
