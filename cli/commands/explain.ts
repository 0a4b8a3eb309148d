import type { Explanation } from "../../compiler/print/explanation.ts";
import { explanationLatex } from "../../compiler/print/explanation-latex.ts";
import { explainedWords, wordPage } from "../../compiler/print/reference-page.ts";
import { catalogue } from "../../language/diagnostics/catalogue.ts";
import type { Diagnostic } from "../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Declared, Model } from "../../language/model.ts";
import { diagnosticPage } from "../../runtime/explain/diagnostic-page.ts";
import { explainDeclaration, explainModel, exportProgram } from "../../runtime/explain/explain.ts";
import { Workspace } from "../files/workspace.ts";
import { type ExitCode, exitCode, type Io, UsageError } from "../io.ts";
import { progressOn } from "../progress.ts";
import { renderDiagnostics } from "../render/diagnostics.ts";
import { renderExplanation } from "../render/explanation.ts";
import { plain, styleFor } from "../render/style.ts";
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

/** Explains a declaration of a model, or what there is in it; a diagnostic's code or a word of the language stands alone. */
export async function explain(
  io: Io,
  file: string,
  name: string | undefined,
  options: ExplainCommandOptions,
): Promise<ExitCode> {
  const alone = name === undefined ? await wordOrCode(file) : null;
  if (alone !== null) return write(io, alone, options.format);
  const workspace = new Workspace(io);
  if (name === undefined && !/[./\\]/.test(file) && file !== "-" && workspace.readBytes(file) === null)
    throw new UsageError(noSuchWord(file));
  const checked = await checkModel(workspace, file, options.allowOutside);
  const show = (diagnostics: readonly Diagnostic[]) => showDiagnostics(io, diagnostics, textIn(workspace));
  if (checked.model === null) {
    show(checked.diagnostics);
    return exitCode.wrong;
  }
  const { model } = checked;
  if (name === undefined) return write(io, explainModel(model), options.format);
  const declared = model.declarations.find((d) => d.name === name);
  if (declared === undefined) {
    const page = await wordOrCode(name);
    if (page === null) throw new UsageError(noSuchName(name, model));
    return write(io, page, options.format);
  }
  const progress = progressOn(io);
  const host = { read: (path: string) => workspace.readBytes(path), progress: progress.show };
  const told = await explainOrExport(declared, model, host, options);
  progress.clear();
  if ("wrong" in told) throw new UsageError(told.wrong);
  if ("failed" in told) {
    show(told.failed);
    return exitCode.wrong;
  }
  if ("text" in told) {
    io.stdout.write(told.text);
    return exitCode.ok;
  }
  show(told.diagnostics);
  if (hasErrors(told.diagnostics)) return exitCode.wrong;
  return write(io, told.explanation, options.format);
}

async function explainOrExport(
  declared: Declared,
  model: Model,
  host: Parameters<typeof explainDeclaration>[2],
  options: ExplainCommandOptions,
) {
  const { dmu, period, format } = options;
  if (format === "text" || format === "latex") return explainDeclaration(declared, model, host, options);
  if (declared.kind !== "measure" || dmu === undefined) {
    throw new UsageError(`--format ${format} writes one program: name a measure and its unit with --dmu`);
  }
  const asked = { dmu, ...(period === undefined ? {} : { period }) };
  return exportProgram(declared, model, host, asked, format);
}

async function wordOrCode(word: string): Promise<Explanation | null> {
  const entry = catalogue.find((one) => one.code === word.toUpperCase());
  if (entry !== undefined) {
    const render = (told: readonly Diagnostic[], text: (path: string) => string | undefined) =>
      renderDiagnostics(told, text, plain);
    return diagnosticPage(entry, render, (text) => Buffer.from(text));
  }
  const blocks = wordPage(word);
  return blocks.length === 0 ? null : { blocks };
}

function noSuchWord(word: string): string {
  const known = [...explainedWords(), ...catalogue.map((entry) => entry.code)];
  const help =
    didYouMean(word, known) ??
    "name a model's file and a declaration, a diagnostic's code or a word of the language";
  return `there is nothing called \`${word}\` to explain; ${help}`;
}

function noSuchName(name: string, model: Model): string {
  const names = model.declarations.map((d) => d.name);
  const help =
    didYouMean(name, names) ??
    didYouMean(name, [...explainedWords(), ...catalogue.map((entry) => entry.code)]) ??
    `it declares ${names.join(", ") || "nothing"}`;
  return `the model has nothing called \`${name}\` to explain; ${help}`;
}

function write(io: Io, explanation: Explanation, format: ExplainCommandOptions["format"]): ExitCode {
  if (format === "lp" || format === "mps") {
    throw new UsageError(`--format ${format} writes one program: name a measure and its unit with --dmu`);
  }
  const width = Math.max(60, Math.min(io.stdout.columns ?? 100, 120));
  const style = styleFor(io.stdout.isTTY, io.env);
  io.stdout.write(
    format === "latex" ? explanationLatex(explanation) : renderExplanation(explanation, { style, width }),
  );
  return exitCode.ok;
}
