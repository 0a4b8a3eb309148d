import { type ExitCode, exitCode, UsageError } from "../io.ts";

export interface LspOptions {
  readonly stdio?: boolean;
}

/** Serves an editor over standard input and output until it ends the connection. */
export async function lsp({ stdio }: LspOptions): Promise<ExitCode> {
  if (stdio !== true) throw new UsageError("an editor starts the language server as `gtfp lsp --stdio`");
  const { serveStdio } = await import("../../editor/server/stdio.ts");
  await serveStdio(process.stdin, process.stdout, [process.execPath, process.argv[1]!]);
  return exitCode.ok;
}
