/** Looks into single declarations, with the tables that they need. */
import type { Explanation } from "../../../compiler/print/explanation.ts";
import { explanationHtml } from "../../../compiler/print/explanation-html.ts";
import { wordPage } from "../../../compiler/print/reference-page.ts";
import { catalogue } from "../../../language/diagnostics/catalogue.ts";
import { type Diagnostic, Diagnostics } from "../../../language/diagnostics/diagnostic.ts";
import { didYouMean } from "../../../language/diagnostics/suggest.ts";
import type { Declared, Model } from "../../../language/model.ts";
import { frontierSection } from "../../../runtime/charts/frontier-section.ts";
import type { Environment } from "../../../runtime/evaluate/environment.ts";
import { diagnosticPage } from "../../../runtime/explain/diagnostic-page.ts";
import { explainDeclaration } from "../../../runtime/explain/explain.ts";
import { systemDiagram } from "../../../runtime/explain/system-diagram.ts";
import { unitExplanation } from "../../../runtime/explain/unit-explanation.ts";
import { unitProgram } from "../../../runtime/explain/unit-program.ts";
import { withSolvers } from "../../../runtime/solve/solve-family.ts";
import { unitSimplex } from "../../../runtime/teach/unit-simplex.ts";
import type { HeldModel } from "./held-model.ts";
import type { Answers, Ask } from "./protocol.ts";

/** What is seen, or in words why it is not there, or the errors of the model or its data. */
export type Looked<T> = T | { readonly wrong: string } | { readonly failed: readonly Diagnostic[] };

type Asked<K extends Ask["ask"]> = Extract<Ask, { ask: K }>;

export function sectionOf(asked: Asked<"section">, model: Model, held: HeldModel) {
  return look("measure", asked.measure, model, held, (measure, env, sink) =>
    frontierSection(measure, model, env, sink, asked),
  );
}

export function simplexOf({ measure: name, dmu, period }: Asked<"simplex">, model: Model, held: HeldModel) {
  return look("measure", name, model, held, (measure, env, sink) =>
    dmu === undefined ? noUnit : unitSimplex(measure, model, env, sink, { dmu, period }),
  );
}

export function programOf({ measure: name, dmu, period }: Asked<"program">, model: Model, held: HeldModel) {
  return look("measure", name, model, held, (measure, env, sink): Looked<Answers["program"]> | null => {
    if (dmu === undefined) return noUnit;
    const unit = unitProgram(measure, model, env, sink, { dmu, period });
    if (unit === null || "wrong" in unit) return unit;
    return { html: explanationHtml(unitExplanation(measure, unit, model)) };
  });
}
const noUnit = { wrong: "choose a unit first" };

export function diagramOf({ system: name }: Asked<"diagram">, model: Model, held: HeldModel) {
  return look("system", name, model, held, (system, env): Answers["diagram"] => systemDiagram(system, env));
}

/** A declaration of the model, a diagnostic by its code, or a word of the language. */
export async function explanationOf(name: string, held: HeldModel): Promise<Looked<Answers["explain"]>> {
  const { model, sound, diagnostics } = held.checked;
  if (!sound.declarations.some((d) => d.name === name)) {
    const page = await pageOf(name);
    return page === null ? missing(null, name, sound) : { html: explanationHtml(page) };
  }
  if (model === null) return { failed: diagnostics };
  const told = await explainDeclaration(find(null, name, model)!, model, held.host(), {});
  return "explanation" in told ? { html: explanationHtml(told.explanation) } : told;
}

async function pageOf(name: string): Promise<Explanation | null> {
  const entry = catalogue.find(({ code }) => code === name);
  if (entry !== undefined) {
    const render = (told: readonly Diagnostic[]) => told.map(({ message }) => message).join("\n");
    return diagnosticPage(entry, render, (text) => new TextEncoder().encode(text));
  }
  const blocks = wordPage(name);
  return blocks.length === 0 ? null : { blocks };
}

type Of<K extends Declared["kind"]> = Extract<Declared, { kind: K }>;

/** Looks into a declaration; null from `into` stands for errors in the sink. */
async function look<K extends Declared["kind"], T extends object>(
  kind: K,
  name: string,
  model: Model,
  held: HeldModel,
  into: (declared: Of<K>, env: Environment, sink: Diagnostics) => T | null,
): Promise<Looked<T>> {
  const declared = find(kind, name, model);
  if (declared === undefined) return missing(kind, name, model);
  const env = await held.environmentOf(declared, model);
  if ("failed" in env) return env;
  const { sink, seen } = await withSolvers(() => {
    const sink = new Diagnostics();
    return { sink, seen: into(declared, env, sink) };
  });
  return seen ?? { failed: sink.list };
}

function find<K extends Declared["kind"]>(kind: K | null, name: string, model: Model): Of<K> | undefined {
  return model.declarations.find((d): d is Of<K> => d.name === name && (kind === null || d.kind === kind));
}

function missing(kind: Declared["kind"] | null, name: string, model: Model): { readonly wrong: string } {
  const names = model.declarations.filter((d) => kind === null || d.kind === kind).map((d) => d.name);
  const near = didYouMean(name, names);
  return {
    wrong: `the model has no ${kind ?? "declaration"} \`${name}\`${near === undefined ? "" : `; ${near}`}`,
  };
}
