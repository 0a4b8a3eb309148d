/** What each phase makes of a golden case's source, by the heading of its section. */

import { renderDiagnostics, summarize } from "../../cli/render/diagnostics.ts";
import { plain } from "../../cli/render/style.ts";
import { renderResults } from "../../cli/reporters/results-text.ts";
import { referencePeriods } from "../../compiler/lp/reference-set.ts";
import { compileSystem } from "../../compiler/ode/compile-system.ts";
import { applyChanges } from "../../language/check/apply-changes.ts";
import { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { format } from "../../language/format/format.ts";
import type { Model, Scenario } from "../../language/model.ts";
import { parse } from "../../language/parser/parse.ts";
import { systemInputs } from "../../runtime/dynamics/system-inputs.ts";
import type { Environment } from "../../runtime/evaluate/environment.ts";
import { readFrontier } from "../../runtime/measure/frontier-data.ts";
import { rowName } from "../../runtime/measure/observations.ts";
import { scoreRequests } from "../../runtime/measure/score-requests.ts";
import { runEnvironment } from "../../runtime/run-environment.ts";
import { type Outcome, pipeline } from "../helpers/pipeline.ts";
import { printProgram, printSystem } from "./print-program.ts";
import { printTree } from "./print-tree.ts";

type Phase = (outcome: Outcome) => string;

export const phases: Readonly<Record<string, Phase>> = {
  AST: ({ files }) => {
    const { file } = parse({ path: "model.gtfp", text: files["model.gtfp"]! });
    return lines(file.declarations.map((d) => printTree(d)));
  },
  MODEL: ({ model }) =>
    lines(
      [...(model?.declarations ?? []), ...(model?.reports ?? []), ...(model?.expectations ?? [])].map((d) =>
        printTree(d),
      ),
    ),
  PROGRAM: (outcome) => withTables(outcome, programs),
  ODE: (outcome) => withTables(outcome, systems),
  FORMATTED: ({ files }) => format(files["model.gtfp"]!, "model.gtfp").text,
  DIAGNOSTICS: ({ diagnostics, files }) =>
    diagnostics.length === 0
      ? "no problems\n"
      : `${renderDiagnostics(diagnostics, (path) => files[path], plain)}\n${summarize(diagnostics)}\n`,
  RESULT: ({ model, results }) =>
    model === null || results === null
      ? "the run failed\n"
      : renderResults(model, results, { style: plain, width: 100, command: "run model.gtfp" }),
};

export async function outcomeOf(files: Readonly<Record<string, string>>): Promise<Outcome> {
  return pipeline(files);
}

function lines(list: readonly string[]): string {
  return list.map((text) => `${text}\n`).join("");
}

function withTables(
  { model, results }: Outcome,
  print: (model: Model, env: Environment) => string[],
): string {
  if (model === null || results === null) return "the run failed\n";
  return print(model, runEnvironment(model, new Map(results.tables.map((t) => [t.name, t])))).join("\n");
}

/** For each measure the program of its first unit by label. */
function programs(model: Model, env: Environment): string[] {
  return model.declarations.flatMap((d) => {
    if (d.kind !== "measure") return [];
    const data = readFrontier(d.spec, model, env, new Diagnostics())!;
    const { scored, labels, technology } = data;
    const row = scored.order[0]!;
    const range = referencePeriods(
      technology.reference,
      scored.period[row]!,
      Math.max(1, labels.periods.length),
    );
    const { program } = scoreRequests(data, [{ row, range }], {})[0]!;
    if (program === null) return [];
    const nameOf = (observation: number) => rowName(labels, data.reference, observation);
    return `${d.name} of ${rowName(labels, scored, row)}\n${printProgram(program.family, program.task, nameOf)}`;
  });
}

/** Each system as its first scenario runs it. */
function systems(model: Model, env: Environment): string[] {
  const scenarios = model.declarations.filter((d): d is Scenario => d.kind === "scenario");
  return model.declarations.flatMap((d) => {
    if (d.kind !== "system") return [];
    const first = scenarios.find((s) => s.system === d.name);
    const all = new Map(scenarios.map((s) => [s.name, s]));
    const ode = compileSystem(first ? applyChanges(d, first, all) : d, systemInputs(env), new Diagnostics());
    return ode === null ? [] : `${d.name}${first ? ` in ${first.name}` : ""}\n${printSystem(ode)}`;
  });
}
