/** The words of equations of Vensim and XMILE. */
import type { Span } from "../../language/source.ts";

export interface EquationToken {
  readonly kind: "number" | "name" | "quoted" | "string" | "sign" | "strange" | "end";
  readonly text: string;
  readonly span: Span;
}

/** How names and words look: Vensim's hold blanks, and its words stand between colons. */
export type Notation = "vensim" | "xmile";

const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"/y;
const literal = /'[^'\n]*'/y;
const vensimName = /[\p{L}][\p{L}\p{N}\p{M}_$']*(?:[ \t\r\n]+[\p{L}\p{N}_$'][\p{L}\p{N}\p{M}_$']*)*/uy;
const xmileName = /[\p{L}_$][\p{L}\p{N}\p{M}_$\u00a0]*(?:\.[\p{L}_$][\p{L}\p{N}\p{M}_$]*)*/uy;
const vensimSign = /:[A-Za-z][A-Za-z ]*:|<>|<=|>=|[-+*/^()[\],;=<>!|:~&{}]/y;
const xmileSign = /<>|<=|>=|[-+*/^()[\],;=<>!:.&{}]/y;
const blank = /(?:\s|\\[ \t]*\r?\n|\{[^{}]*\})+/y;

/** All tokens of a stretch of text, `end` last; spans are moved by `at`. */
export function equationTokens(
  text: string,
  notation: Notation,
  span: (start: number, end: number) => Span,
): EquationToken[] {
  const found: EquationToken[] = [];
  const patterns = [
    ["number", number],
    ["quoted", quoted],
    ["string", literal],
    ["name", notation === "vensim" ? vensimName : xmileName],
    ["sign", notation === "vensim" ? vensimSign : xmileSign],
  ] as const;
  let at = 0;
  const taken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  // Vensim breaks lines within names too.
  const continued =
    notation === "vensim" ? text.replace(/\\[ \t]*\r?\n/g, (s) => " ".repeat(s.length)) : text;
  text = continued;
  while (at < text.length) {
    const skipped = taken(blank);
    if (skipped !== undefined && skipped !== "") {
      at += skipped.length;
      continue;
    }
    let kind: EquationToken["kind"] = "strange";
    let word = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const [name, pattern] of patterns) {
      const match = taken(pattern);
      if (match === undefined) continue;
      kind = name;
      word = match;
      break;
    }
    found.push({ kind, text: word, span: span(at, at + word.length) });
    at += word.length;
  }
  found.push({ kind: "end", text: "the end", span: span(text.length, text.length) });
  return found;
}
