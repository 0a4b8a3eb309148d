/** The answer to each question about the model that is held. */
import type { Diagnostic } from "../../../language/diagnostics/diagnostic.ts";
import { diagnosticsToJson } from "../../../language/diagnostics/to-json.ts";
import type { Model } from "../../../language/model.ts";
import { applyEdit, type Edit } from "../../../language/services/edits/edit.ts";
import { expectedCost } from "../../../runtime/expected-cost.ts";
import { resultsToJson } from "../../../runtime/report/results-json.ts";
import type { Host } from "../../../runtime/results.ts";
import { run } from "../../../runtime/run.ts";
import type { HeldModel } from "./held-model.ts";
import { inlineRow } from "./inline-row.ts";
import { lessonVerdict } from "./lesson-verdict.ts";
import { diagramOf, explanationOf, type Looked, programOf, sectionOf, simplexOf } from "./looks.ts";
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
    case "run":
      return withModel(held, (model) => runAll(model, question.only, held, progress));
    case "section":
      return withModel(held, (model) => sectionOf(question, model, held));
    case "program":
      return withModel(held, (model) => programOf(question, model, held));
    case "simplex":
      return withModel(held, (model) => simplexOf(question, model, held));
    case "diagram":
      return withModel(held, (model) => diagramOf(question, model, held));
    case "explain":
      return reply(await explanationOf(question.name, held), held);
    case "edit":
      return edited(held, question.edit);
    case "lesson":
      return { answer: await lessonVerdict(question.lesson, held.text(held.entry) ?? "") };
    case "table":
      return reply(tableSample(question.path, held.host()), held);
  }
}

function outline(held: HeldModel): Answers["outline"] {
  const { checked, entry } = held;
  const declarations = checked.files.flatMap(({ path }) => held.parsed(path).file.declarations);
  const cost = expectedCost(checked.sound, held.sizes);
  const parts = { checked, entry, declarations, cost, rows: held.sizes.rows };
  return { outline: outlineOf(parts), diagnostics: json(checked.diagnostics, held) };
}

async function withModel(
  held: HeldModel,
  answer: (model: Model) => Promise<Looked<Answers[Ask["ask"]]>>,
): Promise<Reply> {
  const { model, diagnostics } = held.checked;
  return reply(model === null ? { failed: diagnostics } : await answer(model), held);
}

async function runAll(
  model: Model,
  only: string | undefined,
  held: HeldModel,
  progress: Progress,
): Promise<Answers["run"]> {
  const started = performance.now();
  const results = await run(model, held.host(progress), only === undefined ? {} : { only });
  if (only === undefined) held.keep(model, results);
  const diagnostics = [...held.checked.diagnostics, ...results.diagnostics];
  const { tables, reports, programs } = results;
  const document = resultsToJson(model.name, diagnostics, results, textOf(held));
  return { results: document, tables, reports, programs, took: performance.now() - started };
}

async function edited(held: HeldModel, edit: Edit): Promise<Reply> {
  const { checked, entry } = held;
  const files = new Map(checked.files.map(({ path }) => [path, held.parsed(path)]));
  const row = edit.of === "cell" ? await inlineRow(edit.panel, edit.row, checked.sound, held) : 0;
  return reply(applyEdit({ checked, entry, files }, edit.of === "cell" ? { ...edit, row } : edit), held);
}

function reply(looked: Looked<Answers[Ask["ask"]]>, held: HeldModel): Reply {
  if ("failed" in looked) return { failed: json(looked.failed, held) };
  return "wrong" in looked ? looked : { answer: looked };
}
function json(diagnostics: readonly Diagnostic[], held: HeldModel) {
  return diagnosticsToJson(diagnostics, textOf(held));
}
function textOf(held: HeldModel) {
  return (path: string) => held.text(path) ?? undefined;
}
