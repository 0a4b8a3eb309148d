/** What a model uses of a panel: only there does an empty value matter. */
import type { Model, Panel, Technology } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import { namedColumns } from "./named-columns.ts";

export interface PanelUse {
  /** The given columns that are used anywhere: nothing may be missing there. */
  readonly given: ReadonlySet<string>;
  /** The columns that make up inputs and outputs, with the first technology that names each. */
  readonly frontier: ReadonlyMap<string, { readonly technology: string; readonly span: Span }>;
  /** The columns that other parts of the model name: reports, claims, regressions, other panels. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Nothing is judged: the model is not whole, so what it uses is not known. */
export const unknownUse: PanelUse = { given: new Set(), frontier: new Map(), elsewhere: new Set() };

export function useOf(panel: Panel, model: Model): PanelUse {
  const others = model.declarations.filter((d) => d !== panel);
  const named = namedColumns([others, model.reports, model.expectations]);
  const elsewhere = new Set(named.filter((c) => c.table === panel.name).map((c) => c.column));
  return {
    given: usedColumns(panel, others, elsewhere),
    frontier: frontierColumns(panel, others),
    elsewhere,
  };
}

/**
 * The given columns of a panel that the model uses: those that an expression of the model names (its own derived
 * columns and conditions included) or that another panel takes over. All of them where nothing else in the model
 * names the panel.
 */
function usedColumns(
  panel: Panel,
  others: Model["declarations"],
  elsewhere: ReadonlySet<string>,
): ReadonlySet<string> {
  const taken = others.flatMap((d) =>
    d.kind === "panel" && takesFrom(d, panel.name) ? takenColumns(d) : [],
  );
  const outside = [...elsewhere, ...taken];
  if (outside.length === 0) return new Set(panel.columns.map((column) => column.name));
  const own = namedColumns(panel).filter((c) => c.table === panel.name);
  return new Set([...outside, ...own.map((c) => c.column)]);
}

function frontierColumns(panel: Panel, others: Model["declarations"]): PanelUse["frontier"] {
  const found = new Map<string, { technology: string; span: Span }>();
  for (const technology of others.filter((d): d is Technology => d.kind === "technology")) {
    for (const variable of technology.variables) {
      for (const { table, column } of namedColumns([variable.value, variable.referenceValue])) {
        if (table !== panel.name || found.has(column)) continue;
        found.set(column, { technology: technology.name, span: variable.span });
      }
    }
  }
  return found;
}

function takesFrom(panel: Panel, source: string): boolean {
  return (
    (panel.source.kind === "panel" && panel.source.panel === source) ||
    (panel.source.kind === "stack" && panel.source.panels.includes(source))
  );
}

function takenColumns(panel: Panel): string[] {
  return panel.columns.flatMap((c) => (c.from.kind === "header" ? [c.from.header] : []));
}
