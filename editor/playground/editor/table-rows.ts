/** Which units the rows of a model's inline tables are of: what is pointed at in the source lights up elsewhere, and the other way round. */
import type { UnitName } from "../contract.ts";
import type { PanelOutline } from "../workers/outline.ts";

export interface TableRow extends UnitName {
  /** From 1. */
  readonly line: number;
}

/** The rows of all tables whose header has the keys of a panel. */
export function tableRows(text: string, panels: readonly PanelOutline[]): TableRow[] {
  const rows: TableRow[] = [];
  let read: ((cells: readonly string[]) => UnitName) | null = null;
  let within = false;
  for (const [i, line] of text.split("\n").entries()) {
    if (!line.trimStart().startsWith("|")) {
      within = false;
      continue;
    }
    const cells = cellsOf(line);
    if (!within) read = readerOf(cells, panels);
    else if (read !== null && !cells.every((cell) => /^:?-+:?$/.test(cell))) {
      rows.push({ line: i + 1, ...read(cells) });
    }
    within = true;
  }
  return rows;
}

function readerOf(
  header: readonly string[],
  panels: readonly PanelOutline[],
): ((cells: readonly string[]) => UnitName) | null {
  const names = header.map((cell) => cell.replace(/\s*\[[^\]]*\]$/, "").replace(/^`(.*)`$/, "$1"));
  const keys = ({ dmu, period }: PanelOutline) => [...dmu, ...(period === undefined ? [] : [period])];
  const panel = panels.find((one) => one.dmu.length > 0 && keys(one).every((name) => names.includes(name)));
  if (panel === undefined) return null;
  const dmu = panel.dmu.map((name) => names.indexOf(name));
  const period = panel.period === undefined ? -1 : names.indexOf(panel.period);
  return (cells) => ({
    dmu: dmu.map((at) => cells[at] ?? "").join(", "),
    ...(period < 0 ? {} : { period: cells[period] ?? "" }),
  });
}

/** What stands between the bars of a line; `\|` is a bar. */
function cellsOf(line: string): string[] {
  const end = line.lastIndexOf("|");
  const inner = line.slice(line.indexOf("|") + 1, end);
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** Whether a row is of a unit; a unit without a period is any of its rows. */
export function isOf(row: UnitName, unit: UnitName): boolean {
  return (
    row.dmu === unit.dmu &&
    (unit.period === undefined || row.period === undefined || row.period === unit.period)
  );
}
