/** Finds what the names in expressions mean: a block's own names first, then the declarations around it. */
import type * as ast from "../../ast.ts";
import { aggregateNames } from "../../builtins/table-functions.ts";
import { expressionNames } from "../../check/expression-walk.ts";
import { functionNamed } from "../catalogue.ts";
import type { Binder } from "./binder.ts";
import type { ModelSymbol } from "./symbol.ts";
import { columnNamed, type TableSymbols, type Tables } from "./tables.ts";

export interface NameScope {
  /** A block's own name. */
  own(name: string): ModelSymbol | undefined;
  /** The tables whose rows stand here: their keys may follow `by`. */
  readonly tables: readonly TableSymbols[];
  readonly system: boolean;
}
const CHECKED: ReadonlySet<ModelSymbol["kind"]> = new Set([
  "robustness",
  "influence",
  "regression",
  "sweep",
  "sensitivity",
  "calibration",
  "optimization",
]);
export const NOTHING: NameScope = { own: () => undefined, tables: [], system: false };

/** The columns of tables by their bare names. */
export function rowsOf(...tables: (TableSymbols | undefined)[]): NameScope {
  const list = tables.flatMap((table) => table ?? []);
  const own = (name: string) => list.map((table) => columnNamed(table, name)).find((s) => s !== undefined);
  return { own, tables: list, system: false };
}

export class ExpressionBinder {
  readonly binder: Binder;
  readonly tables: Tables;

  constructor(binder: Binder, tables: Tables) {
    this.binder = binder;
    this.tables = tables;
  }

