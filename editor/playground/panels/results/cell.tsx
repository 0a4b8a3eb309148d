/** One cell: keys head their row, labels of the field are words with a mark, scores have a bar. */

import type { ViewColumn } from "../../../../runtime/tables/table-view.ts";
import { withMinus } from "../../words/number.ts";
import { say } from "../../words/say.ts";
import { markedLabel } from "./labels.ts";

export function Cell({ column, row, again }: { column: ViewColumn; row: number; again: boolean }) {
  if (column.key) {
    const kind = [column.numeric ? "number" : "", again ? "again" : ""].filter(Boolean).join(" ");
    return (
      <th scope="row" class={kind || undefined}>
        {column.text(row)}
      </th>
    );
  }
  const value = column.value(row);
  if (value === null) {
    return (
      <td class={column.numeric ? "number missing" : "missing"}>
        <span aria-hidden="true">–</span>
        <span class="unseen">{say("resultsMissing")}</span>
      </td>
    );
  }
  if (!column.numeric) {
    const label = markedLabel(column.name, String(value));
    if (label === null) return <td class="label">{String(value)}</td>;
    return (
      <td class={`label mark-${label.tone}`}>
        <span class="sign" aria-hidden="true">
          {label.mark}
        </span>
        {say(label.word)}
      </td>
    );
  }
  return (
    <td class="number">
      {withMinus(column.text(row))}
      {column.bar !== undefined && typeof value === "number" && <Bar value={value} {...column.bar} />}
    </td>
  );
}

/** How far a score lies from nothing: from the left, or for ratios to either side of 1. */
function Bar({ value, from, reach }: { value: number; from: number; reach: number }) {
  const share = (value - from) / reach;
  const width = Math.min(1, Math.abs(share));
  if (from === 0 && share >= 0) return <span class="cell-bar" style={{ "--share": width }} />;
  return <span class={share < 0 ? "cell-bar below" : "cell-bar above"} style={{ "--share": width / 2 }} />;
}
