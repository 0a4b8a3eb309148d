/** Checks `index`: one call of the catalogue on a technology or a measure; and the shape of its table. */
import type * as ast from "../ast.ts";
import type { IndexEntry } from "../builtins/indices.ts";
import { indices } from "../builtins/indices.ts";
import { derivedMeasures } from "../builtins/inference.ts";
import { measures } from "../builtins/measures.ts";
import { report } from "../diagnostics/entry.ts";
import { frontier } from "../diagnostics/frontier.ts";
import type { Index, MeasureSpec, Reference, Technology } from "../model.ts";
import type { ReadCall } from "./call-arguments.ts";
import { nameArgument, readCall, wordArgument } from "./call-arguments.ts";
import type { CheckContext } from "./context.ts";
import { findDeclared } from "./frontier-names.ts";
import { indexShape } from "./frontier-shapes.ts";
import { programsOf } from "./influence.ts";
import { readSpec } from "./measure.ts";
import { suggestion } from "./naming.ts";
import { referenceArgument } from "./reference.ts";

/** The checked index, its shape set in `ctx.shapes`; null after reported errors. */
export function checkIndex(decl: ast.IndexDecl, ctx: CheckContext): Index | null {
  const call = decl.value;
  if (call.kind === "broken") return null;
  if (call.kind !== "call") {
    report(ctx.sink, frontier.notACall, call.span, { kind: "index" });
    return null;
  }
  const entry = indices.get(call.callee.text);
  if (entry === undefined) {
    reportUnknown(call.callee, ctx);
    return null;
  }
  const read = readCall(call, entry.parameters, ctx);
  if (read === null) return null;
  const distances = distancesOf(read, entry, ctx);
  if (distances === null) return null;
  const { spec, technology } = distances;
  const panel = ctx.shapes.get(technology.panel);
  if (panel === undefined) return null;

  const decomposition = wordArgument(read, entry.parameters, "decomposition", ctx);
  const rebase = wordArgument(read, entry.parameters, "rebase", ctx);
  const written = read.given.get("reference");
  const reference: Reference | null =
    entry.name === "fare_primont"
      ? { kind: "global" }
      : written === undefined
        ? technology.reference
        : referenceArgument(written, read.fn, ctx);
  if (decomposition === null || rebase === null || reference === null) return null;
  if (!panel.keys.some((key) => key.role === "period" || key.role === "time")) {
    report(ctx.sink, frontier.needsPeriod, call.span, { fn: read.fn, panel: panel.name });
    return null;
  }
  if (decomposition === "grifell_lovell" && (reference.kind === "global" || reference.kind === "biennial")) {
    const at = read.given.get("decomposition")!.span;
    report(ctx.sink, frontier.oneBase, at, { reference: reference.kind });
    return null;
  }
  const name = decl.name.text;
  ctx.shapes.set(name, indexShape(name, entry, decomposition !== undefined, panel));
  return {
    kind: "index",
    name,
    span: decl.name.span,
    ...(decl.doc === undefined ? {} : { doc: decl.doc }),
    fn: entry.name,
    spec,
    reference,
    ...(decomposition === undefined ? {} : { decomposition: decomposition as Index["decomposition"] }),
    rebase: rebase === "true",
  };
}

function reportUnknown(callee: ast.Name, ctx: CheckContext): void {
  const name = callee.text;
  const known = [...indices.keys()];
  const near =
    measures.has(name) || derivedMeasures.has(name)
      ? { help: `\`${name}\` is a measure: declare it with \`measure\`` }
      : suggestion(name, callee.span, known);
  report(ctx.sink, frontier.unknownFunction, callee.span, { kind: "index", name, known }, near);
}

/** The measure behind an index: that of the measure named, or the index's own one on the technology named. */
function distancesOf(
  call: ReadCall,
  entry: IndexEntry,
  ctx: CheckContext,
): { spec: MeasureSpec; technology: Technology } | null {
  const ofMeasures = entry.parameters[0]!.kind === "technology-or-measure";
  const wanted = ofMeasures ? "technology or measure" : "technology";
  const name = nameArgument(call, "technology", `the name of a ${wanted}`, ctx);
  if (name === null) return null;
  const kinds = ofMeasures ? (["technology", "measure"] as const) : (["technology"] as const);
  if (findDeclared(name, kinds, wanted, ctx) === null) return null;
  const found = ctx.checked.get(name.text);
  if (found?.kind === "technology") {
    if (!ofMeasures && found.variables.some((v) => v.role === "bad")) {
      report(ctx.sink, frontier.badsInAggregate, name.span, { fn: call.fn, technology: found.name });
      return null;
    }
    const measure = measures.get(entry.measure)!;
    if (entry.measure === "ddf" && !call.given.has("along")) {
      const { line } = measure.parameters.find((p) => p.name === "along")!;
      report(ctx.sink, frontier.missingArgument, call.span, { fn: call.fn, name: "along", line });
      return null;
    }
    const spec = readSpec(call, measure, found, ctx);
    return spec === null ? null : { spec, technology: found };
  }
  if (found === undefined) return null;
  if (found.kind !== "measure") {
    programsOf(name, call.fn, ctx);
    return null;
  }
  for (const own of ["along", "orientation"]) {
    const value = call.given.get(own);
    if (value === undefined) continue;
    const wanted = `nothing where the index is made of a measure, which has its own`;
    report(ctx.sink, frontier.badArgument, value.span, { fn: call.fn, name: own, wanted });
    return null;
  }
  if (entry.measure === "ddf" && found.spec.moves === undefined) {
    const params = {
      fn: call.fn,
      measure: name.text,
      of: found.spec.fn,
      why: "it is made of directional distances",
    };
    const help = `use \`malmquist(${name.text})\`, or \`${call.fn}\` of a \`ddf\``;
    report(ctx.sink, frontier.unsuitableMeasure, name.span, params, { help });
    return null;
  }
  const technology = ctx.checked.get(found.spec.technology);
  return technology?.kind === "technology" ? { spec: found.spec, technology } : null;
}
