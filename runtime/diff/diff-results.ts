/** What moved between the results of two models: numbers by table and column, labels, rows, expectations. */
import type { Label } from "../evaluate/value.ts";
import type { Results } from "../results.ts";
import type { Table, TableColumn } from "../tables/table.ts";

export interface ResultsDiff {
  readonly tables: readonly TableDiff[];
  readonly expectations: readonly Flip[];
  /** Tables that are equal to the last bit. */
  readonly same: readonly string[];
}
export interface TableDiff {
  readonly change: "added" | "removed" | "changed";
  readonly name: string;
  readonly rows: { readonly added: number; readonly removed: number; readonly common: number };
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly moved: readonly ColumnMove[];
  readonly labels: readonly LabelMove[];
}
/** Of the rows that both tables have. */
export interface ColumnMove {
  readonly column: string;
  readonly unit?: string;
  /** How many numbers are another one, appeared and went away. */
  readonly changed: number;
  readonly appeared: number;
  readonly vanished: number;
  /** Over the rows in which both have a number. */
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** The move that is largest in size, its row in words, and what it was and is. */
  readonly largest: { readonly row: string; readonly before: number; readonly after: number } | null;
}
export interface LabelMove {
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** The first few rows, in words. */
  readonly rows: readonly string[];
}
export interface Flip {
  readonly title: string;
  readonly change: "fails now" | "is met now" | "added, met" | "added, fails" | "removed";
  readonly actual: number | null;
}

/** What is smaller than this, relative to the numbers, is rounding. */
const rounding = 1e-9;
const shownRows = 5;

/** @param renamed the name that a table of the old results has in the new ones */
export function diffResults(before: Results, after: Results, renamed: (name: string) => string): ResultsDiff {
  // A certificate tells how exactly a solver hit the same optimum.
  const tables = ({ tables: all }: Results) => all.filter((t) => !t.name.endsWith(".certificates"));
  const old = new Map(tables(before).map((t) => [renamed(t.name), t]));
  const now = new Map(tables(after).map((t) => [t.name, t]));
  const same: string[] = [];
  const changed = [...now.values()].flatMap((table): TableDiff[] => {
    const was = old.get(table.name);
    if (was === undefined) return [onlyOne("added", table)];
    const diff = diffTables(was, table);
    if (diff === null) same.push(table.name);
    return diff === null ? [] : [diff];
  });
  const gone = [...old].filter(([name]) => !now.has(name)).map(([, table]) => onlyOne("removed", table));
  return { tables: [...changed, ...gone], expectations: flips(before, after), same };
}

function onlyOne(change: "added" | "removed", { name, rows, columns }: Table): TableDiff {
  const names = columns.map((c) => c.name);
  return {
    change,
    name,
    rows: { added: change === "added" ? rows : 0, removed: change === "removed" ? rows : 0, common: 0 },
    columns: { added: change === "added" ? names : [], removed: change === "removed" ? names : [] },
    moved: [],
    labels: [],
  };
}

/** Null where they are the same. */
function diffTables(before: Table, after: Table): TableDiff | null {
  const keys = keyColumns(after).map((c) => c.name);
  const old = rowsByKey(before, keys);
  const now = rowsByKey(after, keys);
  const pairs = [...now].flatMap(([key, row]) => {
    const was = old.get(key);
    return was === undefined ? [] : [{ was: was.row, is: row.row, words: row.words }];
  });
  const columns = new Map(before.columns.map((c) => [c.name, c]));
  const added = after.columns.filter((c) => !columns.has(c.name)).map((c) => c.name);
  const names = new Set(after.columns.map((c) => c.name));
  const removed = before.columns.filter((c) => !names.has(c.name)).map((c) => c.name);
  const moved: ColumnMove[] = [];
  const labels: LabelMove[] = [];
  for (const column of after.columns) {
    const was = columns.get(column.name);
    if (was === undefined || keys.includes(column.name)) continue;
    const [a, b] = [was.cells, column.cells];
    if (a.of === "number" && b.of === "number") moved.push(...numberMove(column, a.values, b.values, pairs));
    else labels.push(...labelMoves(column.name, a.values as Cells, b.values as Cells, pairs));
  }
  const rows = { added: now.size - pairs.length, removed: old.size - pairs.length, common: pairs.length };
  const none = moved.length + labels.length + rows.added + rows.removed + added.length + removed.length === 0;
  return none
    ? null
    : { change: "changed", name: after.name, rows, columns: { added, removed }, moved, labels };
}

