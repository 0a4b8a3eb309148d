import { resolve } from "node:path";
import { FORMATTER_FAULT, format } from "../../language/format/format.ts";
import { replaceFiles } from "../files/replace.ts";
import { standardInput, Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io } from "../io.ts";
import { count } from "../render/diagnostics.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { hasErrors, textIn } from "../session.ts";

export interface FmtOptions {
  readonly check?: boolean;
}

/** Writes models in the canonical form; one that cannot be parsed stays as it is, and so do all others then. */
export async function fmt(io: Io, files: readonly string[], options: FmtOptions): Promise<ExitCode> {
  const workspace = new Workspace(io);
  const models = workspace.models(files);
  const diagnostics = [];
  const changed = new Map<string, string>();
  for (const path of models) {
    await workspace.open(path);
    const before = workspace.readText(path)!;
    const formatted = format(before, path);
    diagnostics.push(...formatted.diagnostics);
    if (hasErrors(formatted.diagnostics)) continue;
    if (path === standardInput && !options.check) io.stdout.write(formatted.text);
    else if (formatted.text !== before) changed.set(path, formatted.text);
  }
  showDiagnostics(io, diagnostics, textIn(workspace));
  if (diagnostics.some((d) => d.code === FORMATTER_FAULT)) return exitCode.fault;
  if (hasErrors(diagnostics)) return exitCode.wrong;
  for (const path of changed.keys()) io.stdout.write(`${path}\n`);
  const same = models.length - changed.size;
  if (options.check) {
    io.stderr.write(`${count(changed.size, "file")} would change, ${same} would not\n`);
    return changed.size > 0 ? exitCode.failed : exitCode.ok;
  }
  replaceFiles(new Map([...changed].map(([path, text]) => [resolve(io.cwd, path), text])));
  if (!models.includes(standardInput)) {
    io.stderr.write(`${count(changed.size, "file")} formatted, ${same} unchanged\n`);
  }
  return exitCode.ok;
}
