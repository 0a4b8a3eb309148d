/** The numbers of a chart as they are read best: time goes down, a few series stand side by side. */
import type { Table, TableColumn } from "../tables/table.ts";

/** More series than that are not read across. */
const mostAcross = 6;

export function chartTable(table: Table): Table {
  const values = table.columns.filter(({ role }) => role === "value");
  const keys = table.columns.filter(({ role }) => role !== "value");
  const [series, ...others] = keys.filter(({ role }) => role !== "time" && role !== "period");
  const labels = new Set(series?.cells.values);
  const [value, down] = [values[0], keys.find((key) => key !== series)];
  const fits = values.length === 1 && keys.length === 2 && others.length === 0 && labels.size <= mostAcross;
  if (!fits || series === undefined || value === undefined || down === undefined || labels.size < 2)
    return table;
  return { ...table, ...besides(series, down, value) };
}

/** A row for each label of one key, a column for each of the other. */
function besides(
  series: TableColumn,
  down: TableColumn,
  { cells, ...value }: TableColumn,
): Pick<Table, "rows" | "columns"> {
  const rows = [...new Set(down.cells.values)];
  const names = [...new Set(series.cells.values)].filter((name) => name !== null);
  const at = new Map<string, number>();
  const place = (name: unknown, label: unknown) => `${name}\n${label}`;
  for (let row = 0; row < down.cells.values.length; row++) {
    at.set(place(series.cells.values[row], down.cells.values[row]), row);
  }
  const columns = names.map((name): TableColumn => {
    const found = rows.map((label) => at.get(place(name, label)));
    const own: TableColumn["cells"] =
      cells.of === "label"
        ? { of: "label", values: found.map((row) => (row === undefined ? null : cells.values[row]!)) }
        : {
            of: "number",
            values: Float64Array.from(found, (row) => (row === undefined ? Number.NaN : cells.values[row]!)),
          };
    return { ...value, name: String(name), cells: own };
  });
  const head: TableColumn = {
    ...down,
    cells:
      down.cells.of === "number"
        ? { of: "number", values: Float64Array.from(rows, Number) }
        : { of: "label", values: rows },
  };
  return { rows: rows.length, columns: [head, ...columns] };
}
