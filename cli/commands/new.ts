import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { replaceFiles } from "../files/replace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { studyFiles } from "../new/study-files.ts";

/** Writes a first study into a folder; what stands there already stays as it is, and then nothing is written. */
export async function newStudy(io: Io, folder: string): Promise<ExitCode> {
  const root = resolve(io.cwd, folder);
  const files = studyFiles(basename(root));
  for (const name of files.keys()) {
    if (existsSync(join(root, name))) {
      throw new UsageError(`${join(folder, name)} is there already; name another folder`);
    }
  }
  replaceFiles(new Map([...files].map(([name, text]) => [join(root, name), text])));
  const model = join(folder, [...files.keys()][0]!);
  io.stdout.write(
    `${[...files.keys()].map((name) => join(folder, name)).join("\n")}\n\nNext: gtfp run ${model}\n`,
  );
  return exitCode.ok;
}
