/** Which rows of a table are shown, and in which order. */
import type { TableView } from "../../../../runtime/tables/table-view.ts";

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Ascending, then descending, then the original order again; numbers begin with the greatest. */
export function nextSort(sort: Sort | null, column: string, numeric: boolean): Sort | null {
  if (sort?.column !== column) return { column, descending: numeric };
  return sort.descending === numeric ? { column, descending: !numeric } : null;
}

/**
 * The rows in which every word of the query stands, sorted by a column; missing cells come last either way, equal ones keep their order.
 */
export function rowOrder(view: TableView, sort: Sort | null, query: string): Int32Array<ArrayBuffer> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: number[] = [];
  for (let row = 0; row < view.rows; row++)
    if (words.length === 0 || matches(view, row, words)) rows.push(row);
  const column = sort === null ? undefined : view.columns.find(({ name }) => name === sort.column);
  if (column !== undefined) {
    const way = sort!.descending ? -1 : 1;
    const values = Array.from({ length: view.rows }, (_, row) => column.value(row));
    const { compare } = new Intl.Collator(undefined, { numeric: true });
    rows.sort((a, b) => {
      const [x, y] = [values[a] ?? null, values[b] ?? null];
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      return way * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
    });
  }
  return Int32Array.from(rows);
}

function matches(view: TableView, row: number, words: readonly string[]): boolean {
  const text = view.columns
    .map((column) => column.text(row))
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Which places of a long list are drawn: those in sight and some around, so that scrolling finds them there. */
export function inSight(
  scrolled: number,
  height: number,
  rowHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const around = 12;
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - around);
  return { first, end: Math.min(count, Math.ceil((scrolled + height) / rowHeight) + around) };
}
