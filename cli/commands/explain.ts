import type { Explanation } from "../../compiler/print/explanation.ts";
import { explanationLatex } from "../../compiler/print/explanation-latex.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Declared, Model } from "../../language/model.ts";
import { explainDeclaration, exportProgram } from "../../runtime/explain/explain.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { renderExplanation } from "../render/explanation.ts";
import { styleFor } from "../render/style.ts";
import { showDiagnostics } from "../reporters/diagnostics.ts";
import { checkModel, hasErrors, textIn } from "../session.ts";

export interface ExplainCommandOptions {
  readonly format: "text" | "latex" | "lp" | "mps";
  readonly dmu?: string;
  readonly period?: string;
  readonly against?: string;
  readonly outcome?: string;
  readonly at?: number;
  readonly allowOutside?: boolean;
}

/** Explains a declaration of a model; with one argument a diagnostic's code or a built-in. */
export async function explain(
  io: Io,
  file: string,
  name: string | undefined,
  options: ExplainCommandOptions,
): Promise<ExitCode> {
  if (name === undefined) throw new UsageError("name what is to be explained");
  const workspace = new Workspace(io);
  const checked = await checkModel(workspace, file, options.allowOutside);
  const show = (diagnostics: readonly Diagnostic[]) => showDiagnostics(io, diagnostics, textIn(workspace));
  if (checked.model === null) {
    show(checked.diagnostics);
    return exitCode.wrong;
  }
  const { model } = checked;
  const declared = find(name, model);
  const progress = progressOn(io);
  const host = { read: (path: string) => workspace.readBytes(path), progress: progress.show };
  const { dmu, period, format } = options;
  if (format === "lp" || format === "mps") {
    if (declared.kind !== "measure" || dmu === undefined) {
      throw new UsageError(`--format ${format} writes one program: name a measure and its unit with --dmu`);
    }
    const asked = { dmu, ...(period === undefined ? {} : { period }) };
    const written = await exportProgram(declared, model, host, asked, format);
    progress.clear();
    if ("wrong" in written) throw new UsageError(written.wrong);
    if ("failed" in written) {
      show(written.failed);
      return exitCode.wrong;
    }
    io.stdout.write(written.text);
    return exitCode.ok;
  }
  const explained = await explainDeclaration(declared, model, host, options);
  progress.clear();
  if ("wrong" in explained) throw new UsageError(explained.wrong);
  if ("failed" in explained) {
    show(explained.failed);
    return exitCode.wrong;
  }
  show(explained.diagnostics);
  io.stdout.write(rendered(io, explained.explanation, format));
  return hasErrors(explained.diagnostics) ? exitCode.wrong : exitCode.ok;
}

function rendered(io: Io, explanation: Explanation, format: "text" | "latex"): string {
  if (format === "latex") return explanationLatex(explanation);
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 120));
  return renderExplanation(explanation, { style: styleFor(io.stdout.isTTY, io.env), width });
}

function find(name: string, model: Model): Declared {
  const found = model.declarations.find((d) => d.name === name);
  if (found !== undefined) return found;
  const names = model.declarations.map((d) => d.name);
  const help = didYouMean(name, names) ?? `it declares ${names.join(", ") || "nothing"}`;
  throw new UsageError(`the model has nothing called \`${name}\` to explain; ${help}`);
}
