/** What may be offered, before it is known where: names of tables, columns, units, options. */
import { folderOf, resolvePath } from "../../check/path.ts";
import * as table from "../../tokens.ts";
import { builtInUnits } from "../../units/built-in.ts";
import { type Callable, type CallableParameter, signatureOf } from "../catalogue.ts";
import { describeCall, unitOf } from "../describe.ts";
import { written, writtenPath } from "../spelling.ts";
import type { ModelSymbol } from "../symbols/symbol.ts";
import type { ServiceHost } from "../values.ts";
import type { Place } from "./place.ts";

export type CandidateKind =
  | "keyword"
  | "option"
  | "declaration"
  | "column"
  | "variable"
  | "function"
  | "parameter"
  | "unit"
  | "label"
  | "header";

export interface Candidate {
  /** As it is called. */
  readonly label: string;
  /** As it is written. */
  readonly text: string;
  readonly kind: CandidateKind;
  readonly detail: string;
  readonly documentation?: string;
  /** Lower ones first. */
  readonly rank: number;
}

/** The names of declarations of some kinds; of all that have columns where none is given. */
export function declarations(place: Place, ...kinds: ModelSymbol["kind"][]): Candidate[] {
  const own = place.decl !== undefined && "name" in place.decl ? place.decl.name.text : undefined;
  const { shapes } = place.analysis.checked;
  return [...place.analysis.index.declared.values()]
    .filter(({ kind, name }) => {
      if (name === own) return false;
      return kinds.length > 0 ? kinds.includes(kind) : isTable(place, name) || shapes.has(name);
    })
    .map(({ kind, name, node }) => ({
      label: name,
      text: written(name),
      kind: "declaration",
      detail: kind,
      ...(node !== undefined && "doc" in node && node.doc !== undefined ? { documentation: node.doc } : {}),
      rank: 3,
    }));
}

export function symbols(place: Place, found: Iterable<ModelSymbol>, rank = 1): Candidate[] {
  return [...found].map((symbol) => {
    const unit = unitOf(symbol, place.analysis);
    const { node, kind, name } = symbol;
    const doc = node !== undefined && "doc" in node ? node.doc : undefined;
    const role = kind === "variable" && node !== undefined && "kind" in node ? String(node.kind) : kind;
    return {
      label: name,
      text: written(name),
      kind: kind === "variable" ? "variable" : kind === "label" ? "label" : "column",
      detail: unit ? `${role} [${unit.text}]` : role,
      ...(doc === undefined ? {} : { documentation: doc }),
      rank,
    };
  });
}

/** The columns of a table after its point; after `slack.` those of the variables. */
export function members(place: Place, name: string, before: readonly string[]): Candidate[] {
  const shape = place.analysis.checked.shapes.get(tableOf(place, name));
  const known = place.analysis.tables.of(name);
  if (before.length > 0) {
    const beside = place.analysis.checked.shapes.get(`${name}.${before.join(".")}`);
    if (beside !== undefined) {
      return [...beside.columns].map(([label, { unit }]) => column(label, unit?.text, beside.name));
    }
    const start = `${before.join(".")}.`;
    const parts = [...(shape?.columns ?? [])].filter(([column]) => column.startsWith(start));
    const list = parts.map(([column, { unit }]) => [column.slice(start.length), unit?.text] as const);
    if (list.length === 0) for (const v of known?.variables?.keys() ?? []) list.push([v, undefined]);
    return list.map(([label, unit]) => column(label, unit, name));
  }
  const keys = [...(known?.keys.keys() ?? [])].map((key) => ({ ...column(key, undefined, name), rank: 2 }));
  const columns = shape === undefined ? [...(known?.columns.keys() ?? [])] : [...shape.columns.keys()];
  return [
    ...columns.map((one) => column(one, shape?.columns.get(one)?.unit?.text, name)),
    ...keys.filter(({ label }) => !columns.includes(label)),
  ];
}
function tableOf(place: Place, name: string): string {
  const found = place.analysis.checked.sound.declarations.find((one) => one.name === name);
  return found?.kind === "scenario" ? found.system : name;
}
function column(label: string, unit: string | undefined, of: string): Candidate {
  const detail = unit === undefined ? of : `${of} [${unit}]`;
  return { label, text: writtenPath(label), kind: "column", detail, rank: 1 };
}

