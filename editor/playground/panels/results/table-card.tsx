/** One table with its sentence, its search, what can be taken away of it, and the chosen unit told below. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { Table } from "../../../../runtime/tables/table.ts";
import { tableView } from "../../../../runtime/tables/table-view.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import type { RunAnswer } from "../../workers/protocol.ts";
import { ChosenUnit } from "./chosen-unit.tsx";
import { DataTable } from "./data-table.tsx";
import { SummaryLine } from "./summary-line.tsx";
import { TableTools } from "./table-tools.tsx";
import { tellUnit } from "./tell-unit.ts";

export function TableCard({ table, outcome }: { table: Table; outcome: RunAnswer }) {
  const view = useMemo(() => tableView(table), [table]);
  const [query, setQuery] = useState("");
  const rows = useRef(new Int32Array());
  const [count, setCount] = useState(table.rows);
  return (
    <section class="table-card" aria-label={table.name}>
      <header>
        <h2>
          {table.name} <Unfresh />
        </h2>
        {table.rows > 8 && (
          <label class="search">
            <span class="unseen">{say("resultsSearch", { name: table.name })}</span>
            <input
              type="search"
              placeholder={say("resultsSearchShort")}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
        )}
        {query !== "" && (
          <span class="muted small" role="status">
            {say("resultsFound", { n: count, all: table.rows })}
          </span>
        )}
        <TableTools table={table} view={view} rows={rows} outcome={outcome} />
      </header>
      <SummaryLine table={table} outcome={outcome} />
      <DataTable
        view={view}
        label={table.name}
        query={query}
        tell={(unit) => tellUnit(outcome.tables, table.name, unit)}
        onRows={(shown) => {
          rows.current = shown;
          setCount(shown.length);
        }}
      />
      {table.notes?.map((note) => (
        <p key={note} class="table-note muted small">
          {note}
        </p>
      ))}
      <ChosenUnit table={table} tables={outcome.tables} />
    </section>
  );
}

/** Says that a table is of an earlier text. */
function Unfresh() {
  if (study.fresh.value || study.running.value) return null;
  return <span class="unfresh small muted">{say("resultsUnfresh")}</span>;
}
