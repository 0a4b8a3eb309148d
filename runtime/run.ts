/**
 * The run of a checked model, phase by phase.
 *
 *     model ─▶ panels ─▶ measures · indices · regressions ─▶ experiments · systems' runs ─▶ reports ─▶ expectations ─▶ results
 *              └───────── in the order of the model: each declaration after what it needs ──────────┘
 */
import { Diagnostics } from "../language/diagnostics/diagnostic.ts";
import type { Declared, Model } from "../language/model.ts";
import { positions } from "../language/source.ts";
import { closure, needs, scenariosOf } from "./dependencies.ts";
import { halvedStep } from "./dynamics/halve-step.ts";
import { runSystem } from "./dynamics/run-system.ts";
import type { Environment } from "./evaluate/environment.ts";
import { EvaluationFault } from "./evaluate/fault.ts";
import { checkExpectation } from "./expect/check-expectation.ts";
import { isExperiment, runExperiment } from "./experiment/run-experiment.ts";
import { useResult } from "./experiment/use-result.ts";
import { runIndex } from "./index/run-index.ts";
import { isInference } from "./inference/is-inference.ts";
import { runInference } from "./inference/run-inference.ts";
import { runMeasure } from "./measure/run-measure.ts";
import { buildPanel } from "./panel/build-panel.ts";
import { useOf } from "./panel/panel-use.ts";
import { runRegression } from "./regression/run-regression.ts";
import { buildReport } from "./report/build-report.ts";
import type { ExpectationResult, Host, ProgramCount, ReportDocument, Results } from "./results.ts";
import { runEnvironment } from "./run-environment.ts";
import type { ThreadPool } from "./shared-tasks.ts";
import { loadSolvers, withSolvers } from "./solve/solve-family.ts";
import type { Table } from "./tables/table.ts";
import { loadWorkbooks } from "./tables/workbooks.ts";

export interface RunOptions {
  /** Solves every program with this solver instead of the usual choice. */
  readonly solver?: "kernel" | "highs" | "javascript-lp-solver";
  /** The share of programs (0 … 1) that a second solver solves again to compare. */
  readonly crossCheck?: number;
  /** Threads that share long work; no result depends on it. */
  readonly pool?: ThreadPool;
  /** Computes only this declaration, scenario or report and what it needs; expectations are left out. */
  readonly only?: string;
  /** Runs systems again with half their step: the tables `NAME.step` tell what moves. */
  readonly halveStep?: boolean;
}

/** What a declaration leaves behind: its own table first, then those beside it. */
interface Outcome {
  readonly tables: readonly Table[];
  readonly count?: ProgramCount;
}

/**
 * Runs a model. Users' mistakes that only the data show are diagnostics; after an error there are no tables,
 * and what does not depend on the failed part is still tried, so that one run tells all there is.
 */
export async function run(model: Model, host: Host, options: RunOptions = {}): Promise<Results> {
  const sink = new Diagnostics();
  const wanted = plan(model, options.only);
  const frontiers = wanted.declarations.some(
    (d) => d.kind === "measure" || d.kind === "index" || isInference(d),
  );
  // Work that threads share is not begun anew.
  if (frontiers && options.pool !== undefined) await loadSolvers();
  await loadWorkbooks(model);

  const computed = new Map<string, Table>();
  const env = runEnvironment(model, computed);
  const results: Table[] = [];
  const programs: ProgramCount[] = [];
  const failed = new Set<string>();
  /** The model in which scenarios have the changes of the results that they use. */
  let known = model;
  for (const declared of afterScenarios(wanted.declarations)) {
    const uses = [
      ...needs(declared, model),
      ...(declared.kind === "system" ? scenariosOf(declared, model) : []),
    ];
    if (
      declared.kind === "scenario" &&
      declared.using !== undefined &&
      !uses.some((name) => failed.has(name))
    ) {
      const using = useResult(declared, known, env.table, sink);
      if (using === null) failed.add(declared.name);
      else known = { ...known, declarations: known.declarations.map((d) => (d === declared ? using : d)) };
      continue;
    }
    const outcome = uses.some((name) => failed.has(name))
      ? null
      : await guarded(sink, (own) => compute(declared, known, env, host, options, own));
    if (outcome === null) {
      failed.add(declared.name);
      continue;
    }
    // A measure that met an error has told it and has no tables.
    if (outcome.tables.length === 0 && hasTable(declared)) failed.add(declared.name);
    for (const table of outcome.tables) computed.set(table.name, table);
    results.push(...outcome.tables);
    if (outcome.count) programs.push(outcome.count);
  }

  const stands = (part: unknown): boolean => !intersects(closure(part, model), failed);
  const reports: ReportDocument[] = [];
  for (const report of wanted.reports.filter(stands)) {
    const document = await guarded(sink, () => buildReport(report, model, env, host, sink));
    if (document !== null) reports.push(document);
  }
  const expectations: ExpectationResult[] = [];
  for (const expectation of wanted.expectations.filter(stands)) {
    const place = placeOf(expectation, model);
    const result = await guarded(sink, () => checkExpectation(expectation, place, env));
    if (result !== null) expectations.push(result);
  }

  const diagnostics = sink.list;
  if (sink.hasErrors) {
    return { model: model.name, diagnostics, tables: [], reports: [], expectations: [], programs: [] };
  }
  const tables = results.filter((table) => wanted.shows(table.name));
  return { model: model.name, diagnostics, tables, reports, expectations, programs };
}

