/** The head of a table: names, signs and units, each a button that sorts. */
import type { ComponentChildren } from "preact";
import type { ViewColumn } from "../../../../runtime/tables/table-view.ts";
import { say } from "../../words/say.ts";
import type { Sort } from "./row-order.ts";

interface Props {
  readonly columns: readonly ViewColumn[];
  readonly sort: Sort | null;
  readonly onSort: (column: ViewColumn) => void;
}

export function TableHead({ columns, sort, onSort }: Props) {
  const groups = runs(columns);
  const told = columns.some(({ symbol, unit }) => symbol !== "" || unit !== "");
  return (
    <thead>
      {groups.some(({ name }) => name !== undefined) && (
        <tr class="groups">
          {groups.map(({ name, first, count }) =>
            name === undefined ? (
              <td key={first} colSpan={count} />
            ) : (
              <th key={first} colSpan={count} scope="colgroup">
                {name}
              </th>
            ),
          )}
        </tr>
      )}
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const sorted = sort?.column === column.name ? sort : null;
          const order = sorted === null ? "none" : sorted.descending ? "descending" : "ascending";
          return (
            <th key={column.name} scope="col" aria-sort={order} class={column.numeric ? "number" : undefined}>
              <button type="button" title={say("resultsSort")} onClick={() => onSort(column)}>
                <span>{breakable(column.header)}</span>
                <span class="arrow" aria-hidden="true">
                  {order === "none" ? "↕" : order === "descending" ? "↓" : "↑"}
                </span>
                {told && (
                  <small>
                    {column.symbol !== "" && <i>{column.symbol}</i>} {column.unit || "\u00a0"}
                  </small>
                )}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A long name may be broken behind its underscores. */
function breakable(name: string): ComponentChildren {
  return name.split(/(?<=_)(?=.)/).map((part, i) => [i > 0 && <wbr key={i} />, part]);
}

/** Neighbours under one name. */
function runs(columns: readonly ViewColumn[]) {
  const found: { name: string | undefined; first: string; count: number }[] = [];
  for (const { group, name } of columns) {
    const last = found.at(-1);
    if (last !== undefined && last.name === group) last.count += 1;
    else found.push({ name: group, first: name, count: 1 });
  }
  return found;
}
