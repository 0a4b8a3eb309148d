/** A model's text in coloured pieces, with its diagnostics, for an editor that is a plain field of text. */
import { monarchGrammar } from "../../grammar/monarch.ts";
import { monarchTokens } from "../../grammar/monarch-tokens.ts";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: "error" | "warning" | "note";
}
export interface ColouredPiece {
  readonly text: string;
  /** Classes of the token and of the worst mark over it; empty for plain text. */
  readonly class: string;
}

const grammar = monarchGrammar();
const worst = ["error", "warning", "note"] as const;
/** What looks like the text around it. */
const uncoloured: ReadonlySet<string> = new Set(["identifier", "operator", "delimiter", "table"]);

/** The whole text, in order. */
export function coloured(text: string, marks: readonly Mark[]): ColouredPiece[] {
  const tokens = monarchTokens(grammar, text).filter(({ token }) => !uncoloured.has(token));
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...tokens, ...marks]) {
    edges.add(Math.min(start, text.length));
    edges.add(Math.min(end, text.length));
  }
  const places = [...edges].sort((a, b) => a - b);
  let next = 0;
  return places.slice(1).map((end, i): ColouredPiece => {
    const start = places[i]!;
    while (next < tokens.length && tokens[next]!.end <= start) next++;
    const token = tokens[next] !== undefined && tokens[next]!.start <= start ? tokens[next]!.token : "";
    const over = marks.filter((mark) => mark.start <= start && end <= mark.end);
    const mark = worst.find((severity) => over.some((one) => one.severity === severity));
    const names = [
      token === "" ? "" : `word-${token.replace(".", "-")}`,
      mark === undefined ? "" : `mark-${mark}`,
    ];
    return { text: text.slice(start, end), class: names.filter((name) => name !== "").join(" ") };
  });
}
