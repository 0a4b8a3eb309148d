/** The catalogues of built-ins under one form: what hover, signature help and completion tell of a call. */
import { distributions } from "../builtins/distributions.ts";
import { dynamicFunctions } from "../builtins/dynamic-functions.ts";
import type { FunctionEntry } from "../builtins/functions.ts";
import { indices } from "../builtins/indices.ts";
import { derivedMeasures, studyEntries } from "../builtins/inference.ts";
import { type MeasureEntry, measures, type ResultColumn } from "../builtins/measures.ts";
import { tableFunctions } from "../builtins/table-functions.ts";

export interface CallableParameter {
  readonly name: string;
  readonly line: string;
  readonly words: readonly string[];
  readonly default?: string;
  readonly optional: boolean;
  /** Only by its name. */
  readonly named: boolean;
  /** What the value names: a declaration of this kind. */
  readonly names?: "technology" | "technology-or-measure" | "measure" | "direction";
  /** A map whose keys are variables. */
  readonly byVariable: boolean;
}
export interface Callable {
  readonly name: string;
  readonly kind: "function" | "distribution" | "measure" | "index" | "table";
  readonly line: string;
  readonly parameters: readonly CallableParameter[];
  readonly variadic: boolean;
  readonly formula?: string;
  readonly source?: string;
}

const REFERENCES = ["contemporaneous", "global", "sequential", "window", "biennial"];

function ofMeasure(kind: "measure" | "index", entry: MeasureEntry | undefined): Callable | undefined {
  if (entry === undefined) return undefined;
  const parameters = entry.parameters.map((p, i): CallableParameter => {
    const names = NAMING.find((word) => word === p.kind);
    return {
      name: p.name,
      line: p.line,
      words:
        p.words ??
        (p.kind === "flag" ? FLAGS : p.kind === "super" ? SUPER : p.kind === "reference" ? REFERENCES : []),
      ...(p.default === undefined ? {} : { default: p.default }),
      optional: p.optional === true || p.default !== undefined,
      named: i > 0 && p.kind !== "measure",
      ...(names ? { names } : {}),
      byVariable: p.kind === "weights" || p.kind === "prices",
    };
  });
  const { name, line, formula, source } = entry;
  return { name, kind, line, parameters, variadic: false, formula, source };
}
const NAMING = ["technology", "technology-or-measure", "measure", "direction"] as const;
const FLAGS = ["true", "false"];
const SUPER = ["true", "dmu", "false"];

function ofFunction(entry: FunctionEntry | undefined): Callable | undefined {
  if (entry === undefined) return undefined;
  const { name, line, formula, source, variadic = false } = entry;
  const parameters = entry.parameters.map(
    (p): CallableParameter => ({
      name: p.name,
      line: p.doc,
      words: p.words ?? [],
      ...(p.default === undefined ? {} : { default: p.default }),
      optional: p.optional === true,
      named: p.named === true,
      byVariable: false,
    }),
  );
  const kind = entry.group === "distribution" ? "distribution" : "function";
  return { name, kind, line, parameters, variadic, formula, ...(source === undefined ? {} : { source }) };
}

function tableOverTime(name: string, line: string, formula: string): Callable {
  const beyond: CallableParameter = {
    name: "beyond",
    line: "What it is before the first and after the last point",
    words: ["hold", "extend", "error"],
    default: "hold",
    optional: true,
    named: true,
    byVariable: false,
  };
  const point = { ...beyond, name: "2017: value", line: "A point: where, and the value there", words: [] };
  return {
    name,
    kind: "table",
    line,
    parameters: [{ ...point, default: undefined, optional: false, named: false }, beyond],
    variadic: true,
    formula,
  };
}
const TABLES: ReadonlyMap<string, Callable> = new Map(
  [
    tableOverTime("linear", "Straight lines between points", "y = yᵢ + (yᵢ₊₁ − yᵢ)(x − xᵢ)/(xᵢ₊₁ − xᵢ)"),
    tableOverTime("schedule", "Holds each value until the next point", "y = yᵢ for xᵢ ≤ x < xᵢ₊₁"),
    tableOverTime("spline", "A smooth curve through the points", "cubic between points"),
  ].map((table) => [table.name, table]),
);

export const measureNamed = (name: string): Callable | undefined =>
  ofMeasure("measure", measures.get(name) ?? derivedMeasures.get(name));
export const indexNamed = (name: string): Callable | undefined => ofMeasure("index", indices.get(name));

/** A function of values; inside a system also those of systems. */
export function functionNamed(name: string, inSystem: boolean): Callable | undefined {
  const dynamic = inSystem ? dynamicFunctions.get(name) : undefined;
  return ofFunction(dynamic ?? tableFunctions.get(name)) ?? (inSystem ? TABLES.get(name) : undefined);
}
export const distributionNamed = (name: string): Callable | undefined => ofFunction(distributions.get(name));

export function functionNames(inSystem: boolean): string[] {
  return [
    ...new Set([
      ...(inSystem ? [...dynamicFunctions.keys(), ...TABLES.keys()] : []),
      ...tableFunctions.keys(),
    ]),
  ];
}
export const distributionNames = (): Iterable<string> => distributions.keys();
export const measureNames = (): Iterable<string> => [...measures.keys(), ...derivedMeasures.keys()];
export const indexNames = (): Iterable<string> => indices.keys();

/** The columns that a measure, an index or a study gives beside its keys; `V` stands for each variable. */
export function columnsOf(fn: string): readonly ResultColumn[] {
  const index = indices.get(fn);
  if (index !== undefined) return [...index.columns, ...index.decomposed];
  return (measures.get(fn) ?? derivedMeasures.get(fn) ?? studyEntries.get(fn))?.columns ?? [];
}

/** How a call is written: `ddf(technology, along: …)`. */
export function signatureOf({ name, parameters, variadic }: Callable): string {
  return `${name}(${parameters.map(parameterText).join(", ")}${variadic ? ", …" : ""})`;
}
export function parameterText(parameter: CallableParameter): string {
  const { name, named, optional, words } = parameter;
  const value = words.length > 0 ? words.join(" | ") : "…";
  const text = named ? `${name}: ${value}` : name;
  return optional ? `[${text}]` : text;
}
