import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { SystemVariable } from "../model.ts";
import type { Span } from "../source.ts";
import type { CheckContext } from "./context.ts";
import { knownLabels } from "./known-labels.ts";
import { suggestion } from "./naming.ts";

export type NamedEntry = Exclude<ast.SystemEntry, ast.TimeEntry>;

/** One variable as written: its entry and the entries that override elements of it. */
export interface WrittenVariable {
  readonly name: string;
  readonly role: SystemVariable["role"];
  readonly entry: NamedEntry;
  readonly dimensions: readonly string[];
  readonly unit?: ast.UnitExpr;
  readonly overrides: readonly Override[];
}
interface Override {
  readonly labels: readonly string[];
  readonly value: ast.Expr;
  readonly span: Span;
  /** The ranges that were named: the equation is one of each of their elements. */
  readonly ranges: readonly string[];
}

const reserved = new Set(["time", "dt", "cloud"]);

/** Groups a system's entries by variable; what is wrong is reported and left out. */
export function readEntries(decl: ast.SystemDecl, ctx: CheckContext): WrittenVariable[] {
  const groups = new Map<string, NamedEntry[]>();
  for (const entry of decl.entries) {
    if (entry.kind === "time" || entry.name.text === "") continue;
    if (reserved.has(entry.name.text)) {
      report(ctx.sink, dynamics.reservedName, entry.name.span, { name: entry.name.text });
      continue;
    }
    groups.set(entry.name.text, [...(groups.get(entry.name.text) ?? []), entry]);
  }
  return [...groups.values()].flatMap((entries) => readVariable(entries, ctx) ?? []);
}

function readVariable(entries: readonly NamedEntry[], ctx: CheckContext): WrittenVariable | null {
  const base = entries.find((entry) => bysOf(entry).length > 0) ?? entries[0];
  const name = base.name.text;
  const dimensions: string[] = [];
  for (const by of bysOf(base)) {
    if (isDimension(by.text, ctx)) dimensions.push(by.text);
    else if (ctx.declared.get(by.text)?.kind !== "dimension") {
      const known = [...ctx.declared].flatMap(([n, d]) => (d.kind === "dimension" ? [n] : []));
      report(
        ctx.sink,
        dynamics.unknownDimension,
        by.span,
        { name: by.text },
        suggestion(by.text, by.span, known),
      );
      return null;
    } else return null;
  }
  const overrides: Override[] = [];
  for (const entry of entries) {
    if (entry === base) continue;
    const labels = bysOf(entry).length === 0 ? bracketsOf(entry)[0]?.labels : undefined;
    if (dimensions.length === 0 || labels === undefined || entry.kind !== base.kind) {
      report(
        ctx.sink,
        dynamics.duplicateVariable,
        entry.name.span,
        { name },
        { related: [{ span: base.name.span, message: `\`${name}\` is declared here` }] },
      );
      continue;
    }
    const { value, span } = entry;
    if (value === undefined) continue;
    for (const read of readOverride(name, dimensions, labels, ctx)) overrides.push({ ...read, value, span });
  }
  const unit = base.kind === "lookup" || base.kind === "series" ? base.unit : bracketsOf(base)[0]?.unit;
  return { name, role: base.kind, entry: base, dimensions, ...(unit ? { unit } : {}), overrides };
}

/** The elements that an override names, by labels or by ranges of them; none after a reported error. */
function readOverride(
  variable: string,
  dimensions: readonly string[],
  labels: readonly ast.Label[],
  ctx: CheckContext,
): Pick<Override, "labels" | "ranges">[] {
  const ranges = labels.map(({ value }, i) => rangeIn(String(value), dimensions[i], ctx));
  if (labels.length !== dimensions.length || ranges.every((range) => range === undefined)) {
    const read = checkLabels(variable, dimensions, labels, ctx);
    return read === null ? [] : [{ labels: read, ranges: [] }];
  }
  const each = ranges.map((range, i) =>
    range === undefined ? [labels[i]] : range.labels.map((value) => ({ value, span: labels[i].span })),
  );
  const combined = each.reduce<readonly (readonly ast.Label[])[]>(
    (all, some) => all.flatMap((a) => some.map((b) => [...a, b])),
    [[]],
  );
  const names = ranges.flatMap((range) => range?.name ?? []);
  return combined.flatMap((element) => {
    const read = checkLabels(variable, dimensions, element, ctx);
    return read === null ? [] : [{ labels: read, ranges: names }];
  });
}

/** The range of a name in a dimension, with its labels; undefined where the name means none. */
export function rangeIn(
  name: string,
  dimension: string,
  ctx: CheckContext,
): { readonly name: string; readonly labels: readonly string[] } | undefined {
  if (labelsOf(dimension, ctx)?.includes(name)) return undefined;
  const found = ctx.checked.get(name);
  if (found?.kind !== "dimension") return undefined;
  for (let at = found.within; at !== undefined; ) {
    if (at === dimension) return { name, labels: labelsOf(name, ctx) ?? [] };
    const whole = ctx.checked.get(at);
    at = whole?.kind === "dimension" ? whole.within : undefined;
  }
  return undefined;
}

/** Labels of one element, one for each dimension; null after a reported error. */
export function checkLabels(
  variable: string,
  dimensions: readonly string[],
  labels: readonly ast.Label[],
  ctx: CheckContext,
): string[] | null {
  if (labels.length !== dimensions.length) {
    const span = labels[labels.length - 1].span;
    report(ctx.sink, dynamics.labelCount, span, { name: variable, dimensions, count: labels.length });
    return null;
  }
  let whole = true;
  labels.forEach(({ value, span }, i) => {
    const known = labelsOf(dimensions[i], ctx);
    if (known === undefined || known.includes(String(value))) return;
    whole = false;
    const params = { label: String(value), dimension: dimensions[i], known };
    report(ctx.sink, dynamics.unknownLabel, span, params, suggestion(String(value), span, known));
  });
  return whole ? labels.map(({ value }) => String(value)) : null;
}

/** A dimension's labels, where the source gives them; undefined where they come from data. */
export function labelsOf(dimension: string, ctx: CheckContext): readonly string[] | undefined {
  return knownLabels({ name: dimension, role: "dimension" }, [], ctx);
}

function isDimension(name: string, ctx: CheckContext): boolean {
  return ctx.checked.get(name)?.kind === "dimension";
}

function bysOf(entry: NamedEntry): readonly ast.Name[] {
  return entry.kind === "lookup" || entry.kind === "series" ? [] : (entry.by ?? []);
}

function bracketsOf(entry: NamedEntry): readonly ast.Bracket[] {
  return entry.kind === "lookup" || entry.kind === "series" ? [] : entry.brackets;
}
