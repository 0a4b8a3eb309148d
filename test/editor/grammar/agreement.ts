/** What the lexer reads and what a grammar paints, in the same few kinds, and where they differ. */
import { endOf } from "../../../language/lexer.ts";
import { parse } from "../../../language/parser/parse.ts";
import { SYMBOLS } from "../../../language/tokens.ts";
import { type WholeModel, written } from "../../language/services/models.ts";

export type Kind =
  | "keyword"
  | "name"
  | "number"
  | "string"
  | "comment"
  | "operator"
  | "punctuation"
  | "table";
interface Word {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

const categories = new Map(SYMBOLS.map(({ name, category }) => [name, category]));

export function lexed(text: string): Word[] {
  const { tokens, comments } = parse({ path: "", text });
  const words = tokens.map((t): Word => {
    const { name } = t.tokenType;
    const category = categories.get(name);
    const kind: Kind = name.startsWith("Word_")
      ? "keyword"
      : name === "StringLiteral"
        ? "string"
        : name === "TableRow"
          ? "table"
          : name === "NumberLiteral" || name === "ScaledNumber"
            ? "number"
            : category === "operator" || category === "punctuation"
              ? category
              : "name";
    return { start: t.startOffset, end: endOf(t), kind };
  });
  return [...words, ...comments.map(({ span }): Word => ({ ...span, kind: "comment" }))];
}

/** What a grammar says of each character. */
export type Painted = (Kind | undefined)[];

/** The kinds that Monarch's tokens have where they are called something else. */
export const MONARCH: Readonly<Record<string, Kind>> = {
  identifier: "name",
  delimiter: "punctuation",
  "comment.doc": "comment",
};

export function disagreements(text: string, painted: Painted): string[] {
  return lexed(text).flatMap(({ start, end, kind }) => {
    for (let i = start; i < end; i++) {
      if (/\s/.test(text[i]!) || painted[i] === kind) continue;
      const line = text.slice(0, start).split("\n").length;
      return [`line ${line}: ${text.slice(start, end)} is ${kind}, painted ${painted[i] ?? "not at all"}`];
    }
    return [];
  });
}

export const readable = ({ entry, text }: WholeModel) =>
  text.length < 30_000 && parse({ path: entry, text }).diagnostics.length === 0;
/** The examples of the repository that are without mistakes. */
export const examples = written.filter(readable).filter(({ name }) => name.startsWith("examples"));