/** The names that `only` may give. */
export function computableNames(model: Model): string[] {
  return [...model.declarations, ...model.reports].map((named) => named.name);
}

interface Plan extends Pick<Model, "declarations" | "reports" | "expectations"> {
  /** Whether a table belongs to what was asked for, not only to what that needs. */
  shows(table: string): boolean;
}

/** What is to be computed: the whole model, or one name and what it needs. */
function plan(model: Model, only: string | undefined): Plan {
  if (only === undefined) return { ...model, shows: () => true };
  const declared = model.declarations.find((d) => d.name === only);
  const reports = model.reports.filter((r) => r.name === only);
  const name = declared?.kind === "scenario" ? declared.system : only;
  const all = closure(declared ? { table: name } : reports, model);
  const declarations = model.declarations.filter((d) => all.has(d.name));
  const shows = (table: string): boolean => table === name || table.startsWith(`${name}.`);
  return { declarations, reports, expectations: [], shows };
}

/** Each system after the last of its scenarios, which may use results; what reads its runs comes later still. */
function afterScenarios(declarations: readonly Declared[]): Declared[] {
  const systems = new Map(declarations.flatMap((d) => (d.kind === "system" ? [[d.name, d] as const] : [])));
  const last = new Map<string, Declared>(systems);
  for (const d of declarations) if (d.kind === "scenario") last.set(d.system, d);
  return declarations.flatMap((d) => {
    const system = d.kind === "scenario" ? systems.get(d.system) : undefined;
    if (system !== undefined && last.get(system.name) === d) return [d, system];
    return d.kind === "system" && last.get(d.name) !== d ? [] : [d];
  });
}

/** One declaration; null after an error in the sink. */
function compute(
  declared: Declared,
  model: Model,
  env: Environment,
  host: Host,
  options: RunOptions,
  sink: Diagnostics,
): Outcome | null {
  const progress = (done: number, total: number): void => host.progress?.(declared.name, done, total);
  if (isExperiment(declared)) {
    const tables = runExperiment(declared, { model, env, sink, progress, pool: options.pool });
    return tables && { tables };
  }
  if (isInference(declared)) return runInference(declared, model, env, { ...options, progress, sink });
  switch (declared.kind) {
    case "panel": {
      const table = buildPanel(declared, env, host, sink, useOf(declared, model));
      return table && { tables: [table] };
    }
    case "measure":
      return runMeasure(declared, model, env, { ...options, progress, sink });
    case "index":
      return runIndex(declared, model, env, { ...options, progress, sink });
    case "regression":
      return runRegression(declared, model, env, { ...options, progress, sink });
    case "system": {
      const scenarios = model.declarations.flatMap((d) =>
        d.kind === "scenario" && d.system === declared.name ? [d] : [],
      );
      const runs = runSystem(declared, scenarios, model, env, { sink, progress });
      if (runs === null || options.halveStep !== true) return runs && { tables: [runs.table] };
      const moved = halvedStep(declared, runs, scenarios, model, env, { sink });
      return moved && { tables: [runs.table, moved] };
    }
    default:
      // Technologies, directions, dimensions and scenarios are read where they are used.
      return { tables: [] };
  }
}

function hasTable(declared: Declared): boolean {
  return (
    ["panel", "measure", "index", "regression", "system"].includes(declared.kind) ||
    isInference(declared) ||
    isExperiment(declared)
  );
}

/** Runs one part, which reports to a sink of its own; an expression without a value becomes its diagnostic. */
async function guarded<T>(sink: Diagnostics, part: (own: Diagnostics) => T | null): Promise<T | null> {
  const { own, result } = await withSolvers(() => {
    const own = new Diagnostics();
    try {
      return { own, result: part(own) };
    } catch (error) {
      if (!(error instanceof EvaluationFault)) throw error;
      own.add(error.diagnostic);
      return { own, result: null };
    }
  });
  for (const diagnostic of own.list) sink.add(diagnostic);
  return result;
}

function placeOf(expectation: Model["expectations"][number], model: Model): { file: string; line: number } {
  const { file, start } = expectation.span;
  const text = model.files.find((f) => f.path === file)?.text ?? "";
  return { file, line: positions(text)(start).line };
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const name of a) if (b.has(name)) return true;
  return false;
}
