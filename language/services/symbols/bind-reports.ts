/** The names in reports: values, keys after `by`, scenarios after `for`. */
import type * as ast from "../../ast.ts";
import { type ExpressionBinder, type NameScope, NOTHING, rowsOf } from "./bind-expressions.ts";
import { systemScope } from "./bind-systems.ts";
import { columnNamed, type TableSymbols } from "./tables.ts";

type Item = Exclude<ast.ReportItem, { readonly kind: "text" }>;

export function bindReport(decl: ast.ReportDecl, to: ExpressionBinder): void {
  for (const item of decl.items) {
    if (item.kind !== "text") bindItem(item, to);
    else for (const part of item.parts) if (typeof part !== "string") to.bind(part, NOTHING);
  }
}

function bindItem(item: Item, to: ExpressionBinder): void {
  const scope = scopeOf(item, to);
  for (const value of item.items) to.bind(value, scope);
  const tables = [...item.items.flatMap((value) => to.tablesIn(value, scope)), ...named(item.items, to)];
  for (const { word, values } of item.clauses) {
    switch (word.text) {
      case "by":
      case "rows":
      case "columns":
      case "key":
        for (const value of values) if (value.kind === "name") to.key(value.name, tables);
        break;
      case ":":
        for (const value of values) bindColumn(value, [...tables, ...against(item, to)], to);
        break;
      case "against":
        // The other axis of a section of the frontier, or a scenario or panel.
        for (const value of values) to.bind(value, scope);
        break;
      case "for":
      case "at":
        for (const value of values) to.bind(value, NOTHING);
        break;
      case "over":
        for (const value of values) {
          if (value.kind === "name") to.key(value.name, tables);
          else to.bind(value, scope);
        }
        break;
      case "digits":
      case "using":
        break;
      default:
        for (const value of values) to.bind(value, scope);
    }
  }
}

/** The systems whose variables a chart may name bare: that of the scenarios it draws, else all that there are. */
function chartScope(item: Item, to: ExpressionBinder): NameScope {
  const names = item.clauses.filter(({ word }) => word.text === "for" || word.text === "against");
  const [drawn] = named(
    names
      .flatMap(({ values }) => values)
      .filter((value) => value.kind === "name" && isScenario(value.name, to)),
    to,
  );
  if (drawn !== undefined) return systemScope(drawn);
  const { declarations } = to.binder;
  const systems = [...declarations].flatMap(([name, { kind }]) =>
    kind === "system" ? (to.tables.of(name) ?? []) : [],
  );
  const own = (name: string) => {
    const found = systems.flatMap((table) => table.columns.get(name) ?? []);
    return declarations.has(name) || found.length > 1 ? undefined : found[0];
  };
  return { own, tables: systems, system: false };
}
function isScenario(name: ast.Name, to: ExpressionBinder): boolean {
  return to.binder.declarations.get(name.text)?.kind === "scenario";
}

/** `compare` knows the variables of the scenarios' system, `frontier` those of the measure. */
function scopeOf(item: Item, to: ExpressionBinder): NameScope {
  if (item.kind === "compare") return systemScope(against(item, to)[0]);
  if (item.kind === "chart") return chartScope(item, to);
  if (item.kind !== "frontier") return NOTHING;
  const [measure] = item.items;
  const variables = measure?.kind === "name" ? to.tables.measured(measure.name.text)?.variables : undefined;
  return { ...NOTHING, own: (name) => variables?.get(name) };
}
function against(item: Item, to: ExpressionBinder): TableSymbols[] {
  return named(item.clauses.find(({ word }) => word.text === "against")?.values ?? [], to);
}
function named(values: readonly ast.Expr[], to: ExpressionBinder): TableSymbols[] {
  return values.flatMap((value) => (value.kind === "name" ? (to.tables.of(value.name.text) ?? []) : []));
}

/** A column of a table, which several tables may have to have: `validate run against panel: gdp`. */
function bindColumn(value: ast.Expr, tables: readonly TableSymbols[], to: ExpressionBinder): void {
  if (value.kind === "name") {
    const found = tables.flatMap((table) => columnNamed(table, value.name.text) ?? []);
    for (const other of found.slice(1)) to.binder.link(found[0], other);
    if (found.length > 0) {
      to.binder.mention(value.name, found[0]);
      return;
    }
    const measured = [...(tables[0]?.variables ?? [])].find(([name]) => name === value.name.text);
    if (measured !== undefined) {
      to.binder.mention(value.name, measured[1]);
      return;
    }
  }
  to.bind(value, rowsOf(...tables));
}
