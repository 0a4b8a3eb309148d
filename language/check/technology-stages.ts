/** Checks the stages of a technology and the links between them: `stage NAME { … }`, `link z: from -> to free`. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { StageLink, Technology, Variable } from "../model.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { suggestion } from "./naming.ts";
import { checkAmount, checkVariables } from "./technology-variables.ts";

type Entry<K> = Extract<ast.TechnologyEntry, { readonly kind: K }>;
type Network = Required<Pick<Technology, "stages" | "links">> & { readonly variables: readonly Variable[] };

/** Stages, links and the variables of all stages; undefined for a technology without stages, null after reported errors. */
export function checkStages(
  lineage: readonly ast.TechnologyDecl[],
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): Network | null | undefined {
  const at = lineage.findIndex((one) => one.entries.some(({ kind }) => kind === "stage"));
  const nearer = lineage.slice(0, at < 0 ? lineage.length : at).flatMap(({ entries }) => entries);
  const link = nearer.find(({ kind }) => kind === "link");
  if (link !== undefined) return refuse(link, "links stand beside the stages that they join", ctx);
  if (at < 0) return undefined;
  const decl = lineage[at]!;
  const outside = [...nearer, ...decl.entries].find(({ kind }) => kind === "role");
  if (outside !== undefined) return refuse(outside, "inputs and outputs belong to a stage", ctx);

  const entries = decl.entries.filter((entry): entry is Entry<"stage"> => entry.kind === "stage");
  if (entries.length < 2)
    return refuse(entries[0]!, "one stage is no network; write its entries without `stage`", ctx);
  const variables = stageVariables(decl, entries, panel, elsewhere, ctx);
  const stages = entries.map(({ name }) => name.text);
  const links = checkLinks(decl, stages, panel, elsewhere, ctx);
  if (variables === null || links === null) return null;
  if (!namesDiffer(decl, entries, variables, links, ctx)) return null;
  return hangsTogether(entries, variables, links, ctx) ? { stages, links, variables } : null;
}

function refuse(at: ast.Node, why: string, ctx: CheckContext): null {
  report(ctx.sink, frontier.badNetwork, at.span, { why });
  return null;
}

function stageVariables(
  decl: ast.TechnologyDecl,
  entries: readonly Entry<"stage">[],
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): Variable[] | null {
  const variables: Variable[] = [];
  let ok = true;
  for (const { name, entries: own } of entries) {
    const other = own.find(({ kind }) => kind !== "role");
    if (other !== undefined) {
      refuse(other, `\`${other.kind}\` is the whole technology's, not one stage's`, ctx);
      ok = false;
      continue;
    }
    const found = checkVariables([{ ...decl, entries: own }], panel, elsewhere, ctx);
    if (found === null) ok = false;
    else variables.push(...found.map((v) => ({ ...v, stage: name.text })));
  }
  return ok ? variables : null;
}

function checkLinks(
  decl: ast.TechnologyDecl,
  stages: readonly string[],
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): StageLink[] | null {
  const links: StageLink[] = [];
  let ok = true;
  for (const entry of decl.entries) {
    if (entry.kind !== "link") continue;
    const { name, from, to, mode, span } = entry;
    const unknown = [from, to].filter((one) => !stages.includes(one.text));
    for (const one of unknown) {
      const params = { what: "stage", word: one.text, words: stages };
      report(ctx.sink, frontier.unknownWord, one.span, params, suggestion(one.text, one.span, stages));
    }
    const amount = checkAmount({ name, span: name.span }, panel, elsewhere, ctx);
    if (unknown.length > 0 || amount === null) ok = false;
    else if (from.text === to.text) {
      refuse(to, `\`${name.text}\` leads from a stage to itself`, ctx);
      ok = false;
    } else {
      const fixed = mode?.text === "fixed";
      links.push({ name: name.text, from: from.text, to: to.text, fixed, ...amount, span });
    }
  }
  return ok ? links : null;
}

/** Columns of the result table are named after stages, variables and links. */
function namesDiffer(
  decl: ast.TechnologyDecl,
  entries: readonly Entry<"stage">[],
  variables: readonly Variable[],
  links: readonly StageLink[],
  ctx: CheckContext,
): boolean {
  const seen = new Set<string>();
  const all = [
    ...entries.map(({ name }) => ({ name: `stage ${name.text}`, at: name, text: name.text })),
    ...[...variables, ...links].map((one) => ({ name: one.name, at: one, text: one.name })),
  ];
  for (const { name, at, text } of all) {
    if (seen.has(name)) {
      refuse(at, `\`${text}\` stands twice in \`${decl.name.text}\`; give one of the two another name`, ctx);
      return false;
    }
    seen.add(name);
  }
  return true;
}

/** Every stage makes something of something. */
function hangsTogether(
  entries: readonly Entry<"stage">[],
  variables: readonly Variable[],
  links: readonly StageLink[],
  ctx: CheckContext,
): boolean {
  for (const { name } of entries) {
    const own = variables.filter((v) => v.stage === name.text);
    const uses = own.some((v) => v.role === "input") || links.some((link) => link.to === name.text);
    const makes = own.some((v) => v.role === "good") || links.some((link) => link.from === name.text);
    const lacks = !uses
      ? "uses nothing"
      : !makes
        ? "makes nothing"
        : own.length === 0
          ? "has links alone"
          : null;
    if (lacks === null) continue;
    refuse(name, `stage \`${name.text}\` ${lacks}`, ctx);
    return false;
  }
  return true;
}
