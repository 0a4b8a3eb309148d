/** The rows of a panel made from result tables: another panel, panels below one another, a system's runs. */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { report } from "../../language/diagnostics/entry.ts";
import type { Column, Panel } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Unit } from "../../language/units/unit.ts";
import { describeRow, groupRows } from "../evaluate/aggregate.ts";
import type { Shape } from "../evaluate/align.ts";
import { columnLabels, tableShape } from "../evaluate/column-value.ts";
import type { Label } from "../evaluate/value.ts";
import type { ColumnRole, Table, TableColumn } from "../tables/table.ts";
import type { PanelRows } from "./panel-rows.ts";

/**
 * One row for each combination of the panel's keys that the source has; the source's own keys where none are
 * named. A group or column that has several values for one row is an error.
 */
export function rowsFromPanel(panel: Panel, source: Table, sink: Diagnostics): PanelRows | null {
  const shape = tableShape(source);
  const { keys, groups } = labelNames(panel, shape);
  const found = groupRows(shape, keys);
  const one = (cells: readonly Label[], what: string, span: Span): Label[] | null => {
    for (const [r, rows] of found.members.entries()) {
      const distinct = new Set(rows.map((row) => cells[row]!).filter((cell) => cell !== null));
      if (distinct.size < 2) continue;
      const key = describeRow(found.groups.keys, r);
      report(sink, data.notUnique, span, { what, key, count: distinct.size });
      return null;
    }
    return found.members.map((rows) => rows.map((row) => cells[row]!).find((cell) => cell !== null) ?? null);
  };
  const labels = [...keys, ...groups].map((name) => {
    const values = one(
      columnLabels(sourceColumn(source, name)),
      `The group \`${name}\``,
      panel.keySpans[name] ?? panel.span,
    );
    return values && labelColumn(name, roleOf(panel, shape, name), values);
  });
  const given = headerColumns(panel).map(({ column, header }) => {
    const from = sourceColumn(source, header);
    const values = one(columnLabels(from), `\`${source.name}.${header}\``, column.span);
    return values && takenColumn(column, from, values);
  });
  const columns = [...labels, ...given].filter((c) => c !== null);
  if (columns.length < labels.length + given.length) return null;
  return panelRows(panel, columns, found.members.length);
}

function labelNames(panel: Panel, shape: Shape): { keys: string[]; groups: string[] } {
  const named = keysOf(panel);
  if (named.length > 0) return { keys: named, groups: [...panel.groups] };
  const groups = panel.groups.length > 0 ? panel.groups : shape.groups.map((g) => g.name);
  return { keys: shape.keys.map((k) => k.name), groups: [...groups] };
}

function roleOf(panel: Panel, shape: Shape, name: string): ColumnRole {
  if (panel.dmu.includes(name)) return "dmu";
  if (name === panel.period) return "period";
  if (panel.groups.includes(name)) return "group";
  return [...shape.keys, ...shape.groups].find((k) => k.name === name)?.role ?? "group";
}

/**
 * Panels one below the other: keys by position, columns and groups by name. Numbers are converted to the unit of
 * the stack's column.
 */
export function rowsFromStack(panel: Panel, sources: readonly Table[]): PanelRows {
  const shapes = sources.map(tableShape);
  const first = shapes[0]!;
  const keys = first.keys.map((key, k) =>
    labelColumn(
      keysOf(panel)[k] ?? key.name,
      key.role,
      shapes.flatMap((shape) => [...(shape.keys[k]?.labels ?? new Array<Label>(shape.rows).fill(null))]),
    ),
  );
  const groupNames = panel.groups.length > 0 ? panel.groups : first.groups.map((g) => g.name);
  const groups = groupNames.map((name) =>
    labelColumn(
      name,
      "group",
      shapes.flatMap((shape) => {
        const column = [...shape.groups, ...shape.keys].find((c) => c.name === name);
        return column ? [...column.labels] : new Array<Label>(shape.rows).fill(null);
      }),
    ),
  );
  const given = headerColumns(panel).map(({ column, header }) => {
    const parts = sources.map((source) => {
      const from = sourceColumn(source, header);
      return takenColumn(column, from, columnLabels(from));
    });
    const cells = parts.flatMap((part) => columnLabels(part));
    return { ...parts[0]!, cells: cellsLike(parts[0]!, cells) };
  });
  const rows = sources.reduce((n, source) => n + source.rows, 0);
  return panelRows(panel, [...keys, ...groups, ...given], rows);
}

