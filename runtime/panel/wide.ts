/** Yearbook tables with a column for each period, turned into a row for each period. */
import type { RawRow, RawTable } from "../tables/raw-table.ts";

/**
 * Headers that are periods (`2004`, `2004年`, `2004Q1`) hold the one column that is not among the headers; headers such as
 * `gdp 2004`, `gdp_2004` or `2004 gdp` hold the column they name.
 *
 * @param period the name of the new period column
 * @param columns the headers that the block's columns ask for
 */
export function unfoldWide(table: RawTable, period: string, columns: readonly string[]): RawTable {
  const absent = columns.filter((name) => !table.header.includes(name));
  const slots = table.header.map((header) => periodSlot(header, absent));
  const periods = [...new Set(slots.flatMap((slot) => (slot ? [slot.period] : [])))];
  if (periods.length === 0) return table;
  const kept = table.header.flatMap((_, i) => (slots[i] ? [] : [i]));
  const header = [...kept.map((i) => table.header[i]!), period, ...absent];
  const rows = table.rows.flatMap((row) =>
    periods.map((label): RawRow => {
      const places = absent.map((name) =>
        slots.findIndex((slot) => slot?.period === label && slot.column === name),
      );
      const cells = places.map((place) => (place < 0 ? "" : row.cells[place]!));
      const labelPlace = slots.findIndex((slot) => slot?.period === label);
      return {
        line: row.line,
        cells: [...kept.map((i) => row.cells[i]!), label, ...cells],
        ...(row.spans && {
          spans: [...kept, labelPlace, ...places.map((p) => (p < 0 ? labelPlace : p))].map(
            (i) => row.spans![i]!,
          ),
        }),
      };
    }),
  );
  return { ...table, header, rows };
}

/** What a header of a wide table holds, or null for a column that stays. */
function periodSlot(
  header: string,
  absent: readonly string[],
): { readonly period: string; readonly column: string } | null {
  const alone = /^(\d{4}(?:[-Qq]\d{1,2})?)\s*年?$/.exec(header);
  if (alone && absent.length === 1) return { period: alone[1]!, column: absent[0]! };
  for (const column of absent) {
    const rest = header.startsWith(column)
      ? header.slice(column.length)
      : header.endsWith(column)
        ? header.slice(0, -column.length)
        : "";
    const period = /^[\s_.:-]*(\d{4}(?:[-Qq]\d{1,2})?)[\s_.:-]*$/.exec(rest);
    if (period) return { period: period[1]!, column };
  }
  return null;
}
