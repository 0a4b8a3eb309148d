import { join, resolve } from "node:path";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Model } from "../../language/model.ts";
import { computableNames } from "../../runtime/run.ts";
import { replaceFiles } from "../files/replace.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { count } from "../render/diagnostics.ts";
import { styleFor } from "../render/style.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { outputFiles, type ResultFormat, renderRun } from "../reporters/results.ts";
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
}

/** Runs a model and shows its results; nothing is written to files when the run fails. */
export async function run(io: Io, file: string, options: RunCommandOptions): Promise<ExitCode> {
  const workspace = new Workspace(io);
  const checked = await checkModel(workspace, file, options.allowOutside, options.set);
  const { solver, crossCheck, only } = options;
  const pool = threadPool(options.threads);
  if (checked.model !== null && only !== undefined) requireName(only, checked.model);
  const ran = await runModel(workspace, checked, { solver, crossCheck, only, pool }, progressOn(io));
  const textOf = textIn(workspace);
  showDiagnostics(io, ran.diagnostics, textOf);
  if (options.out !== undefined && ran.model !== null && ran.results !== null) {
    const files = outputFiles(ran.model, ran.results, ran, textOf);
    const folder = resolve(io.cwd, options.out);
    replaceFiles(new Map([...files].map(([name, text]) => [join(folder, name), text])));
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
