/** The run's tables to choose from: one button for each declaration, and for the chosen one the tables beside it. */
import type { Table } from "../../../../runtime/tables/table.ts";
import { say } from "../../words/say.ts";
import type { TableGroup } from "./table-groups.ts";

interface Props {
  readonly groups: readonly TableGroup[];
  readonly shown: Table;
  readonly onShow: (name: string) => void;
}

export function TableList({ groups, shown, onShow }: Props) {
  const open = groups.find(({ main, sides }) => main === shown || sides.includes(shown));
  const button = (table: Table, label: string, current: boolean) => (
    <button
      key={table.name}
      type="button"
      class="chip"
      aria-pressed={current}
      onClick={() => onShow(table.name)}
    >
      {label} <small>{table.rows.toLocaleString("en-US")}</small>
    </button>
  );
  return (
    <nav class="table-list" aria-label={say("resultsTables")}>
      <div class="chips">{groups.map((group) => button(group.main, group.main.name, group === open))}</div>
      {open !== undefined && open.sides.length > 0 && (
        <div class="chips sides">
          {button(open.main, say("resultsMainTable"), open.main === shown)}
          {open.sides.map((side) => button(side, side.name.slice(open.main.name.length), side === shown))}
        </div>
      )}
    </nav>
  );
}
