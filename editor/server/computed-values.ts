/** The document of a run as the values that hovers, hints and lenses show. */

import type { ComputedValues } from "../../language/services/values.ts";
import { positions } from "../../language/source.ts";
import type { JsonCell, JsonResults, JsonTable } from "../../runtime/report/results-json.ts";

/** @param text the source of a file by its path, in which claims are found by their lines */
export function computedValues(results: JsonResults, text: (path: string) => string | null): ComputedValues {
  const tables = results.tables ?? {};
  return {
    column(table, column) {
      const found = tables[table];
      const at = found?.columns.findIndex(({ name }) => name === column) ?? -1;
      if (found === undefined || at < 0) return undefined;
      return summary(
        found.rows.map((row) => row[at] ?? null),
        found.columns[at]!.unit,
      );
    },
    size(table) {
      return tables[table] === undefined ? undefined : sizeOf(tables[table]);
    },
    claim({ file, start }) {
      const { line } = positions(text(file) ?? "")(start);
      const sameFile = (path: string) => path === file || file.endsWith(`/${path}`);
      const found = results.expectations?.find((claim) => claim.line === line && sameFile(claim.file));
      if (found === undefined) return undefined;
      const { pass, actual, reason } = found;
      return { pass, actual, ...(reason === undefined ? {} : { reason }) };
    },
  };
}

function summary(cells: readonly JsonCell[], unit: string | undefined): string {
  const numbers = cells.filter((cell) => typeof cell === "number");
  const missing = cells.filter((cell) => cell === null).length;
  const lacking = missing === 0 ? "" : `, ${missing} missing`;
  if (numbers.length === 0) {
    const labels = new Set(cells.filter((cell) => cell !== null));
    const some = [...labels].slice(0, 5).join(", ");
    return `${labels.size} labels: ${some}${labels.size > 5 ? ", …" : ""}${lacking}`;
  }
  const suffix = unit === undefined || unit === "1" ? "" : ` ${unit}`;
  let low = numbers[0]!;
  let high = low;
  let sum = 0;
  for (const value of numbers) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  if (low === high) return `${short(low)}${suffix}${lacking}`;
  const mean = short(sum / numbers.length);
  return `${numbers.length} values from ${short(low)} to ${short(high)}${suffix}, mean ${mean}${lacking}`;
}
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** "880 rows: 40 country × 2 industry × 11 year" */
function sizeOf({ columns, rows }: JsonTable): string {
  const keys = columns.flatMap(({ name, role }, i) =>
    role === undefined || role === "group" || role === "label"
      ? []
      : [`${new Set(rows.map((row) => row[i])).size} ${name}`],
  );
  const count = `${rows.length} row${rows.length === 1 ? "" : "s"}`;
  return keys.length > 1 ? `${count}: ${keys.join(" × ")}` : count;
}
