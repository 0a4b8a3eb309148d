/** Words and comments of a text in their order: what the formatter may move but never lose. */
import type { IToken } from "chevrotain";
import type { Comment } from "../lexer.ts";
import type { ParseResult } from "../parser/parse.ts";

export interface Piece {
  /** As it will be printed, but for table rows. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly token?: IToken;
  readonly comment?: Comment;
}

/** All but the semicolons, which the layout sets anew. */
export function piecesOf(result: Pick<ParseResult, "tokens" | "comments">): Piece[] {
  const pieces: Piece[] = [];
  for (const token of result.tokens) {
    if (token.tokenType.name === "Semicolon") continue;
    const start = token.startOffset;
    pieces.push({ text: token.image.normalize("NFC"), start, end: start + token.image.length, token });
  }
  for (const comment of result.comments) {
    const text = comment.image.replaceAll("\r\n", "\n").trimEnd();
    pieces.push({ text, start: comment.span.start, end: comment.span.end, comment });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** How many lines end between two offsets. */
export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) count++;
  return count;
}
