/** The columns of panels, measures and systems as symbols. */
import type * as ast from "../../ast.ts";
import { columnsOf } from "../catalogue.ts";
import type { Binder } from "./binder.ts";
import type { ModelSymbol } from "./symbol.ts";

export interface TableSymbols {
  readonly name: string;
  /** Keys and groups. */
  readonly keys: ReadonlyMap<string, ModelSymbol>;
  readonly columns: ReadonlyMap<string, ModelSymbol>;
  /** What stands for `V` in `slack.V`. */
  readonly variables?: ReadonlyMap<string, ModelSymbol>;
  /** A network's stages and links, which `score.` and `target.` have columns for. */
  readonly parts?: ReadonlyMap<string, ModelSymbol>;
}
export interface TechnologySymbols {
  readonly decl: ast.TechnologyDecl;
  readonly panel?: TableSymbols;
  readonly variables: ReadonlyMap<string, ModelSymbol>;
  /** A network's stages and links. */
  readonly parts: ReadonlyMap<string, ModelSymbol>;
}

export function columnNamed(table: TableSymbols | undefined, name: string): ModelSymbol | undefined {
  return table?.keys.get(name) ?? table?.columns.get(name);
}

const OF_FILE = "This is a header of the data file: keys and groups have the names that stand there.";
const OF_RUNS = "`scenario` and `time` are columns of every run.";
const OF_CATALOGUE = "This column has its name from the measure.";

/** Which columns there are of tables that the catalogue alone does not tell: `fit.fit.mape`. */
export type KnownColumns = ReadonlyMap<string, { readonly columns: ReadonlyMap<string, unknown> }>;

export class Tables {
  readonly #binder: Binder;
  readonly #shapes: KnownColumns;
  readonly #known = new Map<string, ModelSymbol>();
  readonly #tables = new Map<string, TableSymbols | undefined>();
  readonly #technologies = new Map<string, TechnologySymbols | undefined>();

  constructor(binder: Binder, shapes: KnownColumns) {
    this.#binder = binder;
    this.#shapes = shapes;
  }

  /** The parts of a column of an experiment or study as the checker knows it; undefined where it knows none. */
  known(owner: string, path: readonly string[]): ModelSymbol[] | undefined {
    const column = path.join(".");
    const [side, ...rest] = path;
    const found =
      this.#shapes.get(owner)?.columns.has(column) ||
      this.#shapes.get(`${owner}.${side}`)?.columns.has(rest.join("."));
    return found ? path.map((name) => this.#result(owner, name)) : undefined;
  }
  #result(owner: string, name: string): ModelSymbol {
    const key = `${owner}.${name}`;
    const known = this.#known.get(key) ?? { kind: "result", name, owner, fixed: OF_CATALOGUE };
    this.#known.set(key, known);
    return known;
  }

