/** Finds nodes of the syntax tree by place, whatever their kinds: the tree is plain data, and every node has its span. */
import type * as ast from "../ast.ts";
import type { Span } from "../source.ts";

export type AnyNode = { readonly span: Span; readonly kind?: string } & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "span" in value;
}

/** Every node below one, itself first. */
export function* nodesIn(value: unknown): Generator<AnyNode> {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) yield value;
  for (const [key, part] of Object.entries(value)) {
    if (key !== "span" && key !== "source") yield* nodesIn(part);
  }
}

/** The nodes that hold an offset, the outermost first; a node's end counts as in it. */
export function nodesAt(file: ast.FileNode, offset: number): AnyNode[] {
  const path: AnyNode[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isNode(value)) {
      if (offset < value.span.start || offset > value.span.end) return;
      path.push(value);
    }
    for (const [key, part] of Object.entries(value)) if (key !== "span" && key !== "source") visit(part);
  };
  visit(file.declarations);
  return path.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
}

/** The innermost node of one kind at an offset. */
export function innermost<K extends string>(
  path: readonly AnyNode[],
  kind: K,
): (AnyNode & { kind: K }) | undefined {
  return path.findLast((node): node is AnyNode & { kind: K } => node.kind === kind);
}

export function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
