/** The models that the page is to open, with the files that they name: what `gtfp run` would read, and nothing else. */
import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { standardInput, Workspace } from "../files/workspace.ts";
import { type Io, UsageError } from "../io.ts";
import { checkModel, readModelData } from "../session.ts";

export interface ServedFiles {
  /** The model that is run. */
  readonly entry: string;
  /** Full paths by the paths that the page knows them under, relative to the model's folder. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * @param target a model, or a folder of models: all that stand in it, and the one of the folder's name first
 * @throws UsageError where there is no model
 */
export async function servedFiles(io: Io, target: string): Promise<ServedFiles> {
  const { folder, models } = modelsOf(io, target);
  const workspace = new Workspace(io);
  for (const model of models) {
    await workspace.open(model);
    await readModelData(workspace, await checkModel(workspace, model));
  }
  const files = new Map<string, string>();
  for (const path of workspace.asked) {
    const name = relative(folder, path).split(sep).join("/");
    if (name.startsWith("../") || workspace.readBytes(path) === null) continue;
    files.set(name, path);
  }
  return { entry: basename(models[0]!), files };
}

function modelsOf(io: Io, target: string): { readonly folder: string; readonly models: readonly string[] } {
  if (target === standardInput) throw new UsageError("the page opens files; standard input is none");
  const path = resolve(io.cwd, target);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    return { folder: dirname(path), models: [target] };
  }
  const names = readdirSync(path).filter((name) => name.endsWith(".gtfp"));
  if (names.length === 0) throw new UsageError(`there is no .gtfp file in ${target}`);
  const first = `${basename(path)}.gtfp`;
  names.sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  return { folder: path, models: names.map((name) => join(target, name)) };
}
