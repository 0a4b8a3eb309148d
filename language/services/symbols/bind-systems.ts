/** The names in systems, scenarios, experiments and regressions. */
import type * as ast from "../../ast.ts";
import { type ExpressionBinder, type NameScope, rowsOf } from "./bind-expressions.ts";
import { columnNamed, type TableSymbols } from "./tables.ts";

export function bindSystem(decl: ast.SystemDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  const own = tables.of(decl.name.text);
  const scope = systemScope(own);
  for (const entry of decl.entries) {
    if (entry.kind === "time") {
      to.unit(entry.unit);
      for (const value of [entry.from, entry.to, entry.step, entry.saveEvery, entry.tolerance]) {
        to.bind(value, scope);
      }
      continue;
    }
    if (entry.kind === "lookup") {
      bindLookup(entry, scope, to);
      continue;
    }
    if (entry.kind === "series") {
      to.unit(entry.unit);
      to.bind(entry.value, { ...scope, own: () => undefined });
      continue;
    }
    for (const by of entry.by ?? []) binder.mentionDeclared(by);
    const known = own?.columns.get(entry.name.text);
    for (const bracket of entry.brackets) bindBracket(bracket, known?.node === entry, to, known);
    if (entry.kind === "flow") {
      binder.mention(entry.from, own?.columns.get(entry.from?.text ?? ""));
      binder.mention(entry.to, own?.columns.get(entry.to?.text ?? ""));
    } else to.bind(entry.range, scope);
    to.bind(entry.value, scope);
  }
  for (const entry of decl.modules ?? []) {
    binder.mentionDeclared(entry.of);
    // What a module's parameters are set to is read around it.
    bindChanges(entry.changes, tables.of(entry.of?.text), scope, to);
  }
  for (const { condition, changes } of decl.events ?? []) {
    to.bind(condition, scope);
    bindChanges(changes, own, scope, to);
  }
  for (const { name, range } of decl.solves ?? []) {
    binder.mention(name, own?.columns.get(name.text));
    to.bind(range, scope);
  }
}

/** A system's own names, with `time` and `dt`, which nothing declares. */
export function systemScope(table: TableSymbols | undefined): NameScope {
  const own = (name: string) =>
    name === "time" || name === "dt" ? undefined : (table?.columns.get(name) ?? dimension(table, name));
  return { own, tables: table === undefined ? [] : [table], system: true };
}
function dimension(table: TableSymbols | undefined, name: string) {
  const key = table?.keys.get(name);
  return key?.kind === "dimension" ? key : undefined;
}

/** The first entry of a variable has its unit in brackets, further ones the labels of an element. */
function bindBracket(
  bracket: ast.Bracket,
  first: boolean,
  to: ExpressionBinder,
  variable: Parameters<ExpressionBinder["label"]>[1],
): void {
  if (first && bracket.unit !== undefined) to.unit(bracket.unit);
  else for (const label of bracket.labels ?? []) to.label(label, variable);
}

function bindLookup(entry: ast.LookupEntry, scope: NameScope, to: ExpressionBinder): void {
  const { argument, unit, value } = entry;
  to.unit(argument?.unit);
  to.unit(unit);
  if (argument === undefined) {
    to.bind(value, scope);
    return;
  }
  const owner = entry.name.text;
  const symbol = to.binder.declare(argument.name, { kind: "argument", owner, node: entry });
  to.bind(value, { ...scope, own: (name) => (name === argument.name.text ? symbol : scope.own(name)) });
}

export function bindScenario(decl: ast.ScenarioDecl, to: ExpressionBinder): void {
  for (const name of [decl.of, decl.from, decl.using]) to.binder.mentionDeclared(name);
  const system = to.tables.of(decl.name.text);
  bindChanges(decl.entries, system, systemScope(system), to);
}

function bindChanges(
  changes: readonly ast.ChangeEntry[],
  system: TableSymbols | undefined,
  scope: NameScope,
  to: ExpressionBinder,
): void {
  for (const { target, labels, value } of changes) {
    const variable = columnNamed(system, target.text);
    to.binder.mention(target, variable);
    for (const label of labels ?? []) to.label(label, variable);
    to.bind(value, scope);
  }
}

export function bindExperiment(decl: ast.ExperimentDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  binder.mentionDeclared(decl.of);
  const system = tables.of(decl.of?.text);
  const scope = systemScope(system);
  for (const entry of decl.entries) {
    if (entry.kind === "setting") {
      // The words of `sampling sobol` are no names.
      if (entry.head.text === "sampling") continue;
      for (const value of entry.values) {
        // `weights {gdp: 2}`
        if (value.kind !== "map") to.bind(value, scope);
        else for (const { key } of value.entries) binder.mention(key, columnNamed(system, key.text));
      }
      for (const { value } of entry.clauses) bindMatched(entry, value, scope, to);
      continue;
    }
    binder.mention(entry.target, columnNamed(system, entry.target.text));
    if (entry.kind === "range") to.bind(entry.range, scope);
    else to.bind(entry.distribution, scope);
  }
}
/** `match gdp, co2 to panel`: the variables must be columns of the panel too. */
function bindMatched(
  entry: Extract<ast.ExperimentEntry, { kind: "setting" }>,
  value: ast.Expr,
  scope: NameScope,
  to: ExpressionBinder,
): void {
  to.bind(value, scope);
  const panel = value.kind === "name" ? to.tables.of(value.name.text) : undefined;
  for (const matched of entry.values) {
    if (matched.kind !== "name") continue;
    to.binder.link(scope.own(matched.name.text), columnNamed(panel, matched.name.text));
  }
}

export function bindRegression(decl: ast.RegressionDecl, to: ExpressionBinder): void {
  to.binder.mentionDeclared(decl.on);
  const scope = rowsOf(to.tables.of(decl.on?.text));
  for (const entry of decl.entries) {
    if (entry.kind === "words") for (const word of entry.words) to.key(word, scope.tables);
    else if (entry.kind === "number") to.bind(entry.value, scope);
    else {
      to.bind(entry.left, scope);
      to.bind(entry.right, scope);
      for (const { value } of entry.clauses) to.bind(value, scope);
    }
  }
}
