import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io } from "../io.ts";
import { progressOn } from "../progress.ts";
import { styleFor } from "../render/style.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { renderTests, type TestFormat } from "../reporters/tests.ts";
import { checkModel, type Ran, runModel, textIn } from "../session.ts";
import { threadPool } from "../threads.ts";

export interface TestOptions {
  readonly format: TestFormat;
  readonly allowOutside?: boolean;
}

/** Runs models and tells which of their expectations are met. */
export async function test(io: Io, files: readonly string[], options: TestOptions): Promise<ExitCode> {
  const workspace = new Workspace(io);
  const progress = progressOn(io);
  const pool = threadPool();
  const list: Ran[] = [];
  for (const path of workspace.models(files)) {
    const checked = await checkModel(workspace, path, options.allowOutside);
    list.push(await runModel(workspace, checked, { pool }, progress));
  }
  const textOf = textIn(workspace);
  const sink = new Diagnostics();
  for (const d of list.flatMap((ran) => ran.diagnostics)) sink.add(d);
  showDiagnostics(io, sink.list, textOf);
  io.stdout.write(renderTests(list, options.format, textOf, styleFor(io.stdout.isTTY, io.env)));
  if (list.some((ran) => ran.results === null)) return exitCode.wrong;
  const met = list.every((ran) => ran.results?.expectations.every((e) => e.pass));
  return met ? exitCode.ok : exitCode.failed;
}
