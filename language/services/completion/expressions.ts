/** The names that an expression may hold where it stands, and what the arguments of a call take. */
import { aggregateNames } from "../../builtins/table-functions.ts";
import {
  distributionNamed,
  distributionNames,
  functionNamed,
  functionNames,
  indexNamed,
  indexNames,
  measureNamed,
  measureNames,
} from "../catalogue.ts";
import { callableIn, type OpenCall, openCall } from "../signature.ts";
import type { ServiceHost } from "../values.ts";
import { systemOf, tablesBefore } from "./around.ts";
import type { Candidate } from "./candidates.ts";
import * as offer from "./candidates.ts";
import type { Place } from "./place.ts";

export function expressionNames(place: Place, host: ServiceHost): Candidate[] {
  const { tokens, decl } = place;
  const call = openCall(tokens, place.start);
  const callable = call === undefined ? undefined : callableIn(call.name, decl);
  const beginsArgument = ["(", ","].includes(tokens.at(-1)?.image ?? "");
  if (call !== undefined && callable !== undefined) {
    if (decl?.kind === "measure" || decl?.kind === "index") return measureArguments(place, call);
    if (beginsArgument) {
      const named = callable.parameters.filter(
        ({ named: only, optional, name }) =>
          (only || optional) && !call.given.includes(name) && /^\w+$/.test(name),
      );
      return [...offer.parameters(named), ...valueNames(place, host, call)];
    }
  }
  if (decl?.kind === "measure" && call === undefined) {
    return offer.callables([...measureNames()].map(measureNamed), 0);
  }
  if (decl?.kind === "index" && call === undefined)
    return offer.callables([...indexNames()].map(indexNamed), 0);
  return clauseValues(place, host) ?? valueNames(place, host, call);
}

/** After `orientation:` and its like: the words, or the declarations, that the parameter takes, and nothing else. */
export function argumentValues(place: Place): Candidate[] | undefined {
  const call = openCall(place.tokens, place.start);
  if (call?.argument === undefined || place.tokens.at(-1)?.image !== ":") return undefined;
  const parameter = callableIn(call.name, place.decl)?.parameters.find(({ name }) => name === call.argument);
  if (parameter?.names !== undefined) return offer.declarations(place, ...NAMED[parameter.names]);
  if (parameter !== undefined && parameter.words.length > 0) return offer.words(parameter.words);
  return undefined;
}

/** The kinds of declarations that a parameter takes. */
const NAMED = {
  technology: ["technology"],
  "technology-or-measure": ["technology", "measure"],
  measure: ["measure", "index"],
  direction: ["direction"],
} as const;

function measureArguments(place: Place, call: OpenCall): Candidate[] {
  const callable = callableIn(call.name, place.decl)!;
  const positional = callable.parameters.filter(({ named }) => !named);
  const here = place.tokens.at(-1)?.image === ":" ? undefined : positional[call.commas];
  const first = here?.names === undefined ? [] : offer.declarations(place, ...NAMED[here.names]);
  const rest = callable.parameters.filter(({ named, name }) => named && !call.given.includes(name));
  return call.argument === undefined ? [...first, ...offer.parameters(rest)] : first;
}

/** In a report and an experiment the clause tells what may stand. */
function clauseValues(place: Place, host: ServiceHost): Candidate[] | undefined {
  const { decl, tokens, entry } = place;
  const clause = lastClause(place);
  if (decl?.kind === "report") {
    switch (clause) {
      case "by":
      case "rows":
      case "columns":
      case "key":
        return offer.keys(place, tableNames(place));
      case "for":
        return entry === "frontier" || entry === "program" ? [] : offer.declarations(place, "scenario");
      case "against":
        if (entry === "frontier") return axes(place);
        if (entry === "chart")
          return [...offer.declarations(place, "scenario"), ...valueNames(place, host, undefined)];
        return offer.declarations(place, "scenario", "data");
      case "over":
        return [...offer.words(["time"]), ...offer.keys(place, tableNames(place))];
      case "using":
        return [];
      case "sort":
        return tokens.at(-1)?.image === "sort" ? offer.words(["ascending", "descending"]) : [];
      case "at":
      case "digits":
        return [];
    }
    if (entry === "diagram") return offer.declarations(place, "system");
    if (entry === "validate") return offer.declarations(place, "scenario", "system");
    if (entry === "describe") {
      if (clause === ":") return columns(place, tableNames(place));
      return offer.declarations(place, "data", "measure", "index", "system");
    }
    if (entry === "frontier" && clause === ":") return axes(place);
    if (entry === "program" || entry === "frontier") return offer.declarations(place, "measure");
    return undefined;
  }
  if (entry === "sampling") return offer.options("sampling");
  if (decl?.kind === "calibration" && clause === "to") return offer.declarations(place, "data");
  if (decl?.kind === "sensitivity" && tokens.at(-1)?.image === "~") {
    return offer.callables([...distributionNames()].map(distributionNamed), 0);
  }
  return undefined;
}

