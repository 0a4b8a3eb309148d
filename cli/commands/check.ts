import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { count } from "../render/diagnostics.ts";
import { styleFor } from "../render/style.ts";
import { type DiagnosticFormat, reportDiagnostics, showDiagnostics } from "../reporters/diagnostics.ts";
import { renderRun } from "../reporters/results.ts";
import { checkModel, hasErrors, readModelData, runModel, textIn } from "../session.ts";

export interface CheckOptions {
  readonly format: DiagnosticFormat;
  readonly allowOutside?: boolean;
  readonly dt?: boolean;
}

/** Reports everything that is wrong with models and their data; solves nothing, and runs systems only for `--dt`. */
export async function check(io: Io, files: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (options.dt === true && options.format !== "text") {
    throw new UsageError("`--dt` shows tables; leave `--format` out");
  }
  const workspace = new Workspace(io);
  const models = workspace.models(files);
  // Models that share an imported file share its diagnostics; the sink keeps each once.
  const sink = new Diagnostics();
  for (const path of models) {
    const checked = await checkModel(workspace, path, options.allowOutside);
    for (const d of [...checked.diagnostics, ...(await readModelData(workspace, checked))]) sink.add(d);
  }
  const diagnostics = sink.list;
  await reportDiagnostics(io, diagnostics, textIn(workspace), options.format);
  if (options.format === "text" && diagnostics.length === 0) {
    io.stderr.write(`no problems in ${count(models.length, "model")}\n`);
  }
  if (hasErrors(diagnostics)) return exitCode.wrong;
  if (options.dt !== true) return exitCode.ok;
  for (const path of models) {
    if (!(await checkStep(io, workspace, path, options.allowOutside))) return exitCode.wrong;
  }
  return exitCode.ok;
}

/** Shows what moves in a model's systems when their step is halved; false where they cannot be run. */
async function checkStep(
  io: Io,
  workspace: Workspace,
  path: string,
  allowOutside?: boolean,
): Promise<boolean> {
  const checked = await checkModel(workspace, path, allowOutside);
  const systems = (checked.model?.declarations ?? []).filter((declared) => declared.kind === "system");
  if (systems.length === 0) io.stderr.write(`${path} has no system, so that no step is to be checked\n`);
  const style = styleFor(io.stdout.isTTY, io.env);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 160));
  for (const { name } of systems) {
    const ran = await runModel(workspace, checked, { only: name, halveStep: true }, progressOn(io));
    if (ran.results === null) {
      showDiagnostics(io, ran.diagnostics, textIn(workspace));
      return false;
    }
    const tables = ran.results.tables.filter((table) => table.name === `${name}.step`);
    if (tables.every((table) => table.rows === 0)) {
      io.stdout.write(`${name}: ${tables.flatMap((table) => table.notes ?? []).join(" ")}\n`);
      continue;
    }
    const results = { ...ran.results, tables, reports: [], expectations: [], programs: [] };
    const command = `check ${path} --dt`;
    io.stdout.write(renderRun({ ...ran, results }, "text", textIn(workspace), { style, width, command }));
  }
  return true;
}
