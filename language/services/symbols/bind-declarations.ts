/** Walks the declarations of a model and binds every name in them; says nothing of mistakes, which the checker tells. */
import type * as ast from "../../ast.ts";
import { indexNamed, measureNamed } from "../catalogue.ts";
import { ExpressionBinder, type NameScope, NOTHING, rowsOf } from "./bind-expressions.ts";
import { bindReport } from "./bind-reports.ts";
import { bindExperiment, bindRegression, bindScenario, bindSystem } from "./bind-systems.ts";
import { Binder } from "./binder.ts";
import type { ModelSymbol, SymbolIndex } from "./symbol.ts";
import { columnNamed, type KnownColumns, Tables } from "./tables.ts";

const LABEL = "Labels are what stands in the data; the name would no longer match it.";

/** The names of all files of a model. */
export function bindNames(
  files: Iterable<ast.FileNode>,
  shapes: KnownColumns,
): {
  readonly index: SymbolIndex;
  readonly tables: Tables;
} {
  const binder = new Binder();
  const all = [...files].flatMap((file) => file.declarations);
  for (const decl of all) {
    if (decl.kind === "import" || decl.kind === "expect" || decl.name.text === "") continue;
    const known = decl.kind === "unit" ? binder.units : binder.declared;
    const { name } = decl;
    // A name that stands twice keeps its first meaning, as for the checker.
    if (known.has(name.text)) binder.mention(name, known.get(name.text));
    else {
      known.set(name.text, binder.declare(name, { kind: decl.kind, owner: name.text, node: decl }));
      if (decl.kind !== "unit") binder.declarations.set(name.text, decl);
    }
  }
  const tables = new Tables(binder, shapes);
  const expressions = new ExpressionBinder(binder, tables);
  for (const decl of all) if (decl.kind === "dimension" && !decl.within) bindLabels(decl, expressions);
  for (const decl of all)
    if (decl.kind === "dimension" && decl.within) bindRange(decl, decl.within, expressions);
  for (const decl of all) {
    if (!("name" in decl) || binder.declarations.get(decl.name.text) === decl || decl.kind === "unit") {
      bindDeclaration(decl, expressions);
    }
  }
  linkDimensions(expressions);
  return { index: binder.index(), tables };
}

/** A dimension meets the keys of panels by its name: `stock x by industry = panel.x`. */
function linkDimensions({ binder, tables }: ExpressionBinder): void {
  for (const [name, symbol] of binder.declared) {
    if (symbol.kind !== "dimension") continue;
    for (const table of binder.declarations.keys()) {
      const key = tables.of(table)?.keys.get(name);
      if (key?.kind === "column") binder.link(symbol, key);
    }
  }
}

function bindLabels(decl: ast.DimensionDecl, { binder, labels }: ExpressionBinder): void {
  for (const label of decl.labels ?? []) {
    const owner = decl.name.text;
    const symbol = binder.declare(label, { kind: "label", owner, node: decl, fixed: LABEL });
    labels.set(`${owner}.${label.text}`, symbol);
  }
}

/** The labels of a range are those of its dimension. */
function bindRange(decl: ast.DimensionDecl, within: ast.Name, { binder, labels }: ExpressionBinder): void {
  for (const label of decl.labels ?? []) {
    const symbol = labels.get(`${within.text}.${label.text}`);
    binder.mention(label, symbol);
    if (symbol !== undefined) labels.set(`${decl.name.text}.${label.text}`, symbol);
  }
}

function bindDeclaration(decl: ast.Declaration, to: ExpressionBinder): void {
  const { binder, tables } = to;
  switch (decl.kind) {
    case "import":
      return;
    case "unit":
      to.bind(decl.definition?.factor, NOTHING);
      to.unit(decl.definition?.unit);
      return;
    case "dimension":
      binder.mentionDeclared(decl.within);
      to.bind(decl.from, NOTHING);
      return;
    case "data":
      bindData(decl, to);
      return;
    case "technology":
      bindTechnology(decl, to);
      return;
    case "direction":
      bindDirection(decl, to);
      return;
    case "measure":
    case "index":
      bindMeasure(decl, to);
      return;
    case "robustness": {
      binder.mentionDeclared(decl.of);
      const variables = tables.measured(decl.of?.text)?.variables;
      for (const { words } of decl.entries)
        for (const word of words) binder.mention(word, variables?.get(word.text));
      return;
    }
    case "influence":
      binder.mentionDeclared(decl.of);
      return;
    case "regression":
      bindRegression(decl, to);
      return;
    case "system":
      bindSystem(decl, to);
      return;
    case "scenario":
      bindScenario(decl, to);
      return;
    case "sweep":
    case "sensitivity":
    case "calibration":
    case "optimization":
      bindExperiment(decl, to);
      return;
    case "report":
      bindReport(decl, to);
      return;
    case "expect":
      to.bind(decl.condition, NOTHING);
      return;
  }
}

