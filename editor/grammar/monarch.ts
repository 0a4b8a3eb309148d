/** The grammar of Monaco's Monarch, for colour before the server has answered. One state for each kind of declaration. */
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

type Action =
  | string
  | { readonly token: string; readonly switchTo?: string; readonly next?: string }
  | readonly Action[];
export type MonarchRule = readonly [RegExp, Action] | { readonly include: string };
export interface MonarchGrammar {
  readonly unicode: true;
  readonly defaultToken: string;
  readonly start: string;
  readonly tokenizer: Readonly<Record<string, readonly MonarchRule[]>>;
}

const re = (pattern: string): RegExp => new RegExp(pattern, "u");
const any = (words: readonly string[]): string => `(${words.join("|")})${wordEnd}`;
const reservedWord = `(?:${reserved.join("|")})${wordEnd}`;

export function monarchGrammar(): MonarchGrammar {
  const states = Object.fromEntries(declarations.map((words) => [words.kind, declaration(words)]));
  return {
    unicode: true,
    defaultToken: "",
    start: "file",
    tokenizer: {
      file: [{ include: "@heads" }, { include: "@plain" }],
      ...states,
      heads: heads(),
      plain: plain(),
      comment,
    },
  };
}

/** A declaration's word, where one may begin, leads into its state, whatever came before. */
function heads(): MonarchRule[] {
  const version = re(`^(\\s*)(${versionWord})(?=\\s+\\d)`);
  return [
    [version, ["", "keyword"]],
    ...declarations.flatMap(({ kind }): MonarchRule[] => {
      const follows = kind === "expect" ? claims : declares;
      const action = { token: "keyword", switchTo: kind };
      return [
        [re(`^(\\s*)(${kind})${wordEnd}${follows}`), ["", action]],
        [re(`([};])(\\s*)(${kind})${wordEnd}${follows}`), ["delimiter", "", action]],
      ];
    }),
  ];
}

function declaration({ kind, entries, clauses, names }: DeclarationWords): MonarchRule[] {
  const rules: MonarchRule[] = [{ include: "@heads" }];
  if (entries.length > 0) {
    const begins = `${any(entries)}${notKey}${names ? tellsName : ""}`;
    if (kind === "technology") {
      const role = "(input|good|bad)";
      rules.push([re(`^(\\s*)(fixed)(\\s+)${role}${wordEnd}`), ["", "keyword", "", "keyword"]]);
      rules.push([
        re(`([{;])(\\s*)(fixed)(\\s+)${role}${wordEnd}`),
        ["delimiter", "", "keyword", "", "keyword"],
      ]);
    }
    rules.push(
      [re(`^(\\s*)${begins}`), ["", "keyword"]],
      [re(`([{;])(\\s*)${begins}`), ["delimiter", "", "keyword"]],
    );
  }
  if (clauses.length > 0) {
    rules.push(afterSign());
    rules.push([re(`${any(clauses)}${clauseEnd}`), "keyword"]);
  }
  return [...rules, { include: "@plain" }];
}

/** After a point or a comma a word is a name, whatever else it may be. */
function afterSign(): MonarchRule {
  return [
    re(`(\\.(?!\\.)|,)(\\s*)(?!${reservedWord})(${source("Identifier")})`),
    ["delimiter", "", "identifier"],
  ];
}

function plain(): MonarchRule[] {
  return [
    [/^\s*\|.*\|/u, "table"],
    [/^\s*\|.*$/u, "table"],
    [/\/\/\/(?!\/).*$/u, "comment.doc"],
    [/\/\/.*$/u, "comment"],
    [/\/\*/u, { token: "comment", next: "@comment" }],
    [re(text), "string"],
    [re(openText), "string"],
    [re(source("QuotedName")), "identifier"],
    // `step(…)` is a function, `by: x` names an argument.
    [re(`step${wordEnd}(?=\\()`), "identifier"],
    [re(`${any(reserved)}${notKey}`), "keyword"],
    [re(source("Identifier")), "identifier"],
    [re(source("ScaledNumber")), "number"],
    [re(source("NumberLiteral")), "number"],
    [re(operators), "operator"],
    [re(punctuation), "delimiter"],
  ];
}
const comment: readonly MonarchRule[] = [
  [/[^*]+/u, "comment"],
  [/\*\//u, { token: "comment", next: "@pop" }],
  [/\*/u, "comment"],
];
