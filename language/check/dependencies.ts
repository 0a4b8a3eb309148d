/** Which declarations a declaration needs, read off its names before anything is checked. */
import type * as ast from "../ast.ts";
import { expressionNames } from "./expression-walk.ts";

type Declared = ReadonlyMap<string, ast.Declaration>;

/** Arguments of measures and indices that name declarations. */
const namesArguments: ReadonlySet<string> = new Set(["technology", "along", "measure", "meta", "crs", "vrs"]);

/** The names of the declarations that must be checked first, in order of mention. */
export function dependencies(decl: ast.Declaration, declared: Declared): string[] {
  const found = new Set<string>();
  const name = (text: ast.Name | undefined) => {
    if (text !== undefined && declared.has(text.text)) found.add(text.text);
  };
  // In expressions a declaration is named before a point: `china.labor`. A bare name is one of the block.
  const expr = (value: ast.Expr | undefined) => {
    if (value === undefined) return;
    for (const { text, member } of expressionNames(value)) {
      if (!member || !declared.has(text)) continue;
      found.add(text);
      runsOf(text);
    }
  };
  // The runs of a system are one table, which is there once all its scenarios are.
  const runsOf = (text: string) => {
    for (const scenario of scenariosBeside(text, declared)) found.add(scenario);
  };
  switch (decl.kind) {
    case "data":
      name(decl.from);
      if (decl.from !== undefined) runsOf(decl.from.text);
      for (const part of decl.stack ?? []) name(part);
      for (const entry of decl.entries) {
        if (entry.kind === "column") expr(entry.value);
        else if (entry.kind === "where") expr(entry.condition);
      }
      break;
    case "dimension":
      name(decl.within);
      expr(decl.from);
      break;
    case "technology":
      name(decl.on);
      name(decl.from);
      technologyEntries(decl.entries);
      break;
    case "direction":
      for (const entry of decl.entries) expr(entry.size);
      break;
    case "measure":
    case "index":
      measureArguments(decl.value);
      break;
    case "robustness":
    case "influence":
      name(decl.of);
      break;
    case "regression":
      name(decl.on);
      for (const entry of decl.entries) {
        if (entry.kind !== "formula") continue;
        expr(entry.left);
        expr(entry.right);
      }
      break;
    case "system":
      for (const entry of decl.entries) systemEntry(entry);
      for (const module of decl.modules ?? []) {
        name(module.of);
        for (const change of module.changes) expr(change.value);
      }
      for (const event of decl.events ?? []) {
        expr(event.condition);
        for (const change of event.changes) expr(change.value);
      }
      for (const { range } of decl.solves ?? []) expr(range);
      break;
    case "scenario":
      name(decl.of);
      name(decl.from);
      name(decl.using);
      for (const entry of decl.entries) expr(entry.value);
      break;
    case "sweep":
    case "sensitivity":
    case "calibration":
    case "optimization":
      name(decl.of);
      for (const entry of decl.entries) experimentEntry(entry);
      break;
    default:
      break;
  }
  return [...found];

  /**
   * The technology, the measures and the direction of a call. The callee and the words of other arguments
   * (`orientation: input`, `reference: global`) may be spelt like a declaration, even this one, and mean none.
   */
  function measureArguments(value: ast.Expr): void {
    if (value.kind !== "call") {
      expr(value);
      return;
    }
    for (const arg of value.args) {
      const role = arg.name?.text ?? "technology";
      if (!namesArguments.has(role)) continue;
      if (arg.value.kind === "name") name(arg.value.name);
      else expr(arg.value);
    }
  }

  function experimentEntry(entry: ast.ExperimentEntry): void {
    if (entry.kind !== "setting") {
      expr(entry.kind === "range" ? entry.range : entry.distribution);
      return;
    }
    for (const value of entry.values) expr(value);
    for (const { value } of entry.clauses) {
      // `match gdp to panel`
      if (value.kind === "name") name(value.name);
      else expr(value);
    }
  }

  function technologyEntries(entries: readonly ast.TechnologyEntry[]): void {
    for (const entry of entries) {
      if (entry.kind === "role") for (const variable of entry.variables) expr(variable.value);
      else if (entry.kind === "reference") name(entry.of);
      else if (entry.kind === "where" || entry.kind === "restrict") expr(entry.condition);
      else if (entry.kind === "stage") technologyEntries(entry.entries);
    }
  }

  function systemEntry(entry: ast.SystemEntry): void {
    if (entry.kind === "time") {
      for (const value of [entry.from, entry.to, entry.step, entry.saveEvery]) expr(value);
      return;
    }
    expr(entry.value);
    if (entry.kind === "lookup" || entry.kind === "series") return;
    for (const dimension of entry.by ?? []) name(dimension);
    if (entry.kind !== "flow") expr(entry.range);
  }
}

/** All scenarios of a system, or of the system that a scenario is of; none for another name. */
function scenariosBeside(name: string, declared: Declared): string[] {
  const declaration = declared.get(name);
  const system = declaration?.kind === "system" ? name : systemOf(name, declared);
  if (system === undefined) return [];
  return [...declared.keys()].filter((other) => systemOf(other, declared) === system);
}

/** The system of a scenario, by its own `of` or that of a scenario it starts from. */
function systemOf(scenario: string, declared: Declared): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = scenario; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const declaration = declared.get(at);
    if (declaration?.kind !== "scenario") return undefined;
    if (declaration.of !== undefined) return declaration.of.text;
    at = declaration.from?.text;
  }
  return undefined;
}
