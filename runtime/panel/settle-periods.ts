/** Periods are numbers where all of them are; a single text among numbers is hardly meant. */
import { data } from "../../language/diagnostics/data.ts";
import { diagnose } from "../../language/diagnostics/entry.ts";
import type { Expr, Panel } from "../../language/model.ts";
import type { Label } from "../evaluate/value.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { namedColumns } from "./named-columns.ts";
import type { PanelRows, RowFault } from "./panel-rows.ts";

/** From this share of numbers on, a text among them counts as a mistake. */
const nearlyAll = 0.8;

/**
 * The rows with periods that are all numbers or all texts. Where nearly all are numbers, each text is a fault: it would
 * silently turn all periods into texts, which neither compare nor step like numbers.
 *
 * @param given the rows before conditions chose among them: a text that was odd there stays odd
 */
export function settlePeriods(panel: Panel, rows: PanelRows, given: Table): PanelRows {
  const column = periodLabels(rows.table);
  if (column === undefined) return rows;
  const { name, labels } = column;
  const texts = labels.flatMap((label, row) => (typeof label === "string" ? [row] : []));
  const odd = oddPeriods(given).length > 0 ? texts : oddPeriods(rows.table);
  if (odd.length === 0) {
    if (labels.every((label) => typeof label !== "string")) return rows;
    const texts = labels.map((label, row) => (label === null ? null : rows.cellText(row, name)));
    const columns = rows.table.columns.map(
      (c): TableColumn => (c.name === name ? { ...c, cells: { of: "label", values: texts } } : c),
    );
    return { ...rows, table: { ...rows.table, columns } };
  }
  const known = new Set(labels.filter((label) => typeof label === "number"));
  const faults = odd.map((row): RowFault => {
    const text = labels[row] as string;
    const meant = meantPeriod(text, known);
    const span = rows.cellSpan?.(row, name) ?? panel.keySpans[name] ?? panel.span;
    const params = { source: rows.source, line: rows.lines[row]!, column: name, text, meant };
    const diagnostic = (more: number) => diagnose(data.periodNotANumber, span, { ...params, more });
    return { row, kind: "period", diagnostic };
  });
  return { ...rows, faults: [...rows.faults, ...faults] };
}

/** The rows whose period is a text where nearly all others' are numbers. */
export function oddPeriods(table: Table): number[] {
  const labels = periodLabels(table)?.labels ?? [];
  const odd = labels.flatMap((label, row) => (typeof label === "string" ? [row] : []));
  const numbers = labels.filter((label) => typeof label === "number").length;
  return numbers < nearlyAll * (numbers + odd.length) ? [] : odd;
}

/**
 * A condition that says nothing of the order of periods: a text has no place in the order of numbers, so that such a comparison
 * may not leave its row out in silence. One that names the text, `year != "mean"`, still does.
 */
export function withoutOrderOfPeriods(condition: Expr, panel: Panel): Expr {
  const ofPeriod = (node: Expr) =>
    namedColumns(node).some((c) => c.table === panel.name && c.column === panel.period);
  const ordering =
    condition.op === "between" || (condition.op === "compare" && /[<>]/.test(condition.relation));
  if (ordering && ofPeriod(condition)) {
    return { op: "number", value: Number.NaN, type: condition.type, span: condition.span };
  }
  if (condition.op === "and" || condition.op === "or") {
    const [left, right] = [condition.left, condition.right].map((side) => withoutOrderOfPeriods(side, panel));
    return { ...condition, left: left!, right: right! };
  }
  return condition.op === "not"
    ? { ...condition, arg: withoutOrderOfPeriods(condition.arg, panel) }
    : condition;
}

function periodLabels(table: Table): { name: string; labels: readonly Label[] } | undefined {
  const column = table.columns.find((c) => c.role === "period");
  return column?.cells.of === "label" ? { name: column.name, labels: column.cells.values } : undefined;
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
