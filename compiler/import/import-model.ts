/**
 * From an imported model to the text of a model that GTFP accepts. The translation is checked before it is given away; where units
 * stand in the way, or would convert numbers that the other tool takes as they are, it is made again without them.
 */
import { check } from "../../language/check/check.ts";
import { children } from "../../language/check/expression-children.ts";
import type { Diagnostic, Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import { imports } from "../../language/diagnostics/imports.ts";
import { format } from "../../language/format/format.ts";
import type { Expr, Model } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { ImportedModel } from "./imported-model.ts";
import { ImportedUnits } from "./imported-units.ts";
import { extended, folded, unused } from "./names.ts";
import { type WrittenLine, writeModel } from "./write-model.ts";

export interface Imported {
  /** The model's text in canonical form; null where anything could not be translated. */
  readonly text: string | null;
  /** Places are in the imported file. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param system What the system is to be called.
 * @param verbatim Its units are GTFP's own text.
 */
export function importModel(
  model: ImportedModel,
  system: string,
  verbatim: boolean,
  sink: Diagnostics,
): Imported {
  const names = [...model.variables, ...model.dimensions].map((v) => folded(v.name));
  const name = unused(
    names.includes(folded(system)) ? extended("", system, "_model") : system,
    new Set(names),
  );
  const hasUnits = model.time.units !== undefined || model.variables.some((v) => v.units !== undefined);
  const trouble = { why: "", span: model.time.span };
  if (hasUnits) {
    const lines = writeModel(model, name, new ImportedUnits(verbatim), sink);
    if (sink.hasErrors) return { text: null, diagnostics: sink.list };
    const checked = checkLines(lines);
    if (checked.problems.length === 0 && checked.converted === undefined) return done(checked.text, sink);
    const first = checked.problems[0];
    trouble.why =
      first?.why ?? `what \`${checked.converted!.name}\` is computed from stands in another scale.`;
    trouble.span = (first ?? checked.converted!).span;
  }
  const lines = writeModel(model, name, null, sink);
  if (sink.hasErrors) return { text: null, diagnostics: sink.list };
  const { problems, text } = checkLines(lines);
  for (const { name, why, span } of problems) report(sink, imports.refused, span, { name, why });
  if (problems.length > 0) return { text: null, diagnostics: sink.list };
  if (hasUnits) report(sink, imports.unitsLeftOut, trouble.span, { why: trouble.why });
  return done(text, sink);
}

function done(text: string, sink: Diagnostics): Imported {
  return { text: format(text, "imported.gtfp").text, diagnostics: sink.list };
}

interface Problem {
  readonly name: string;
  readonly why: string;
  readonly span: Span;
}

/** What the checker says of the lines, told at the places that they come from; the first number that it would convert. */
function checkLines(lines: readonly WrittenLine[]): {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly converted: { readonly name: string; readonly span: Span } | undefined;
} {
  const starts: number[] = [];
  let text = "";
  for (const line of lines) {
    starts.push(text.length);
    text += `${line.text}\n`;
  }
  const lineAt = (offset: number) =>
    lines[
      Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      )
    ]!;
  const { model, diagnostics } = check("imported.gtfp", (path) => (path === "imported.gtfp" ? text : null));
  const problems = diagnostics
    .filter((d) => d.severity === "error")
    .map((d) => ({ ...lineAt(d.span.start), why: d.message }));
  const converted = model === null ? undefined : conversion(model);
  return { text, problems, converted: converted === undefined ? undefined : lineAt(converted.span.start) };
}

/** The first place at which the model converts between units. */
function conversion(model: Model): Expr | undefined {
  const inside = (expr: Expr): Expr | undefined => {
    if (expr.op === "convert" && expr.factor !== 1) return expr;
    for (const child of children(expr)) {
      const found = inside(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const declared of model.declarations) {
    if (declared.kind !== "system") continue;
    for (const { equations } of declared.variables) {
      for (const { expr } of equations) {
        const found = inside(expr);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}
