import type * as ast from "../ast.ts";
import { dynamics } from "../diagnostics/dynamics.ts";
import { report } from "../diagnostics/entry.ts";
import type { SystemVariable } from "../model.ts";
import type { UnitSolver } from "../units/solver.ts";
import type { UnitTerm } from "../units/term.ts";
import type { CheckContext } from "./context.ts";
import { type Draft, draft } from "./expression.ts";
import { suggestion } from "./naming.ts";
import { declarationScope } from "./scope.ts";
import type { WrittenVariable } from "./system-entries.ts";

export interface DraftedSeries {
  readonly draft: Draft;
  readonly unit: UnitTerm;
  readonly dimensions: readonly string[];
  readonly kind: NonNullable<SystemVariable["series"]>;
}

const interpolations = ["linear", "hold", "next"] as const;
const afters = ["hold", "error"] as const;

/**
 * The data series of a system. They read only what is declared outside it, so that they come first: a series has the dimensions
 * that its values' keys name beside the period.
 */
export function draftSeries(
  written: readonly WrittenVariable[],
  ctx: CheckContext,
  units: UnitSolver,
): ReadonlyMap<string, DraftedSeries> {
  const series = new Map<string, DraftedSeries>();
  for (const { name, entry, unit } of written) {
    if (entry.kind !== "series") continue;
    const own = units.of(unit === undefined ? null : ctx.readUnit(unit));
    const what = `the values of \`${name}\``;
    const drafted = draft(entry.value, declarationScope(ctx), ctx, units, { what, unit: own });
    const interpolation = word(entry.interpolation, interpolations, "linear", ctx);
    const after = word(entry.after, afters, "error", ctx);
    if (drafted === null || interpolation === null || after === null) continue;
    const dimensions = seriesDimensions(name, drafted, entry, ctx);
    if (dimensions !== null)
      series.set(name, { draft: drafted, unit: own, dimensions, kind: { interpolation, after } });
  }
  return series;
}

function seriesDimensions(
  name: string,
  { type }: Draft,
  entry: ast.SeriesEntry,
  ctx: CheckContext,
): string[] | null {
  const others = type.keys.filter((key) => key.role !== "period" && key.role !== "time");
  if (others.length === type.keys.length) {
    report(ctx.sink, dynamics.seriesWithoutPeriod, entry.value.span, { name });
    return null;
  }
  const stray = others.find((key) => ctx.checked.get(key.name)?.kind !== "dimension");
  if (stray === undefined) return others.map((key) => key.name);
  report(ctx.sink, dynamics.seriesKey, entry.value.span, { name, key: stray.name });
  return null;
}

function word<W extends string>(
  written: ast.Name | undefined,
  known: readonly W[],
  otherwise: W,
  ctx: CheckContext,
): W | null {
  if (written === undefined) return otherwise;
  const found = known.find((candidate) => candidate === written.text);
  if (found !== undefined) return found;
  const more = suggestion(written.text, written.span, known);
  report(ctx.sink, dynamics.unknownSeriesWord, written.span, { word: written.text, known }, more);
  return null;
}