/** The last clause word of the entry, outside of brackets. */
function lastClause({ tokens, entry }: Place): string | undefined {
  let depth = 0;
  for (let i = tokens.length - 1; i > 0; i--) {
    const { image, tokenType } = tokens[i]!;
    if (")]}".includes(image)) depth++;
    else if ("([{".includes(image)) {
      if (depth === 0) return undefined;
      depth--;
    } else if (depth === 0 && (tokenType.name.startsWith("Word_") || image === ":")) {
      return image === entry ? undefined : image;
    }
  }
  return undefined;
}

/** The variables of the technology of the measure that a `frontier` names. */
function axes(place: Place): Candidate[] {
  const [, measure] = place.tokens.slice(place.tokens.findLastIndex(({ image }) => image === place.entry));
  return offer.symbols(place, place.analysis.tables.measured(measure?.image)?.variables.values() ?? []);
}

/** Every table that the tokens of the entry name. */
function tableNames(place: Place): string[] {
  return place.tokens.map(({ image }) => image).filter((image) => offer.isTable(place, image));
}
function columns(place: Place, tables: readonly string[]): Candidate[] {
  return tables.flatMap((name) => offer.members(place, name, []));
}

function valueNames(place: Place, host: ServiceHost, call: OpenCall | undefined): Candidate[] {
  const { decl, analysis, entry } = place;
  const system = systemOf(place);
  const found: Candidate[] = [];
  if (decl?.kind === "data") {
    const own = analysis.tables.of(decl.name.text);
    found.push(...offer.symbols(place, [...(own?.columns.values() ?? []), ...(own?.keys.values() ?? [])]));
    // `energy = Energy use`: a header under another name.
    if (place.tokens.at(-1)?.image === "=" && decl.file !== undefined) {
      const taken = new Set(found.map(({ label }) => label));
      found.push(...offer.headers(place, host).filter(({ label }) => !taken.has(label)));
    }
  } else if (decl?.kind === "technology") {
    const panel = analysis.tables.technology(decl.name.text)?.panel;
    found.push(
      ...offer.symbols(place, [...(panel?.columns.values() ?? []), ...(panel?.keys.values() ?? [])]),
    );
  } else if (decl?.kind === "direction") {
    found.push(...offer.options("direction"));
    const panels = [...analysis.index.declared.values()].flatMap(({ kind, name }) =>
      kind === "technology" ? (analysis.tables.technology(name)?.panel ?? []) : [],
    );
    for (const panel of new Set(panels)) found.push(...offer.symbols(place, panel.columns.values(), 2));
  } else if (decl?.kind === "regression") {
    const panel = analysis.tables.of(decl.on?.text);
    found.push(
      ...offer.symbols(place, [...(panel?.columns.values() ?? []), ...(panel?.keys.values() ?? [])]),
    );
  } else if (system !== undefined && entry !== "series") {
    const { columns: variables, keys } = analysis.tables.of(system)!;
    const dimensions = [...keys.values()].filter(({ kind }) => kind === "dimension");
    found.push(...offer.symbols(place, variables.values()), ...offer.symbols(place, dimensions, 2));
    found.push(...offer.words(["time", "dt"], "of the system").map((one) => ({ ...one, rank: 2 })));
    const lookup = decl?.kind === "system" && entry === "lookup" ? argumentOf(place) : undefined;
    if (lookup !== undefined) found.push(...offer.words([lookup], "argument"));
  } else if (decl?.kind === "report" && (entry === "compare" || entry === "chart")) {
    const runs = [...analysis.index.declared.values()].filter(
      ({ kind }) => kind === "scenario" || kind === "system",
    );
    const systems = new Set(runs.map(({ name }) => analysis.tables.of(name)?.name));
    for (const name of systems)
      found.push(...offer.symbols(place, analysis.tables.of(name)?.columns.values() ?? []));
  }
  // In `where` and `weights` the rows' own columns may stand bare.
  if (call !== undefined && aggregateNames.has(call.name)) {
    const own = decl !== undefined && "name" in decl ? decl.name.text : undefined;
    const tables = tablesBefore(place).filter((name) => name !== own && offer.isTable(place, name));
    if (afterWhere(place))
      found.push(...columns(place, [...new Set(tables)]).map((one) => ({ ...one, rank: 2 })));
  }
  const inSystem = system !== undefined;
  const functions = functionNames(inSystem).map((name) => functionNamed(name, inSystem));
  return [...found, ...offer.declarations(place), ...offer.callables(functions)];
}
function afterWhere({ tokens }: Place): boolean {
  return tokens.findLast(({ image }) => image === "where" || image === "weights") !== undefined;
}
function argumentOf({ tokens }: Place): string | undefined {
  const open = tokens.findIndex(({ image }) => image === "(");
  return tokens.findLastIndex(({ image }) => image === "lookup") < open ? tokens[open + 1]?.image : undefined;
}
