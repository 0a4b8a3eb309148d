/** `table` items: one row for each row, means by keys, or one key down and another across. */
import type { Expr, ReportItem } from "../../language/model.ts";
import { rowName, rowsByName, takeRows } from "../evaluate/align.ts";
import type { Environment } from "../evaluate/environment.ts";
import { orderedPeriods } from "../evaluate/series.ts";
import { stillRising } from "../evaluate/still-rising.ts";
import type { KeyColumn, Label } from "../evaluate/value.ts";
import type { Table, TableColumn } from "../tables/table.ts";
import { takeTableRows } from "../tables/take-rows.ts";
import { type Summary, summarise } from "./summarise.ts";

type TableItem = Extract<ReportItem, { kind: "table" }>;

export function reportTable(name: string, item: TableItem, env: Environment): Table {
  const pivot = item.columns === undefined ? undefined : { rows: item.rows, columns: item.columns };
  const by =
    item.by ?? (item.rows === undefined ? undefined : [item.rows, ...(pivot ? [pivot.columns] : [])]);
  const shown = item.by && item.at && item.at.length > 1 ? withPeriod(item, by!, env) : by;
  const summaries = item.values.map((value) => summarise(value, shown, item.at, item.span, env));
  const long = joined(name, item, summaries, env);
  const table = pivot ? pivoted(long, pivot.columns) : inTime(long);
  const notes = [...meanNotes(summaries), ...peakNotes(summaries, env)];
  const sorted = item.sort ? sortedBy(table, item.sort) : table;
  return { ...sorted, ...(notes.length > 0 && { notes }) };
}

/** Several instants stay apart: the period joins the keys of the means. */
function withPeriod(item: TableItem, by: readonly string[], env: Environment): readonly string[] {
  const whole = summarise(item.values[0]!, undefined, item.at, item.span, env);
  const period = whole.keys.find((k) => k.role === "period" || k.role === "time")?.name;
  return period === undefined || by.includes(period) ? by : [...by, period];
}

/** The values side by side, aligned by the labels of the longest list of keys among them. */
export function joined(
  name: string,
  item: Pick<TableItem, "digits">,
  summaries: readonly Summary[],
  env: Environment,
): Table {
  const widest = summaries.reduce((best, s) => (s.keys.length > best.keys.length ? s : best));
  const same = summaries.filter((s) => s.keys.length === widest.keys.length);
  const keys = unionOfKeys(widest, same);
  const rows = keys[0]?.labels.length ?? 1;
  const columns = summaries.map((summary): TableColumn => {
    const own = keys.filter((k) => summary.keys.some((s) => s.name === k.name));
    const ordered = own.map((k) => summary.keys.find((s) => s.name === k.name)!);
    const index = rowsByName(ordered, summary.rows);
    const cells = Array.from({ length: rows }, (_, row): Label => {
      const at = own.length === 0 ? 0 : index.get(rowName(own, row));
      return at === undefined ? null : summary.cells[at]!;
    });
    return valueColumn(summary, cells, item.digits, env);
  });
  return { name, rows, columns: [...keys.map(keyColumn), ...columns] };
}

/** Values of unlike keys below each other: a row has the labels of its own keys and the number of its own value. */
export function stacked(
  name: string,
  item: Pick<TableItem, "digits">,
  summaries: readonly Summary[],
  env: Environment,
): Table {
  const names = [...new Set(summaries.flatMap(({ keys }) => keys.map((key) => key.name)))];
  const rows = summaries.reduce((sum, summary) => sum + summary.rows, 0);
  const keys = names.map((key): TableColumn => {
    const { role } = summaries.flatMap((summary) => summary.keys.find((k) => k.name === key) ?? [])[0]!;
    const labels = summaries.flatMap((summary) => {
      const own = summary.keys.find((k) => k.name === key);
      return own?.labels ?? Array.from({ length: summary.rows }, () => null);
    });
    return keyColumn({ name: key, role, labels });
  });
  let before = 0;
  const values = summaries.map((summary) => {
    const cells: Label[] = Array.from({ length: rows }, () => null);
    for (let row = 0; row < summary.rows; row++) cells[before + row] = summary.cells[row] ?? null;
    before += summary.rows;
    return valueColumn(summary, cells, item.digits, env);
  });
  return { name, rows, columns: [...keys, ...values] };
}

function unionOfKeys(widest: Summary, others: readonly Summary[]): readonly KeyColumn[] {
  let keys = widest.keys;
  let rows = widest.rows;
  for (const other of others) {
    if (other === widest) continue;
    const known = rowsByName(keys, rows);
    const ordered = keys.map((k) => other.keys.find((o) => o.name === k.name));
    if (ordered.some((k) => k === undefined)) continue;
    const theirs = ordered as KeyColumn[];
    const added = Array.from({ length: other.rows }, (_, row) => row).filter(
      (row) => !known.has(rowName(theirs, row)),
    );
    const more = takeRows(theirs, added);
    keys = keys.map((k, i) => ({ ...k, labels: [...k.labels, ...more[i]!.labels] }));
    rows += added.length;
  }
  return keys;
}

