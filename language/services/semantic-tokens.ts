/** What each word is, for highlighting: from the parser's keywords and from what names mean. */
import type * as ast from "../ast.ts";
import { endOf } from "../lexer.ts";
import type { Analysis } from "./analysis.ts";
import { type AnyNode, nodesIn } from "./nodes.ts";
import type { ModelSymbol } from "./symbols/symbol.ts";

/** The types and modifiers, in the order in which the protocol numbers them. */
export const TOKEN_TYPES = [
  "keyword",
  "comment",
  "string",
  "number",
  "operator",
  "type",
  "class",
  "property",
  "variable",
  "parameter",
  "function",
  "enumMember",
] as const;
export const TOKEN_MODIFIERS = ["declaration", "readonly", "documentation", "defaultLibrary"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** In order of place, without overlaps, each on one line. */
export function semanticTokens(analysis: Analysis, file: string): SemanticToken[] {
  const parsed = analysis.files.get(file);
  if (parsed === undefined) return [];
  const { text } = parsed.file.source;
  const words = new Map<number, SemanticToken>();
  for (const node of nodesIn(parsed.file.declarations))
    for (const token of fromNode(node)) words.set(token.start, token);
  for (const { span, symbol, declares } of analysis.index.in(file)) {
    const { type, modifiers } = fromSymbol(symbol);
    words.set(span.start, {
      ...span,
      type,
      modifiers: declares ? ["declaration", ...modifiers] : modifiers,
    });
  }
  const ordered = [...words.values()].sort((a, b) => a.start - b.start);
  const found: SemanticToken[] = [];
  let next = 0;
  for (const token of parsed.tokens) {
    const start = token.startOffset;
    const end = endOf(token);
    const inside: SemanticToken[] = [];
    while (next < ordered.length && ordered[next]!.start < start) next++;
    while (next < ordered.length && ordered[next]!.start < end) inside.push(ordered[next++]!);
    const plain = plainType(token.tokenType.name, token.tokenType.CATEGORIES?.map((c) => c.name) ?? []);
    // A keyword is one whatever it is called elsewhere.
    if (plain === "keyword" || inside.length === 0) {
      if (plain !== undefined) found.push({ start, end, type: plain, modifiers: [] });
      continue;
    }
    let at = start;
    for (const word of inside) {
      if (word.start < at) continue;
      if (plain !== undefined && word.start > at)
        found.push({ start: at, end: word.start, type: plain, modifiers: [] });
      found.push(word);
      at = word.end;
    }
    if (plain !== undefined && at < end) found.push({ start: at, end, type: plain, modifiers: [] });
  }
  for (const { span, kind } of parsed.comments) {
    const modifiers: TokenModifier[] = kind === "doc" ? ["documentation"] : [];
    for (const part of lines(text, span.start, span.end)) found.push({ ...part, type: "comment", modifiers });
  }
  return found.sort((a, b) => a.start - b.start);
}

function plainType(name: string, categories: readonly string[]): TokenType | undefined {
  if (name.startsWith("Word_")) return "keyword";
  if (name === "StringLiteral") return "string";
  if (name === "NumberLiteral" || name === "ScaledNumber") return "number";
  if (categories.includes("Operator") || ["Equal", "Tilde", "Arrow", "Percent"].includes(name))
    return "operator";
  return undefined;
}

/** Units, calls and argument names, which are no symbols of the model. */
function fromNode(node: AnyNode): SemanticToken[] {
  const token = (name: ast.Name, type: TokenType, modifiers: TokenModifier[]): SemanticToken => ({
    start: name.span.start,
    end: name.span.end,
    type,
    modifiers,
  });
  if (node.kind === "unit-name") return [token(node.name as ast.Name, "type", ["defaultLibrary"])];
  if (node.kind === "call") {
    const { callee, args } = node as AnyNode & ast.CallExpr;
    const names = args.flatMap(({ name }) => (name === undefined ? [] : [token(name, "parameter", [])]));
    return callee.text === "" ? names : [token(callee, "function", ["defaultLibrary"]), ...names];
  }
  // The word of `returns crs`, of `reference global`.
  if (
    (node.kind === "returns" || node.kind === "disposability" || node.kind === "reference") &&
    "word" in node
  ) {
    return [token(node.word as ast.Name, "enumMember", ["defaultLibrary"])];
  }
  return [];
}

function fromSymbol({ kind, node }: ModelSymbol): { type: TokenType; modifiers: readonly TokenModifier[] } {
  switch (kind) {
    case "unit":
      return { type: "type", modifiers: [] };
    case "column":
    case "result":
      return { type: "property", modifiers: kind === "result" ? ["defaultLibrary"] : [] };
    case "variable": {
      const entry = node as ast.SystemEntry | undefined;
      if (entry?.kind === "lookup") return { type: "function", modifiers: [] };
      return { type: "variable", modifiers: entry?.kind === "param" ? ["readonly"] : [] };
    }
    case "argument":
      return { type: "parameter", modifiers: [] };
    case "label":
      return { type: "enumMember", modifiers: [] };
    case "stage":
    case "link":
    case "module":
      return { type: "variable", modifiers: [] };
    default:
      return { type: "class", modifiers: [] };
  }
}

/** The lines of a span without their ends. */
function* lines(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    yield { start: start + match.index, end: start + match.index + match[0].length };
  }
}
