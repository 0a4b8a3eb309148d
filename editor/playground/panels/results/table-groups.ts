/** The tables of a run by the declarations that they belong to. */
import type { Table } from "../../../../runtime/tables/table.ts";

export interface TableGroup {
  /** The declaration's own table, or the first where it has none. */
  readonly main: Table;
  /** Tables beside it that have something to tell: `.peers`, `.certificates`. */
  readonly sides: readonly Table[];
}

/** What was computed comes first, panels of data last; empty side tables and counts of nothing infeasible are left out. */
export function tableGroups(tables: readonly Table[], panels: ReadonlySet<string>): readonly TableGroup[] {
  const groups = new Map<string, { main: Table; sides: Table[] }>();
  for (const table of tables) {
    const owner = ownerOf(table.name, groups);
    if (owner === null) groups.set(table.name, { main: table, sides: [] });
    else if (tells(table)) groups.get(owner)!.sides.push(table);
  }
  const all = [...groups.values()];
  const isPanel = (group: TableGroup) => panels.has(group.main.name);
  return [...all.filter((group) => !isPanel(group)), ...all.filter(isPanel)];
}

/** The group that a table's name begins with: `gtfp` for `gtfp.distances`. */
function ownerOf(name: string, groups: ReadonlyMap<string, unknown>): string | null {
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    if (groups.has(name.slice(0, dot))) return name.slice(0, dot);
  }
  return null;
}

function tells(table: Table): boolean {
  if (table.rows === 0) return false;
  if (!table.name.endsWith(".infeasible")) return true;
  const counts = table.columns.find(({ name }) => name === "infeasible");
  return counts === undefined || Array.from(counts.cells.values).some(Boolean);
}
