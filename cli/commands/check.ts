import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io } from "../io.ts";
import { count } from "../render/diagnostics.ts";
import { type DiagnosticFormat, reportDiagnostics } from "../reporters/diagnostics.ts";
import { checkModel, hasErrors, readModelData, textIn } from "../session.ts";

export interface CheckOptions {
  readonly format: DiagnosticFormat;
  readonly allowOutside?: boolean;
}

/** Reports everything that is wrong with models and their data; solves nothing. */
export async function check(io: Io, files: readonly string[], options: CheckOptions): Promise<ExitCode> {
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
  return hasErrors(diagnostics) ? exitCode.wrong : exitCode.ok;
}
