/** A model without a report: what to write, and a first one at the press of a button. */
import { actions } from "../../state/actions.ts";
import { study } from "../../state/study.ts";
import { say } from "../../words/say.ts";
import { reportDraft } from "./report-draft.ts";

export function NoReport() {
  const outline = study.outline.value;
  const draft = outline === null ? null : reportDraft(outline);
  if (draft === null) return <p class="muted">{say("reportNothing")}</p>;
  const insert = () => {
    const path = study.entry.value;
    const text = study.text.value.trimEnd();
    actions.setText(path, `${text}\n\n${draft}`);
    actions.reveal(path, text.length + 2, text.length + 2 + draft.length);
  };
  return (
    <div class="invitation">
      <p>{say("reportNone")}</p>
      <pre>
        <code>{draft}</code>
      </pre>
      <button type="button" class="primary" onClick={insert}>
        {say("reportInsert")}
      </button>
    </div>
  );
}
