/** Checks `influence NAME of MEASURE`. */
import type * as ast from "../ast.ts";
import { studyEntries } from "../builtins/inference.ts";
import { report } from "../diagnostics/entry.ts";
import { inference } from "../diagnostics/inference.ts";
import type { Influence, Measure, Technology } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { CheckContext, TableShape } from "./context.ts";
import { findDeclared } from "./frontier-names.ts";

/** The checked influence, its shape set in `ctx.shapes`; null after reported errors. */
export function checkInfluence(decl: ast.InfluenceDecl, ctx: CheckContext): Influence | null {
  const { name, of, doc } = decl;
  if (of === undefined) {
    report(ctx.sink, inference.noSubject, name.span, { kind: "influence" });
    return null;
  }
  if (findDeclared(of, ["measure"], "measure", ctx) === null) return null;
  const measure = programsOf(of, "influence", ctx);
  if (measure === null) return null;
  const technology = ctx.checked.get(measure.spec.technology);
  if (technology?.kind !== "technology") return null;
  const panel = ctx.shapes.get(technology.referencePanel);
  if (panel === undefined) return null;
  ctx.shapes.set(name.text, influenceShape(name.text, technology, panel));
  return {
    kind: "influence",
    name: name.text,
    span: name.span,
    ...(doc === undefined ? {} : { doc }),
    measure: of.text,
    spec: measure.spec,
  };
}

/** The measure of a name if it has programs of its own to solve again; null after a reported error. */
export function programsOf(name: ast.Name, fn: string, ctx: CheckContext): Measure | null {
  const found = ctx.checked.get(name.text);
  if (found === undefined || found.kind === "measure") return found ?? null;
  const decl = ctx.declared.get(name.text);
  const of = decl?.kind === "measure" && decl.value.kind === "call" ? decl.value.callee.text : found.kind;
  report(ctx.sink, inference.notDistances, name.span, { fn, name: name.text, of });
  return null;
}

/** Whether a unit stands in the frontiers of several periods, so that its frontier is part of a row's key. */
export function manyFrontiers({ reference }: Technology): boolean {
  return reference.kind !== "contemporaneous" && reference.kind !== "global";
}

/** The keys of the unit that is left out (and of its frontier), then the catalogue's columns. */
function influenceShape(name: string, technology: Technology, panel: TableShape): TableShape {
  const several = manyFrontiers(technology);
  const columns = studyColumns("influence").filter(([column]) => !several || column !== "frontier");
  const frontier = several ? [{ name: "frontier", role: "dimension" as const }] : [];
  return { name, keys: [...panel.keys, ...frontier], groups: panel.groups, columns: new Map(columns) };
}

/** The catalogue's columns of a study as expressions see them. */
export function studyColumns(
  study: "influence" | "robustness",
): [string, TableShape["columns"] extends ReadonlyMap<string, infer C> ? C : never][] {
  return studyEntries
    .get(study)!
    .columns.map(({ name, of }) => [
      name,
      { of, unit: of === "number" ? dimensionless : null, scale: "level" },
    ]);
}
