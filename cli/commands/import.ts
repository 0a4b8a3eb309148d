import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Imported } from "../../compiler/import/import-model.ts";
import { written } from "../../compiler/import/names.ts";
import { importChanges } from "../../compiler/import/vensim/read-changes.ts";
import { importMdl } from "../../compiler/import/vensim/read-mdl.ts";
import { importXmile } from "../../compiler/import/xmile/read-xmile.ts";
import { stemOf } from "../../language/check/path.ts";
import type { System } from "../../language/model.ts";
import { replaceFiles } from "../files/replace.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { checkModel, textIn } from "../session.ts";

export interface ImportOptions {
  readonly out?: string;
  /** The model that a file of changes is for. */
  readonly model?: string;
}

/** Writes the model of another tool as a model of GTFP: to standard output, or into a file that is not there yet. */
export async function importFile(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined && existsSync(resolve(io.cwd, out)))
    throw new UsageError(`${out} is there already; remove it or write to another file`);
  const workspace = new Workspace(io);
  await workspace.open(file);
  const imported = await translate(workspace, io, file, options);
  if (imported === null) return exitCode.wrong;
  showDiagnostics(io, imported.diagnostics, textIn(workspace));
  if (imported.text === null) return exitCode.wrong;
  if (out === undefined) io.stdout.write(imported.text);
  else replaceFiles(new Map([[resolve(io.cwd, out), imported.text]]));
  return exitCode.ok;
}

/** Null where the model that is changed is wrong, which has been told. */
async function translate(
  workspace: Workspace,
  io: Io,
  file: string,
  options: ImportOptions,
): Promise<Imported | null> {
  const path = file.replaceAll("\\", "/");
  const source = { path: file, text: workspace.readText(file)! };
  const name = written(stemOf(path));
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
  const changes = ending === "cin";
  if (options.model !== undefined && !changes)
    throw new UsageError("--model goes with a file of changes (.cin) alone");
  switch (ending) {
    case "mdl":
      return importMdl(source, name);
    case "xmile":
    case "stmx":
    case "itmx":
    case "xml":
      return importXmile(source, name);
    case "cin":
      return changesOf(workspace, io, source, options);
    default:
      if (file === "-")
        return /^\s*</.test(source.text) ? importXmile(source, name) : importMdl(source, name);
      throw new UsageError(
        `cannot tell what ${file} is: Vensim's files end in .mdl and .cin, XMILE's in .xmile, .stmx or .xml`,
      );
  }
}

async function changesOf(
  workspace: Workspace,
  io: Io,
  source: { readonly path: string; readonly text: string },
  { model: path, out }: ImportOptions,
): Promise<Imported | null> {
  if (path === undefined)
    throw new UsageError(
      `${source.path} changes a model: say which with --model, such as --model model.gtfp`,
    );
  const { model, diagnostics } = await checkModel(workspace, path);
  if (model === null) {
    showDiagnostics(io, diagnostics, textIn(workspace));
    return null;
  }
  const systems = model.declarations.filter((d): d is System => d.kind === "system");
  const [system] = systems;
  if (system === undefined || systems.length > 1)
    throw new UsageError(`${path} must hold one system for the changes; it has ${systems.length}`);
  const folder = out === undefined ? io.cwd : dirname(resolve(io.cwd, out));
  const named = relative(folder, resolve(io.cwd, path)).replaceAll("\\", "/");
  const read = (file: string) => workspace.readText(file);
  return importChanges(source, stemOf(source.path), { model, system, path, named, read });
}
