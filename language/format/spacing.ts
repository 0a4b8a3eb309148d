/** Which tokens touch: decided by the tree where the token alone does not tell (`x[a]` and `x [t]`, `-x` and `a - x`). */
import type { IToken } from "chevrotain";
import type { FileNode } from "../ast.ts";
import type { Span } from "../source.ts";

export interface Spacing {
  /** Offsets of tokens without a blank before them. */
  readonly tight: ReadonlySet<number>;
  /** Offsets of tokens without a blank after them. */
  readonly glued: ReadonlySet<number>;
  /** Offsets of the tokens of units. */
  readonly units: ReadonlySet<number>;
  /** Offsets of the braces of maps, both of them. */
  readonly maps: ReadonlySet<number>;
}

interface Visited {
  readonly span?: Span;
  readonly kind?: string;
  readonly [property: string]: unknown;
}

/** Reads off the tree what the tokens are. */
export function spacingOf(file: FileNode, tokens: readonly IToken[]): Spacing {
  const tight = new Set<number>();
  const glued = new Set<number>();
  const units = new Set<number>();
  const maps = new Set<number>();

  const indexFrom = (offset: number): number => {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (tokens[mid]!.startOffset < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  const spanOf = (value: unknown): Span | undefined => (value as Visited | undefined)?.span;
  /** The next token behind a node, if it is this one. */
  const after = (node: unknown, image: string): number | undefined => {
    const end = spanOf(node)?.end;
    const token = end === undefined ? undefined : tokens[indexFrom(end)];
    return token?.image === image ? token.startOffset : undefined;
  };
  const add = (set: Set<number>, offset: number | undefined) => {
    if (offset !== undefined) set.add(offset);
  };

  const visit = (node: Visited): void => {
    const { kind, span } = node;
    if (kind === "pick") add(tight, tokenBefore(node, "["));
    else if (kind === "call") add(tight, after(node.callee, "("));
    else if (kind === "unary" && node.operator === "-") glued.add(span!.start);
    else if (kind === "map" && Array.isArray(node.entries)) {
      maps.add(span!.start);
      maps.add(span!.end - 1);
    } else if (kind === "binary" && node.operator === "/" && isNumber(node.left) && isNumber(node.right)) {
      const slash = after(node.left, "/");
      add(tight, slash);
      add(glued, slash);
    } else if (kind?.startsWith("unit-") && span !== undefined) {
      for (let i = indexFrom(span.start); i < tokens.length && tokens[i]!.startOffset < span.end; i++) {
        units.add(tokens[i]!.startOffset);
      }
      return;
    } else if (kind === "lookup") add(tight, after(node.name, "("));
    if (node.sign !== undefined) add(glued, after(node.target, node.sign === 1 ? "+" : "-"));
    else if (node.target !== undefined && node.labels !== undefined) add(tight, after(node.target, "["));
    // A negative label: `x[-1]`.
    if (kind === undefined && typeof node.value === "number" && node.value < 0) glued.add(span!.start);
    for (const bracket of Array.isArray(node.brackets) ? (node.brackets as Visited[]) : []) {
      const { start } = bracket.span!;
      // `x [t]` or `x[services]`: where it can be read both ways it stays as it was written.
      const touches = tokens[indexFrom(start) - 1];
      const written = touches !== undefined && touches.startOffset + touches.image.length === start;
      if (bracket.unit === undefined || (bracket.labels !== undefined && written)) tight.add(start);
    }
    for (const [property, value] of Object.entries(node)) {
      if (property === "span" || property === "source" || value === null || typeof value !== "object")
        continue;
      if (Array.isArray(value)) {
        for (const item of value) if (item !== null && typeof item === "object") visit(item as Visited);
      } else visit(value as Visited);
    }
  };
  /** The bracket that opens the labels of a pick. */
  function tokenBefore(node: Visited, image: string): number | undefined {
    const labels = node.labels as readonly Visited[];
    const token = tokens[indexFrom(labels[0]!.span!.start) - 1];
    return token?.image === image ? token.startOffset : undefined;
  }

  visit(file as unknown as Visited);
  return { tight, glued, units, maps };
}

const isNumber = (node: unknown): boolean => (node as Visited).kind === "number";

const NONE_BEFORE = new Set([",", ";", ":", ")", "]", ".", "^"]);
const NONE_AFTER = new Set(["(", "[", ".", "^"]);

/** The blank between two tokens of one line. */
export function blank(spacing: Spacing, before: IToken, next: IToken): "" | " " {
  const a = before.image;
  const b = next.image;
  const inUnit = spacing.units.has(before.startOffset) && spacing.units.has(next.startOffset);
  if (inUnit && (a === "/" || b === "/" || a === "-" || b === "-")) return "";
  if (b === "%") return spacing.units.has(next.startOffset) && a !== "[" && a !== "(" ? " " : "";
  if (NONE_BEFORE.has(b) || NONE_AFTER.has(a)) return "";
  if (spacing.maps.has(before.startOffset) && a === "{") return "";
  if (spacing.maps.has(next.startOffset) && b === "}") return "";
  return spacing.tight.has(next.startOffset) || spacing.glued.has(before.startOffset) ? "" : " ";
}
