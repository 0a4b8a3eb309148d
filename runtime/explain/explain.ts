/** Explains a declaration of a model: its mathematics, and with a unit its numbers. */
import { directionBlocks, directionVector } from "../../compiler/print/direction-math.ts";
import {
  type Block,
  type Explanation,
  heading,
  joined,
  sentence,
  text,
} from "../../compiler/print/explanation.ts";
import { lpFormat } from "../../compiler/print/lp-format.ts";
import { mpsFormat } from "../../compiler/print/mps-format.ts";
import { networkBlocks } from "../../compiler/print/network-math.ts";
import { programNames } from "../../compiler/print/program-names.ts";
import { restrictionBlocks, technologySet, variableTerms } from "../../compiler/print/technology-math.ts";
import { xmile } from "../../compiler/print/xmile.ts";
import { type Diagnostic, Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import type {
  Declared,
  Direction,
  Index,
  Measure,
  Model,
  Scenario,
  System,
  Technology,
} from "../../language/model.ts";
import { systemInputs } from "../dynamics/system-inputs.ts";
import type { Environment } from "../evaluate/environment.ts";
import { isInference } from "../inference/is-inference.ts";
import { methods } from "../measure/methods.ts";
import type { Host } from "../results.ts";
import { run } from "../run.ts";
import { runEnvironment } from "../run-environment.ts";
import { withSolvers } from "../solve/solve-family.ts";
import { explainEntries, explainPanel } from "./explain-entries.ts";
import { explainChange, explainIndex } from "./explain-index.ts";
import { explainInference } from "./explain-inference.ts";
import { call, explainMeasure, periodOf, technologyWords } from "./explain-measure.ts";
import { explainRegression } from "./explain-regression.ts";
import { explainDifference, explainScenario } from "./explain-scenario.ts";
import { explainSystem } from "./explain-system.ts";
import { onlyNeeded } from "./needed.ts";
import { title, unitExplanation } from "./unit-explanation.ts";
import { type UnitProgram, unitProgram } from "./unit-program.ts";

export interface ExplainOptions {
  readonly dmu?: string;
  readonly period?: string;
  /** Another scenario to compare with, and the number to compare. */
  readonly against?: string;
  readonly outcome?: string;
  readonly at?: number;
}
/** An explanation, or why there is none. */
export type Explained =
  | { readonly explanation: Explanation; readonly diagnostics: readonly Diagnostic[] }
  /** The command asks for what is not there. */
  | { readonly wrong: string }
  /** The model's data is wrong. */
  | { readonly failed: readonly Diagnostic[] };

/** What can be explained with one unit's numbers. */
function hasPrograms(declared: Declared): declared is Measure | Index {
  return declared.kind === "measure" || declared.kind === "index";
}

export async function explainDeclaration(
  declared: Declared,
  model: Model,
  host: Host,
  options: ExplainOptions,
): Promise<Explained> {
  const { dmu, period } = options;
  if (dmu === undefined) {
    if (period !== undefined) return { wrong: "--period goes with --dmu" };
    if (declared.kind === "scenario") return scenario(declared, model, host, options);
    if (options.against !== undefined) return { wrong: "--against compares two scenarios" };
    if (declared.kind === "system") {
      return withData(declared, model, host, (env, sink) => {
        const blocks = explainSystem(declared, env, sink);
        return blocks && { blocks: [title(declared, model, declared.name), ...blocks] };
      });
    }
    const blocks = [title(declared, model, declared.name), ...general(declared, model)];
    return { explanation: { blocks }, diagnostics: [] };
  }
  if (!hasPrograms(declared)) {
    return {
      wrong: `\`${declared.name}\` is a ${declared.kind}; only a measure or an index has units, which --dmu names`,
    };
  }
  const asked = { dmu, ...(period === undefined ? {} : { period }) };
  return withData(declared, model, host, (env, sink) => {
    if (declared.kind === "index") {
      const change = explainChange(declared, model, env, sink, asked);
      if (change === null || "wrong" in change) return change;
      return { blocks: [title(declared, model, change.title), ...change.blocks] };
    }
    const unit = unitProgram(declared, model, env, sink, asked);
    if (unit === null || "wrong" in unit) return unit;
    return unitExplanation(declared, unit, model);
  });
}

function scenario(declared: Scenario, model: Model, host: Host, options: ExplainOptions): Promise<Explained> {
  const { against, outcome, at } = options;
  return withData(declared, model, host, (env, sink) => {
    if (against === undefined) {
      const blocks = explainScenario(declared, model, env, sink);
      return blocks && { blocks: [title(declared, model, declared.name), ...blocks] };
    }
    if (outcome === undefined)
      return { wrong: "name the number to compare with --outcome, such as --outcome co2" };
    const asked = { against, outcome, ...(at === undefined ? {} : { at }) };
    const blocks = explainDifference(declared, asked, model, env, sink);
    if (blocks === null || "wrong" in blocks) return blocks;
    return { blocks: [title(declared, model, `${declared.name} against ${against}`), ...blocks] };
  });
}

/** One unit's program of a measure in a file format of solvers. */
export async function exportProgram(
  measure: Measure,
  model: Model,
  host: Host,
  asked: { readonly dmu: string; readonly period?: string },
  format: "lp" | "mps",
): Promise<{ readonly text: string } | Exclude<Explained, { explanation: Explanation }>> {
  let written = "";
  const explained = await withData(measure, model, host, (env, sink) => {
    const unit = unitProgram(measure, model, env, sink, asked);
    if (unit === null || "wrong" in unit) return unit;
    if (unit.answer.program === null) return { wrong: `${unit.name} has no program: ${unit.answer.reason}` };
    const { family } = unit.answer.program;
    if (family.single === true && family.own.some((one) => one.name === "t")) {
      return {
        wrong: `on a free disposal hull \`${measure.spec.fn}\` is one program for each unit of comparison, and no file of one`,
      };
    }
    written = programText(measure, unit, format);
    return { blocks: [] };
  });
  return "explanation" in explained ? { text: written } : explained;
}

/** A system as XMILE, with the numbers that it takes from data. */
export async function exportSystem(
  system: System,
  model: Model,
  host: Host,
): Promise<{ readonly text: string } | Exclude<Explained, { explanation: Explanation }>> {
  let written = "";
  const explained = await withData(system, model, host, (env) => {
    const document = xmile(system, systemInputs(env));
    if ("refused" in document) {
      return { wrong: `XMILE has no form for ${joined(document.refused)} in \`${system.name}\`` };
    }
    written = document.text;
    return { blocks: [] };
  });
  return "explanation" in explained ? { text: written } : explained;
}

function programText({ name, spec }: Measure, unit: UnitProgram, format: "lp" | "mps"): string {
  const { family, task } = unit.answer.program!;
  const names = programNames(family, unit.nameOf);
  const { around } = unit.answer.program!.point;
  const comments = [
    `${name} of ${unit.name}: ${spec.fn} on ${spec.technology}, written by gtfp`,
    ...(methods[spec.fn]?.around === undefined
      ? []
      : [`1/theta stands linear, by its tangent at ${around ?? 1}`]),
  ];
  return (format === "lp" ? lpFormat : mpsFormat)(family, task, names, comments);
}

/** What a model declares, one line each. */
export function explainModel(model: Model): Explanation {
  const kinds = [...new Set(model.declarations.map((d) => d.kind))];
  const declared = kinds.flatMap((kind): Block[] => [
    heading(kind.replaceAll("_", " ")),
    {
      is: "terms",
      terms: model.declarations.flatMap((d) =>
        d.kind === kind ? [{ term: [d.name], meaning: [oneLine(d)] }] : [],
      ),
    },
  ]);
  const others = [
    ...(model.reports.length > 0 ? [`reports ${joined(model.reports.map((r) => `\`${r.name}\``))}`] : []),
    ...(model.expectations.length > 0 ? [`${model.expectations.length} expectations`] : []),
  ];
  return {
    blocks: [
      { is: "title", text: model.name },
      ...declared,
      ...(others.length === 0
        ? []
        : [
            text(
              `There ${others.length === 1 && model.expectations.length === 1 ? "is" : "are"} also ${joined(others)}.`,
            ),
          ]),
      text("gtfp explain FILE NAME tells of one of them."),
    ],
  };
}

/** Its `///`, or what it is made of. */
function oneLine(declared: Declared): string {
  const doc = declared.doc === undefined ? "" : sentence(declared.doc);
  const spec = declared.kind === "measure" || declared.kind === "index" ? declared.spec : undefined;
  if (spec === undefined) return doc;
  const written = declared.kind === "index" ? `${declared.fn} of ${call(spec)}` : call(spec);
  return doc === "" ? written : `${doc} ${written}`;
}

/** Computes what a declaration needs and explains it with that. */
async function withData(
  declared: Declared,
  model: Model,
  host: Host,
  explain: (env: Environment, sink: Diagnostics) => Explanation | { readonly wrong: string } | null,
): Promise<Explained> {
  const needed = onlyNeeded([declared], model);
  const results = await run(needed, host);
  const failed = results.diagnostics.filter((d) => d.severity === "error");
  if (failed.length > 0) return { failed: results.diagnostics };
  const env = runEnvironment(model, new Map(results.tables.map((table) => [table.name, table])));
  const { explained, sink } = await withSolvers(() => {
    const sink = new Diagnostics();
    return { explained: explain(env, sink), sink };
  });
  if (explained === null) return { failed: sink.list };
  return "wrong" in explained ? explained : { explanation: explained, diagnostics: sink.list };
}

/** The blocks of what needs no data. */
function general(declared: Declared, model: Model): Block[] {
  switch (declared.kind) {
    case "measure":
      return explainMeasure(declared, model);
    case "index":
      return explainIndex(declared, model);
    case "technology":
      return explainTechnology(declared, model);
    case "direction":
      return explainDirection(declared, model);
    case "panel":
      return explainPanel(declared);
    case "regression":
      return explainRegression(declared);
    default:
      return isInference(declared) ? explainInference(declared) : explainEntries(declared, model);
  }
}

function explainTechnology(technology: Technology, model: Model): Block[] {
  const { doc } = technology;
  return [
    ...(doc === undefined ? [] : [text(sentence(doc))]),
    heading("What can be done"),
    ...(technology.stages === undefined ? [technologySet(technology)] : networkBlocks(technology)),
    ...restrictionBlocks(technology),
    heading("where"),
    { is: "terms", terms: variableTerms(technology) },
    heading("Its words"),
    ...technologyWords(technology, periodOf(technology, model) !== undefined),
  ];
}

function explainDirection(direction: Direction, model: Model): Block[] {
  const users = model.declarations.flatMap((d) => {
    if (d.kind !== "measure" && d.kind !== "index") return [];
    if (d.spec.along !== direction.name) return [];
    return model.declarations.filter(
      (t): t is Technology => t.kind === "technology" && t.name === d.spec.technology,
    );
  });
  return [
    ...(direction.doc === undefined ? [] : [text(sentence(direction.doc))]),
    text("Along it a unit moves by β sizes: ", directionVector(direction), "."),
    ...directionBlocks(direction, [...new Set(users)]),
  ];
}
