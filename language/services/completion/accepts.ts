/** Whether the parser takes a word where it is offered: the recorded grammar does not know the parser's own conditions. */
import { parse } from "../../parser/parse.ts";

/**
 * A token that nearly nothing may follow stands behind the word, so that what is missing is reported there and not at the word.
 */
const BEHIND = " ->";

export function accepts(before: string, text: string): boolean {
  const source = `${before}${/\s$/.test(before) || before === "" ? "" : " "}`;
  const start = source.length;
  const { diagnostics } = parse({ path: "", text: `${source}${text}${BEHIND}` });
  return !diagnostics.some(
    ({ severity, span }) => severity === "error" && span.start >= start && span.start < start + text.length,
  );
}
