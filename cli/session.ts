/** A model's way through the phases, with the files of this command behind it. */
import { check } from "../language/check/check.ts";
import { settingsPath } from "../language/check/settings.ts";
import type { Diagnostic } from "../language/diagnostics/diagnostic.ts";
import { diagnose } from "../language/diagnostics/entry.ts";
import { names } from "../language/diagnostics/names.ts";
import type { TextOf } from "../language/diagnostics/to-json.ts";
import type { Model } from "../language/model.ts";
import { readPanels } from "../runtime/read-panels.ts";
import type { Host, Results } from "../runtime/results.ts";
import { type RunOptions, run } from "../runtime/run.ts";
import { readHeaders } from "../runtime/tables/read-table.ts";
import { loadWorkbooks } from "../runtime/tables/workbooks.ts";
import type { Workspace } from "./files/workspace.ts";
import { sparing } from "./memory.ts";
import type { Progress } from "./progress.ts";

export interface Checked {
  readonly path: string;
  /** Null after an error. */
  readonly model: Model | null;
  /** The parts without errors. */
  readonly sound: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** What `--set` gave, as it was written. */
  readonly set: readonly string[];
}

/** Checks a model; one that cannot be read is told like any other mistake, so that documents hold it too. */
export async function checkModel(
  workspace: Workspace,
  path: string,
  allowOutside = false,
  set: readonly string[] = [],
): Promise<Checked> {
  const reason = await workspace.whyUnreadable(path);
  if (reason !== null) {
    const { why, ...options } = reason;
    const place = { file: path, start: 0, end: 0 };
    const diagnostics = [diagnose(names.modelUnreadable, place, { path, why }, options)];
    return { path, model: null, sound: check(path, () => null).sound, diagnostics, set };
  }
  const host: Host = { read: (file) => workspace.readBytes(file) };
  const { model, sound, diagnostics, files } = check(path, (file) => workspace.readText(file), {
    allowOutside,
    set,
    headersOf: (file) => readHeaders(file, host),
  });
  for (const { path: name, text } of files) if (name === settingsPath) workspace.provide(name, text);
  return { path, model, sound, diagnostics, set };
}

/** What is wrong with the data of a model, or of those parts of it that are without errors. */
export async function readModelData(
  workspace: Workspace,
  { model, sound }: Checked,
): Promise<readonly Diagnostic[]> {
  await loadWorkbooks(sound);
  return readPanels(sound, { read: (path) => workspace.readBytes(path) }, model !== null);
}

export interface Ran extends Pick<Checked, "path" | "model" | "diagnostics" | "set"> {
  /** Null where the model or its data is wrong; `diagnostics` say why. */
  readonly results: Results | null;
}

export async function runModel(
  workspace: Workspace,
  checked: Checked,
  options: RunOptions,
  progress: Progress,
): Promise<Ran> {
  if (checked.model === null) return { ...checked, results: null };
  const host: Host = { read: (path) => sparing(workspace.readBytes(path)), progress: progress.show };
  try {
    const results = await run(checked.model, host, options);
    const diagnostics = [...checked.diagnostics, ...results.diagnostics];
    return { ...checked, diagnostics, results: hasErrors(results.diagnostics) ? null : results };
  } finally {
    progress.clear();
  }
}

export function hasErrors(list: readonly Diagnostic[]): boolean {
  return list.some((d) => d.severity === "error");
}

/** The text behind a span, for frames and for lines and columns. */
export function textIn(workspace: Workspace): TextOf {
  return (path) => workspace.readText(path) ?? undefined;
}