function bindData(decl: ast.DataDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  binder.mentionDeclared(decl.from);
  for (const part of decl.stack ?? []) binder.mentionDeclared(part);
  const own = tables.of(decl.name.text);
  const scope = rowsOf(own);
  for (const column of decl.table?.columns ?? []) to.unit(column.unit);
  const names = new Set(decl.entries.flatMap((entry) => (entry.kind === "column" ? [entry.name.text] : [])));
  for (const entry of decl.entries) {
    if (entry.kind === "where") to.bind(entry.condition, scope);
    else if (entry.kind === "missing")
      binder.mention(entry.target, columnNamed(own, entry.target?.text ?? ""));
    else if (entry.kind === "join") for (const on of entry.on) binder.mention(on, columnNamed(own, on.text));
    else if (entry.kind === "column") {
      to.unit(entry.unit);
      const { value } = entry;
      // A bare name that is none of the block's own is a header.
      const header =
        value?.kind === "name" &&
        (value.name.text === entry.name.text ||
          (!names.has(value.name.text) && !own?.keys.has(value.name.text)));
      if (!header) to.bind(value, scope);
    }
  }
}

function bindTechnology(decl: ast.TechnologyDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  binder.mentionDeclared(decl.on);
  binder.mentionDeclared(decl.from);
  const own = tables.technology(decl.name.text);
  const scope = rowsOf(own?.panel);
  for (const by of decl.by ?? []) to.key(by, scope.tables);
  const entries = (list: readonly ast.TechnologyEntry[]): void => {
    for (const entry of list) {
      if (entry.kind === "role") for (const { value } of entry.variables) to.bind(value, scope);
      else if (entry.kind === "where") to.bind(entry.condition, scope);
      else if (entry.kind === "restrict") bindPrices(entry.condition, own?.variables, to);
      else if (entry.kind === "polluting") {
        for (const name of entry.names) binder.mention(name, own?.variables.get(name.text));
      } else if (entry.kind === "reference") binder.mentionDeclared(entry.of);
      else if (entry.kind === "stage") entries(entry.entries);
    }
  };
  entries(decl.entries);
  for (const entry of decl.entries) {
    if (entry.kind !== "link") continue;
    binder.mention(entry.from, own?.parts.get(entry.from.text));
    binder.mention(entry.to, own?.parts.get(entry.to.text));
  }
}

/** `price.labor / price.capital in 0.5 .. 2`: what follows `price.` are variables of the technology. */
function bindPrices(
  expr: ast.Expr,
  variables: ReadonlyMap<string, ModelSymbol> | undefined,
  to: ExpressionBinder,
): void {
  if (expr.kind === "member") to.binder.mention(expr.member, variables?.get(expr.member.text));
  else if (expr.kind === "binary") {
    bindPrices(expr.left, variables, to);
    bindPrices(expr.right, variables, to);
  } else to.bind(expr, NOTHING);
}

/** A direction belongs to no technology: a variable that it names is that of every technology which has it. */
function bindDirection(decl: ast.DirectionDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  const technologies = [...binder.declarations.values()].flatMap((d) =>
    d.kind === "technology" ? (tables.technology(d.name.text) ?? []) : [],
  );
  const panels = technologies.flatMap((technology) => technology.panel ?? []);
  for (const { target, size } of decl.entries) {
    const found = technologies.flatMap(({ variables }) => variables.get(target.text) ?? []);
    for (const other of found.slice(1)) binder.link(found[0], other);
    binder.mention(target, found[0]);
    to.bind(size, rowsOf(...panels));
  }
}

/** The first argument names a technology or a measure, `along` a direction; the other words are no names. */
function bindMeasure(decl: ast.MeasureDecl | ast.IndexDecl, to: ExpressionBinder): void {
  const { binder, tables } = to;
  if (decl.value.kind !== "call") {
    to.bind(decl.value, NOTHING);
    return;
  }
  const { callee, args } = decl.value;
  const entry = (decl.kind === "measure" ? measureNamed : indexNamed)(callee.text);
  const technology = tables.measured(decl.name.text);
  const scope: NameScope = rowsOf(technology?.panel);
  args.forEach(({ name, value }, i) => {
    const parameter = entry?.parameters.find((p, place) =>
      name === undefined ? place === i : p.name === name.text,
    );
    const declares = name === undefined || parameter?.names !== undefined || name.text === "along";
    if (value.kind === "name") {
      if (declares) binder.mentionDeclared(value.name);
    } else if (value.kind === "map") {
      for (const { key, value: weight } of value.entries) {
        binder.mention(key, technology?.variables.get(key.text) ?? technology?.parts.get(key.text));
        to.bind(weight, scope);
      }
    } else if (name === undefined) to.bind(value, scope);
  });
}
