/**
 * `check`: source files to a checked model.
 *
 *     load (imports, parsing) ─▶ names ─▶ units ─▶ order ─▶ each declaration ─▶ reports, expectations ─▶ model
 */
import type * as ast from "../ast.ts";
import { type Diagnostic, Diagnostics } from "../diagnostics/diagnostic.ts";
import { report } from "../diagnostics/entry.ts";
import { names } from "../diagnostics/names.ts";
import type { Declared, Expectation, Model, Report } from "../model.ts";
import type { SourceFile, Span } from "../source.ts";
import { UnitReader } from "../units/read-unit.ts";
import { checkCalibration } from "./calibration.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { checkData } from "./data.ts";
import { dependencies } from "./dependencies.ts";
import { checkDerivedMeasure, isDerivedMeasure } from "./derived-measure.ts";
import { checkDimension } from "./dimension.ts";
import { checkDirection } from "./direction.ts";
import { checkExpect } from "./expect.ts";
import { warnOfHidden } from "./hidden-names.ts";
import { checkInfluence } from "./influence.ts";
import { type LoadOptions, load, modelPath, type ReadText } from "./load.ts";
import { checkMeasure } from "./measure.ts";
import { checkOptimization } from "./optimization.ts";
import { folderOf, stemOf } from "./path.ts";
import { checkIndex } from "./productivity-index.ts";
import { checkRegression } from "./regression.ts";
import { checkReport } from "./report.ts";
import { checkRobustness } from "./robustness.ts";
import { checkScenario } from "./scenario.ts";
import { checkSensitivity } from "./sensitivity.ts";
import { readSettings, reportStrangeSettings, settingsFile, withSettings } from "./settings.ts";
import { checkSweep } from "./sweep.ts";
import { withoutAftermath } from "./syntax-aftermath.ts";
import { checkSystem } from "./system.ts";
import { checkTechnology } from "./technology.ts";
import { topologicalOrder } from "./topological-order.ts";

export interface CheckResult {
  /** Null where there is any error. */
  readonly model: Model | null;
  /** The parts that have no error: what can still be looked at, such as the data, when the whole does not hold. */
  readonly sound: Model;
  /** In the order of files and of places in them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly SourceFile[];
  /** The tables that expressions may name, as far as they are known. */
  readonly shapes: ReadonlyMap<string, TableShape>;
}

/**
 * Checks a model.
 *
 * @param entry the path of the main file, `/` between folders; "-" is standard input, with the working folder as its own
 * @param read gives a file's text, or null
 */
export function check(entry: string, read: ReadText, options: LoadOptions = {}): CheckResult {
  const sink = new Diagnostics();
  const loaded = load(entry, read, options, sink);
  if (loaded === null) {
    const params = { path: entry, why: "there is no such file" };
    report(sink, names.modelUnreadable, { file: entry, start: 0, end: 0 }, params);
    const sound = { name: stemOf(entry), files: [], declarations: [], reports: [], expectations: [] };
    return { model: null, sound, diagnostics: sink.list, files: [], shapes: new Map() };
  }
  const given = settingsFile(options.set ?? []);
  const files = given.text === "" ? loaded.files : [...loaded.files, given];
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const text = (span: Span) => (texts.get(span.file) ?? "").slice(span.start, span.end);
  const declared = declare(loaded.declarations, sink);
  const units = unitDeclarations(loaded.declarations, sink);
  const reader = new UnitReader(units, sink, text);
  for (const unit of units.values()) reader.declared(unit);

  const checked = new Map<string, Declared>();
  const ctx: CheckContext = {
    sink,
    declared,
    checked,
    shapes: new Map<string, TableShape>(),
    readUnit: (expr) => reader.read(expr),
    resolvePath: (path) => modelPath(path, folderOf(entry), options, sink),
    headersOf: options.headersOf,
    text,
  };
  const settings = readSettings(given, sink);
  reportStrangeSettings(settings, ctx);
  for (const name of checkingOrder(declared, sink)) {
    const result = checkDeclaration(declared.get(name)!, ctx);
    if (result?.kind === "system") checked.set(name, withSettings(result, settings, ctx));
    else if (result !== null) checked.set(name, result);
  }
  const reports: Report[] = [];
  const expectations: Expectation[] = [];
  for (const declaration of loaded.declarations) {
    if (declaration.kind === "report") keep(reports, checkReport(declaration, ctx));
    else if (declaration.kind === "expect") keep(expectations, checkExpect(declaration, ctx));
  }
  const told = withoutAftermath(sink.list, loaded.syntaxErrors, loaded.declarations, files);
  const diagnostics = inOrder(told, files);
  const sound = { name: stemOf(entry), files, declarations: [...checked.values()], reports, expectations };
  return { model: sink.hasErrors ? null : sound, sound, diagnostics, files, shapes: ctx.shapes };
}

