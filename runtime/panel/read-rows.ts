/** The rows of a panel that is read from a file or an inline table. */
import { data } from "../../language/diagnostics/data.ts";
import type { Diagnostics } from "../../language/diagnostics/diagnostic.ts";
import { diagnose, report } from "../../language/diagnostics/entry.ts";
import { didYouMean } from "../../language/diagnostics/suggest.ts";
import type { Column, Panel } from "../../language/model.ts";
import type { Span } from "../../language/source.ts";
import type { Host } from "../results.ts";
import type { RawRow, RawTable } from "../tables/raw-table.ts";
import { numberHelp, readNumber } from "../tables/read-number.ts";
import { checkedGrid, readTable } from "../tables/read-table.ts";
import type { TableColumn } from "../tables/table.ts";
import { cellLabel, joinFile } from "./join.ts";
import type { PanelRows, RowFault } from "./panel-rows.ts";
import { unfoldWide } from "./wide.ts";

export function readRows(panel: Panel, host: Host, sink: Diagnostics): PanelRows | null {
  let raw = rawTable(panel, host, sink);
  if (!raw) return null;
  const faults: RowFault[] = [];
  for (const join of panel.joins) {
    const joined = joinFile(raw, join, host, sink);
    if (!joined) return null;
    raw = joined.table;
    faults.push(...joined.faults);
  }
  const table = raw;
  const labels = [...panel.dmu, ...(panel.period === undefined ? [] : [panel.period]), ...panel.groups];
  const given = headerColumns(panel);
  const place = (header: string, span: Span): number => {
    const found = table.header.indexOf(header);
    if (found >= 0) return found;
    const has = table.header.filter((name) => name !== "");
    const help = didYouMean(header, has);
    report(sink, data.unknownHeader, span, { source: table.source, header, has }, help ? { help } : {});
    return -1;
  };
  const labelPlaces = labels.map((name) => place(name, panel.keySpans[name] ?? panel.span));
  const givenPlaces = given.map((c) => place(c.header, c.column.span));
  if ([...labelPlaces, ...givenPlaces].includes(-1)) return null;
  const placeOf = new Map([
    ...labels.map((name, i) => [name, labelPlaces[i]!] as const),
    ...given.map((c, i) => [c.column.name, givenPlaces[i]!] as const),
  ]);
  const columns = [
    ...labels.map((name, i) => labelColumn(panel, name, labelPlaces[i]!, table, faults)),
    ...given.map((c, i) => numberColumn(panel, c.column, givenPlaces[i]!, table, faults)),
  ];
  return {
    table: { name: panel.name, rows: table.rows.length, columns },
    source: table.source,
    lines: table.rows.map((row) => row.line),
    cellSpan: (row, column) => table.rows[row]!.spans?.[placeOf.get(column) ?? -1],
    cellText: (row, column) => cellLabel(table.rows[row]!.cells[placeOf.get(column)!]!),
    faults,
  };
}

function rawTable(panel: Panel, host: Host, sink: Diagnostics): RawTable | null {
  const { source } = panel;
  let table: RawTable | null = null;
  if (source.kind === "file") table = readTable(source.path, host, source.span, sink, panel.sheet);
  else if (source.kind === "inline") {
    table = {
      source: `the rows of \`${panel.name}\``,
      header: source.columns,
      rows: source.rows.map((row, i) => ({
        line: i + 1,
        cells: row.cells.map((cell) => cell.text),
        spans: row.cells.map((cell) => cell.span),
      })),
    };
    const spans = new Map(table.rows.map((row, i) => [row, source.rows[i]!.span]));
    if (!checkedGrid(table, (row) => spans.get(row) ?? panel.span, sink)) return null;
  }
  if (!table || panel.wide === undefined) return table;
  return unfoldWide(
    table,
    panel.wide,
    headerColumns(panel).map((c) => c.header),
  );
}

function headerColumns(panel: Panel): { column: Column; header: string }[] {
  return panel.columns.flatMap((column) =>
    column.from.kind === "header" ? [{ column, header: column.from.header }] : [],
  );
}

/** Where a message about a cell points: the cell of an inline table, else what declares the column. */
function cellSpan(row: RawRow, place: number, declared: Span): Span {
  return row.spans?.[place] ?? declared;
}

function isMissing(cell: string | number, panel: Panel): boolean {
  return typeof cell === "string" && (cell.trim() === "" || panel.missingValues.includes(cell.trim()));
}

/** A key or group. Periods of digits are numbers (until `settlePeriods` has seen them all); a DMU of digits stays a label. */
function labelColumn(
  panel: Panel,
  name: string,
  place: number,
  table: RawTable,
  faults: RowFault[],
): TableColumn {
  const role = panel.dmu.includes(name) ? "dmu" : name === panel.period ? "period" : "group";
  const declared = panel.keySpans[name] ?? panel.span;
  table.rows.forEach((row, r) => {
    if (row.dates?.includes(place)) faults.push(dateFault(r, row, place, name, declared, table));
  });
  const texts = table.rows.map((row) => {
    const cell = row.cells[place]!;
    return isMissing(cell, panel) ? null : cellLabel(cell);
  });
  if (role !== "group") {
    texts.forEach((text, r) => {
      if (text !== null) return;
      const row = table.rows[r]!;
      const params = { source: table.source, line: row.line, column: name };
      const diagnostic = () => diagnose(data.missingKey, cellSpan(row, place, declared), params);
      faults.push({ row: r, kind: "label", diagnostic });
    });
  }
  const values =
    role === "period" ? texts.map((text) => (text === null ? null : (readNumber(text, ".") ?? text))) : texts;
  return { name, role, unit: null, cells: { of: "label", values } };
}

function numberColumn(
  panel: Panel,
  column: Column,
  place: number,
  table: RawTable,
  faults: RowFault[],
): TableColumn {
  const values = new Float64Array(table.rows.length).fill(Number.NaN);
  table.rows.forEach((row, r) => {
    const cell = row.cells[place]!;
    if (isMissing(cell, panel)) return;
    if (row.dates?.includes(place)) {
      faults.push(dateFault(r, row, place, column.name, column.span, table));
      return;
    }
    const number = typeof cell === "number" ? cell : readNumber(cell, panel.decimal);
    if (number !== null) {
      values[r] = number;
      return;
    }
    const text = shorten(String(cell).trim());
    const params = { source: table.source, line: row.line, column: column.name, text };
    const help = numberHelp(text, panel.decimal);
    const diagnostic = (more: number) =>
      diagnose(data.notANumber, cellSpan(row, place, column.span), { ...params, more }, help ? { help } : {});
    faults.push({ row: r, kind: "number", diagnostic });
  });
  return { name: column.name, role: "value", unit: column.unit, cells: { of: "number", values } };
}

/** A date is neither a number nor a period until someone says which. */
function dateFault(
  r: number,
  row: RawRow,
  place: number,
  column: string,
  declared: Span,
  table: RawTable,
): RowFault {
  const text = String(row.cells[place]);
  const params = { source: table.source, line: row.line, column, text, date: true };
  const span = cellSpan(row, place, declared);
  return {
    row: r,
    kind: "number",
    diagnostic: (more) => diagnose(data.notANumber, span, { ...params, more }),
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
