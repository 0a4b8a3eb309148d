import { join, resolve } from "node:path";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Model } from "../../language/model.ts";
import { computableNames } from "../../runtime/run.ts";
import { replaceFiles } from "../files/replace.ts";
import { nextChange } from "../files/watch.ts";
import { standardInput, Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { count } from "../render/diagnostics.ts";
import { styleFor } from "../render/style.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { type ResultFormat, renderRun } from "../reporters/results.ts";
import { checkModel, runModel, textIn } from "../session.ts";
import { threadPool } from "../threads.ts";

export interface RunCommandOptions {
  readonly format: ResultFormat;
  readonly out?: string;
  readonly only?: string;
  readonly set?: readonly string[];
  readonly solver?: "kernel" | "highs" | "javascript-lp-solver";
  readonly crossCheck?: number;
  readonly threads?: number;
  readonly allowOutside?: boolean;
  readonly watch?: boolean;
}

/** Runs a model and shows its results, with `watch` again whenever one of its files changes. */
export async function run(io: Io, file: string, options: RunCommandOptions): Promise<ExitCode> {
  const pool = threadPool(options.threads);
  if (options.watch !== true) return runOnce(io, new Workspace(io), file, options, pool);
  if (file === standardInput) throw new UsageError("standard input cannot be watched; name a file");
  for (;;) {
    const workspace = new Workspace(io);
    if (io.stdout.isTTY) io.stdout.write(clearScreen);
    try {
      await runOnce(io, workspace, file, options, pool);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      io.stderr.write(`error: ${error.message}\n`);
    }
    io.stderr.write(`watching ${count(workspace.asked.length, "file")}; Ctrl-C ends\n`);
    await nextChange(workspace.asked, () => workspace.isStale);
  }
}

/** Also takes away what was scrolled out of sight, so that only the last run is there. */
const clearScreen = "\x1b[2J\x1b[3J\x1b[H";

/** One run; nothing is written to files when it fails. */
async function runOnce(
  io: Io,
  workspace: Workspace,
  file: string,
  options: RunCommandOptions,
  pool: ReturnType<typeof threadPool>,
): Promise<ExitCode> {
  const checked = await checkModel(workspace, file, options.allowOutside, options.set);
  const { solver, crossCheck, only } = options;
  if (checked.model !== null && only !== undefined) requireName(only, checked.model);
  const ran = await runModel(workspace, checked, { solver, crossCheck, only, pool }, progressOn(io));
  const textOf = textIn(workspace);
  showDiagnostics(io, ran.diagnostics, textOf);
  if (options.out !== undefined && ran.model !== null && ran.results !== null) {
    const { outputFiles } = await import("../reporters/output-files.ts");
    const files = await outputFiles(ran.model, ran.results, ran, textOf);
    const folder = resolve(io.cwd, options.out);
    replaceFiles(new Map([...files].map(([name, content]) => [join(folder, name), content])));
    io.stderr.write(`${count(files.size, "file")} written to ${options.out}\n`);
  }
  const style = styleFor(io.stdout.isTTY, io.env);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 160));
  io.stdout.write(renderRun(ran, options.format, textOf, { style, width, command: `run ${file}` }));
  if (ran.results === null) return exitCode.wrong;
  return ran.results.expectations.every((e) => e.pass) ? exitCode.ok : exitCode.failed;
}

/** `--only` must name something of the model. */
function requireName(name: string, model: Model): void {
  const names = computableNames(model);
  if (names.includes(name)) return;
  const help = didYouMean(name, names) ?? `it declares ${names.join(", ") || "nothing"}`;
  throw new UsageError(`the model has nothing called \`${name}\` to compute; ${help}`);
}
