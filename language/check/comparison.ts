/** Checks `technology_gap` and `scale_efficiency`: two measures that differ in their frontier alone. */
import type * as ast from "../ast.ts";
import type { MeasureEntry } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { inference } from "../diagnostics/inference.ts";
import type { Comparison, Measure, Technology } from "../model.ts";
import type { ReadCall } from "./call-arguments.ts";
import { nameArgument } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";
import { findDeclared } from "./frontier-names.ts";
import { measureShape } from "./frontier-shapes.ts";

/** A measure that is compared. */
export interface Side {
  readonly name: ast.Name;
  readonly measure: Measure;
  readonly technology: Technology;
}

/** The checked comparison, its shape set in `ctx.shapes`; null after reported errors. */
export function checkComparison(
  base: Pick<Comparison, "name" | "span" | "doc">,
  entry: MeasureEntry,
  call: ReadCall,
  ctx: CheckContext,
): Comparison | null {
  const gap = entry.name === "technology_gap";
  const [first, second] = entry.parameters.map((parameter) => sideOf(parameter.name, call, ctx));
  if (!first || !second) return null;
  const why = whyNotAlike(first, second) ?? (gap ? whyNoGap(first, second) : whyNoScale(first, second));
  if (why !== null) {
    const params = { fn: call.fn, one: first.name.text, other: second.name.text, why };
    report(ctx.sink, inference.notAlike, call.span, params);
    return null;
  }
  const panel = ctx.shapes.get(first.technology.panel);
  if (panel === undefined) return null;
  ctx.shapes.set(base.name, measureShape(base.name, entry, first.technology, null, panel));
  const [below, above] = gap ? [first, second] : [second, first];
  return {
    ...base,
    kind: "comparison",
    fn: gap ? "technology_gap" : "scale_efficiency",
    measures: [below.name.text, above.name.text],
    technology: below.technology.name,
    scale: first.measure.spec.moves === undefined ? "ratio" : "difference",
  };
}

/** The measure that an argument names; null after a reported error. */
export function sideOf(parameter: string, call: ReadCall, ctx: CheckContext): Side | null {
  const name = nameArgument(call, parameter, "the name of a measure", ctx);
  if (name === null) return null;
  const decl = findDeclared(name, ["measure"], "measure", ctx);
  const measure = ctx.checked.get(name.text);
  if (decl === null || measure === undefined) return null;
  if (measure.kind !== "measure") {
    const of = decl.kind === "measure" && decl.value.kind === "call" ? decl.value.callee.text : "";
    report(ctx.sink, inference.notDistances, name.span, { fn: call.fn, name: name.text, of });
    return null;
  }
  const technology = ctx.checked.get(measure.spec.technology);
  return technology?.kind === "technology" ? { name, measure, technology } : null;
}

/** What differs between two measures beside their frontier; null where nothing does. */
export function whyNotAlike(one: Side, other: Side): string | null {
  const [a, b] = [one.measure.spec, other.measure.spec];
  const [s, t] = [one.technology, other.technology];
  if (a.fn !== b.fn) return `one is \`${a.fn}\`, the other \`${b.fn}\``;
  if (a.orientation !== b.orientation)
    return `one has \`orientation: ${a.orientation}\`, the other \`${b.orientation}\``;
  if (a.super !== b.super) return "one is super-efficient, the other not";
  if (!same(a.moves, b.moves))
    return `they move along different directions, \`${a.along}\` and \`${b.along}\``;
  if (!same(a.weights, b.weights)) return "their weights differ";
  if (!same(a.prices, b.prices)) return "their prices differ";
  if (s.panel !== t.panel)
    return `they score the units of different panels, \`${s.panel}\` and \`${t.panel}\``;
  if (!same(s.variables, t.variables)) return `\`${s.name}\` and \`${t.name}\` have different variables`;
  if (s.disposability !== t.disposability) {
    return `bads are \`${s.disposability}\` in \`${s.name}\`, \`${t.disposability}\` in \`${t.name}\``;
  }
  return null;
}

/** Why the second frontier is not one that envelops the first. */
function whyNoGap({ technology: own }: Side, { technology: meta }: Side): string | null {
  if (own.returns !== meta.returns)
    return `returns are ${own.returns} in \`${own.name}\`, ${meta.returns} in \`${meta.name}\``;
  if (meta.by.some((key) => !own.by.includes(key))) {
    return `\`${meta.name}\` has a frontier for each ${meta.by.join(" and ")}, which is none of all groups`;
  }
  const wider = same(own.reference, meta.reference) || meta.reference.kind === "global";
  if (!wider || own.referencePanel !== meta.referencePanel || !same(own.where, meta.where)) {
    return `the reference set of \`${meta.name}\` does not hold that of \`${own.name}\``;
  }
  if (own.by.length === meta.by.length && same(own.reference, meta.reference)) {
    return "both have the same frontier; the first needs one `by` group";
  }
  return null;
}

/** Why two measures do not differ in returns to scale alone. */
export function whyNoScale({ technology: crs }: Side, { technology: vrs }: Side): string | null {
  if (crs.returns !== "crs") return `the first needs \`returns crs\`, and \`${crs.name}\` has ${crs.returns}`;
  if (vrs.returns !== "vrs")
    return `the second needs \`returns vrs\`, and \`${vrs.name}\` has ${vrs.returns}`;
  const alike =
    same(crs.by, vrs.by) &&
    same(crs.reference, vrs.reference) &&
    crs.referencePanel === vrs.referencePanel &&
    same(crs.where, vrs.where);
  return alike ? null : `\`${crs.name}\` and \`${vrs.name}\` have different reference sets`;
}

/** Equal but for where they stand in the source. */
function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (key, inner) => (key === "span" ? undefined : inner));
  return text(a) === text(b);
}
