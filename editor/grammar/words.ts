/**
 * Which words are keywords where, for highlighters that only have regular expressions: in each declaration its entry words where an
 * entry begins, its clauses in between, the reserved words everywhere. All from the token table.
 */
import * as table from "../../language/tokens.ts";

export interface DeclarationWords {
  readonly kind: string;
  readonly entries: readonly string[];
  readonly clauses: readonly string[];
  /** A name may begin an entry: the second token decides. */
  readonly names: boolean;
}

/** The blocks whose entries may begin with a name. */
const NAMED = new Set([
  "data",
  "direction",
  "scenario",
  "sweep",
  "sensitivity",
  "calibration",
  "optimization",
]);

export const declarations: readonly DeclarationWords[] = table.DECLARATIONS.map(({ word: kind }) => {
  const entries = table.entryWords(kind);
  const inside = new Set([kind, ...entries]);
  const clauses = table.CLAUSES.filter(({ of }) => of.some((place) => inside.has(place)));
  return { kind, entries, clauses: clauses.map(({ word }) => word), names: NAMED.has(kind) };
});

export const reserved: readonly string[] = table.RESERVED.map(({ word }) => word);
export const versionWord = table.VERSION_WORD.word;

/** The patterns of the table that highlighters need, as sources; `\u` escapes are JavaScript's. */
export function source(name: string): string {
  const row = [...table.SYMBOLS, ...table.LITERALS, ...table.COMMENTS].find((one) => one.name === name);
  if (row === undefined) throw new Error(`no token ${name}`);
  return row.pattern.source;
}
export const operators: string = symbols("operator");
export const punctuation: string = symbols("punctuation");
function symbols(category: table.Category): string {
  const rows = table.SYMBOLS.filter((row) => row.category === category);
  return rows.flatMap(({ pattern, lookalikes = [] }) => [pattern.source, ...lookalikes]).join("|");
}

/** A text with its holes, in which further texts may stand. */
export const text = String.raw`"(?:[^"\\{\r\n]|\\.|\{(?:[^{}"\r\n]|"(?:[^"\\\r\n]|\\.)*")*\}|\{)*"`;
export const openText = String.raw`"[^\r\n]*`;
/** Nothing that makes a word part of a longer name may follow it. */
export const wordEnd = String.raw`(?![\p{L}\p{Nl}\p{M}\p{Nd}_])`;
/** What tells that a word which begins an entry is a name; `test in 2015 .. 2017` is none. */
export const tellsName = String.raw`(?!\s*(?:[\[.=~+\-]|(?<!test\s)in${wordEnd}))`;
/** What tells that a word is an argument or a key. */
export const notKey = String.raw`(?!\s*:)`;
/** What a clause has after its word; `centered` has nothing. */
export const clauseEnd = String.raw`(?=\s+[\p{L}_"\x60\d(\-]|(?<=centered)\s*(?:$|[;}]))`;
/** What a declaration has after its word: a name, or the text of a path. */
export const declares = String.raw`(?=\s+[\p{L}_"\x60]|\s*$)`;
/** What a claim has after its word. */
export const claims = String.raw`(?=\s|\()(?!\s*[=:])`;
