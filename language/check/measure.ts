/** Checks `measure`: one call of the catalogue, its technology and direction; and the shape of its table. */
import type * as ast from "../ast.ts";
import { indices } from "../builtins/indices.ts";
import { derivedMeasures } from "../builtins/inference.ts";
import type { MeasureEntry } from "../builtins/measures.ts";
import { measureColumns, measures } from "../builtins/measures.ts";
import { networkMeasureNames } from "../builtins/network-measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Measure, MeasureSpec, Orientation, Super, Technology } from "../model.ts";
import { allowed } from "./allowed.ts";
import type { ReadCall } from "./call-arguments.ts";
import { nameArgument, readCall, wordArgument } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";
import { resolveMoves } from "./direction.ts";
import { findDeclared } from "./frontier-names.ts";
import { measureShape } from "./frontier-shapes.ts";
import { suggestion } from "./naming.ts";
import { pricesArgument, stageWeightsArgument, weightsArgument } from "./variable-map.ts";

/** The checked measure, its shape set in `ctx.shapes`; null after reported errors. */
export function checkMeasure(decl: ast.MeasureDecl, ctx: CheckContext): Measure | null {
  const call = decl.value;
  if (call.kind === "broken") return null;
  if (call.kind !== "call") {
    report(ctx.sink, frontier.notACall, call.span, { kind: "measure" });
    return null;
  }
  const entry = measures.get(call.callee.text);
  if (entry === undefined) {
    reportUnknown(call.callee, ctx);
    return null;
  }
  const read = readCall(call, entry.parameters, ctx);
  if (read === null) return null;
  const technology = technologyArgument(read, ctx);
  if (technology === null) {
    checkWords(read, entry, ctx);
    return null;
  }
  const spec = readSpec(read, entry, technology, ctx);
  const panel = ctx.shapes.get(technology.panel);
  if (spec === null || panel === undefined) return null;
  const name = decl.name.text;
  ctx.shapes.set(
    name,
    measureShape(name, { columns: measureColumns(spec) }, technology, spec.money ?? null, panel),
  );
  return {
    kind: "measure",
    name,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    spec,
  };
}

function reportUnknown(callee: ast.Name, ctx: CheckContext): void {
  const name = callee.text;
  const known = [...measures.keys(), ...derivedMeasures.keys()];
  const near = indices.has(name)
    ? { help: `\`${name}\` is an index: declare it with \`index\`` }
    : suggestion(name, callee.span, known);
  report(ctx.sink, frontier.unknownFunction, callee.span, { kind: "measure", name, known }, near);
}

/** The technology that the first argument names; null after a reported error or where its own check failed. */
export function technologyArgument(call: ReadCall, ctx: CheckContext): Technology | null {
  const name = nameArgument(call, "technology", "the name of a technology", ctx);
  if (name === null || findDeclared(name, ["technology"], "technology", ctx) === null) return null;
  const found = ctx.checked.get(name.text);
  return found?.kind === "technology" ? found : null;
}

/** Without a technology words can still be read. */
function checkWords(call: ReadCall, entry: MeasureEntry, ctx: CheckContext): void {
  for (const { name, words, kind } of entry.parameters)
    if (kind === "word" && words !== undefined) wordArgument(call, entry.parameters, name, ctx);
  superArgument(call, ctx);
}

/** What a call asks to be computed on a technology. */
export function readSpec(
  call: ReadCall,
  entry: MeasureEntry,
  technology: Technology,
  ctx: CheckContext,
): MeasureSpec | null {
  const takes = (name: string) => entry.parameters.some((p) => p.name === name);
  const word = (name: string) => (takes(name) ? wordArgument(call, entry.parameters, name, ctx) : undefined);
  const orientation = word("orientation");
  const slacks = word("slacks") ?? "plain";
  const leaveOut = superArgument(call, ctx);
  const weights = weightsOf(call, entry, technology, ctx);
  const ranged = word("price_range");
  if (orientation === null || leaveOut === null || weights === null) return null;
  if (word("slacks") === null || ranged === null) return null;
  const prices = takes("prices") ? pricesOf(call, technology, ctx) : undefined;
  const moves = takes("along") ? movesOf(call, technology, ctx) : undefined;
  if (prices === null || moves === null) return null;
  const spec: MeasureSpec = {
    fn: entry.name,
    technology: technology.name,
    ...(orientation === undefined ? {} : { orientation: orientation as Orientation }),
    ...moves,
    super: leaveOut,
    slacks: slacks === "normalized" ? "normalized" : "plain",
    ...(weights === undefined ? {} : { weights }),
    ...prices,
    ...(ranged === "true" ? { priceRange: true } : {}),
  };
  return allowed(spec, technology, call, ctx) ? spec : null;
}

function movesOf(
  call: ReadCall,
  technology: Technology,
  ctx: CheckContext,
): Pick<MeasureSpec, "along" | "moves"> | null {
  const name = nameArgument(call, "along", "the name of a direction", ctx);
  if (name === null || findDeclared(name, ["direction"], "direction", ctx) === null) return null;
  if (ctx.checked.get(name.text)?.kind !== "direction") return null;
  const moves = resolveMoves(name, technology, ctx);
  return moves === null ? null : { along: name.text, moves };
}

function weightsOf(
  call: ReadCall,
  entry: MeasureEntry,
  technology: Technology,
  ctx: CheckContext,
): MeasureSpec["weights"] | null {
  const parameter = entry.parameters.find((p) => p.name === "weights");
  // Of which stage is asked for only where there are stages; without them the measure is refused.
  if (networkMeasureNames.has(entry.name)) {
    return technology.stages === undefined ? undefined : stageWeightsArgument(call, technology, ctx);
  }
  return parameter === undefined ? undefined : weightsArgument(call, parameter.words ?? [], technology, ctx);
}

function pricesOf(
  call: ReadCall,
  technology: Technology,
  ctx: CheckContext,
): Pick<MeasureSpec, "prices" | "money"> | null {
  const roles = call.fn === "cost" ? ["input"] : call.fn === "revenue" ? ["good"] : ["input", "good"];
  const priced = technology.variables.filter((v) => roles.includes(v.role) && !v.fixed);
  const read = pricesArgument(call, priced, technology, ctx);
  return read === null ? null : { prices: read.prices, money: read.unit };
}

function superArgument(call: ReadCall, ctx: CheckContext): Super | null {
  const value = call.given.get("super");
  if (value === undefined) return false;
  const word = value.kind === "name" ? value.name.text : undefined;
  if (word === "true") return "observation";
  if (word === "false") return false;
  if (word === "dmu") return "dmu";
  const wanted = "`true`, `dmu` or `false`";
  report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name: "super", wanted });
  return null;
}
