/** The shapes of the tables of measures and indices, as expressions see them. */
import type { IndexEntry } from "../builtins/indices.ts";
import type { MeasureEntry, ResultColumn } from "../builtins/measures.ts";
import type { Technology } from "../model.ts";
import { raise, termOf, unitOf } from "../units/term.ts";
import type { Unit } from "../units/unit.ts";
import { dimensionless } from "../units/unit.ts";
import type { TableShape } from "./context.ts";

type ColumnShape = TableShape["columns"] extends ReadonlyMap<string, infer C> ? C : never;

/** Score per unit of a variable. */
function perUnit(unit: Unit | null): Unit | null {
  return unit === null ? null : unitOf(raise(termOf(unit), -1));
}

/** The catalogue's columns written out for the variables, stages and links of a technology, in order, with their units. */
export function writtenOut(
  columns: readonly ResultColumn[],
  technology: Technology,
  money: Unit | null = null,
): {
  readonly name: string;
  readonly column: ResultColumn;
  readonly unit: Unit | null;
  readonly variable?: number;
}[] {
  return columns.flatMap((column) => {
    const { stages = [], links = [] } = technology;
    if (column.name.endsWith(".S")) {
      const name = (stage: string) => `${column.name.slice(0, -1)}${stage}`;
      return stages.map((stage) => ({ name: name(stage), column, unit: dimensionless }));
    }
    if (column.name.endsWith(".L")) {
      const name = (link: string) => `${column.name.slice(0, -1)}${link}`;
      return links.map((link) => ({ name: name(link.name), column, unit: link.unit }));
    }
    if (!/\.V(\.|$)/.test(column.name)) {
      const unit = column.of === "label" ? null : column.unit === "money" ? money : dimensionless;
      return [{ name: column.name, column, unit }];
    }
    return technology.variables.map((v, variable) => ({
      name: column.name.replace(/\.V(?=\.|$)/, () => `.${v.name}`),
      column,
      unit: column.unit === "1/V" ? perUnit(v.unit) : column.unit === "V" ? v.unit : dimensionless,
      variable,
    }));
  });
}

/** A measure's table: the panel's keys and groups, then the catalogue's columns (of the entry, or those given). */
export function measureShape(
  name: string,
  entry: Pick<MeasureEntry, "columns">,
  technology: Technology,
  money: Unit | null,
  panel: TableShape,
): TableShape {
  const columns = new Map<string, ColumnShape>();
  for (const { name: column, column: entryColumn, unit } of writtenOut(entry.columns, technology, money)) {
    columns.set(column, { of: entryColumn.of, unit, scale: "level" });
  }
  return { name, keys: panel.keys, groups: panel.groups, columns };
}

/** An index's table: the same keys, a row labelled by the later period; changes carry the index's scale. */
export function indexShape(
  name: string,
  entry: IndexEntry,
  decomposed: boolean,
  panel: TableShape,
): TableShape {
  const columns = new Map<string, ColumnShape>();
  for (const column of indexColumns(entry, decomposed)) {
    const number = column.of === "number";
    columns.set(column.name, {
      of: column.of,
      unit: number ? dimensionless : null,
      scale: number ? entry.scale : "level",
    });
  }
  return { name, keys: panel.keys, groups: panel.groups, columns };
}

/** The columns of an index, those of its decomposition before `cumulative`. */
export function indexColumns(entry: IndexEntry, decomposed: boolean): readonly ResultColumn[] {
  if (!decomposed) return entry.columns;
  const at = entry.columns.findIndex((column) => column.name === "cumulative");
  return [...entry.columns.slice(0, at), ...entry.decomposed, ...entry.columns.slice(at)];
}
