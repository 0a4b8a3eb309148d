/** Prints the units of a file, with the comments where they belong. */
import type { ParseResult } from "../parser/parse.ts";
import { type Unit, unitsOf } from "./blocks.ts";
import { fill, LINE_WIDTH } from "./lines.ts";
import { lineEnds, type Piece, piecesOf } from "./pieces.ts";
import { type Spacing, spacingOf } from "./spacing.ts";
import { isRuleRow, tableLayout, writtenCells } from "./table.ts";
import { width } from "./width.ts";

const INDENT = 2;

export class Layout {
  readonly #source: string;
  readonly #pieces: readonly Piece[];
  readonly #spacing: Spacing;
  readonly #units: readonly Unit[];
  #next = 0;
  #out: string[] = [];
  /** The end of the last piece printed, -1 at the beginning of a block. */
  #last = -1;

  constructor(source: string, result: ParseResult) {
    this.#source = source;
    this.#pieces = piecesOf(result);
    this.#spacing = spacingOf(result.file, result.tokens);
    this.#units = unitsOf(result.file);
  }

  print(): string {
    let broken = false;
    this.#units.forEach((unit, index) => {
      const start = this.#out.length;
      const before = this.#last;
      this.#unit(unit, 0);
      // A block on several lines stands by itself.
      const breaks = this.#brokenBlock;
      if (index > 0 && (broken || breaks) && before >= 0 && this.#out[start] !== "") {
        this.#out.splice(start, 0, "");
      }
      broken = breaks;
    });
    this.#comments(Number.POSITIVE_INFINITY, 0);
    return this.#out.length === 0 ? "" : `${this.#out.join("\n")}\n`;
  }
  /** Whether the unit printed last had a block on several lines. */
  #brokenBlock = false;

  #line(text: string, indent: number): void {
    this.#out.push(text === "" ? "" : " ".repeat(indent) + text);
  }
  /** Keeps one of the empty lines before a piece. */
  #gap(piece: Piece): void {
    if (this.#last >= 0 && lineEnds(this.#source, this.#last, piece.start) > 1) this.#out.push("");
  }
  /** Prints the comments up to an offset, each on its own line. */
  #comments(until: number, indent: number): void {
    for (
      let piece = this.#pieces[this.#next];
      piece !== undefined && piece.start < until;
      piece = this.#pieces[this.#next]
    ) {
      this.#gap(piece);
      this.#line(piece.text, indent);
      this.#last = piece.end;
      this.#next++;
    }
  }
  /** Appends the comments that follow on the same line of the source. */
  #trailing(): void {
    for (;;) {
      const piece = this.#pieces[this.#next];
      if (piece?.comment === undefined || lineEnds(this.#source, this.#last, piece.start) > 0) return;
      const last = this.#out.length - 1;
      this.#out[last] += ` ${piece.text}`;
      this.#last = piece.end;
      this.#next++;
      if (piece.comment.kind !== "block") return;
    }
  }
  /** The pieces up to an offset. */
  #take(until: number): Piece[] {
    const taken: Piece[] = [];
    for (
      let piece = this.#pieces[this.#next];
      piece !== undefined && piece.start < until;
      piece = this.#pieces[this.#next]
    ) {
      taken.push(piece);
      this.#next++;
    }
    const last = taken[taken.length - 1];
    if (last !== undefined) this.#last = last.end;
    return taken;
  }

  #unit(unit: Unit, indent: number): void {
    this.#comments(unit.span.start, indent);
    const first = this.#pieces[this.#next];
    if (first === undefined) return;
    this.#gap(first);
    this.#brokenBlock = false;
    if (unit.table !== undefined) this.#table(unit.span.end, indent);
    else {
      const open = unit.entries === undefined ? -1 : this.#blockOf(unit);
      if (open < 0) this.#line(fill(this.#source, this.#spacing, this.#take(unit.span.end), indent), indent);
      else this.#block(unit, this.#pieces[open]!, indent);
    }
    this.#trailing();
  }

  /** The index of the piece that opens the unit's block, -1 without one. */
  #blockOf(unit: Unit): number {
    for (let i = this.#next; i < this.#pieces.length && this.#pieces[i]!.start < unit.span.end; i++) {
      const { token, start } = this.#pieces[i]!;
      if (token?.image === "{" && !this.#spacing.maps.has(start)) return i;
    }
    return -1;
  }

  #block(unit: Unit, open: Piece, indent: number): void {
    const { start, end } = unit.span;
    const single = this.#oneLine(unit, indent);
    if (single !== undefined) {
      this.#take(end);
      this.#line(single, indent);
      return;
    }
    this.#line(fill(this.#source, this.#spacing, this.#take(open.end), indent), indent);
    this.#trailing();
    this.#last = -1;
    for (const entry of unit.entries ?? []) this.#unit(entry, indent + INDENT);
    this.#comments(end - 1, indent + INDENT);
    this.#take(end);
    this.#line("}", indent);
    this.#brokenBlock = start < end;
  }

  /** A unit with its block on one line, if it was written so, fits, and holds neither comments nor a table. */
  #oneLine(unit: Unit, indent: number): string | undefined {
    const pieces: Piece[] = [];
    for (let i = this.#next; i < this.#pieces.length && this.#pieces[i]!.start < unit.span.end; i++) {
      pieces.push(this.#pieces[i]!);
    }
    const text = this.#inline(unit, pieces);
    return text === undefined || indent + width(text) > LINE_WIDTH ? undefined : text;
  }
  #inline(unit: Unit, all: readonly Piece[]): string | undefined {
    const { start, end } = unit.span;
    const pieces = all.filter((p) => p.start >= start && p.start < end);
    if (unit.table !== undefined || pieces.some((p) => p.comment !== undefined)) return undefined;
    const at = pieces.findIndex((p) => p.text === "{" && !this.#spacing.maps.has(p.start));
    const line = (part: readonly Piece[]) =>
      fill(this.#source, this.#spacing, part, Number.NEGATIVE_INFINITY);
    if (unit.entries === undefined || at < 0) return line(pieces);
    if (lineEnds(this.#source, pieces[at]!.start, end) > 0) return undefined;
    const entries = unit.entries.map((entry) => this.#inline(entry, pieces));
    if (entries.includes(undefined)) return undefined;
    const head = line(pieces.slice(0, at + 1));
    return entries.length === 0 ? `${head}}` : `${head} ${entries.join("; ")} }`;
  }

  /** The rows of a table up to an offset, with a rule under the header. */
  #table(until: number, indent: number): void {
    const rows = this.#pieces.slice(this.#next).filter((p) => p.start < until && p.token !== undefined);
    const cells = rows.filter((p, i) => !(i === 1 && isRuleRow(p.token!))).map((p) => writtenCells(p.token!));
    const layout = tableLayout(cells);
    rows.forEach((piece, index) => {
      const rule = index === 1 && isRuleRow(piece.token!);
      if (index === 1 && !rule) this.#line(layout.rule, indent);
      this.#comments(piece.start, indent);
      this.#take(piece.end);
      this.#line(rule ? layout.rule : layout.row(writtenCells(piece.token!)), indent);
      if (index < rows.length - 1) this.#trailing();
    });
    if (rows.length === 1) this.#line(layout.rule, indent);
  }
}
