import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Declared } from "../../language/model.ts";
import { exportProgram, exportSystem } from "../../runtime/explain/explain.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { checkModel, textIn } from "../session.ts";

export interface ExportOptions {
  /** XMILE for a system and LP for a measure unless given. */
  readonly format?: "lp" | "mps" | "xmile";
  readonly dmu?: string;
  readonly period?: string;
  readonly allowOutside?: boolean;
}

/** Writes one unit's program of a measure, or a system, to standard output for other tools. */
export async function exportModel(
  io: Io,
  file: string,
  name: string,
  options: ExportOptions,
): Promise<ExitCode> {
  const workspace = new Workspace(io);
  const { model, diagnostics } = await checkModel(workspace, file, options.allowOutside);
  if (model === null) {
    showDiagnostics(io, diagnostics, textIn(workspace));
    return exitCode.wrong;
  }
  const { dmu, period } = options;
  const declared = exportable(name, model.declarations);
  const format = options.format ?? (declared.kind === "system" ? "xmile" : "lp");
  if ((format === "xmile") !== (declared.kind === "system")) {
    const takes = declared.kind === "system" ? "xmile" : "lp or mps";
    throw new UsageError(`\`${name}\` is a ${declared.kind}, which is written as ${takes}`);
  }
  const progress = progressOn(io);
  const host = { read: (path: string) => workspace.readBytes(path), progress: progress.show };
  const written =
    declared.kind === "system"
      ? await exportSystem(declared, model, host)
      : await exportProgram(
          declared,
          model,
          host,
          { dmu: named(dmu), ...(period === undefined ? {} : { period }) },
          format === "mps" ? "mps" : "lp",
        );
  progress.clear();
  if ("wrong" in written) throw new UsageError(written.wrong);
  if ("failed" in written) {
    showDiagnostics(io, written.failed, textIn(workspace));
    return exitCode.wrong;
  }
  io.stdout.write(written.text);
  return exitCode.ok;
}

function exportable(name: string, declarations: readonly Declared[]) {
  const found = declarations.find((d) => d.name === name);
  if (found?.kind === "measure" || found?.kind === "system") return found;
  if (found !== undefined)
    throw new UsageError(`\`${name}\` is a ${found.kind}; measures and systems can be exported`);
  const names = declarations.flatMap((d) => (d.kind === "measure" || d.kind === "system" ? [d.name] : []));
  const help = didYouMean(name, names) ?? `it has ${names.join(", ") || "no measure and no system"}`;
  throw new UsageError(`the model has nothing called \`${name}\` to export; ${help}`);
}

function named(dmu: string | undefined): string {
  if (dmu === undefined) throw new UsageError("a program is one unit's: name it with --dmu");
  return dmu;
}
