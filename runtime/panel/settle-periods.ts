/** Periods are numbers where all of them are; a single text among numbers is hardly meant. */
import { data } from "../../language/diagnostics/data.ts";
import { diagnose } from "../../language/diagnostics/entry.ts";
import type { Panel } from "../../language/model.ts";
import type { TableColumn } from "../tables/table.ts";
import type { PanelRows, RowFault } from "./panel-rows.ts";

/** From this share of numbers on, a text among them counts as a mistake. */
const nearlyAll = 0.8;

/**
 * The rows with periods that are all numbers or all texts. Where nearly all are numbers, each text is a fault: it would
 * silently turn all periods into texts, which neither compare nor step like numbers.
 */
export function settlePeriods(panel: Panel, rows: PanelRows): PanelRows {
  const column = rows.table.columns.find((c) => c.role === "period");
  if (column?.cells.of !== "label") return rows;
  const labels = column.cells.values;
  const numbers = labels.filter((label) => typeof label === "number");
  const odd = labels.flatMap((label, row) => (typeof label === "string" ? [row] : []));
  if (odd.length === 0) return rows;
  if (numbers.length < nearlyAll * (numbers.length + odd.length)) {
    const texts = labels.map((label, row) => (label === null ? null : rows.cellText(row, column.name)));
    const settled: TableColumn = { ...column, cells: { of: "label", values: texts } };
    const columns = rows.table.columns.map((c) => (c === column ? settled : c));
    return { ...rows, table: { ...rows.table, columns } };
  }
  const known = new Set(numbers);
  const faults = odd.map((row): RowFault => {
    const text = labels[row] as string;
    const meant = meantPeriod(text, known);
    const span = rows.cellSpan?.(row, column.name) ?? panel.keySpans[column.name] ?? panel.span;
    const params = { source: rows.source, line: rows.lines[row]!, column: column.name, text, meant };
    const diagnostic = (more: number) => diagnose(data.periodNotANumber, span, { ...params, more });
    return { row, kind: "period", diagnostic };
  });
  return { ...rows, faults: [...rows.faults, ...faults] };
}

/** Signs that are read or typed for digits. */
const lookalikes: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  l: "1",
  I: "1",
  "|": "1",
  S: "5",
  B: "8",
};

/** The period that a text stands for, if it is one of the known ones after mending look-alikes and leaving other signs out. */
function meantPeriod(text: string, known: ReadonlySet<number>): number | undefined {
  const digits = text.normalize("NFKC").replace(/[OolI|SB]/g, (sign) => lookalikes[sign]!);
  const candidates = [digits, digits.replace(/\D/g, ""), text.normalize("NFKC").replace(/\D/g, "")];
  return candidates
    .filter((c) => /^\d+$/.test(c))
    .map(Number)
    .find((n) => plausible(n, known));
}

/** Among the known periods or next to one: the typo may stand in the only row of its period. */
function plausible(period: number, known: ReadonlySet<number>): boolean {
  return [period, period - 1, period + 1].some((n) => known.has(n));
}
