/** Colours a text by the Monarch grammar without Monaco: rules in order, anchored at the place, `^` only at the start of a line. */
import type { MonarchGrammar, MonarchRule } from "./monarch.ts";

export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly token: string;
}
type Action = Extract<MonarchRule, readonly [RegExp, unknown]>[1];

export function monarchTokens(grammar: MonarchGrammar, text: string): Piece[] {
  const rules = new Map<string, { regex: RegExp; lineStart: boolean; action: Action }[]>();
  const rulesOf = (state: string): { regex: RegExp; lineStart: boolean; action: Action }[] => {
    const known = rules.get(state);
    if (known !== undefined) return known;
    const made = grammar.tokenizer[state]!.flatMap((rule) => {
      if ("include" in rule) return rulesOf(rule.include.slice(1));
      const [regex, action] = rule;
      const lineStart = regex.source.startsWith("^");
      const source = lineStart ? regex.source.slice(1) : regex.source;
      return [{ regex: new RegExp(`^(?:${source})`, regex.flags), lineStart, action }];
    });
    rules.set(state, made);
    return made;
  };
  const pieces: Piece[] = [];
  const stack = [grammar.start];
  let base = 0;
  for (const line of text.split("\n")) {
    let at = 0;
    while (at < line.length) {
      const rest = line.slice(at);
      const hit = rulesOf(stack.at(-1)!).find(
        ({ regex, lineStart }) => (!lineStart || at === 0) && (regex.exec(rest)?.[0].length ?? 0) > 0,
      );
      if (hit === undefined) {
        at++;
        continue;
      }
      const match = hit.regex.exec(rest)!;
      let from = base + at;
      const take = (action: Action, length: number): void => {
        if (Array.isArray(action)) {
          const groups = match.slice(1);
          action.forEach((part, i) => {
            take(part, groups[i]?.length ?? 0);
          });
          return;
        }
        const { token, switchTo, next } =
          typeof action === "string"
            ? { token: action, switchTo: undefined, next: undefined }
            : (action as { token: string; switchTo?: string; next?: string });
        if (token !== "" && length > 0) pieces.push({ start: from, end: from + length, token });
        from += length;
        if (switchTo !== undefined) stack[stack.length - 1] = switchTo;
        if (next === "@pop") stack.pop();
        else if (next !== undefined) stack.push(next.slice(1));
      };
      take(hit.action, match[0].length);
      at += match[0].length;
    }
    base += line.length + 1;
  }
  return pieces;
}
