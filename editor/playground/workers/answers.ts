/** The answer to each question about the model that is held. */
import { type Diagnostic, Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../../language/diagnostics/suggest.ts";
import { diagnosticsToJson } from "../../../language/diagnostics/to-json.ts";
import type { Declared, Model } from "../../../language/model.ts";
import { applyEdit, type Edit } from "../../../language/services/edits/edit.ts";
import { frontierSection } from "../../../runtime/charts/frontier-section.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import { expectedCost } from "../../../runtime/expected-cost.ts";
import { explainDeclaration } from "../../../runtime/explain/explain.ts";
import { resultsToJson } from "../../../runtime/report/results-json.ts";
import type { Host } from "../../../runtime/results.ts";
import { run } from "../../../runtime/run.ts";
import { withSolvers } from "../../../runtime/solve/solve-family.ts";
import type { HeldModel } from "./held-model.ts";
import { lessonVerdict } from "./lesson-verdict.ts";
import { outlineOf } from "./outline-of.ts";
import type { Answers, Ask, FromWorker } from "./protocol.ts";
import { tableSample } from "./table-sample.ts";

/** An answer as it is sent, without the question's number. */
export type Reply =
  | { readonly answer: Answers[Ask["ask"]] }
  | { readonly wrong: string }
  | Pick<Extract<FromWorker, { failed: unknown }>, "failed">;

type Progress = NonNullable<Host["progress"]>;

export async function answerTo(question: Ask, held: HeldModel, progress: Progress): Promise<Reply> {
  switch (question.ask) {
    case "outline":
      return { answer: outline(held) };
    case "lesson":
      return { answer: await lessonVerdict(question.lesson, held.text(held.entry) ?? "") };
    case "table":
      return sample(question.path, held);
    case "edit":
      return edited(held, question.edit);
  }
  const { model, diagnostics } = held.checked;
  if (model === null) return failed(diagnostics, held);
  switch (question.ask) {
    case "run":
      return runAll(model, question.only, held, progress);
    case "section":
      return look(find("measure", question.measure, model), model, held, (measure, env, sink) =>
        frontierSection(measure, model, env, sink, question),
      );
    case "simplex":
      return { wrong: "the steps of the simplex method are not there yet" };
    case "program":
      return explained(find("measure", question.measure, model), model, held, question);
    case "explain":
      return explained(find(null, question.name, model), model, held, {});
    case "diagram":
      return { wrong: "diagrams are not there yet" };
  }
}

function outline(held: HeldModel): Answers["outline"] {
  const { checked, entry } = held;
  const declarations = checked.files.flatMap(({ path }) => held.parsed(path).file.declarations);
  const cost = expectedCost(checked.sound, held.sizes);
  const parts = { checked, entry, declarations, cost, rows: held.sizes.rows };
  return { outline: outlineOf(parts), diagnostics: json(checked.diagnostics, held) };
}

function sample(path: string, held: HeldModel): Reply {
  const table = tableSample(path, held.host());
  return "wrong" in table ? table : { answer: table };
}

function edited(held: HeldModel, edit: Edit): Reply {
  const { checked, entry } = held;
  const files = new Map(checked.files.map(({ path }) => [path, held.parsed(path)]));
  const done = applyEdit({ checked, entry, files }, edit);
  return "wrong" in done ? done : { answer: done };
}

async function runAll(
  model: Model,
  only: string | undefined,
  held: HeldModel,
  progress: Progress,
): Promise<Reply> {
  const started = performance.now();
  const results = await run(model, held.host(progress), only === undefined ? {} : { only });
  if (only === undefined) held.keep(model, results);
  const diagnostics = [...held.checked.diagnostics, ...results.diagnostics];
  const { tables, reports, programs } = results;
  const document = resultsToJson(model.name, diagnostics, results, (path) => held.text(path) ?? undefined);
  return { answer: { results: document, tables, reports, programs, took: performance.now() - started } };
}

type Of<K extends Declared["kind"]> = Extract<Declared, { kind: K }>;
type Found<K extends Declared["kind"]> = Of<K> | { readonly wrong: string };

function find<K extends Declared["kind"]>(kind: K | null, name: string, model: Model): Found<K> {
  const ofKind = model.declarations.filter((d): d is Of<K> => kind === null || d.kind === kind);
  const found = ofKind.find((d) => d.name === name);
  if (found !== undefined) return found;
  const near = didYouMean(
    name,
    ofKind.map((d) => d.name),
  );
  const help = near === undefined ? "" : `; ${near}`;
  return { wrong: `the model has no ${kind ?? "declaration"} \`${name}\`${help}` };
}

/** Looks into a declaration with the tables that it needs. */
async function look<K extends Declared["kind"]>(
  declared: Found<K>,
  model: Model,
  held: HeldModel,
  into: (
    declared: Of<K>,
    env: Environment,
    sink: Diagnostics,
  ) => Exclude<Answers[Ask["ask"]], { wrong: string }> | { readonly wrong: string } | null,
): Promise<Reply> {
  if ("wrong" in declared) return declared;
  const env = await held.environmentOf(declared, model);
  if ("failed" in env) return failed(env.failed, held);
  const { sink, answer } = await withSolvers(() => {
    const sink = new Diagnostics();
    return { sink, answer: into(declared, env, sink) };
  });
  if (answer === null) return failed(sink.list, held);
  return "wrong" in answer ? answer : { answer };
}

async function explained(
  declared: Found<Declared["kind"]>,
  model: Model,
  held: HeldModel,
  unit: { readonly dmu?: string; readonly period?: string },
): Promise<Reply> {
  if ("wrong" in declared) return declared;
  const { dmu, period } = unit;
  const options = { ...(dmu === undefined ? {} : { dmu }), ...(period === undefined ? {} : { period }) };
  const told = await explainDeclaration(declared, model, held.host(), options);
  if ("failed" in told) return failed(told.failed, held);
  return "wrong" in told ? told : { answer: { html: JSON.stringify(told.explanation) } };
}

function failed(diagnostics: readonly Diagnostic[], held: HeldModel): Reply {
  return { failed: json(diagnostics, held) };
}
function json(diagnostics: readonly Diagnostic[], held: HeldModel) {
  return diagnosticsToJson(diagnostics, (path) => held.text(path) ?? undefined);
}
