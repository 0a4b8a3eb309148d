/** The outline of a checked model, as far as it is sound. */
import type * as ast from "../../../language/ast.ts";
import type { CheckResult } from "../../../language/check/check.ts";
import type { Declared, Direction, Measure, Model, Panel, Technology } from "../../../language/model.ts";
import type { Span } from "../../../language/source.ts";
import type { Unit } from "../../../language/units/unit.ts";
import type { Cost } from "../../../runtime/expected-cost.ts";
import type { MeasureOutline, Outline, PanelOutline, Place } from "./outline.ts";
import { systemOutline } from "./system-outline.ts";

export interface OutlineParts {
  readonly checked: CheckResult;
  readonly entry: string;
  /** The declarations of all files. */
  readonly declarations: readonly ast.Declaration[];
  readonly cost: Cost;
  /** Rows of a panel, null where unknown. */
  rows(panel: Panel): number | null;
}

export function outlineOf(parts: OutlineParts): Outline {
  const { entry, cost } = parts;
  const model = parts.checked.sound;
  const place = placesIn(entry);
  const of = <K extends Declared["kind"]>(kind: K) =>
    model.declarations.filter((d): d is Extract<Declared, { kind: K }> => d.kind === kind);
  return {
    model: model.name,
    panels: of("panel").map((panel) => panelOutline(panel, parts, place)),
    directions: of("direction").map((direction) => directionOutline(direction, parts, place)),
    measures: of("measure").flatMap((measure) => measureOutline(measure, model, place) ?? []),
    indices: of("index").map(({ name, span }) => ({ name, ...place(span) })),
    systems: of("system").map((system) =>
      systemOutline(
        system,
        of("scenario").filter((scenario) => scenario.system === system.name),
        [...of("sensitivity"), ...of("sweep")].filter((experiment) => experiment.system === system.name),
        place,
      ),
    ),
    reports: model.reports.map(({ name, span, doc }) => ({ name, ...titled(doc), ...place(span) })),
    cost,
  };
}

/** The place of a span where it stands in the entry file. */
export type PlaceOf = (span: Span) => { readonly place?: Place };
function placesIn(entry: string): PlaceOf {
  return ({ file, start, end }) => (file === entry ? { place: { start, end } } : {});
}

/** A unit as written; none for plain numbers. */
export function unitText(unit: Unit | null | undefined): { readonly unit?: string } {
  return unit === null || unit === undefined || unit.text === "1" ? {} : { unit: unit.text };
}
export function titled(doc: string | undefined): { readonly title?: string } {
  return doc === undefined ? {} : { title: doc };
}

function panelOutline(panel: Panel, parts: OutlineParts, place: PlaceOf): PanelOutline {
  const { name, span, dmu, period, columns, source } = panel;
  const rows = parts.rows(panel);
  return {
    name,
    ...place(span),
    dmu,
    ...(period === undefined ? {} : { period }),
    ...(rows === null ? {} : { rows }),
    columns: columns.map(({ name, unit, from }) => ({
      name,
      ...unitText(unit),
      inline: source.kind === "inline" && from.kind === "header",
    })),
  };
}

function directionOutline(
  { name, span }: Direction,
  parts: OutlineParts,
  place: PlaceOf,
): Outline["directions"][number] {
  const declared = parts.declarations.find((d) => d.kind === "direction" && d.name.text === name);
  const entries = declared?.kind === "direction" ? declared.entries : [];
  const texts = new Map(parts.checked.files.map((file) => [file.path, file.text]));
  return {
    name,
    ...place(span),
    entries: entries.map(({ target, sign, size }) => ({
      target: target.text,
      sign,
      size: (texts.get(size.span.file) ?? "").slice(size.span.start, size.span.end),
    })),
  };
}

function measureOutline({ name, span, spec }: Measure, model: Model, place: PlaceOf): MeasureOutline | null {
  const technology = model.declarations.find(
    (d): d is Technology => d.kind === "technology" && d.name === spec.technology,
  );
  if (technology === undefined) return null;
  return {
    name,
    ...place(span),
    fn: spec.fn,
    technology: technology.name,
    panel: technology.panel,
    ...(spec.along === undefined ? {} : { direction: spec.along }),
    variables: technology.variables.map(({ name, role, unit, value }) => ({
      name,
      role,
      ...unitText(unit),
      ...(value.op === "column" && value.table === technology.panel ? { column: value.column } : {}),
    })),
  };
}
