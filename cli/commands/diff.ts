import { diffModels } from "../../compiler/diff/diff-models.ts";
import { findRenamings } from "../../compiler/diff/renamings.ts";
import { version } from "../../language/version.ts";
import { diffResults, type ResultsDiff } from "../../runtime/diff/diff-results.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { markdownDiff, renderModelDiff, renderResultsDiff } from "../render/model-diff.ts";
import { styleFor } from "../render/style.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { type Checked, checkModel, runModel, textIn } from "../session.ts";

export interface DiffOptions {
  readonly format: "text" | "md" | "json";
  readonly results?: boolean;
  readonly allowOutside?: boolean;
}

/** Tells what changed in meaning from one model to another, and with `results` what that does to the numbers. */
export async function diff(
  io: Io,
  oldFile: string,
  newFile: string,
  options: DiffOptions,
): Promise<ExitCode> {
  if (oldFile === newFile) throw new UsageError("the two models are the same file");
  const workspace = new Workspace(io);
  const before = await checkModel(workspace, oldFile, options.allowOutside);
  const after = await checkModel(workspace, newFile, options.allowOutside);
  const textOf = textIn(workspace);
  showDiagnostics(
    io,
    [...before.diagnostics, ...after.diagnostics].filter((d) => d.severity === "error"),
    textOf,
  );
  if (before.model === null || after.model === null) return exitCode.wrong;
  const content = (path: string) => workspace.readText(path);
  const sides = [
    { model: before.model, content },
    { model: after.model, content },
  ] as const;
  const models = diffModels(...sides);
  let results: ResultsDiff | null = null;
  if (options.results) {
    const { declarations } = findRenamings(...sides);
    const renamed = (name: string) => {
      const [own, ...rest] = name.split(".");
      return [declarations.get(own!) ?? own, ...rest].join(".");
    };
    const ran = await runBoth(io, workspace, before, after);
    if (ran === null) return exitCode.wrong;
    results = diffResults(ran.before, ran.after, renamed);
  }
  const style = styleFor(io.stdout.isTTY, io.env);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 160));
  switch (options.format) {
    case "json":
      io.stdout.write(
        `${JSON.stringify({ gtfp: version, ...models, ...(results === null ? {} : { results }) }, null, 2)}\n`,
      );
      break;
    case "md":
      io.stdout.write(markdownDiff(models, results));
      break;
    default:
      io.stdout.write(renderModelDiff(models, style, width));
      if (results !== null)
        io.stdout.write(`\n${style.bold("Results")}\n${renderResultsDiff(results, style)}`);
  }
  const moved = results !== null && results.tables.length + results.expectations.length > 0;
  return models.changes.length > 0 || moved ? exitCode.failed : exitCode.ok;
}

async function runBoth(io: Io, workspace: Workspace, before: Checked, after: Checked) {
  const progress = progressOn(io);
  const old = await runModel(workspace, before, {}, progress);
  const now = await runModel(workspace, after, {}, progress);
  for (const ran of [old, now]) {
    if (ran.results === null) showDiagnostics(io, ran.diagnostics, textIn(workspace));
  }
  return old.results === null || now.results === null ? null : { before: old.results, after: now.results };
}
