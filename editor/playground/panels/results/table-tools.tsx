/** What can be taken away: the shown rows to the clipboard, the table or all of them as files. */
import { useState } from "preact/hooks";
import { tableToCsv } from "../../../../runtime/report/results-csv.ts";
import { tableToJson } from "../../../../runtime/report/results-json.ts";
import type { Table } from "../../../../runtime/tables/table.ts";
import type { TableView } from "../../../../runtime/tables/table-view.ts";
import { say } from "../../words/say.ts";
import type { RunAnswer } from "../../workers/protocol.ts";
import { download } from "./download.ts";
import { Fold } from "./fold.tsx";
import { fileName, markdown, tabSeparated } from "./table-text.ts";

interface Props {
  readonly table: Table;
  readonly view: TableView;
  readonly rows: { readonly current: Int32Array };
  readonly outcome: RunAnswer;
}

export function TableTools({ table, view, rows, outcome }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    });
  };
  const { model } = outcome.results;
  const csvOfAll = () => outcome.tables.map((one) => `# ${one.name}\n${tableToCsv(one)}`).join("\n");
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  return (
    <div class="tools">
      <button type="button" class="quiet" onClick={() => copy(tabSeparated(view, rows.current))}>
        {copied ? `✓ ${say("resultsCopied")}` : say("resultsCopy")}
      </button>
      <Fold label={say("resultsMore")} once>
        <button type="button" onClick={() => copy(markdown(view, rows.current))}>
          {say("resultsCopyMarkdown")}
        </button>
        <button type="button" onClick={() => download(fileName(table, "csv"), tableToCsv(table), "text/csv")}>
          {say("resultsCsv")}
        </button>
        <button
          type="button"
          onClick={() => download(fileName(table, "json"), json(tableToJson(table)), "application/json")}
        >
          {say("resultsJson")}
        </button>
        <button type="button" onClick={() => download(`${model}.csv`, csvOfAll(), "text/csv")}>
          {say("resultsAllCsv")}
        </button>
        <button
          type="button"
          onClick={() => download(`${model}.json`, json(outcome.results), "application/json")}
        >
          {say("resultsAllJson")}
        </button>
      </Fold>
    </div>
  );
}
