/** Checks `technology`: panel, inherited entries, roles, returns, disposability, reference. */
import type * as ast from "../ast.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import { names } from "../diagnostics/names.ts";
import type { Expr, Reference, Technology, Variable } from "../model.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { checkExpr } from "./expression.ts";
import { findDeclared } from "./frontier-names.ts";
import { suggestion } from "./naming.ts";
import { checkRestrictions } from "./price-restrictions.ts";
import { checkReference } from "./reference.ts";
import { makesSense } from "./technology-sense.ts";
import { checkStages } from "./technology-stages.ts";
import { checkVariables, keyNames, panelScope } from "./technology-variables.ts";

type Entry<K> = Extract<ast.TechnologyEntry, { readonly kind: K }>;

export const returnsWords = ["crs", "vrs", "nirs", "ndrs", "fdh"] as const;
export const disposabilityWords = [
  "weak",
  "strong",
  "equality",
  "shephard",
  "by_production",
  "natural",
  "managerial",
] as const;

/** The checked technology, or null after reported errors. */
export function checkTechnology(decl: ast.TechnologyDecl, ctx: CheckContext): Technology | null {
  const lineage = lineageOf(decl, ctx);
  const words = checkWords(lineage ?? [decl], ctx);
  const entries = checkEntries(decl, ctx);
  if (lineage === null) return null;
  const panel = findPanel(decl, lineage, ctx);
  if (panel === null) {
    checkNamesOnly(decl, lineage, ctx);
    return null;
  }
  const of = nearest(lineage, "reference")?.of;
  const other = of === undefined ? panel : shapeOf(of, "panel", ctx);
  if (other === null) return null;

  const elsewhere = other.name === panel.name ? null : other;
  const network = checkStages(lineage, panel, elsewhere, ctx);
  const variables =
    network === undefined ? checkVariables(lineage, panel, elsewhere, ctx) : (network?.variables ?? null);
  const by = checkBy(lineage, panel, elsewhere, ctx);
  const where = checkWhere(decl, lineage, other, ctx);
  if (variables === null || by === null || where === null || words === null || !entries) return null;
  if (!checkRoles(decl, variables, ctx)) return null;
  if (elsewhere !== null && !sharesTime(decl, panel, elsewhere, words.reference, ctx)) return null;
  const { disposability } = words;
  const polluting = checkPolluting(decl, nearest(lineage, "polluting"), variables, disposability, ctx);
  if (polluting === null) return null;
  const marked = variables.map((v) => (polluting.has(v.name) ? { ...v, polluting: true as const } : v));
  const restrictions = checkRestrictions(lineage, marked, disposability, ctx);
  if (restrictions === null) return null;
  const technology: Technology = {
    kind: "technology",
    name: decl.name.text,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    panel: panel.name,
    referencePanel: other.name,
    by,
    variables: marked,
    ...words,
    ...(where === undefined ? {} : { where }),
    ...(restrictions.length === 0 ? {} : { restrictions }),
    ...(network == null ? {} : { stages: network.stages, links: network.links }),
  };
  return makesSense(technology, decl.name.span, ctx) ? technology : null;
}

/** False after reporting a reference that goes by periods between panels of which only one has them. */
function sharesTime(
  decl: ast.TechnologyDecl,
  panel: TableShape,
  other: TableShape,
  reference: Reference,
  ctx: CheckContext,
): boolean {
  const [here, there] = [panel, other].map((shape) =>
    shape.keys.some(({ role }) => role === "period" || role === "time"),
  );
  if (reference.kind === "global" || here === there) return true;
  const [timed, timeless] = here === true ? [panel.name, other.name] : [other.name, panel.name];
  const params = { panel: panel.name, reference: other.name, timed, timeless };
  report(ctx.sink, frontier.otherTime, decl.name.span, params);
  return false;
}

