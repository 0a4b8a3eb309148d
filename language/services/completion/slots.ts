/** Which names may stand where the grammar wants one: decided by the rule that wants it and the word before. */
import type * as ast from "../../ast.ts";
import type { ServiceHost } from "../values.ts";
import { systemOf, tablesBefore } from "./around.ts";
import type { Candidate } from "./candidates.ts";
import * as offer from "./candidates.ts";
import { expressionNames } from "./expressions.ts";
import type { Place } from "./place.ts";

const EXPERIMENTS = ["sweep", "sensitivity", "calibration", "optimization"];

/** @param rules the rules that would read the name, the outermost first */
export function namesFor(place: Place, rules: readonly string[], host: ServiceHost): Candidate[] {
  const rule = rules.at(-1) ?? "";
  const outer = rules.at(-2) ?? "";
  const previous = place.tokens.at(-1)?.image ?? "";
  const { decl, entry, declaration } = place;
  switch (rule) {
    case "head":
      return headNames(place, previous);
    case "names":
      return listed(place, outer, host);
    case "dataDecl":
      return previous === "=" || previous === "+" ? offer.declarations(place, "data") : [];
    case "dataEntry":
      return previous === "period" || previous === "wide" ? unused(place, offer.headers(place, host)) : [];
    case "column":
      return unused(place, offer.headers(place, host));
    case "missing":
      return previous === "drop"
        ? [...offer.words(["row"]), ...keysOfBlock(place)]
        : offer.options("missing");
    case "technologyEntry":
      return offer.options(previous);
    case "referenceEntry":
      return previous === "of"
        ? offer.declarations(place, "data")
        : previous === "reference"
          ? offer.options("reference")
          : [];
    case "role":
      return isRoleWord(previous) || previous === "," ? variableColumns(place) : [];
    case "link":
      if (previous === ":" || previous === "->") return stages(decl);
      return previous === "link" ? [] : offer.options("link");
    case "directionEntry":
      return [...offer.words(["input", "good", "bad"], "role"), ...technologyVariables(place)];
    case "variation":
    case "dotted":
      return previous === "." ? [] : changeable(place);
    case "series":
      if (previous === "series") return [];
      return previous === "after" ? offer.words(["hold", "error"]) : offer.options("series");
    case "time":
      return previous === "using" ? offer.options("time") : previous === "save" ? offer.words(["every"]) : [];
    case "flow":
    case "pipeEnd":
      if (previous !== ":" && previous !== "->") return [];
      return [...stocks(place), ...offer.words(["cloud"], "outside of the system")];
    case "solve":
      return previous === "solve" ? auxiliaries(place) : [];
    case "unitAtom":
      return place.block === "system" && labelsFit(place)
        ? [...offer.units(place), ...offer.labels(place)]
        : offer.units(place);
    case "label":
      return offer.labels(place);
    case "key":
      return declaration === "measure"
        ? technologyVariables(place)
        : outer === "map"
          ? offer.labels(place)
          : [];
    case "args":
      return offer.keys(place, tablesBefore(place));
    case "choice":
      return offer.options(entry);
    case "reportClause":
      return offer.options("sort");
    case "reference":
      if (previous !== ".") return expressionNames(place, host);
      return membersBefore(place);
    default:
      return [];
  }
}

function headNames(place: Place, clause: string): Candidate[] {
  const { declaration, decl, entry } = place;
  const kind = entry === "module" ? "module" : declaration;
  switch (clause) {
    case "on":
      return offer.declarations(place, "data");
    case "by":
    case ",":
      return decl?.kind === "technology" ? offer.keys(place, [decl.on?.text]) : [];
    case "from":
      if (kind === "data") return offer.declarations(place, "data", "measure", "index", "system");
      return offer.declarations(place, kind === "technology" ? "technology" : "scenario");
    case "using":
      return offer.declarations(place, "calibration", "optimization");
    case "of":
      if (kind === "robustness" || kind === "influence") return offer.declarations(place, "measure", "index");
      return EXPERIMENTS.includes(kind)
        ? offer.declarations(place, "system", "scenario")
        : offer.declarations(place, "system");
    default:
      return [];
  }
}

/** The names of a list: the rule around tells of what. */
function listed(place: Place, outer: string, host: ServiceHost): Candidate[] {
  const { entry, decl } = place;
  switch (outer) {
    case "head":
      return headNames(place, "by");
    case "dataEntry":
      return entry === "join" ? keysOfBlock(place) : unused(place, offer.headers(place, host));
    case "technologyEntry":
      return technologyVariables(place);
    case "subscripts":
      return offer.declarations(place, "dimension");
    case "choice":
      if (entry === "all") return offer.words(["combinations"]);
      return entry === "without" ? technologyVariables(place) : offer.options(entry);
    case "regressionWords":
      if (decl?.kind !== "regression") return [];
      return entry === "errors" && place.tokens.at(-1)?.image === "errors"
        ? offer.options("errors")
        : offer.keys(place, [decl.on?.text]);
    default:
      return [];
  }
}