/** The runs of a system as a table with the keys `scenario`, `time` and the dimensions that the panel names. */
export function rowsFromRuns(
  panel: Panel,
  runs: Table,
  dimensions: readonly { readonly name: string; readonly labels: readonly string[] }[],
  sink: Diagnostics,
): PanelRows | null {
  const named = dimensions.filter((d) => keysOf(panel).includes(d.name));
  let elements: Label[][] = [[]];
  for (const d of named) elements = elements.flatMap((head) => d.labels.map((label) => [...head, label]));
  const repeated = (cells: readonly Label[]): Label[] => elements.flatMap(() => [...cells]);
  const base = runs.columns.filter((c) => c.role === "scenario" || c.role === "time");
  const labels = [
    ...base.map((c) => labelColumn(c.name, c.role, repeated(columnLabels(c)))),
    ...named.map((d, k) =>
      labelColumn(
        d.name,
        "dimension",
        elements.flatMap((e) => new Array<Label>(runs.rows).fill(e[k]!)),
      ),
    ),
  ];
  const values: TableColumn[] = [];
  for (const { column, header } of headerColumns(panel)) {
    const parts = elements.map((element) => elementColumn(runs, header, element));
    if (parts.includes(undefined)) {
      const count = runs.columns.filter((c) => c.name.startsWith(`${header}[`)).length;
      const params = { what: `\`${runs.name}.${header}\``, key: "each scenario and time", count };
      report(sink, data.notUnique, column.span, params);
      return null;
    }
    const cells = parts.flatMap((part) => columnLabels(part!));
    values.push({ ...parts[0]!, name: header, cells: cellsLike(parts[0]!, cells) });
  }
  const rows = runs.rows * elements.length;
  return rowsFromPanel(panel, { name: runs.name, rows, columns: [...labels, ...values] }, sink);
}

function keysOf(panel: Panel): string[] {
  return [...panel.dmu, ...(panel.period === undefined ? [] : [panel.period])];
}

function headerColumns(panel: Panel): { column: Column; header: string }[] {
  return panel.columns.flatMap((column) =>
    column.from.kind === "header" ? [{ column, header: column.from.header }] : [],
  );
}

function sourceColumn(source: Table, name: string): TableColumn {
  const column = source.columns.find((c) => c.name === name);
  if (!column) throw new Error(`table ${source.name} has no column ${name}`);
  return column;
}

function labelColumn(name: string, role: ColumnRole, values: readonly Label[]): TableColumn {
  return { name, role, unit: null, cells: { of: "label", values } };
}

/** A column of the source under the panel's name and in its unit. */
function takenColumn(column: Column, from: TableColumn, cells: readonly Label[]): TableColumn {
  const { name, unit } = column;
  const converted = from.cells.of === "number" ? rescaled(cells.map(toNumber), from.unit, unit) : cells;
  return { ...from, name, role: "value", unit, cells: cellsLike(from, converted) };
}

/** Cells of the same kind as those of a column. */
function cellsLike(like: TableColumn, cells: readonly Label[]): TableColumn["cells"] {
  if (like.cells.of === "label") return { of: "label", values: cells };
  return { of: "number", values: Float64Array.from(cells, toNumber) };
}

/** The column of one element: `value[services]`, whose subscripts are among the labels; `co2` has none. */
function elementColumn(runs: Table, variable: string, labels: readonly Label[]): TableColumn | undefined {
  const plain = runs.columns.find((c) => c.name === variable);
  if (plain) return plain;
  let chosen: Label[][] = [[]];
  for (const label of labels) chosen = [...chosen, ...chosen.map((some) => [...some, label])];
  const names = new Set(chosen.map((some) => `${variable}[${some.join(", ")}]`));
  return runs.columns.find((c) => names.has(c.name));
}

function toNumber(cell: Label): number {
  return typeof cell === "number" ? cell : Number.NaN;
}

/** Numbers in another unit of the same dimension. */
function rescaled(values: readonly number[], from: Unit | null, to: Unit | null): readonly number[] {
  if (!from || !to || from.scale === to.scale) return values;
  const factor = from.scale / to.scale;
  return values.map((v) => v * factor);
}

function panelRows(panel: Panel, columns: readonly TableColumn[], rows: number): PanelRows {
  return {
    table: { name: panel.name, rows, columns },
    source: `the rows of \`${panel.name}\``,
    lines: Array.from({ length: rows }, (_, r) => r + 1),
    cellText: (row, name) => String(columns.find((c) => c.name === name)?.cells.values[row] ?? ""),
    faults: [],
  };
}
