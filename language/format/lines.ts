/** One entry as lines: on one if it fits, otherwise broken at its outermost commas and operators. */
import { lineEnds, type Piece } from "./pieces.ts";
import { blank, type Spacing } from "./spacing.ts";
import { width } from "./width.ts";

export const LINE_WIDTH = 110;
const HANGING = 4;
const BREAK_BEFORE = new Set(["and", "or", "where", "then", "else", "+", "-"]);

/** A word with what may stand before it. */
interface Atom {
  readonly text: string;
  readonly blank: "" | " ";
  /** A line may end before it; the fewer brackets are open, the better. Undefined: never. */
  readonly depth?: number;
  readonly forced: boolean;
}

/**
 * Lays out the pieces of one entry. The first line is not indented, the others hang. Comments among them force line
 * ends: a trailing one stays on its line, one of its own line keeps that.
 */
export function fill(source: string, spacing: Spacing, pieces: readonly Piece[], indent: number): string {
  const hang = indent + HANGING;
  const lines: string[] = [];
  let line: Atom[] = [];
  const text = (atoms: readonly Atom[]) =>
    atoms.map((a, i) => (i === 0 ? a.text : a.blank + a.text)).join("");
  const columns = (atoms: readonly Atom[]) => {
    const last = text(atoms).split("\n");
    return (last.length > 1 || lines.length === 0 ? indent : hang) + width(last[last.length - 1]!);
  };
  const flush = (atoms: readonly Atom[]) => {
    if (atoms.length > 0) lines.push((lines.length === 0 ? "" : " ".repeat(hang)) + text(atoms));
  };
  for (const atom of atomsOf(source, spacing, pieces)) {
    if (atom.forced) {
      flush(line);
      line = [atom];
      continue;
    }
    line.push(atom);
    while (columns(line) > LINE_WIDTH) {
      const at = bestBreak(line);
      if (at < 0) break;
      flush(line.slice(0, at));
      line = line.slice(at);
    }
  }
  flush(line);
  return lines.join("\n");
}

/** The last of the outermost places where the line may end; the new line is shorter than the old one. */
function bestBreak(line: readonly Atom[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const { depth } = line[i]!;
    if (depth !== undefined && depth <= least) {
      best = i;
      least = depth;
    }
  }
  return best;
}

function atomsOf(source: string, spacing: Spacing, pieces: readonly Piece[]): Atom[] {
  const atoms: Atom[] = [];
  let depth = 0;
  let last: Piece | undefined;
  let lastToken: Piece | undefined;
  for (const piece of pieces) {
    const newLine = last !== undefined && lineEnds(source, last.end, piece.start) > 0;
    const afterLineComment = last?.comment !== undefined && last.comment.kind !== "block";
    const { token } = piece;
    if (token === undefined) {
      const ownLine = newLine || afterLineComment;
      atoms.push({ text: piece.text, blank: " ", forced: ownLine });
    } else {
      if (token.image === ")" || token.image === "]" || token.image === "}") depth--;
      const between = last?.token === undefined ? " " : blank(spacing, last.token, token);
      const afterOwnLine = last?.comment !== undefined && newLine;
      atoms.push({
        text: piece.text,
        blank: between,
        forced: last !== undefined && (afterLineComment || afterOwnLine),
        ...(mayBreak(spacing, lastToken, piece, between) ? { depth } : {}),
      });
      if (token.image === "(" || token.image === "[" || token.image === "{") depth++;
      lastToken = piece;
    }
    last = piece;
  }
  return atoms;
}

function mayBreak(spacing: Spacing, before: Piece | undefined, piece: Piece, between: string): boolean {
  if (before?.token === undefined || between === "") return false;
  if (spacing.units.has(piece.start)) return false;
  if (before.token.image === ",") return true;
  // A sign is no operator: nothing ends a line between it and what stands before it.
  return BREAK_BEFORE.has(piece.token!.image) && !spacing.glued.has(piece.start);
}