function keyColumn(key: KeyColumn): TableColumn {
  return { name: key.name, role: key.role, unit: null, cells: { of: "label", values: key.labels } };
}

function valueColumn(
  summary: Summary,
  cells: readonly Label[],
  digits: number | undefined,
  env: Environment,
): TableColumn {
  const { expr, label } = summary;
  const symbol = symbolOf(expr, env);
  const { unit, scale } = expr.type;
  return {
    name: label,
    role: "value",
    unit: expr.type.of === "number" ? unit : null,
    scale,
    ...(symbol !== undefined && { symbol }),
    ...(digits !== undefined && { digits }),
    cells:
      expr.type.of === "label"
        ? { of: "label", values: cells }
        : { of: "number", values: Float64Array.from(cells, (c) => (typeof c === "number" ? c : Number.NaN)) },
  };
}

/** The field's sign for a column. */
export function symbolOf(expr: Expr, env: Environment): string | undefined {
  if (expr.op !== "column") return undefined;
  return env.table(expr.table)?.columns.find((c) => c.name === expr.column)?.symbol;
}

/** The value as one column for each label of a key. */
function pivoted(long: Table, across: string): Table {
  const key = long.columns.find((c) => c.name === across);
  if (!key) return long;
  const present = [...new Set(key.cells.values as readonly Label[])].filter((label) => label !== null);
  const labels = isTime(key) ? orderedPeriods(present) : present;
  const down = long.columns.filter((c) => c.role !== "value" && c !== key);
  const shape = down.map((c) => ({ name: c.name, role: c.role, labels: c.cells.values as readonly Label[] }));
  const places = rowsByName(shape, long.rows);
  const values = long.columns.filter((c) => c.role === "value");
  const rowOf = new Map<string, number>();
  for (let row = 0; row < long.rows; row++) {
    rowOf.set(`${rowName(shape, row)}\u0002${key.cells.values[row]}`, row);
  }
  const columns = values.flatMap((column) =>
    labels.map((label): TableColumn => {
      const rows = [...places.keys()].map((name) => rowOf.get(`${name}\u0002${label}`));
      const { cells } = column;
      return {
        ...column,
        name: String(label),
        cells:
          cells.of === "label"
            ? { of: "label", values: rows.map((r) => (r === undefined ? null : cells.values[r]!)) }
            : {
                of: "number",
                values: Float64Array.from(rows, (r) => (r === undefined ? Number.NaN : cells.values[r]!)),
              },
      };
    }),
  );
  const heads = takeTableRows({ ...long, columns: down }, [...places.values()]);
  return { name: long.name, rows: places.size, columns: [...heads.columns, ...columns] };
}

function isTime(column: TableColumn): boolean {
  return column.role === "period" || column.role === "time";
}

/** Where periods stand first the rows run in time, whatever the order of the data. */
function inTime(table: Table): Table {
  const first = table.columns[0];
  if (!first || !isTime(first)) return table;
  const labels = first.cells.values as ArrayLike<Label>;
  const place = new Map(orderedPeriods(Array.from(labels)).map((label, i) => [label, i]));
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return takeTableRows(
    table,
    rows.sort((a, b) => place.get(labels[a]!)! - place.get(labels[b]!)!),
  );
}

/** By the first value column; rows without a value stand last. */
function sortedBy(table: Table, order: "ascending" | "descending"): Table {
  const first = table.columns.find((c) => c.role === "value");
  if (!first) return table;
  const cells = first.cells.values as ArrayLike<Label>;
  const empty = (cell: Label) => cell === null || Number.isNaN(cell);
  const rows = Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => {
    const [x, y] = [cells[a]!, cells[b]!];
    if (empty(x) || empty(y)) return Number(empty(x)) - Number(empty(y));
    const ascending =
      typeof x === "number" && typeof y === "number" ? x - y : String(x) < String(y) ? -1 : x === y ? 0 : 1;
    return order === "ascending" ? ascending : -ascending;
  });
  return takeTableRows(table, rows);
}

/** Why a `peak_time` is empty. */
function peakNotes(summaries: readonly Summary[], env: Environment): string[] {
  return summaries.flatMap(({ label, expr }) => {
    const reason = stillRising(expr, env);
    return reason === null ? [] : [`${label} is empty where it is ${reason}.`];
  });
}

/** Which mean each column shows, and how many values were missing. */
export function meanNotes(summaries: readonly Summary[]): string[] {
  const notes: string[] = [];
  for (const kind of ["geometric", "arithmetic"] as const) {
    const labels = summaries.filter((s) => s.averaged === kind).map((s) => s.label);
    if (labels.length > 0)
      notes.push(`${kind === "geometric" ? "Geometric" : "Arithmetic"} means: ${labels.join(", ")}.`);
  }
  const gaps = summaries.filter((s) => s.averaged !== null && s.missing > 0);
  if (gaps.length > 0) {
    const counts = gaps.map((s) => `${s.label} ${s.missing} of ${s.present + s.missing}`);
    notes.push(`Missing values left out: ${counts.join(", ")}.`);
  }
  return notes;
}
