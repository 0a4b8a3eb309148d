/** What the panel's menus offer, and what a hand may move. */
import type { FrontierSection, SectionUnit } from "../../../../runtime/charts/section.ts";
import { isOf, tableRows } from "../../editor/table-rows.ts";
import type { MeasureOutline, Outline } from "../../workers/outline.ts";
import type { RunAnswer } from "../../workers/protocol.ts";

/** Bad against good where there is a bad, else the first input against the first good; two inputs where only inputs move. */
export function defaultAxes(
  { variables, place }: MeasureOutline,
  text: string,
): { readonly x: string; readonly y: string } | null {
  // What stands in the measure's own parentheses.
  const declared = place === undefined ? "" : (/^[^)]*/.exec(text.slice(place.start))?.[0] ?? "");
  const inputsMove = /\borientation\s*:\s*input\b/.test(declared);
  const of = (role: string) => variables.filter((v) => v.role === role).map(({ name }) => name);
  const [inputs, goods, bads] = [of("input"), of("good"), of("bad")];
  const pairs = [
    inputsMove && inputs.length > 1 ? [inputs[0], inputs[1]] : [],
    [bads[0], goods[0]],
    [inputs[0], goods[0]],
    [inputs[0], inputs[1]],
    [goods[0], goods[1]],
    [inputs[0], bads[0]],
  ];
  const [x, y] = pairs.find(([a, b]) => a !== undefined && b !== undefined) ?? [];
  return x === undefined || y === undefined ? null : { x, y };
}

export interface Labels {
  readonly units: readonly string[];
  readonly periods: readonly string[];
}
/** The units and periods of a measure's table, in its order; without a run, those of the section. */
export function labelsOf(
  measure: string,
  outcome: RunAnswer | null,
  section: FrontierSection | null,
): Labels {
  const table = outcome?.results.tables?.[measure];
  if (table !== undefined) {
    const dmus = table.columns.flatMap(({ role }, i) => (role === "dmu" ? [i] : []));
    const period = table.columns.findIndex(({ role }) => role === "period");
    return {
      units: [...new Set(table.rows.map((row) => dmus.map((i) => String(row[i])).join(", ")))],
      periods: period < 0 ? [] : [...new Set(table.rows.map((row) => String(row[period])))],
    };
  }
  const units = section?.units.filter((unit) => unit.row !== null) ?? [];
  return {
    units: [...new Set(units.map(({ dmu }) => dmu))],
    periods: section === null || section.period === null ? [] : [String(section.period)],
  };
}

/** Which axes a hand may move a unit along, as columns of the panel's own table; or the file that its values come from. */
export interface Grip {
  readonly panel: string;
  readonly x: string | null;
  readonly y: string | null;
  /** Where neither can be moved: the file, as the model names it; null where the values are computed. */
  readonly from: string | null;
}
export function gripOf(
  outline: Outline,
  measure: MeasureOutline,
  section: FrontierSection,
  text: string,
): Grip {
  const panel = outline.panels.find(({ name }) => name === measure.panel);
  const inline = (variable: string) => {
    const column = measure.variables.find(({ name }) => name === variable)?.column;
    return panel?.columns.find(({ name }) => name === column)?.inline === true ? column! : null;
  };
  const head = panel?.place === undefined ? "" : (/^[^{]*/.exec(text.slice(panel.place.start))?.[0] ?? "");
  return {
    panel: measure.panel,
    x: inline(section.x.name),
    y: inline(section.y.name),
    from: /\bfrom\s+"([^"]+)"/.exec(head)?.[1] ?? null,
  };
}

/**
 * The row of a unit in its panel's own table, from 0: where rows are left out, it is not that of the panel. −1 where it is not there.
 */
export function rowInTable(outline: Outline, panel: string, text: string, unit: SectionUnit): number {
  const found = outline.panels.find(({ name }) => name === panel);
  if (found?.place === undefined) return -1;
  const name = { dmu: unit.dmu, ...(unit.period === null ? {} : { period: String(unit.period) }) };
  return tableRows(text.slice(found.place.start), [found]).findIndex((row) => isOf(row, name));
}

/** Whether a unit is the one of that name, in its period where one is told. */
export function sameUnit(unit: SectionUnit, name: { dmu: string; period?: string } | null): boolean {
  if (name === null || unit.dmu !== name.dmu) return false;
  return name.period === undefined || unit.period === null || String(unit.period) === name.period;
}