function keep<T>(list: T[], item: T | null): void {
  if (item !== null) list.push(item);
}

/** All named declarations; a name that stands twice is reported and keeps its first meaning. */
function declare(declarations: readonly ast.Declaration[], sink: Diagnostics): Map<string, ast.Declaration> {
  const declared = new Map<string, ast.Declaration>();
  for (const declaration of declarations) {
    const { kind } = declaration;
    if (kind === "import" || kind === "unit" || kind === "expect" || declaration.name.text === "") continue;
    claim(declared, declaration.name, declaration, sink);
  }
  return declared;
}

function unitDeclarations(
  declarations: readonly ast.Declaration[],
  sink: Diagnostics,
): Map<string, ast.UnitDecl> {
  const units = new Map<string, ast.UnitDecl>();
  for (const declaration of declarations) {
    if (declaration.kind === "unit" && declaration.name.text !== "")
      claim(units, declaration.name, declaration, sink);
  }
  return units;
}

function claim<T extends ast.Declaration>(
  known: Map<string, T>,
  name: ast.Name,
  declaration: T,
  sink: Diagnostics,
): void {
  const before = known.get(name.text);
  if (before === undefined) {
    known.set(name.text, declaration);
    return;
  }
  const related = [{ span: nameSpan(before), message: "the first declaration" }];
  report(sink, names.duplicate, name.span, { name: name.text }, { related });
}

/** Names in an order in which each follows what it depends on; members of circles are reported and left out. */
function checkingOrder(declared: ReadonlyMap<string, ast.Declaration>, sink: Diagnostics): string[] {
  const { order, cycles } = topologicalOrder([...declared.keys()], (name) =>
    dependencies(declared.get(name)!, declared),
  );
  const circular = new Set(cycles.flat());
  for (const cycle of cycles) {
    const spans = cycle.map((name) => nameSpan(declared.get(name)!));
    const related = spans
      .slice(1)
      .map((span, i) => ({ span, message: `\`${cycle[i]}\` needs \`${cycle[i + 1]}\`` }));
    report(sink, names.cycle, spans[0]!, { path: [...cycle, cycle[0]!] }, { related });
  }
  return order.filter((name) => !circular.has(name));
}

function nameSpan(declaration: ast.Declaration): Span {
  return "name" in declaration ? declaration.name.span : declaration.span;
}

function checkDeclaration(decl: ast.Declaration, ctx: CheckContext): Declared | null {
  switch (decl.kind) {
    case "data":
      warnOfHidden(decl, ctx);
      return checkData(decl, ctx);
    case "dimension":
      return checkDimension(decl, ctx);
    case "technology":
      return checkTechnology(decl, ctx);
    case "direction":
      return checkDirection(decl, ctx);
    case "measure":
      return isDerivedMeasure(decl) ? checkDerivedMeasure(decl, ctx) : checkMeasure(decl, ctx);
    case "index":
      return checkIndex(decl, ctx);
    case "robustness":
      return checkRobustness(decl, ctx);
    case "influence":
      return checkInfluence(decl, ctx);
    case "system":
      warnOfHidden(decl, ctx);
      return checkSystem(decl, ctx);
    case "scenario":
      return checkScenario(decl, ctx);
    case "sweep":
      return checkSweep(decl, ctx);
    case "sensitivity":
      return checkSensitivity(decl, ctx);
    case "calibration":
      return checkCalibration(decl, ctx);
    case "optimization":
      return checkOptimization(decl, ctx);
    case "regression":
      return checkRegression(decl, ctx);
    case "import":
    case "unit":
    case "report":
    case "expect":
      return null;
  }
}

function inOrder(list: readonly Diagnostic[], files: readonly SourceFile[]): Diagnostic[] {
  const rank = new Map(files.map((file, i) => [file.path, i]));
  return [...list].sort(
    (a, b) => (rank.get(a.span.file) ?? -1) - (rank.get(b.span.file) ?? -1) || a.span.start - b.span.start,
  );
}