export function options(of: string, rank = 0): Candidate[] {
  return table.OPTIONS.filter((row) => row.of.includes(of)).map((row) => ({
    label: row.word,
    text: row.word,
    kind: "option",
    detail: row.doc,
    rank,
  }));
}
export function words(list: readonly string[], detail = ""): Candidate[] {
  return list.map((label) => ({ label, text: label, kind: "option", detail, rank: 0 }));
}

export function callables(list: readonly (Callable | undefined)[], rank = 5): Candidate[] {
  return list.flatMap((callable) =>
    callable === undefined
      ? []
      : [
          {
            label: callable.name,
            text: `${callable.name}(`,
            kind: "function" as const,
            detail: signatureOf(callable),
            documentation: describeCall(callable),
            rank,
          },
        ],
  );
}
export function parameters(list: readonly CallableParameter[]): Candidate[] {
  return list.map(({ name, line }) => ({
    label: `${name}:`,
    text: `${name}: `,
    kind: "parameter",
    detail: line,
    rank: 0,
  }));
}

export function units(place: Place): Candidate[] {
  const declared = [...place.analysis.index.units.values()].map(({ name, node }) => ({
    label: name,
    text: written(name),
    kind: "unit" as const,
    detail: (node !== undefined && "doc" in node ? node.doc : undefined) ?? "a unit of this model",
    rank: 0,
  }));
  const builtIn = [...builtInUnits.values()].map(({ name, line }) => ({
    label: name,
    text: name,
    kind: "unit" as const,
    detail: line,
    rank: 1,
  }));
  return [...declared, ...builtIn.filter(({ text }) => text !== "%")];
}

/** The headers of the panel's source: of its file, of its table, or the columns of the panel it is made from. */
export function headers(place: Place, host: ServiceHost): Candidate[] {
  const { decl, file, analysis } = place;
  if (decl?.kind !== "data") return [];
  if (decl.table !== undefined)
    return decl.table.columns.map(({ name }) => header(name.text, decl.name.text));
  const source = analysis.tables.of(decl.from?.text);
  if (source !== undefined) {
    const names = [...source.keys.keys(), ...source.columns.keys()];
    return names.map((name) => header(name, decl.from!.text));
  }
  if (decl.file === undefined) return [];
  const found = host.dataFile(resolvePath(folderOf(file), decl.file.value));
  return (found?.columns ?? []).map((name) => header(name, decl.file!.value));
}
function header(label: string, of: string): Candidate {
  return { label, text: written(label), kind: "header", detail: `column of ${of}`, rank: 1 };
}

/** The keys and groups of tables. */
export function keys(place: Place, tables: Iterable<string | undefined>): Candidate[] {
  const found = new Map<string, ModelSymbol>();
  for (const name of tables) {
    for (const [key, symbol] of place.analysis.tables.of(name)?.keys ?? []) found.set(key, symbol);
  }
  return [...found].map(([name]) => ({
    label: name,
    text: written(name),
    kind: "column",
    detail: "key or group",
    rank: 0,
  }));
}

/** The labels of a dimension, or of all dimensions. */
export function labels(place: Place, dimension?: string): Candidate[] {
  const declared = [...place.analysis.index.declared.values()];
  return declared.flatMap(({ node, name }) => {
    if (node?.kind !== "dimension" || (dimension !== undefined && dimension !== name)) return [];
    return (node.labels ?? []).map((label) => ({
      label: label.text,
      text: written(label.text),
      kind: "label" as const,
      detail: name,
      rank: 0,
    }));
  });
}

/** Whether a name is that of a table. */
export function isTable(place: Place, name: string): boolean {
  return place.analysis.tables.of(name) !== undefined;
}