  /** The table of a declaration, made at the first use; undefined for what has none and in circles. */
  of(name: string | undefined): TableSymbols | undefined {
    if (name === undefined) return undefined;
    if (!this.#tables.has(name)) {
      this.#tables.set(name, undefined);
      this.#tables.set(name, this.#make(this.#binder.declarations.get(name)));
    }
    return this.#tables.get(name);
  }
  #make(decl: ast.Declaration | undefined): TableSymbols | undefined {
    switch (decl?.kind) {
      case "data":
        return this.#panel(decl);
      case "measure":
      case "index":
        return this.#results(decl);
      case "robustness":
      case "influence":
        return this.#study(decl);
      case "system":
        return this.#system(decl);
      case "scenario":
        return this.of(decl.of?.text) ?? this.of(decl.from?.text);
      case "sweep":
      case "sensitivity":
        return this.of(decl.of?.text);
      default:
        return undefined;
    }
  }

  #panel(decl: ast.DataDecl): TableSymbols {
    const owner = decl.name.text;
    const source = this.of(decl.from?.text);
    const keys = new Map<string, ModelSymbol>();
    const columns = new Map<string, ModelSymbol>();
    const headers = new Map<string, ModelSymbol>();
    for (const { name } of decl.table?.columns ?? []) {
      headers.set(name.text, this.#binder.declare(name, { kind: "column", owner, node: decl }));
    }
    const given = (name: string) => columnNamed(source, name) ?? headers.get(name);
    const key = (name: ast.Name) => {
      const known = keys.get(name.text) ?? given(name.text);
      if (known !== undefined) this.#binder.mention(name, known);
      const fixed = decl.file === undefined ? {} : { fixed: OF_FILE };
      keys.set(
        name.text,
        known ?? this.#binder.declare(name, { kind: "column", owner, node: decl, ...fixed }),
      );
    };
    for (const entry of decl.entries) {
      if (entry.kind === "dmu" || entry.kind === "group") entry.names.forEach(key);
      else if (entry.kind === "period" || entry.kind === "wide") key(entry.name);
    }
    const named = decl.entries.some(({ kind }) => kind === "dmu" || kind === "period" || kind === "wide");
    const stacked = (decl.stack ?? []).flatMap((part) => this.of(part.text) ?? []);
    if (!named) for (const [name, symbol] of (source ?? stacked[0])?.keys ?? []) keys.set(name, symbol);
    const own = decl.entries.filter((entry) => entry.kind === "column");
    const names = new Set(own.map((entry) => entry.name.text));
    for (const [name, symbol] of headers) if (!keys.has(name)) columns.set(name, symbol);
    if (source !== undefined && (own.length === 0 || !named)) {
      for (const [name, symbol] of source.columns) columns.set(name, symbol);
    }
    for (const table of stacked) {
      for (const [name, symbol] of [...table.columns, ...table.keys]) {
        this.#binder.link(columns.get(name) ?? keys.get(name), symbol);
        if (!keys.has(name) && !columns.has(name)) columns.set(name, symbol);
      }
    }
    for (const entry of own) {
      const { name, value } = entry;
      const same = value === undefined ? given(name.text) : undefined;
      if (same !== undefined) {
        this.#binder.mention(name, same);
        columns.set(name.text, same);
        continue;
      }
      const header =
        value === undefined && decl.file !== undefined
          ? { at: { ...entry.span, start: entry.span.end }, name: name.text }
          : undefined;
      columns.set(name.text, this.#binder.declare(name, { kind: "column", owner, node: entry }, header));
      const taken = value?.kind === "name" && (!names.has(value.name.text) || value.name.text === name.text);
      if (taken) this.#binder.mention(value.name, given(value.name.text));
    }
    return { name: owner, keys, columns };
  }

  /** A measure's or an index's table: the panel's keys, the catalogue's columns. */
  #results(decl: ast.MeasureDecl | ast.IndexDecl): TableSymbols {
    const owner = decl.name.text;
    const technology = this.measured(owner);
    const columns = catalogueColumns(decl.value.kind === "call" ? decl.value.callee.text : "", owner);
    const variables = technology?.variables ?? new Map();
    const parts = technology?.parts ?? new Map();
    return { name: owner, keys: technology?.panel?.keys ?? new Map(), columns, variables, parts };
  }

  #study(decl: ast.RobustnessDecl | ast.InfluenceDecl): TableSymbols {
    const owner = decl.name.text;
    return { name: owner, keys: new Map(), columns: catalogueColumns(decl.kind, owner) };
  }

  /** The technology of a measure or index, or that of the measure it is made of. */
  measured(name: string | undefined, seen: readonly string[] = []): TechnologySymbols | undefined {
    if (name === undefined || seen.includes(name)) return undefined;
    const decl = this.#binder.declarations.get(name);
    if (decl?.kind === "technology") return this.technology(name);
    if ((decl?.kind !== "measure" && decl?.kind !== "index") || decl.value.kind !== "call") return undefined;
    const first = decl.value.args.find((arg) => arg.name === undefined || arg.name.text === "technology");
    return first?.value.kind === "name" ? this.measured(first.value.name.text, [...seen, name]) : undefined;
  }

  technology(name: string | undefined): TechnologySymbols | undefined {
    if (name === undefined) return undefined;
    if (!this.#technologies.has(name)) {
      this.#technologies.set(name, undefined);
      const decl = this.#binder.declarations.get(name);
      if (decl?.kind === "technology") this.#technologies.set(name, this.#technology(decl));
    }
    return this.#technologies.get(name);
  }
  #technology(decl: ast.TechnologyDecl): TechnologySymbols {
    const base = this.technology(decl.from?.text);
    const panel = this.of(decl.on?.text) ?? base?.panel;
    const variables = new Map<string, ModelSymbol>();
    const parts = new Map<string, ModelSymbol>(base?.parts);
    const roles = new Set<string>();
    const entries = (list: readonly ast.TechnologyEntry[]): void => {
      for (const entry of list) {
        if (entry.kind === "stage") {
          const stage = { kind: "stage", owner: decl.name.text, node: entry } as const;
          parts.set(entry.name.text, this.#binder.declare(entry.name, stage));
          entries(entry.entries);
        } else if (entry.kind === "link") {
          const column = columnNamed(panel, entry.name.text);
          if (column !== undefined) this.#binder.mention(entry.name, column);
          const link = { kind: "link", owner: decl.name.text, node: entry } as const;
          parts.set(entry.name.text, column ?? this.#binder.declare(entry.name, link));
        }
        if (entry.kind !== "role") continue;
        roles.add(entry.role);
        for (const { name, value } of entry.variables) {
          const column = value === undefined ? columnNamed(panel, name.text) : undefined;
          if (column !== undefined) this.#binder.mention(name, column);
          variables.set(
            name.text,
            column ?? this.#binder.declare(name, { kind: "column", owner: decl.name.text, node: entry }),
          );
        }
      }
    };
    entries(decl.entries);
    const reference = decl.entries.find((entry) => entry.kind === "reference");
    const elsewhere = this.of(reference?.of?.text);
    for (const [name, symbol] of base?.variables ?? []) {
      if (variables.has(name)) continue;
      variables.set(name, symbol);
      if (decl.on !== undefined) this.#binder.link(symbol, columnNamed(panel, name));
    }
    for (const [name, symbol] of variables) this.#binder.link(symbol, columnNamed(elsewhere, name));
    return { decl, ...(panel ? { panel } : {}), variables, parts };
  }

  #system(decl: ast.SystemDecl): TableSymbols {
    const owner = decl.name.text;
    const keys = new Map<string, ModelSymbol>(
      ["scenario", "time"].map((name) => [name, { kind: "column", name, owner, fixed: OF_RUNS }]),
    );
    const columns = new Map<string, ModelSymbol>();
    for (const entry of decl.entries) {
      if (entry.kind === "time") continue;
      const { text } = entry.name;
      // A second entry of a name overrides one element.
      const known = columns.get(text);
      if (known !== undefined) this.#binder.mention(entry.name, known);
      else columns.set(text, this.#binder.declare(entry.name, { kind: "variable", owner, node: entry }));
      if (entry.kind === "lookup" || entry.kind === "series") continue;
      for (const by of entry.by ?? []) {
        const dimension = this.#binder.declared.get(by.text);
        if (dimension !== undefined) keys.set(by.text, dimension);
      }
    }
    for (const entry of decl.modules ?? []) {
      columns.set(entry.name.text, this.#binder.declare(entry.name, { kind: "module", owner, node: entry }));
    }
    return { name: owner, keys, columns };
  }
}

/** The columns that the catalogue gives the results of a function or study: of `slack.V` the first part. */
function catalogueColumns(fn: string, owner: string): Map<string, ModelSymbol> {
  const columns = new Map<string, ModelSymbol>();
  for (const { name } of columnsOf(fn)) {
    const [first = name] = name.split(".");
    if (columns.has(first)) continue;
    columns.set(first, { kind: "result", name: first, owner, fixed: OF_CATALOGUE });
  }
  return columns;
}