/** Returns, disposability and reference, each from the nearest declaration that says it. */
function checkWords(
  lineage: readonly ast.TechnologyDecl[],
  ctx: CheckContext,
): Pick<Technology, "returns" | "disposability" | "reference"> | null {
  const returnsEntry = nearest(lineage, "returns");
  const returns = wordOf(returnsEntry?.word, "returns", returnsWords, "crs", ctx);
  const disposabilityEntry = nearest(lineage, "disposability");
  const disposability = wordOf(disposabilityEntry?.word, "disposability", disposabilityWords, "weak", ctx);
  const referenceEntry = nearest(lineage, "reference");
  const reference: Reference | null =
    referenceEntry === undefined ? { kind: "contemporaneous" } : checkReference(referenceEntry, ctx);
  return returns === null || disposability === null || reference === null
    ? null
    : { returns, disposability, reference };
}

function checkWhere(
  decl: ast.TechnologyDecl,
  lineage: readonly ast.TechnologyDecl[],
  panel: TableShape,
  ctx: CheckContext,
): Expr | null | undefined {
  const entry = nearest(lineage, "where");
  if (entry === undefined) return undefined;
  return checkExpr(entry.condition, panelScope(panel, ctx), ctx, {
    what: `the \`where\` of technology \`${decl.name.text}\``,
    of: "boolean",
    keys: keyNames(panel),
  });
}

/** Where the panel itself failed, variables can still be held against the names it declares. */
function checkNamesOnly(
  decl: ast.TechnologyDecl,
  lineage: readonly ast.TechnologyDecl[],
  ctx: CheckContext,
): void {
  const on = lineage.find((one) => one.on !== undefined)?.on;
  const panel = on === undefined ? undefined : ctx.declared.get(on.text);
  const declared = panel?.kind === "data" ? declaredNames(panel) : null;
  if (declared === null) return;
  for (const entry of decl.entries) {
    if (entry.kind !== "role") continue;
    for (const { name, value } of entry.variables) {
      if (value !== undefined || name.text === "" || declared.has(name.text)) continue;
      const near = suggestion(name.text, name.span, declared);
      report(ctx.sink, names.unknownName, name.span, { name: name.text }, near);
    }
  }
}

/** The keys, groups and columns that a panel's block names; null for a stack, which names none. */
function declaredNames(panel: ast.DataDecl): ReadonlySet<string> | null {
  if (panel.stack !== undefined) return null;
  const found = new Set<string>(panel.table?.columns.map((column) => column.name.text));
  for (const entry of panel.entries) {
    if (entry.kind === "column" || entry.kind === "period") found.add(entry.name.text);
    else if (entry.kind === "dmu" || entry.kind === "group")
      for (const { text } of entry.names) found.add(text);
  }
  return found;
}

/** The declaration and those it is made from, nearest first; null where one is missing or failed. */
function lineageOf(decl: ast.TechnologyDecl, ctx: CheckContext): ast.TechnologyDecl[] | null {
  const lineage = [decl];
  for (let at = decl; at.from !== undefined; ) {
    const base = findDeclared(at.from, ["technology"], "technology", ctx);
    if (base === null || base.kind !== "technology" || lineage.includes(base)) return null;
    if (ctx.checked.get(at.from.text) === undefined) return null;
    lineage.push(base);
    at = base;
  }
  return lineage;
}

function findPanel(
  decl: ast.TechnologyDecl,
  lineage: readonly ast.TechnologyDecl[],
  ctx: CheckContext,
): TableShape | null {
  const on = lineage.find((one) => one.on !== undefined)?.on;
  if (on !== undefined) return shapeOf(on, "panel", ctx);
  report(ctx.sink, frontier.noPanel, decl.name.span, { technology: decl.name.text });
  return null;
}

function shapeOf(name: ast.Name, wanted: string, ctx: CheckContext): TableShape | null {
  if (findDeclared(name, ["data"], wanted, ctx) === null) return null;
  return ctx.shapes.get(name.text) ?? null;
}

/** The entry that counts: that of the declaration itself, else of the one it is made from, and so on. */
function nearest<K extends ast.TechnologyEntry["kind"]>(
  lineage: readonly ast.TechnologyDecl[],
  kind: K,
): Entry<K> | undefined {
  for (const decl of lineage) {
    const found = decl.entries.find((entry) => entry.kind === kind);
    if (found !== undefined) return found as Entry<K>;
  }
  return undefined;
}

