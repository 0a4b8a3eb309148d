/** A data file as a table: its first rows. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Superseded } from "../contract.ts";
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";
import { view } from "../state/view.ts";
import { say } from "../words/say.ts";
import type { Answers } from "../workers/protocol.ts";

const mostRows = 200;

export function TableView({ path }: { readonly path: string }) {
  const found = useSignal<Answers["table"] | string | null>(null);
  const content = study.files.value.get(path);
  useEffect(() => {
    actions
      .ask<"table">({ ask: "table", path })
      .then((table) => {
        found.value = table;
      })
      .catch((error: unknown) => {
        if (!(error instanceof Superseded)) {
          found.value = error instanceof Error ? error.message : String(error);
        }
      });
  }, [path, content]);
  const table = found.value;
  if (table === null) return <p class="muted table-view">{say("loading")}</p>;
  if (typeof table === "string") return <p class="table-view">{say("tableNone", { why: table })}</p>;
  const numeric = table.header.map((_, column) =>
    table.rows.every((row) => row[column] === "" || Number.isFinite(Number(row[column]))),
  );
  const whole = (n: number) => n.toLocaleString(view.language.value);
  const shown = Math.min(mostRows, table.rows.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="table-view" tabIndex={0} aria-label={path}>
      <table class="numbers">
        <caption>
          {path}{" "}
          <span class="muted">
            {shown === table.total
              ? say("tableRows", { n: whole(table.total) })
              : say("tableSome", { shown: whole(shown), n: whole(table.total) })}
          </span>
        </caption>
        <thead>
          <tr>
            {table.header.map((name, column) => (
              <th key={column} scope="col" class={numeric[column] ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shown).map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} class={numeric[column] ? "number" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