const isRoleWord = (word: string): boolean => word === "input" || word === "good" || word === "bad";

/** Headers that no entry has taken yet; the word under the cursor takes none. */
function unused({ decl, start }: Place, list: readonly Candidate[]): Candidate[] {
  if (decl?.kind !== "data") return [...list];
  const names = decl.entries.flatMap((entry) =>
    entry.kind === "column" || entry.kind === "period" || entry.kind === "wide"
      ? [entry.name]
      : entry.kind === "dmu" || entry.kind === "group"
        ? entry.names
        : [],
  );
  const taken = new Set(names.filter(({ span }) => span.start !== start).map(({ text }) => text));
  return list.filter(({ label }) => !taken.has(label));
}

function keysOfBlock({ decl, ...place }: Place): Candidate[] {
  return decl?.kind === "data" ? offer.keys({ ...place, decl }, [decl.name.text]) : [];
}

/** The columns of a technology's panel that are no keys. */
function variableColumns(place: Place): Candidate[] {
  const { decl, analysis } = place;
  const panel = decl?.kind === "technology" ? analysis.tables.technology(decl.name.text)?.panel : undefined;
  return panel === undefined ? [] : offer.symbols(place, new Map(panel.columns).values());
}

function technologyVariables(place: Place): Candidate[] {
  const { decl, analysis } = place;
  const name = decl !== undefined && "name" in decl ? decl.name.text : undefined;
  const base = decl?.kind === "robustness" ? decl.of?.text : name;
  const one = analysis.tables.measured(base);
  const all =
    one !== undefined
      ? [one]
      : [...analysis.index.declared.values()].flatMap(({ kind, name: other }) =>
          kind === "technology" ? (analysis.tables.technology(other) ?? []) : [],
        );
  const found = new Map(all.flatMap(({ variables }) => [...variables]));
  return offer.symbols(place, found.values());
}

function stages(decl: ast.Declaration | undefined): Candidate[] {
  if (decl?.kind !== "technology") return [];
  const names = decl.entries.flatMap((entry) => (entry.kind === "stage" ? [entry.name.text] : []));
  return offer.words(names, "stage");
}

function changeable(place: Place): Candidate[] {
  const { analysis, decl, entry } = place;
  if (entry === "when") return stocks(place);
  const module = decl?.kind === "system" && entry === "module" ? decl.modules?.at(-1)?.of?.text : undefined;
  const system = analysis.tables.of(module ?? systemOf(place));
  const found = [...(system?.columns.values() ?? [])].filter(
    ({ node }) => node !== undefined && "kind" in node && node.kind !== "flow" && node.kind !== "series",
  );
  return offer.symbols(place, found);
}
function stocks(place: Place): Candidate[] {
  return ownVariables(place, "stock");
}
function auxiliaries(place: Place): Candidate[] {
  return ownVariables(place, "aux");
}
function ownVariables(place: Place, kind: "stock" | "aux"): Candidate[] {
  const found = place.analysis.tables.of(systemOf(place))?.columns.values() ?? [];
  return offer.symbols(
    place,
    [...found].filter(({ node }) => node !== undefined && "kind" in node && node.kind === kind),
    0,
  );
}
/** In a system's brackets a label may stand where the variable has an entry already. */
function labelsFit({ tokens, analysis, decl }: Place): boolean {
  const name = tokens.at(-2)?.image;
  const known =
    decl?.kind === "system" ? analysis.tables.of(decl.name.text)?.columns.get(name ?? "") : undefined;
  const node = known?.node;
  return node !== undefined && "by" in node && (node.by?.length ?? 0) > 0;
}

/** `china.` and `efficiency.slack.` */
function membersBefore(place: Place): Candidate[] {
  const { tokens } = place;
  const path: string[] = [];
  let at = tokens.length - 1;
  while (at > 0 && tokens[at]!.image === ".") {
    path.unshift(tokens[at - 1]!.image.replaceAll("`", ""));
    at -= 2;
  }
  const [base, ...rest] = path;
  if (base === undefined) return [];
  const system = systemOf(place);
  const module = place.analysis.tables.of(system)?.columns.get(base);
  const of = module?.node !== undefined && "of" in module.node ? module.node.of?.text : undefined;
  return offer.members(place, of ?? base, rest);
}