/** Entries of which there may be several. */
const several: ReadonlySet<ast.TechnologyEntry["kind"]> = new Set(["role", "restrict", "stage", "link"]);

/** Entries that stand twice. */
function checkEntries(decl: ast.TechnologyDecl, ctx: CheckContext): boolean {
  let ok = true;
  const seen = new Map<string, ast.TechnologyEntry>();
  for (const entry of decl.entries) {
    if (several.has(entry.kind)) continue;
    const first = seen.get(entry.kind);
    if (first === undefined) seen.set(entry.kind, entry);
    else {
      const related = [{ span: first.span, message: "the first one" }];
      report(ctx.sink, frontier.repeatedEntry, entry.span, { entry: entry.kind }, { related });
      ok = false;
    }
  }
  return ok;
}

/** The word of an entry among those it may be; `otherwise` without an entry, null after a reported error. */
export function wordOf<W extends string>(
  word: ast.Name | undefined,
  what: string,
  words: readonly W[],
  otherwise: W,
  ctx: CheckContext,
): W | null {
  if (word === undefined) return otherwise;
  const found = words.find((one) => one === word.text);
  if (found !== undefined) return found;
  const params = { what: `kind of ${what}`, word: word.text, words };
  report(ctx.sink, frontier.unknownWord, word.span, params, suggestion(word.text, word.span, words));
  return null;
}

function checkBy(
  lineage: readonly ast.TechnologyDecl[],
  panel: TableShape,
  elsewhere: TableShape | null,
  ctx: CheckContext,
): string[] | null {
  const names = lineage.find((one) => one.by !== undefined)?.by ?? [];
  let ok = true;
  for (const shape of elsewhere === null ? [panel] : [panel, elsewhere]) {
    const known = [
      ...shape.keys.filter((key) => key.role !== "period" && key.role !== "time").map((key) => key.name),
      ...shape.groups,
    ];
    for (const name of names) {
      if (known.includes(name.text)) continue;
      const params = { name: name.text, panel: shape.name, known };
      report(ctx.sink, frontier.badGroup, name.span, params, suggestion(name.text, name.span, known));
      ok = false;
    }
  }
  return ok ? names.map((name) => name.text) : null;
}

/** The inputs that make bads, where by-production asks for them; null after reported errors. */
function checkPolluting(
  decl: ast.TechnologyDecl,
  entry: Entry<"polluting"> | undefined,
  variables: readonly Variable[],
  disposability: Technology["disposability"],
  ctx: CheckContext,
): ReadonlySet<string> | null {
  const technology = decl.name.text;
  if (disposability !== "by_production") {
    // An inherited entry waits for a technology that asks for it.
    if (entry === undefined || !decl.entries.includes(entry)) return new Set();
    report(ctx.sink, frontier.pollutingUnused, entry.span, { disposability });
    return null;
  }
  if (entry === undefined) {
    report(ctx.sink, frontier.pollutingMissing, decl.name.span, { technology });
    return null;
  }
  const inputs = variables.filter((v) => v.role === "input").map((v) => v.name);
  const unknown = entry.names.filter((name) => !inputs.includes(name.text));
  for (const { text, span } of unknown) {
    const params = { what: `input of \`${technology}\``, word: text, words: inputs };
    report(ctx.sink, frontier.unknownWord, span, params, suggestion(text, span, inputs));
  }
  return unknown.length > 0 ? null : new Set(entry.names.map((name) => name.text));
}

function checkRoles(decl: ast.TechnologyDecl, variables: readonly Variable[], ctx: CheckContext): boolean {
  const has = (role: ast.Role) => variables.some((v) => v.role === role);
  const lacks = !has("good") ? "`good` output" : !has("input") && !has("bad") ? "`input`" : null;
  if (lacks === null) return true;
  // After a mistake inside the block the role may be what could not be read.
  const { file, start, end } = decl.span;
  const told = ctx.sink.list.some(
    ({ severity, span }) =>
      severity === "error" && span.file === file && span.start >= start && span.end <= end,
  );
  if (told) return false;
  report(ctx.sink, frontier.incomplete, decl.name.span, { technology: decl.name.text, lacks });
  return false;
}
