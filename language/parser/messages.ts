/** How the parser calls what it wanted and what it found. Chevrotain's messages become the "wanted" part only. */
import { type IParserErrorMessageProvider, type IToken, type TokenType, tokenLabel } from "chevrotain";

/** "a name, a number or `{`", each once. */
export function labelsOf(types: readonly TokenType[]): string {
  const labels = [...new Set(types.map((t) => tokenLabel(t)))];
  if (labels.length > 6) return "something else";
  const last = labels.pop() ?? "something else";
  return labels.length === 0 ? last : `${labels.join(", ")} or ${last}`;
}

export const messageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => labelsOf([expected]),
  buildNotAllInputParsedMessage: () => "a declaration",
  buildNoViableAltMessage: ({ expectedPathsPerAlt, customUserDescription }) =>
    customUserDescription ?? labelsOf(expectedPathsPerAlt.flatMap((paths) => paths.map((path) => path[0]!))),
  buildEarlyExitMessage: ({ expectedIterationPaths, customUserDescription }) =>
    customUserDescription ?? labelsOf(expectedIterationPaths.map((path) => path[0]!)),
};

/** A token as the reader sees it, cut where it is long. */
export function shown(t: IToken): string {
  if (t.image.startsWith("|")) return "a row of a table";
  const text = t.image.length > 40 ? `${t.image.slice(0, 37)}…` : t.image;
  if (text.startsWith('"')) return `the text ${text}`;
  return text.startsWith("`") ? text : `\`${text}\``;
}