  bind(expr: ast.Expr | undefined, scope: NameScope): void {
    switch (expr?.kind) {
      case "name":
        this.binder.mention(expr.name, scope.own(expr.name.text) ?? this.binder.declared.get(expr.name.text));
        return;
      case "member":
        this.#member(expr, scope);
        return;
      case "quantity":
        this.bind(expr.value, scope);
        this.unit(expr.unit);
        return;
      case "pick":
        this.bind(expr.object, scope);
        for (const label of expr.labels) this.label(label, this.#symbolOf(expr.object, scope));
        return;
      case "call":
        this.#call(expr, scope);
        return;
      case "unary":
        this.bind(expr.arg, scope);
        return;
      case "binary":
        this.bind(expr.left, scope);
        this.bind(expr.right, scope);
        return;
      case "within":
        this.bind(expr.comparison, scope);
        this.bind(expr.tolerance, scope);
        return;
      case "range":
        this.bind(expr.from, scope);
        this.bind(expr.to, scope);
        this.bind(expr.step, scope);
        return;
      case "if":
        this.bind(expr.condition, scope);
        this.bind(expr.then, scope);
        this.bind(expr.otherwise, scope);
        return;
      case "at":
        this.bind(expr.object, scope);
        this.bind(expr.at, scope);
        return;
      case "map":
        for (const { key, value } of expr.entries) {
          this.label({ value: key.text, span: key.span }, undefined);
          this.bind(value, scope);
        }
        return;
    }
  }

  /** `china.labor`, `efficiency.slack.energy`, `north.rate` */
  #member(expr: ast.MemberExpr, scope: NameScope): void {
    const { base, path } = partsOf(expr);
    if (base.kind !== "name") {
      this.bind(base, scope);
      return;
    }
    const own = scope.own(base.name.text);
    const table = own?.kind === "module" ? undefined : this.tables.of(base.name.text);
    const declared = this.binder.declared.get(base.name.text);
    // A block's own value has no columns, so that before a point a declaration may be meant.
    this.binder.mention(base.name, table === undefined ? (own ?? declared) : declared);
    const known = declared === undefined ? undefined : this.#known(declared, path);
    if (known !== undefined) {
      path.forEach((part, i) => {
        this.binder.mention(part, known[i]);
      });
      return;
    }
    if (table === undefined) {
      const system = own?.node?.kind === "module" ? this.tables.of(own.node.of?.text) : undefined;
      this.binder.mention(path[0], columnNamed(system, path[0]!.text));
      return;
    }
    this.column(path, table);
  }
  /** The columns of experiments and studies are known from their check only. */
  #known({ kind, name }: ModelSymbol, path: readonly ast.Name[]): ModelSymbol[] | undefined {
    if (!CHECKED.has(kind)) return undefined;
    return this.tables.known(
      name,
      path.map((part) => part.text),
    );
  }
  /** A column by its path: the names after the point. */
  column(path: readonly ast.Name[], table: TableSymbols): void {
    const whole = path.map((part) => part.text).join(".");
    const [first, second] = path;
    const found = columnNamed(table, whole) ?? columnNamed(table, first!.text);
    this.binder.mention(first, found);
    if (second === undefined) return;
    this.binder.mention(second, table.variables?.get(second.text) ?? table.parts?.get(second.text));
  }
  #symbolOf(expr: ast.Expr, scope: NameScope): ModelSymbol | undefined {
    if (expr.kind === "name") return scope.own(expr.name.text);
    if (expr.kind !== "member") return undefined;
    const { base, path } = partsOf(expr);
    const table = base.kind === "name" ? this.tables.of(base.name.text) : undefined;
    return columnNamed(table, path[0]!.text);
  }

  #call(expr: ast.CallExpr, scope: NameScope): void {
    const { callee, args, where, by } = expr;
    const lookup = scope.own(callee.text);
    const isLookup = lookup?.node?.kind === "lookup";
    if (isLookup) this.binder.mention(callee, lookup);
    const entry = isLookup ? undefined : functionNamed(callee.text, scope.system);
    const tables = args.flatMap((arg) => this.tablesIn(arg.value, scope));
    const rows = aggregateNames.has(callee.text) ? inRows(tables, scope) : scope;
    for (const arg of args) {
      const { name, value } = arg;
      const words = entry?.parameters.find((p) => p.name === name?.text)?.words ?? [];
      if (value.kind === "name" && words.includes(value.name.text)) continue;
      this.bind(value, name?.text === "weights" ? rows : scope);
    }
    this.bind(where, rows);
    for (const name of by ?? []) this.key(name, [...tables, ...scope.tables]);
  }

  /** A key or group of one of some tables. */
  key(name: ast.Name, tables: readonly TableSymbols[]): void {
    const found = tables.map((table) => columnNamed(table, name.text)).find((symbol) => symbol !== undefined);
    this.binder.mention(name, found);
    for (const table of tables) this.binder.link(found, table.keys.get(name.text));
  }

  /** The tables over whose rows an expression runs. */
  tablesIn(expr: ast.Expr, scope: NameScope): TableSymbols[] {
    const found = expressionNames(expr).flatMap(({ text, member }) => {
      const own = scope.own(text);
      if (member && own?.kind !== "module") return this.tables.of(text) ?? [];
      return own === undefined ? [] : scope.tables;
    });
    return [...new Set(found)];
  }

  /** A label of a dimension, of those that subscript a variable first; or a scenario. */
  label(label: ast.Label, of: ModelSymbol | undefined): void {
    const text = String(label.value);
    const node = of?.node;
    const subscripts = node !== undefined && "by" in node ? (node.by ?? []).map((by) => by.text) : [];
    const dimensions = [...this.binder.declarations.values()].filter((decl) => decl.kind === "dimension");
    dimensions.sort((a, b) => rank(subscripts, a.name.text) - rank(subscripts, b.name.text));
    const scenario = this.binder.declared.get(text);
    if (scenario?.kind === "scenario" || (scenario?.kind === "dimension" && this.#isRange(text))) {
      this.binder.mention(label, scenario);
    } else this.binder.mention(label, this.#labelOf(text, dimensions));
  }
  /** `output[heavy]` */
  #isRange(text: string): boolean {
    const decl = this.binder.declarations.get(text);
    return decl?.kind === "dimension" && decl.within !== undefined;
  }
  #labelOf(text: string, dimensions: readonly ast.DimensionDecl[]): ModelSymbol | undefined {
    for (const { name, labels } of dimensions) {
      if (labels?.some((label) => label.text === text)) return this.labels.get(`${name.text}.${text}`);
    }
    return undefined;
  }
  /** Labels by `dimension.label`. */
  readonly labels = new Map<string, ModelSymbol>();

  unit(unit: ast.UnitExpr | undefined): void {
    switch (unit?.kind) {
      case "unit-name":
        this.binder.mention(unit.name, this.binder.units.get(unit.name.text));
        return;
      case "unit-product":
      case "unit-quotient":
        this.unit(unit.left);
        this.unit(unit.right);
        return;
      case "unit-power":
        this.unit(unit.base);
        return;
    }
  }
}

function partsOf(expr: ast.MemberExpr): { base: ast.Expr; path: ast.Name[] } {
  const path: ast.Name[] = [];
  let base: ast.Expr = expr;
  for (; base.kind === "member"; base = base.object) path.unshift(base.member);
  return { base, path };
}

function rank(list: readonly string[], name: string): number {
  const at = list.indexOf(name);
  return at < 0 ? list.length : at;
}

/** In `where` and `weights` the columns of the aggregate's tables come before all else. */
function inRows(tables: readonly TableSymbols[], scope: NameScope): NameScope {
  const rows = rowsOf(...tables);
  return {
    ...scope,
    own: (name) => rows.own(name) ?? scope.own(name),
    tables: [...tables, ...scope.tables],
  };
}