type Cells = ArrayLike<Label>;
interface Pair {
  readonly was: number;
  readonly is: number;
  readonly words: string;
}

/** What names a row: all but values and groups. */
function keyColumns(table: Table): readonly TableColumn[] {
  const keys = table.columns.filter(({ role }) => role !== "value" && role !== "group" && role !== "label");
  const peers = table.columns.filter(({ role, name }) => role === "label" && name.startsWith("peer_"));
  return [...keys, ...peers];
}

function rowsByKey(
  table: Table,
  keys: readonly string[],
): Map<string, { readonly row: number; readonly words: string }> {
  const columns = keys.map((name) => table.columns.find((c) => c.name === name));
  const rows = new Map<string, { row: number; words: string }>();
  for (let row = 0; row < table.rows; row++) {
    const labels = columns.map((column) => (column === undefined ? "" : String(column.cells.values[row])));
    // Without keys, or where they do not tell rows apart, a row is known by its number.
    const whole = labels.length === 0 ? String(row) : JSON.stringify(labels);
    const key = rows.has(whole) ? `${whole} ${row}` : whole;
    rows.set(key, { row, words: labels.length === 0 ? `row ${row + 1}` : labels.join(", ") });
  }
  return rows;
}

function numberMove(
  column: TableColumn,
  a: Float64Array,
  b: Float64Array,
  pairs: readonly Pair[],
): ColumnMove[] {
  let [changed, appeared, vanished, both, sumBefore, sumAfter, most] = [0, 0, 0, 0, 0, 0, 0];
  let largest: ColumnMove["largest"] = null;
  for (const { was, is, words } of pairs) {
    const [before, after] = [a[was]!, b[is]!];
    const [missing, gone] = [Number.isNaN(before), Number.isNaN(after)];
    if (missing !== gone) missing ? appeared++ : vanished++;
    if (missing || gone) continue;
    both++;
    sumBefore += before;
    sumAfter += after;
    const size = Math.abs(after - before);
    if (size <= rounding * Math.max(Math.abs(before), Math.abs(after), 1e-3)) continue;
    changed++;
    if (size > most || largest === null) {
      most = size;
      largest = { row: words, before, after };
    }
  }
  if (changed + appeared + vanished === 0) return [];
  const unit = column.unit === null || column.unit.text === "1" ? undefined : column.unit.text;
  return [
    {
      column: column.name,
      ...(unit === undefined ? {} : { unit }),
      changed,
      appeared,
      vanished,
      meanBefore: sumBefore / both,
      meanAfter: sumAfter / both,
      largest,
    },
  ];
}

function labelMoves(column: string, a: Cells, b: Cells, pairs: readonly Pair[]): LabelMove[] {
  const moves = new Map<string, { from: string; to: string; count: number; rows: string[] }>();
  const text = (label: Label | undefined) => (label === null || label === undefined ? "–" : String(label));
  for (const { was, is, words } of pairs) {
    const [from, to] = [text(a[was]), text(b[is])];
    if (from === to) continue;
    const key = `${from} → ${to}`;
    const move = moves.get(key) ?? { from, to, count: 0, rows: [] };
    moves.set(key, move);
    move.count++;
    if (move.rows.length < shownRows) move.rows.push(words);
  }
  return [...moves.values()].sort((x, y) => y.count - x.count).map((move) => ({ column, ...move }));
}

function flips(before: Results, after: Results): Flip[] {
  const named = ({ expectations }: Results) => new Map(expectations.map((e) => [e.title, e]));
  const [old, now] = [named(before), named(after)];
  return [
    ...[...now].flatMap(([title, { pass, actual }]): Flip[] => {
      const was = old.get(title);
      if (was === undefined) return [{ title, change: pass ? "added, met" : "added, fails", actual }];
      if (was.pass === pass) return [];
      return [{ title, change: pass ? "is met now" : "fails now", actual }];
    }),
    ...[...old].flatMap(([title, { actual }]): Flip[] =>
      now.has(title) ? [] : [{ title, change: "removed", actual }],
    ),
  ];
}
