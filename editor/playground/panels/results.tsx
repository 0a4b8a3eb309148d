/** The tables of a run, one at a time or one below the other, under the claims that they met. */
import { signal } from "@preact/signals";
import type { Table } from "../../../runtime/tables/table.ts";
import { study } from "../state/study.ts";
import { say } from "../words/say.ts";
import { Expectations } from "./results/expectations.tsx";
import { Notices } from "./results/notices.tsx";
import { TableCard } from "./results/table-card.tsx";
import { type TableGroup, tableGroups } from "./results/table-groups.ts";
import { TableList } from "./results/table-list.tsx";
import "../look/results.css";

/** The table that the reader looks at, by name, so that it stays through runs. */
const chosen = signal<string | null>(null);
const stacked = signal(false);

export default function Results() {
  const outcome = study.outcome.value;
  if (outcome === null) {
    return (
      <div class="results">
        <Notices />
        {study.diagnostics.value.length === 0 && study.waiting.value === null && (
          <p class="muted">{say("resultsNone")}</p>
        )}
      </div>
    );
  }
  const panels = new Set(study.outline.value?.panels.map(({ name }) => name));
  const groups = tableGroups(outcome.tables, panels);
  const shown = outcome.tables.find(({ name }) => name === chosen.value) ?? groups[0]?.main;
  const stale = !study.fresh.value && !study.running.value;
  return (
    <div class={stale ? "results stale" : "results"}>
      <Notices />
      <div class="last-run">
        <Expectations list={outcome.results.expectations ?? []} />
        {shown === undefined ? (
          <p class="muted">{say("resultsNothing")}</p>
        ) : (
          <>
            <div class="choice">
              {!stacked.value && (
                <TableList
                  groups={groups}
                  shown={shown}
                  onShow={(name) => {
                    chosen.value = name;
                  }}
                />
              )}
              {groups.length > 1 && (
                <button
                  type="button"
                  class="quiet stacking"
                  aria-pressed={stacked.value}
                  onClick={() => {
                    stacked.value = !stacked.value;
                  }}
                >
                  {say(stacked.value ? "resultsOneTable" : "resultsAllTables")}
                </button>
              )}
            </div>
            {tablesShown(groups, shown).map((table) => (
              <TableCard key={table.name} table={table} outcome={outcome} />
            ))}
          </>
        )}
      </div>
    </div>
  );
}

function tablesShown(groups: readonly TableGroup[], shown: Table): readonly Table[] {
  return stacked.value ? groups.map(({ main }) => main) : [shown];
}
