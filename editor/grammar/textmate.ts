/** The TextMate grammar, for VS Code before the server has answered, and for hosts that colour files: the same rules as Monarch's. */
import {
  claims,
  clauseEnd,
  type DeclarationWords,
  declarations,
  declares,
  notKey,
  openText,
  operators,
  punctuation,
  reserved,
  source,
  tellsName,
  text,
  versionWord,
  wordEnd,
} from "./words.ts";

interface Captures {
  readonly [group: string]: { readonly name: string };
}
export interface TextMateRule {
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly end?: string;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly TextMateRule[];
  readonly include?: string;
}
export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly TextMateRule[];
  readonly repository: Readonly<Record<string, TextMateRule>>;
}

/** Oniguruma writes code points in braces. */
const onig = (pattern: string): string => pattern.replace(/\\u([0-9A-Fa-f]{4})/g, "\\x{$1}");
const any = (words: readonly string[]): string => `(${words.join("|")})${wordEnd}`;
const reservedWord = `(?:${reserved.join("|")})${wordEnd}`;

export function textMateGrammar(): TextMateGrammar {
  return {
    name: "GTFP",
    scopeName: "source.gtfp",
    fileTypes: ["gtfp"],
    patterns: [
      { match: onig(`^\\s*(${versionWord})(?=\\s+\\d)`), captures: { 1: { name: "keyword.control.gtfp" } } },
      ...declarations.map(({ kind }) => ({ include: `#${kind}` })),
      { include: "#plain" },
    ],
    repository: {
      ...Object.fromEntries(declarations.map((words) => [words.kind, declaration(words)])),
      plain: plain(),
    },
  };
}

const heads = declarations
  .map(({ kind }) => `${kind}${wordEnd}${kind === "expect" ? claims : declares}`)
  .join("|");

/** From the declaration's word up to the next declaration's. */
function declaration({ kind, entries, clauses, names }: DeclarationWords): TextMateRule {
  const patterns: TextMateRule[] = [];
  const keyword = { name: "keyword.other.gtfp" };
  if (entries.length > 0) {
    const begins = `${any(entries)}${notKey}${names ? tellsName : ""}`;
    if (kind === "technology") {
      const match = onig(`(?:^|([{;]))\\s*(fixed)\\s+(input|good|bad)${wordEnd}`);
      patterns.push({ match, captures: { 1: PUNCTUATION, 2: keyword, 3: keyword } });
    }
    patterns.push({ match: onig(`^\\s*${begins}`), captures: { 1: keyword } });
    patterns.push({ match: onig(`([{;])\\s*${begins}`), captures: { 1: PUNCTUATION, 2: keyword } });
  }
  if (clauses.length > 0) {
    patterns.push({
      match: onig(`(\\.(?!\\.)|,)\\s*(?!${reservedWord})(${source("Identifier")})`),
      captures: { 1: PUNCTUATION, 2: NAME },
    });
    patterns.push({ match: onig(`${any(clauses)}${clauseEnd}`), captures: { 1: keyword } });
  }
  const follows = kind === "expect" ? claims : declares;
  return {
    begin: onig(`(?:^|(?<=[};]))\\s*(${kind})${wordEnd}${follows}`),
    beginCaptures: { 1: { name: "keyword.control.gtfp" } },
    end: onig(`(?=^\\s*(?:${heads}))|(?<=[};])(?=\\s*(?:${heads}))`),
    patterns: [...patterns, { include: "#plain" }],
  };
}

const PUNCTUATION = { name: "punctuation.gtfp" };
const NAME = { name: "variable.other.gtfp" };

function plain(): TextMateRule {
  return {
    patterns: [
      { match: "^\\s*\\|.*\\||^\\s*\\|.*$", name: "markup.other.table.gtfp" },
      { match: "///(?!/).*$", name: "comment.line.documentation.gtfp" },
      { match: "//.*$", name: "comment.line.double-slash.gtfp" },
      { begin: "/\\*", end: "\\*/", name: "comment.block.gtfp" },
      { match: onig(text), name: "string.quoted.double.gtfp" },
      { match: openText, name: "string.quoted.double.gtfp" },
      { match: source("QuotedName"), ...NAME },
      { match: onig(`step${wordEnd}(?=\\()`), name: "support.function.gtfp" },
      { match: onig(`${any(reserved)}${notKey}`), name: "keyword.operator.word.gtfp" },
      { match: onig(`(${source("Identifier")})(?=\\()`), name: "support.function.gtfp" },
      { match: onig(source("Identifier")), ...NAME },
      { match: onig(source("ScaledNumber")), name: "constant.numeric.gtfp" },
      { match: source("NumberLiteral"), name: "constant.numeric.gtfp" },
      { match: onig(operators), name: "keyword.operator.gtfp" },
      { match: onig(punctuation), ...PUNCTUATION },
    ],
  };
}
