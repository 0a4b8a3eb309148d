/**
 * Completion: what the grammar takes next, with the names that scope allows there.
 *
 *   cursor ─▶ place (entry, tokens) ─▶ expected token types ─▶ words that the parser takes · names by slot
 */
import type { Span } from "../../source.ts";
import * as table from "../../tokens.ts";
import type { Analysis } from "../analysis.ts";
import type { ServiceHost } from "../values.ts";
import { accepts } from "./accepts.ts";
import type { Candidate } from "./candidates.ts";
import { argumentValues } from "./expressions.ts";
import { type Place, placeAt } from "./place.ts";
import { namesFor } from "./slots.ts";

export interface Completion extends Candidate {
  /** What it replaces: the word begun. */
  readonly span: Span;
}

/** The operators that are words. */
const OPERATORS = ["and", "or", "in", "within"];
const NAMES = new Set(["Name", "Identifier", "QuotedName"]);

/** In the order in which they are offered; the client filters by the word begun. */
export function completions(
  analysis: Analysis,
  file: string,
  offset: number,
  host: ServiceHost,
): Completion[] {
  const place = placeAt(analysis, file, offset);
  if (place === undefined) return [];
  const found = new Map<string, Candidate>();
  for (const candidate of argumentValues(place) ?? [...keywords(place), ...names(place, host)]) {
    const known = found.get(candidate.text);
    if (known === undefined || candidate.rank < known.rank) found.set(candidate.text, candidate);
  }
  const span = { file, start: place.start, end: offset };
  return [...found.values()].sort((a, b) => a.rank - b.rank).map((candidate) => ({ ...candidate, span }));
}

function keywords(place: Place): Candidate[] {
  const types = new Set(place.expected.map(({ type }) => type.name));
  const words = [...types].flatMap((name) => {
    if (name === "Operator") return OPERATORS;
    return name.startsWith("Word_") ? [name.slice("Word_".length)] : [];
  });
  const begins = place.fresh && words.some(isHead);
  return words.flatMap((word) => {
    // At the beginning of a line an entry is what one wants, though an operator could follow too.
    if (!ofItem(word, place)) return [];
    if (begins && table.RESERVED.some((row) => row.word === word) && word !== "where") return [];
    const row = rowOf(word, place);
    // The table tells which words begin an entry here; of all others the parser has to be asked.
    const told = place.fresh && isHead(word) && (place.block === undefined || row?.of.includes(place.block));
    if (!told && !accepts(place.before, word)) return [];
    const detail = row?.doc ?? "";
    return [{ label: word, text: word, kind: "keyword", detail, rank: isHead(word) ? 0 : 4 }];
  });
}

/** In a report the item tells which clauses may follow it. */
function ofItem(word: string, { decl, entry }: Place): boolean {
  const clauses = decl?.kind === "report" ? table.ITEM_CLAUSES[entry] : undefined;
  return clauses === undefined || !ITEM_WORDS.has(word) || clauses.includes(word);
}
const ITEM_WORDS = new Set(Object.values(table.ITEM_CLAUSES).flat());

function isHead(word: string): boolean {
  return [...table.DECLARATIONS, ...table.ENTRIES].some((row) => row.word === word);
}

/** What the word means in this block or declaration. */
function rowOf(word: string, place: Place): table.WordRow | undefined {
  const rows = [
    ...(place.block === undefined ? table.DECLARATIONS : []),
    ...table.ENTRIES,
    ...table.CLAUSES,
    ...table.RESERVED,
    table.VERSION_WORD,
  ].filter((row) => row.word === word);
  const near = [place.entry, place.block, place.declaration];
  return rows.find((row) => row.of.some((of) => near.includes(of))) ?? rows[0];
}

function names(place: Place, host: ServiceHost): Candidate[] {
  const found = place.expected
    .filter(({ type }) => NAMES.has(type.name))
    .flatMap(({ rules }) => namesFor(place, rules, host));
  // A name that is also a word may be read as the word.
  const rows = [...table.RESERVED, ...table.DECLARATIONS, ...table.ENTRIES, ...table.CLAUSES];
  const words = new Set(rows.map(({ word }) => word));
  return found.flatMap((candidate) => {
    const { text, label } = candidate;
    if (!words.has(label) || candidate.kind === "option" || accepts(place.before, text)) return [candidate];
    return candidate.kind === "function" ? [] : [{ ...candidate, text: `\`${label}\`` }];
  });
}
