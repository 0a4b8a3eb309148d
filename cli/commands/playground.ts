import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ExitCode, type Io, UsageError } from "../io.ts";
import { openBrowser } from "../playground/open-browser.ts";
import { type PageServer, startPageServer } from "../playground/page-server.ts";
import { servedFiles } from "../playground/served-files.ts";

export interface PlaygroundOptions {
  readonly port?: number;
  /** `--no-open` */
  readonly open: boolean;
}

/** Serves the page, with a study's files where one is named, until the process ends. */
export async function playground(
  io: Io,
  target: string | undefined,
  { port, open }: PlaygroundOptions,
): Promise<ExitCode> {
  const page = pageFolder();
  // Told at once rather than on the page.
  if (target !== undefined) await servedFiles(io, target);
  const study = target === undefined ? {} : { study: () => servedFiles(io, target) };
  let server: PageServer;
  try {
    server = await startPageServer({ page, ...study, ...(port !== undefined && { port }) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new UsageError(`port ${port} is in use; without --port a free one is taken`);
  }
  const url = target === undefined ? server.url : `${server.url}#served`;
  io.stdout.write(`${url}\n`);
  io.stderr.write("The playground is served on this machine alone; Ctrl-C ends it.\n");
  if (open) openBrowser(url, io.env);
  return new Promise(() => {});
}

/** The built page: beside the built command, or where a clone builds it. */
function pageFolder(): string {
  const folders = ["./playground", "../../dist/playground"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = folders.find((folder) => existsSync(join(folder, "index.html")));
  if (found !== undefined) return found;
  throw new UsageError("the page has not been built; in a clone `npm run page` builds it");
}
