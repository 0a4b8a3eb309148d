/** What shows where the pointer rests. */
import type * as ast from "../ast.ts";
import { estimators } from "../builtins/regressions.ts";
import type { Span } from "../source.ts";
import * as table from "../tokens.ts";
import { builtInUnits } from "../units/built-in.ts";
import type { Analysis } from "./analysis.ts";
import { describe, describeCall, describeCallable, fence } from "./describe.ts";
import { links } from "./navigate.ts";
import { type AnyNode, holds, innermost, nodesAt } from "./nodes.ts";
import { callableIn } from "./signature.ts";
import type { ServiceHost } from "./values.ts";

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

export function hover(
  analysis: Analysis,
  file: string,
  offset: number,
  host: ServiceHost,
): Hover | undefined {
  const parsed = analysis.files.get(file);
  if (parsed === undefined) return undefined;
  const path = nodesAt(parsed.file, offset);
  return (
    named(analysis, file, offset, path, host) ??
    called(path, offset) ??
    unit(path, offset) ??
    dataFile(analysis, file, offset, host) ??
    word(analysis, file, offset, path)
  );
}

function named(
  analysis: Analysis,
  file: string,
  offset: number,
  path: readonly AnyNode[],
  host: ServiceHost,
): Hover | undefined {
  const found = analysis.index.at(file, offset);
  if (found === undefined) return undefined;
  const { span, symbol } = found;
  const member = innermost(path, "member") as (AnyNode & ast.MemberExpr) | undefined;
  const column = member === undefined || symbol.kind !== "result" ? symbol.name : memberPath(member);
  return { span, markdown: describe(symbol, analysis, host, column) };
}
/** `slack.energy` of `efficiency.slack.energy`. */
function memberPath(member: ast.MemberExpr): string {
  const parts: string[] = [];
  let at: ast.Expr = member;
  for (; at.kind === "member"; at = at.object) parts.unshift(at.member.text);
  return parts.join(".");
}

/** A built-in function or measure, or one of its arguments. */
function called(path: readonly AnyNode[], offset: number): Hover | undefined {
  const call = innermost(path, "call") as (AnyNode & ast.CallExpr) | undefined;
  if (call === undefined) return undefined;
  // The outermost node is the declaration.
  const callable = callableIn(call.callee.text, path[0] as unknown as ast.Declaration);
  if (callable === undefined) return undefined;
  if (holds(call.callee.span, offset)) {
    return { span: call.callee.span, markdown: describeCallable(callable) };
  }
  const arg = call.args.find(({ span }) => holds(span, offset));
  const parameter = callable.parameters.find(({ name }) => name === arg?.name?.text);
  if (arg === undefined || parameter === undefined) return undefined;
  const { name, line, words } = parameter;
  const value = arg.value.kind === "name" && holds(arg.value.span, offset) ? arg.value : undefined;
  if (value !== undefined && !words.includes(value.name.text)) return undefined;
  const span = value?.span ?? arg.name!.span;
  if (!holds(span, offset)) return undefined;
  const standard = parameter.default === undefined ? "" : ` Left out: \`${parameter.default}\`.`;
  return { span, markdown: `${fence(`${callable.name}(${name}: …)`)}\n\n${line}.${standard}` };
}

function unit(path: readonly AnyNode[], offset: number): Hover | undefined {
  const node = innermost(path, "unit-name");
  const name = node?.name as ast.Name | undefined;
  if (name === undefined || !holds(name.span, offset)) return undefined;
  const found = builtInUnits.get(name.text);
  if (found === undefined) return undefined;
  const { line, dimensions, scale } = found;
  const base = Object.entries(dimensions)
    .map(([dimension, power]) => (power === 1 ? dimension : `${dimension}^${power}`))
    .join(" ");
  const size = base === name.text ? "" : ` = ${scale} ${base}`.trimEnd();
  return { span: name.span, markdown: `${fence(`[${name.text}]${size}`)}\n\n${line}` };
}

function dataFile(analysis: Analysis, file: string, offset: number, host: ServiceHost): Hover | undefined {
  const link = links(analysis, file).find(({ span }) => holds(span, offset));
  if (link === undefined) return undefined;
  const found = host.dataFile(link.path);
  if (found === undefined) return undefined;
  const columns = found.columns.map((column) => `\`${column}\``).join(", ");
  return { span: link.span, markdown: `${found.rows} rows with the columns ${columns}` };
}

/** A keyword, told by the block that it stands in; or a word of an option. */
function word(analysis: Analysis, file: string, offset: number, path: readonly AnyNode[]): Hover | undefined {
  const token = analysis.files
    .get(file)
    ?.tokens.find((t) => t.startOffset <= offset && offset <= t.startOffset + t.image.length);
  if (token === undefined) return undefined;
  const span = { file, start: token.startOffset, end: token.startOffset + token.image.length };
  const keyword = token.tokenType.name.startsWith("Word_");
  const rows = keyword
    ? [...table.RESERVED, ...table.DECLARATIONS, table.VERSION_WORD, ...table.ENTRIES, ...table.CLAUSES]
    : table.OPTIONS;
  const meant = rows.filter((row) => row.word === token.image);
  const kinds = path.flatMap(({ kind }) => kind ?? []).reverse();
  const near = kinds.flatMap((kind) => meant.find((row) => row.of.includes(kind)) ?? [])[0];
  const row = near ?? (keyword ? meant[0] : undefined);
  const estimator = kinds.includes("formula") ? estimators.get(token.image) : undefined;
  if (estimator !== undefined && row?.of.includes("regression")) {
    return { span, markdown: `**${row.word}** — ${row.doc}\n\n${describeCall(estimator)}` };
  }
  return row === undefined ? undefined : { span, markdown: `**${row.word}** — ${row.doc}` };
}
